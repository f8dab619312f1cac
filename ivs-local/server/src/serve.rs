//! Connections: accepted until the program is told to stop, and closed when they send nothing.

use axum::Router;
use axum::response::Response;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::io;
use std::pin::pin;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

/// A response with this extension is not sent: the connection is closed instead.
#[derive(Debug, Clone, Copy)]
pub struct NoAnswer;

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer is not sent")
    }
}

impl Error for NoAnswer {}

/// How long requests in flight may take to finish once the program is told to stop.
const FINISHING: Duration = Duration::from_millis(800);

/// Until a connection can be accepted again, such as after too many open files.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves until it is told to stop, then lets requests in flight finish.
///
/// A connection is closed when the head of a request, also of the next one on it, takes longer than `patience`.
pub async fn serve(listener: TcpListener, routes: Router, patience: Duration, stop: impl Future<Output = ()>) {
    let mut http = http1::Builder::new();
    // Clients may end their side when they have sent their last request, and still wait for the answer.
    http.timer(TokioTimer::new()).header_read_timeout(patience).half_close(true);
    let connections = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let Ok((stream, _)) = accepted else {
            sleep(PAUSE).await;
            continue;
        };
        let routes = TowerToHyperService::new(routes.clone());
        let service = service_fn(move |request| answer(routes.call(request)));
        let connection = connections.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A connection that breaks off concerns its client alone, which knows.
            let _ = connection.await;
        });
    }
    drop(listener);
    let _ = timeout(FINISHING, connections.shutdown()).await;
}

async fn answer(response: impl Future<Output = Result<Response, Infallible>>) -> Result<Response, NoAnswer> {
    let Ok(response) = response.await;
    if response.extensions().get::<NoAnswer>().is_some() { Err(NoAnswer) } else { Ok(response) }
}

/// Waits for Ctrl-C or SIGTERM, from the moment that it is called: a signal that comes before the first connection counts, too.
#[cfg(unix)]
pub fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Waits for Ctrl-C, from the moment that it is called.
#[cfg(windows)]
pub fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}
