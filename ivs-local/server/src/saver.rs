//! Saves what requests change before they are answered. What comes while a transaction is written goes into the next one.

use crate::store::Store;
use ivs_local_core::{Changes, Saved, Service};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::{io, mem};
use tokio::sync::oneshot;
use tracing::error;

/// Has the directory, in a thread of its own.
pub struct Saver {
    jobs: Sender<Job>,
    state: Arc<State>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Default)]
struct State {
    /// How many changes are on their way.
    unsaved: AtomicUsize,
    /// Some could not be saved. What requests see until the service is loaded again is not saved either.
    failed: AtomicBool,
}

enum Job {
    Save(Save),
    Reload(Sender<Result<BTreeMap<String, Saved>, String>>),
    Stop,
}

/// The changes of one request; none, if it saw those of others.
struct Save {
    changes: Vec<(String, Changes)>,
    done: oneshot::Sender<Result<(), String>>,
}

/// How long a request has to wait: when it is over, what the request saw and changed is saved.
#[derive(Default)]
pub struct Saving(Option<oneshot::Receiver<Result<(), String>>>);

impl Saving {
    /// Fails with a sentence if it could not be saved.
    pub async fn finish(self) -> Result<(), String> {
        match self.0 {
            Some(done) => done.await.unwrap_or_else(|_| Err(stopped())),
            None => Ok(()),
        }
    }
}

impl Saver {
    pub fn start(store: Store) -> io::Result<Self> {
        let (jobs, received) = channel();
        let state = Arc::new(State::default());
        let its_state = Arc::clone(&state);
        let thread =
            thread::Builder::new().name("saver".to_owned()).spawn(move || run(store, &received, &its_state))?;
        Ok(Self { jobs, state, thread: Mutex::new(Some(thread)) })
    }

    /// Begins to save what has changed in the service. Whoever calls it has the service for himself: changes are saved in the
    /// order in which they are made.
    pub fn save(&self, service: &mut Service) -> Result<Saving, String> {
        let changes = service.take_changes().inspect_err(|_| self.state.failed.store(true, SeqCst))?;
        if changes.is_empty() && self.state.unsaved.load(SeqCst) == 0 {
            // In this order: a failure is known before its changes are no longer on their way.
            return if self.state.failed.load(SeqCst) { Err(unsaved()) } else { Ok(Saving(None)) };
        }
        if !changes.is_empty() {
            self.state.unsaved.fetch_add(1, SeqCst);
        }
        let (done, saved) = oneshot::channel();
        self.jobs.send(Job::Save(Save { changes, done })).map_err(|_| stopped())?;
        Ok(Saving(Some(saved)))
    }

    /// Returns to what is saved, if something could not be.
    pub fn recover(&self, service: &mut Service) -> Result<(), String> {
        if !self.state.failed.load(SeqCst) {
            return Ok(());
        }
        let (reply, saved) = channel();
        self.jobs.send(Job::Reload(reply)).map_err(|_| stopped())?;
        let loaded = saved.recv().map_err(|_| stopped())?.and_then(|saved| service.load(&saved));
        // Until then every change is refused: none is saved upon what is lost.
        self.state.failed.store(loaded.is_err(), SeqCst);
        loaded
    }

    /// Saves what is on its way, and closes the directory.
    pub fn stop(&self) {
        let _ = self.jobs.send(Job::Stop);
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let _ = thread.map(JoinHandle::join);
    }
}

fn run(mut store: Store, jobs: &Receiver<Job>, state: &State) {
    let mut waiting = Vec::new();
    while let Ok(job) = jobs.recv() {
        let mut next = Some(job);
        while let Some(Job::Save(save)) = next {
            waiting.push(save);
            next = jobs.try_recv().ok();
        }
        commit(&store, mem::take(&mut waiting), state);
        match next {
            Some(Job::Reload(reply)) => {
                let _ = reply.send(store.reopen().and_then(|()| store.load()));
            }
            Some(Job::Stop) => return,
            Some(Job::Save(_)) | None => {}
        }
    }
}

/// Saves all of them in one transaction.
fn commit(store: &Store, saves: Vec<Save>, state: &State) {
    let mut changes = saves.iter().flat_map(|save| &save.changes).peekable();
    let result = if state.failed.load(SeqCst) {
        Err(unsaved())
    } else if changes.peek().is_some() {
        store.save(changes).map_err(|error| format!("Nothing was changed: {error}."))
    } else {
        Ok(())
    };
    if let Err(sentence) = &result {
        error!("{sentence}");
        state.failed.store(true, SeqCst);
    }
    for Save { changes, done } in saves {
        if !changes.is_empty() {
            state.unsaved.fetch_sub(1, SeqCst);
        }
        // Whoever asked may be gone.
        let _ = done.send(result.clone());
    }
}

fn unsaved() -> String {
    "Nothing was changed, and what came just before could not be saved either; call again.".to_owned()
}

fn stopped() -> String {
    "Nothing was changed: the server is about to stop.".to_owned()
}
