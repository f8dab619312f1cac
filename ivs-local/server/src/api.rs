//! One call of the IVS API, from the request to the response.

use crate::auth::Head;
use crate::body;
use crate::error::Refusal;
use crate::serve::NoAnswer;
use crate::server::App;
use axum::Extension;
use axum::body::Body;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use ivs_local_core::{Error, Failure, input};
use ivs_wasm::model::Operation;
use serde_json::Value;
use time::OffsetDateTime;

/// Maximum length of a body, in bytes.
const MAX_BODY: usize = 10 << 20;

pub type Labels = Result<RawPathParams, RawPathParamsRejection>;

/// Responds to a request whose method and path are those of the operation.
pub async fn call(app: &App, operation: &'static Operation, labels: Labels, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let head = Head {
        method: head.method.as_str(),
        path: head.uri.path(),
        query: head.uri.query().unwrap_or_default(),
        headers: &head.headers,
    };
    match respond(app, operation, labels, &head, body).await {
        Ok(response) => response,
        Err(Failure::Error(error)) => Refusal::from(error).into_response(),
        Err(Failure::AnswerLost) => Extension(NoAnswer).into_response(),
    }
}

async fn respond(
    app: &App,
    operation: &'static Operation,
    labels: Labels,
    head: &Head<'_>,
    body: Body,
) -> Result<Response, Failure> {
    // Nothing of a body is kept for a request that its head alone rules out.
    let checked =
        body::check_length(&body, MAX_BODY).and_then(|()| app.verifier.check_head(head, OffsetDateTime::now_utc()));
    let claim = match checked {
        Ok(claim) => claim,
        Err(error) => {
            body::discard(body, MAX_BODY).await;
            return Err(error.into());
        }
    };
    let body = body::read(body, MAX_BODY, app.patience).await?;
    app.verifier.check_signature(&claim, head, &body)?;

    let labels = labels.map_err(|_| Error::validation("input: the path is not UTF-8"))?;
    let labels: Vec<(&str, &str)> = labels.iter().collect();
    let input = input::decode(operation, &labels, head.query, &body)?;
    Ok(answer(operation, app.with_ivs(|ivs| ivs.call(operation, input))?))
}

fn answer(operation: &Operation, output: Option<Value>) -> Response {
    let status = StatusCode::from_u16(operation.success).unwrap_or(StatusCode::OK);
    match output {
        Some(output) => (status, [(CONTENT_TYPE, "application/json")], output.to_string()).into_response(),
        None => status.into_response(),
    }
}
