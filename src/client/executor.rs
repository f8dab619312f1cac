//! Polls the future of each call where the promise that it awaits is settled.
//!
//! wasm-bindgen-futures' own `spawn_local` polls all futures that are ready in one microtask, so that calls continue in
//! the async context (`AsyncLocalStorage`) of whichever call scheduled that microtask. Here nothing that several calls share
//! continues them: a waker polls its own future at once, within the reaction of the promise that woke it.

use std::cell::RefCell;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Wake, Waker};

type Task = Pin<Box<dyn Future<Output = ()>>>;

enum Slot {
    Free,
    Waiting(Task),
    Polled {
        /// It was woken meanwhile.
        again: bool,
    },
}

/// The futures by their index, and the indexes that are free.
struct Table {
    slots: Vec<Slot>,
    free: Vec<usize>,
}

thread_local! {
    static TABLE: RefCell<Table> = const { RefCell::new(Table { slots: Vec::new(), free: Vec::new() }) };
}

/// Runs a future to its first await at once, and then whenever what it awaits is there.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    let task = Slot::Waiting(Box::pin(future));
    let index = TABLE.with_borrow_mut(|Table { slots, free }| {
        let index = free.pop().unwrap_or(slots.len());
        match slots.get_mut(index) {
            Some(slot) => *slot = task,
            None => slots.push(task),
        }
        index
    });
    poll(index);
}

struct Index(usize);

impl Wake for Index {
    fn wake(self: Arc<Self>) {
        poll(self.0);
    }
}

/// The table is not borrowed while a future runs or is dropped: it may wake others, and spawn.
fn poll(index: usize) {
    let waker = Waker::from(Arc::new(Index(index)));
    loop {
        let Some(mut task) = take(index) else { return };
        let is_ready = task.as_mut().poll(&mut Context::from_waker(&waker)).is_ready();
        let unfinished = (!is_ready).then_some(task);
        let again = TABLE.with_borrow_mut(|Table { slots, free }| {
            let Some(slot) = slots.get_mut(index) else { return false };
            let again = matches!(slot, Slot::Polled { again: true });
            if let Some(task) = unfinished {
                *slot = Slot::Waiting(task);
                return again;
            }
            *slot = Slot::Free;
            free.push(index);
            false
        });
        if !again {
            return;
        }
    }
}

/// The future, unless it is being polled, which then is done once more.
fn take(index: usize) -> Option<Task> {
    TABLE.with_borrow_mut(|Table { slots, .. }| {
        let slot = slots.get_mut(index)?;
        match std::mem::replace(slot, Slot::Polled { again: false }) {
            Slot::Waiting(task) => return Some(task),
            Slot::Polled { .. } => *slot = Slot::Polled { again: true },
            Slot::Free => *slot = Slot::Free,
        }
        None
    })
}
