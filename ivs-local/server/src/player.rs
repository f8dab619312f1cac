//! What players ask for: the playlists and segments of a channel.

use crate::cors;
use crate::server::App;
use axum::Router;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Json, Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ORIGIN, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use ivs_local_core::{Player, Refusal};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;

/// Where players say in which country they are: the service knows it by their address.
const COUNTRY: &str = "cloudfront-viewer-country";

const PLAYLIST: &str = "application/vnd.apple.mpegurl";
const TRANSPORT_STREAM: &str = "video/mp2t";

#[derive(Deserialize)]
struct Authorization {
    token: Option<String>,
}

/// `playbackUrl`, and what is below it.
pub fn router() -> Router<Arc<App>> {
    Router::new()
        // A look at it must not use up a token.
        .route("/api/video/v1/{channel}", get(multivariant).head(async || StatusCode::METHOD_NOT_ALLOWED))
        .route("/api/video/v1/session/{session}/{file}", get(session_file))
        .layer(cors::players())
}

async fn multivariant(
    State(app): State<Arc<App>>,
    channel: Result<Path<String>, PathRejection>,
    query: Result<Query<Authorization>, QueryRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    // What cannot be read names nothing that there is.
    let channel = channel.map_or_else(|_| String::new(), |Path(channel)| channel);
    let token = query.ok().and_then(|Query(query)| query.token);
    let playlist = app.with_ivs(|ivs| ivs.open_playback(&channel, token.as_deref(), player(&headers)));
    answer(&app, &uri, playlist.map(|playlist| (PLAYLIST, playlist.into_bytes())))
}

async fn session_file(
    State(app): State<Arc<App>>,
    names: Result<Path<(String, String)>, PathRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let (session, file) = names.map_or_else(|_| Default::default(), |Path(names)| names);
    let player = player(&headers);
    let made = app.with_ivs(|ivs| match file.strip_suffix(".ts").map(str::parse) {
        Some(Ok(number)) => ivs.segment(&session, number, player).map(|segment| (TRANSPORT_STREAM, segment)),
        _ => ivs.playlist(&session, &file, player).map(|playlist| (PLAYLIST, playlist.into_bytes())),
    });
    answer(&app, &uri, made)
}

fn player(headers: &HeaderMap) -> Player<'_> {
    // A header that is no text is no origin that may.
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    Player { origin: text(ORIGIN.as_str()), country: text(COUNTRY) }
}

/// A refusal is a list with one object, as the service answers players.
fn answer(app: &App, uri: &Uri, made: Result<(&'static str, Vec<u8>), Refusal>) -> Response {
    let guard = [(CACHE_CONTROL, "no-store"), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    match made {
        Ok((kind, bytes)) => (guard, [(CONTENT_TYPE, kind)], bytes).into_response(),
        Err(Refusal { status, code, message }) => {
            // Without the query: it has the token.
            let url = format!("{}{}", app.endpoint, uri.path());
            let body = json!([{ "url": url, "error": message, "error_code": code, "type": "error" }]);
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FORBIDDEN);
            (status, guard, Json(body)).into_response()
        }
    }
}
