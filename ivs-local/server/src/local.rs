//! The endpoints that AWS does not have, for programs and pages of this machine.

use crate::body;
use crate::cors;
use crate::encoder;
use crate::error;
use crate::faults;
use crate::host;
use crate::server::App;
use axum::Router;
use axum::body::Body;
use axum::extract::{Json, State};
use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, StatusCode};
use axum::middleware::{from_fn, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use ivs_local_core::Error;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt;
use std::sync::Arc;

/// Maximum length of a body, in bytes.
const MAX_BODY: usize = 64 << 10;

/// `/_local/…`.
pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/_local/credentials", get(credentials))
        .route("/_local/encoder/start", post(encoder::start))
        .route("/_local/encoder/stop", post(encoder::stop))
        .route("/_local/encoder/metadata", get(encoder::metadata))
        .route("/_local/faults", get(faults::list).post(faults::add).delete(faults::clear))
        .layer(cors::loopback_origins())
        .layer(from_fn(host::loopback_only))
        .layer(map_response(guard_headers))
}

/// They return the secret: nothing keeps a response, takes it for a script, or loads it into a page of another site.
async fn guard_headers(response: Response) -> Response {
    let headers = [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    (headers, response).into_response()
}

async fn credentials(State(app): State<Arc<App>>) -> Json<Value> {
    let mut credentials = json!({
        "endpoint": app.endpoint,
        "region": app.verifier.region,
        "accessKeyId": app.verifier.access_key_id,
        "secretAccessKey": app.verifier.secret_access_key,
    });
    if let (Some(token), Some(members)) = (&app.verifier.session_token, credentials.as_object_mut()) {
        members.insert("sessionToken".to_owned(), token.as_str().into());
    }
    Json(credentials)
}

/// Reads JSON whatever the content type is.
pub async fn read<T: DeserializeOwned>(app: &App, body: Body) -> Result<T, Error> {
    let body = body::read(body, MAX_BODY, app.patience).await?;
    let wrong = |error: &dyn fmt::Display| bad_request(&format!("The body is not what is wanted here: {error}."));
    let mut json = serde_json::Deserializer::from_slice(&body);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| wrong(&error))?;
    json.end().map_err(|error| wrong(&error))?;
    Ok(value)
}

pub fn bad_request(message: &str) -> Error {
    error::local("BadRequest", StatusCode::BAD_REQUEST, message)
}
