//! The endpoints that AWS does not have: credentials for the demo, and a simulated encoder.

use crate::body;
use crate::cors;
use crate::error::{self, Refusal};
use crate::host;
use crate::server::App;
use axum::Router;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Json, Query, State};
use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, StatusCode};
use axum::middleware::{from_fn, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use ivs_local_core::{Error, Rejected, Start, Stop};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Arc;

/// Maximum length of a body, in bytes.
const MAX_BODY: usize = 64 << 10;

type Answer = Result<Json<Value>, Refusal>;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Channel {
    channel_arn: String,
}

/// `/_local/…`, for pages of this machine.
pub fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/_local/credentials", get(credentials))
        .route("/_local/encoder/start", post(start))
        .route("/_local/encoder/stop", post(stop))
        .route("/_local/encoder/metadata", get(metadata))
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

async fn start(State(app): State<Arc<App>>, body: Body) -> Answer {
    let input: Start = read(&app, body).await?;
    let started = app.with_ivs(|ivs| ivs.start_stream(&input)).map_err(rejected)?;
    Ok(Json(json!(started)))
}

async fn stop(State(app): State<Arc<App>>, body: Body) -> Answer {
    let input: Stop = read(&app, body).await?;
    app.with_ivs(|ivs| ivs.stop_stream(&input)).map_err(rejected)?;
    Ok(Json(json!({})))
}

async fn metadata(State(app): State<Arc<App>>, channel: Result<Query<Channel>, QueryRejection>) -> Answer {
    let Query(Channel { channel_arn }) = channel.map_err(|_| bad_request("The query needs a channelArn."))?;
    app.with_ivs(|ivs| match ivs.metadata(&channel_arn) {
        Ok(metadata) => Ok(Json(json!({ "metadata": metadata }))),
        Err(Rejected::UnknownKey) => {
            Err(error::local("NotFound", StatusCode::NOT_FOUND, "There is no such channel.").into())
        }
        Err(other) => Err(rejected(other).into()),
    })
}

/// Reads JSON whatever the content type is.
async fn read<T: DeserializeOwned>(app: &App, body: Body) -> Result<T, Error> {
    let body = body::read(body, MAX_BODY, app.patience).await?;
    serde_json::from_slice(&body)
        .map_err(|error| bad_request(&format!("The body is not what is wanted here: {error}.")))
}

fn rejected(why: Rejected) -> Error {
    match why {
        Rejected::UnknownKey => {
            error::local("UnknownStreamKey", StatusCode::FORBIDDEN, "No channel has this stream key.")
        }
        Rejected::AlreadyLive => {
            error::local("AlreadyLive", StatusCode::CONFLICT, "The channel of this stream key is live already.")
        }
        Rejected::NotLive => error::local("NotLive", StatusCode::CONFLICT, "The channel is not live."),
        Rejected::NotConnected => error::local(
            "NotConnected",
            StatusCode::CONFLICT,
            "The channel is live, but by an encoder that connected with another stream key.",
        ),
    }
}

fn bad_request(message: &str) -> Error {
    error::local("BadRequest", StatusCode::BAD_REQUEST, message)
}
