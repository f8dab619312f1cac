//! Events as they happen: as server-sent events, and posted to an address.

use crate::server::App;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{Method, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{sleep, timeout};
use tracing::warn;

/// How often time passes while somebody waits.
const INTERVAL: Duration = Duration::from_millis(100);

/// How often an event is posted until it is accepted, at longer and longer intervals.
const ATTEMPTS: u32 = 8;

/// Between the first two attempts.
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// How long the answer to an event may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether a request asks for a stream of events.
pub fn are_wanted(request: &Request) -> bool {
    let accepts = |accept: &str| accept.split(',').any(|kind| kind.trim().starts_with("text/event-stream"));
    request.method() == Method::GET
        && request.uri().path() == "/_local/events"
        && request.headers().get_all(ACCEPT).iter().any(|accept| accept.to_str().is_ok_and(accepts))
}

/// The events after the one that was asked for, and then those that follow; `None` if that cannot be read. Their ids are the run of the
/// server and their numbers, and a browser that connects again repeats the last one.
pub fn stream(app: Arc<App>, request: &Request) -> Option<Response> {
    let run = app.run.clone();
    let last_seen = request.headers().get("last-event-id").map(|id| {
        let number = id.to_str().ok().and_then(|id| id.strip_prefix(run.as_str())?.strip_prefix('-')?.parse().ok());
        // All of this run are new to whoever saw those of another.
        number.unwrap_or(0)
    });
    let query = request.uri().query().unwrap_or_default();
    let after = query.split('&').find_map(|pair| pair.strip_prefix("after=")).map(str::parse).transpose().ok()?;
    let events = stream::unfold((app, last_seen.or(after).unwrap_or(0)), move |(app, after)| {
        let run = run.clone();
        async move {
            let (number, json) = next(&app, after).await;
            let event = Event::default().id(format!("{run}-{number}")).data(json);
            Some((Ok::<_, Infallible>(event), (app, number)))
        }
    });
    let keep = [("cache-control", "no-store"), ("x-content-type-options", "nosniff")];
    Some((keep, Sse::new(events).keep_alive(KeepAlive::default())).into_response())
}

/// The event after that number, as soon as there is one, with its own.
async fn next(app: &App, mut after: u64) -> (u64, String) {
    let mut last = app.last_event.subscribe();
    loop {
        last.borrow_and_update();
        let event = app.with_service(|service| {
            // A client may ask for those after one that has not happened yet.
            after = after.min(service.last_event());
            let (number, event) = service.events_after(after).next()?;
            Some((number, serde_json::to_string(event).unwrap_or_default()))
        });
        match event.await {
            Ok(Some(event)) => return event,
            Ok(None) => drop(last.changed().await),
            // What has happened cannot be saved yet.
            Err(_) => sleep(INTERVAL).await,
        }
    }
}

/// Lets time pass while somebody waits for events: some happen although nobody calls.
pub async fn tick(app: Arc<App>) {
    loop {
        sleep(INTERVAL).await;
        if app.last_event.receiver_count() > 0 {
            // Where it cannot be saved, it is tried again.
            let _ = app.with_service(|_| ()).await;
        }
    }
}

/// Posts every event to an address, one after another.
pub async fn post(app: Arc<App>, url: Uri) {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let mut last = 0;
    loop {
        let (number, json) = next(&app, last).await;
        let skipped = number.saturating_sub(last + 1);
        if skipped > 0 {
            warn!(skipped, "events are given up: more have happened than are kept");
        }
        deliver(&client, &url, number, &json).await;
        last = number;
    }
}

async fn deliver(client: &Client<HttpConnector, Body>, url: &Uri, number: u64, json: &str) {
    let mut wait = FIRST_WAIT;
    for attempt in 1..=ATTEMPTS {
        let request = Request::post(url.clone())
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(json.to_owned()))
            .map(|request| timeout(PATIENCE, client.request(request)));
        let why = match request {
            Ok(answer) => match answer.await {
                Ok(Ok(response)) if response.status().is_success() => return,
                Ok(Ok(response)) => response.status().to_string(),
                Ok(Err(error)) => error.to_string(),
                Err(_) => format!("no answer within {PATIENCE:?}"),
            },
            Err(error) => error.to_string(),
        };
        warn!(event = number, attempt, why, "an event was not accepted");
        if attempt < ATTEMPTS {
            sleep(wait).await;
            wait *= 2;
        }
    }
    warn!(event = number, "an event is given up");
}
