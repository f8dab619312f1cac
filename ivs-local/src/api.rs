//! One call of the IVS API, from the request to the response.

use crate::auth::Received;
use crate::error::Error;
use crate::input;
use crate::output;
use crate::server::App;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{RawPathParams, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, request};
use axum::response::{IntoResponse, Response};
use ivs_wasm::model::Operation;
use ivs_wasm::protocol::validate;
use serde_json::Value;
use std::error::Error as _;
use time::OffsetDateTime;

/// Maximum length of a body, in bytes.
const MAX_BODY: usize = 10 << 20;

pub type Labels = Result<RawPathParams, RawPathParamsRejection>;

/// Responds to a request whose method and path are those of the operation.
pub async fn call(app: &App, operation: &'static Operation, labels: Labels, request: Request) -> Response {
    let (head, body) = request.into_parts();
    match read(body).await.and_then(|body| perform(app, operation, labels, &head, &body)) {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

async fn read(body: Body) -> Result<Bytes, Error> {
    to_bytes(body, MAX_BODY).await.map_err(|error| {
        let mut cause = error.source();
        while let Some(source) = cause {
            if source.is::<http_body_util::LengthLimitError>() {
                return Error::too_large(MAX_BODY);
            }
            cause = source.source();
        }
        Error::broken_body()
    })
}

fn perform(
    app: &App,
    operation: &'static Operation,
    labels: Labels,
    head: &request::Parts,
    body: &[u8],
) -> Result<Response, Error> {
    let query = head.uri.query().unwrap_or_default();
    let received =
        Received { method: head.method.as_str(), path: head.uri.path(), query, headers: &head.headers, body };
    app.verifier.verify(&received, OffsetDateTime::now_utc())?;

    let labels = labels.map_err(|_| Error::validation("input: the path is not UTF-8"))?;
    let labels: Vec<(&str, &str)> = labels.iter().collect();
    let input = input::decode(operation, &labels, query, body)?;
    let problems = validate(operation.input, &input);
    if !problems.is_empty() {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        return Err(Error::validation(problems.join("; ")));
    }
    let output = app.ivs().perform(operation, input::without_nulls(input))?;
    Ok(answer(operation, &output))
}

fn answer(operation: &Operation, output: &Value) -> Response {
    let status = StatusCode::from_u16(operation.success).unwrap_or(StatusCode::OK);
    match operation.output {
        Some(shape) => {
            let body = output::only_modelled(shape, output).to_string();
            (status, [(CONTENT_TYPE, "application/json")], body).into_response()
        }
        None => status.into_response(),
    }
}
