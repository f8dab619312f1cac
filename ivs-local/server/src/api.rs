//! One request, from HTTP to the service and back.

use crate::body;
use crate::events;
use crate::log::Operation;
use crate::serve::NoAnswer;
use crate::server::App;
use crate::signature;
use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use ivs_local_core::auth::Access;
use ivs_local_core::auth::canonical::Steps;
use ivs_local_core::{self as core, Error, Route, Service};
use std::sync::Arc;
use time::OffsetDateTime;
use tracing::{Level, debug, enabled};

/// Maximum length of the body of a call, in bytes.
const MAX_BODY: usize = 10 << 20;

/// Maximum length of a state, in bytes: more than one that this server gives.
const MAX_STATE: usize = 1 << 30;

/// Maximum length of the body of other requests, in bytes.
const MAX_LOCAL_BODY: usize = 64 << 10;

/// Answers a call of an operation, or what has none.
pub async fn call(State(app): State<Arc<App>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let headers = headers(&head);
    let request = head_of(&head, &headers);
    let Some(route) = Route::find(request.method, request.path) else {
        return response(core::Response::error(&Error::unknown_operation(request.method, request.path)));
    };
    // Nothing of a body is kept for a request that its head alone rules out.
    let checked =
        body::check_length(&body, MAX_BODY).and_then(|()| app.keys.check_head(&request, OffsetDateTime::now_utc()));
    let access = match checked {
        Ok(access) => access,
        Err(error) => {
            body::discard(body, MAX_BODY).await;
            let answered = app.with_service(|service| service.api(&route, &request, Err(error))).await;
            return answer(&route, answered);
        }
    };
    let body = body::read(body, MAX_BODY, app.patience).await;
    let request = core::Request { body: body.as_deref().unwrap_or_default(), ..request };
    let verified = body.as_ref().map_err(Clone::clone).and_then(|_| signature::verify(&access, &request));
    if body.is_ok() && verified.is_err() {
        log_steps(&access, &request);
    }
    let answered = app.with_service(|service| service.api(&route, &request, verified.map(|()| &access))).await;
    answer(&route, answered)
}

/// Answers a request below `/_local`.
pub async fn local(State(app): State<Arc<App>>, request: Request) -> Response {
    if events::are_wanted(&request)
        && let Some(response) = events::stream(Arc::clone(&app), &request)
    {
        return response;
    }
    other(&app, request, Service::local).await
}

/// Answers a player.
pub async fn play(State(app): State<Arc<App>>, request: Request) -> Response {
    other(&app, request, Service::play).await
}

async fn other(
    app: &App,
    request: Request,
    answer: impl FnOnce(&mut Service, &core::Request<'_>) -> core::Response,
) -> Response {
    let (head, body) = request.into_parts();
    let headers = headers(&head);
    let limit = if head.uri.path() == "/_local/state" { MAX_STATE } else { MAX_LOCAL_BODY };
    if let Err(error) = body::check_length(&body, limit) {
        body::discard(body, MAX_BODY).await;
        return response(Service::local_error(&error));
    }
    match body::read(body, limit, app.patience).await {
        Ok(body) => {
            let request = core::Request { body: &body, ..head_of(&head, &headers) };
            let answered = app.with_service(|service| answer(service, &request)).await;
            response(answered.unwrap_or_else(|error| Service::local_error(&error)))
        }
        Err(error) => response(Service::local_error(&error)),
    }
}

fn headers(head: &Parts) -> Vec<(&str, &[u8])> {
    head.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect()
}

/// The request without its body.
fn head_of<'a>(head: &'a Parts, headers: &'a [(&'a str, &'a [u8])]) -> core::Request<'a> {
    core::Request {
        method: head.method.as_str(),
        path: head.uri.path(),
        query: head.uri.query().unwrap_or_default(),
        headers,
        body: b"",
    }
}

fn answer(route: &Route<'_>, answer: Result<Result<core::Response, core::AnswerLost>, Error>) -> Response {
    let answer = answer.unwrap_or_else(|error| Ok(core::Response::error(&error)));
    let mut response = answer.map_or_else(|core::AnswerLost| Extension(NoAnswer).into_response(), response);
    response.extensions_mut().insert(Operation(route.operation.name));
    response
}

/// Logs what the signature of a request should have been made from, if somebody wants to know.
fn log_steps(access: &Access<'_>, request: &core::Request<'_>) {
    if !enabled!(Level::DEBUG) {
        return;
    }
    // By the signer of ivs-wasm, whose steps can be seen; it does not judge.
    match access.sign(request) {
        Ok(Some(Steps { canonical_request, string_to_sign, signature })) => debug!(
            canonical_request,
            string_to_sign,
            expected = signature,
            received = access.claim.signature,
            "the signature is wrong"
        ),
        Ok(None) => {}
        Err(error) => debug!(error = error.message, "the signature cannot be computed"),
    }
}

/// The response over HTTP.
pub fn response(response: core::Response) -> Response {
    let core::Response { status, headers, body } = response;
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}
