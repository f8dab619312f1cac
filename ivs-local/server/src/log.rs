//! The log: a line for each request, on stderr.

use crate::arguments::Log;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use std::io;
use std::time::Instant;
use tracing::{Level, info};
use tracing_appender::non_blocking;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::fmt;

/// An extension of the responses to calls of an operation: its name.
#[derive(Debug, Clone, Copy)]
pub struct Operation(pub &'static str);

/// Begins to log, until the guard is dropped.
///
/// Lines that nobody reads are dropped: a program that started this one and does not read its stderr must not stop it.
pub fn start(log: Log, json: bool) -> Option<WorkerGuard> {
    let level = match log {
        Log::Off => return None,
        Log::Info => Level::INFO,
        Log::Debug => Level::DEBUG,
    };
    let (writer, guard) = non_blocking(io::stderr());
    let subscriber = fmt().with_max_level(level).with_target(false).with_ansi(false).with_writer(writer);
    // It fails only where a log has been started before.
    let _ = if json { subscriber.json().flatten_event(true).try_init() } else { subscriber.try_init() };
    Some(guard)
}

/// Logs a request when it is answered.
pub async fn requests(request: Request, next: Next) -> Response {
    let (start, method, path) = (Instant::now(), request.method().clone(), request.uri().path().to_owned());
    let response = next.run(request).await;
    let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
    let (status, ms) = (response.status().as_u16(), milliseconds(start));
    let (request_id, error) = (header("x-amzn-requestid").unwrap_or_default(), header("x-amzn-errortype"));
    if let Some(Operation(operation)) = response.extensions().get::<Operation>() {
        info!(operation, status, ms, request_id, error);
    } else {
        // Without the query, which may have a token.
        info!(%method, path, status, ms, request_id, error);
    }
    response
}

/// Since then, in thousandths.
fn milliseconds(start: Instant) -> f64 {
    (start.elapsed().as_secs_f64() * 1e6).round() / 1e3
}
