//! What players ask for: the playlists and segments of a channel.

use super::Service;
use crate::request::{Request, Response};
use crate::state::playback::{Player, Refusal};
use percent_encoding::percent_decode_str;
use serde_json::json;

/// Where the paths of `playbackUrl`s begin.
pub const PREFIX: &str = "/api/video/v1/";

/// Where players say in which country they are: the service knows it by their address.
const COUNTRY: &str = "cloudfront-viewer-country";

const PLAYLIST: &str = "application/vnd.apple.mpegurl";
const TRANSPORT_STREAM: &str = "video/mp2t";

const HEADERS: [(&str, &str); 2] = [("cache-control", "no-store"), ("x-content-type-options", "nosniff")];

impl Service {
    /// Answers a request of a player, whose path begins with [`PREFIX`].
    pub fn play(&mut self, request: &Request<'_>) -> Response {
        // A look at it must not use up a token.
        if request.method != "GET" {
            return Response::empty(405).with(&[("allow", "GET")]);
        }
        let response = match self.play_file(request) {
            Ok(response) => response,
            Err(Refusal { status, code, message }) => {
                // Without the query: it has the token.
                let url = format!("{}{}", self.config.endpoint, request.path);
                // A refusal is a list with one object, as the service answers players.
                let body = json!([{ "url": url, "error": message, "error_code": code, "type": "error" }]);
                Response::json(status, &body)
            }
        };
        let id = self.ids.uuid().to_string();
        response.with(&HEADERS).with(&[("x-amzn-requestid", &id)])
    }

    fn play_file(&mut self, request: &Request<'_>) -> Result<Response, Refusal> {
        // A header that is no text is no origin that may.
        let player = Player { origin: request.header("origin"), country: request.header(COUNTRY) };
        let path = request.path.strip_prefix(PREFIX).unwrap_or_default();
        let path = percent_decode_str(path).decode_utf8_lossy();
        let no_file = || Refusal::nothing("there is no such file");
        let mut parts = path.split('/');
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("session"), Some(session), Some(file), None) => {
                let viewed = self.accounts.iter().find(|(_, account)| account.has_viewer(session));
                let region = viewed.map(|(region, _)| region.clone()).unwrap_or_default();
                let account = self.account(&region).ok_or_else(no_file)?;
                match file.strip_suffix(".ts").map(str::parse) {
                    Some(Ok(number)) => account.segment(session, number, player).map(segment),
                    _ => account.playlist(session, file, player).map(playlist),
                }
            }
            (Some(channel), None, ..) => {
                let token = request.query_values("token").next();
                let region = channel.split('.').next().unwrap_or_default();
                let account = self.account(region).ok_or_else(no_file)?;
                account.open_playback(channel, token.as_deref(), player).map(playlist)
            }
            _ => Err(no_file()),
        }
    }
}

fn playlist(text: String) -> Response {
    Response::bytes(200, PLAYLIST, text.into_bytes())
}

fn segment(bytes: Vec<u8>) -> Response {
    Response::bytes(200, TRANSPORT_STREAM, bytes)
}
