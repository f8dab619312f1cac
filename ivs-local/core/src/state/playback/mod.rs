//! Who may watch a channel, and what players are given.
//!
//! A player asks for the multivariant playlist of a channel, `playbackUrl`, once. Here it is decided whether it may, by the token of a private
//! channel or by the playback restriction policy of another one; what it asks for then belongs to the session that has begun.
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/private-channels.html>

mod origin;
mod token;

pub use token::Claims;

use super::playback_restriction_policy::PlaybackRestrictionPolicy;
use super::stream::Stream;
use super::{Ivs, Table};
use crate::ids::Ids;
use crate::media::{SEGMENTS_LISTED, Timed, media_playlist, multivariant_playlist, segment, segment_at};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// Sessions that are kept; those that were not used for longest are forgotten.
const MOST_SESSIONS: usize = 10_000;

/// The file of a session that lists its segments.
const PLAYLIST: &str = "live.m3u8";

/// How long a token with a viewer's id is valid at most, and so how long a revocation matters.
const TOKEN_LIFE: Duration = Duration::minutes(10);

/// What a player says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Player<'a> {
    /// The header `Origin`.
    pub origin: Option<&'a str>,
    /// The two letters of its country, where they are known.
    pub country: Option<&'a str>,
}

/// Why a player is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Status of the response.
    pub status: u16,
    /// The service's `error_code`.
    pub code: &'static str,
    /// The service's `error`, for people.
    pub message: String,
}

/// Which players have been let in, and which are not to be.
#[derive(Clone, Serialize, Deserialize)]
pub struct Viewing {
    /// Of their own: who watches does not change the names of resources.
    ids: Ids,
    pub(super) sessions: Table<Session>,
    /// The ids of tokens that were to be used once, with the time at which they expire.
    pub(super) used: Table<i64>,
    /// By the channel and the viewer's id.
    pub(super) revoked: Table<Revocation>,
}

/// The greatest version of which a viewer's sessions were revoked.
#[derive(Clone, Serialize, Deserialize)]
pub struct Revocation {
    version: i64,
    #[serde(with = "time::serde::rfc3339")]
    at: OffsetDateTime,
}

/// What a player has been let in to.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    id: String,
    channel_arn: String,
    stream_id: String,
    viewer: Option<(String, i64)>,
    /// Where the origin is to be enforced all the time: those that may.
    origins: Option<Vec<String>>,
    /// When it asked for its playlist last.
    #[serde(with = "time::serde::rfc3339")]
    seen: OffsetDateTime,
}

impl Refusal {
    /// The token is none, or not valid.
    fn token(message: impl Into<String>) -> Self {
        Self { status: 403, code: "invalid_playback_auth_token", message: message.into() }
    }

    /// The token is valid, but not for this.
    fn authorization(message: impl Into<String>) -> Self {
        Self { status: 403, code: "playback_auth_error", message: message.into() }
    }

    /// There is nothing to play.
    pub(crate) fn nothing(message: &str) -> Self {
        Self { status: 404, code: "transcode_does_not_exist", message: message.to_owned() }
    }
}

impl Ivs {
    /// The multivariant playlist of a channel, and with it a session.
    ///
    /// `name` is that of the file in a `playbackUrl`, `REGION.ACCOUNT.channel.ID.m3u8`.
    pub fn open_playback(&mut self, name: &str, token: Option<&str>, player: Player) -> Result<String, Refusal> {
        let unknown = || Refusal::nothing("there is no such channel");
        let mut parts = name.strip_suffix(".m3u8").unwrap_or_default().split('.');
        let (Some(region), Some(account), Some("channel"), Some(id), None) =
            (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(unknown());
        };
        let arn = format!("arn:aws:ivs:{region}:{account}:channel/{id}");
        let channel = self.channels.get(&arn).ok_or_else(unknown)?;
        let mut used_by = None;
        let (viewer, origins) = if channel.authorized {
            let claims = self.admit(&arn, token, player)?;
            let origins = claims.strict_origin_enforcement.then(|| claims.origins());
            used_by = claims.single_use_uuid.map(|id| (id, claims.exp));
            (claims.viewer_id.map(|viewer| (viewer, claims.viewer_session_version)), origins)
        } else {
            let policy = self.playback_restriction_policies.get(&channel.playback_restriction_policy_arn);
            (None, policy.map_or(Ok(None), |policy| restrict(policy, player))?)
        };
        let stream = self.on_air(&arn).ok_or_else(|| Refusal::nothing("the channel is not live"))?;
        let stream_id = stream.stream_id.clone();
        // Last: who is refused, or comes too early, has not used it.
        if let Some((id, exp)) = used_by
            && !self.viewing.use_once(id, exp, self.now)
        {
            return Err(Refusal::authorization("the token was used already (aws:single-use-uuid)"));
        }
        let id = self.viewing.ids.random(22);
        let playlist = multivariant_playlist(&format!("session/{id}/{PLAYLIST}"));
        self.viewing.open(Session { id, channel_arn: arn, stream_id, viewer, origins, seen: self.now });
        Ok(playlist)
    }

    /// Whether a player was let in here, under that name of its session.
    pub fn has_viewer(&self, session: &str) -> bool {
        self.viewing.sessions.contains(session)
    }

    /// The playlist of what a session plays.
    pub fn playlist(&mut self, session: &str, file: &str, player: Player) -> Result<String, Refusal> {
        if let Some(session) = self.viewing.sessions.get_mut_unsaved(session) {
            session.seen = self.now;
        }
        let (stream, milliseconds) = self.playing(session, player)?;
        if file != PLAYLIST {
            return Err(Refusal::nothing("there is no such file"));
        }
        Ok(media_playlist(stream.start_time, milliseconds))
    }

    /// A segment of what a session plays.
    pub fn segment(&self, session: &str, number: u64, player: Player) -> Result<Vec<u8>, Refusal> {
        let (stream, milliseconds) = self.playing(session, player)?;
        let end = segment_at(milliseconds);
        // Players may ask for one that has just left the playlist.
        if number >= end || number + 2 * SEGMENTS_LISTED < end {
            return Err(Refusal::nothing("there is no such segment"));
        }
        let items = self.metadata.of(&stream.stream_id);
        let items = items.map(|item| Timed { at: since(stream.start_time, item.at), text: &item.metadata });
        let items: Vec<_> = items.filter(|item| segment_at(item.at) == number).collect();
        Ok(segment(number, &items))
    }

    /// Ends the sessions of a viewer, up to a version, and lets no more of them in.
    pub(super) fn revoke(&mut self, channel_arn: &str, viewer_id: &str, version: i64) {
        let now = self.now;
        self.viewing.sessions.retain(|session| {
            let is_of = |(id, its_version): &(String, i64)| id == viewer_id && *its_version <= version;
            session.channel_arn != channel_arn || !session.viewer.as_ref().is_some_and(is_of)
        });
        let revoked = &mut self.viewing.revoked;
        revoked.retain(|revocation| now - revocation.at <= TOKEN_LIFE);
        let viewer = viewer(channel_arn, viewer_id);
        match revoked.get_mut(&viewer) {
            Some(revocation) => {
                *revocation = Revocation { version: version.max(revocation.version), at: now };
            }
            None => revoked.insert(&viewer, Revocation { version, at: now }),
        }
    }

    /// What a token of a private channel allows.
    fn admit(&self, channel_arn: &str, token: Option<&str>, player: Player) -> Result<Claims, Refusal> {
        let keys = self.playback_key_pairs.values().map(|pair| &pair.key);
        let claims = token::verify(token.unwrap_or_default(), keys, self.now).map_err(Refusal::token)?;
        if claims.channel_arn != channel_arn {
            return Err(Refusal::authorization("the token is for another channel (aws:channel-arn)"));
        }
        check_origin(&claims.origins(), claims.strict_origin_enforcement, player.origin)?;
        if let Some(viewer) = &claims.viewer_id
            && self.viewing.is_revoked(channel_arn, viewer, claims.viewer_session_version)
        {
            return Err(Refusal::authorization("the viewer's session was revoked"));
        }
        Ok(claims)
    }

    /// What a session plays, and for how many milliseconds it has been live.
    fn playing(&self, session: &str, player: Player) -> Result<(&Stream, u64), Refusal> {
        let session = self.viewing.sessions.get(session).ok_or_else(|| {
            Refusal::authorization("there is no such session any more: it was revoked, or forgotten among many others")
        })?;
        if let Some(origins) = &session.origins {
            check_origin(origins, true, player.origin)?;
        }
        let stream = self.on_air(&session.channel_arn).filter(|stream| stream.stream_id == session.stream_id);
        let stream = stream.ok_or_else(|| Refusal::nothing("the stream has ended"))?;
        Ok((stream, since(stream.start_time, self.now)))
    }
}

impl Viewing {
    /// Nobody watches. The seed is that of the account.
    pub fn new(seed: [u8; 32]) -> Self {
        let ids = Ids::new(seed.map(|byte| !byte));
        Self { ids, sessions: Table::default(), used: Table::default(), revoked: Table::default() }
    }

    /// The same without its rows.
    pub fn emptied(&self) -> Self {
        Self {
            ids: self.ids.clone(),
            sessions: self.sessions.emptied(),
            used: self.used.emptied(),
            revoked: self.revoked.emptied(),
        }
    }

    fn open(&mut self, session: Session) {
        if self.sessions.len() == MOST_SESSIONS {
            let unused = self.sessions.values().min_by_key(|session| session.seen).map(|session| session.id.clone());
            self.sessions.remove(&unused.unwrap_or_default());
        }
        self.sessions.insert(&session.id.clone(), session);
    }

    fn is_revoked(&self, channel_arn: &str, viewer_id: &str, version: i64) -> bool {
        let revocation = self.revoked.get(&viewer(channel_arn, viewer_id));
        revocation.is_some_and(|revocation| version <= revocation.version)
    }

    /// Whether the token of that id was not used before.
    fn use_once(&mut self, id: Uuid, exp: i64, now: OffsetDateTime) -> bool {
        self.used.retain(|exp| *exp > now.unix_timestamp());
        let id = id.to_string();
        let new = !self.used.contains(&id);
        if new {
            self.used.insert(&id, exp);
        }
        new
    }
}

/// A viewer of a channel. ARNs have no spaces.
fn viewer(channel_arn: &str, viewer_id: &str) -> String {
    format!("{channel_arn} {viewer_id}")
}

/// Whether a restriction policy admits a player; returns the origins that its session is bound to.
fn restrict(policy: &PlaybackRestrictionPolicy, player: Player) -> Result<Option<Vec<String>>, Refusal> {
    let countries = &policy.allowed_countries;
    // An address of this machine is in no country: a player that does not say is where it may be.
    if let Some(country) = player.country
        && !countries.is_empty()
        && !countries.iter().any(|allowed| allowed.eq_ignore_ascii_case(country))
    {
        return Err(Refusal { status: 403, code: "geo_restricted", message: "not in this country".to_owned() });
    }
    let strict = policy.enable_strict_origin_enforcement;
    check_origin(&policy.allowed_origins, strict, player.origin)?;
    Ok(strict.then(|| policy.allowed_origins.clone()))
}

/// Checks an origin, if there are some that may. Programs that are no browsers send none, and need one only where it is enforced strictly.
fn check_origin(allowed: &[String], strict: bool, origin: Option<&str>) -> Result<(), Refusal> {
    if allowed.is_empty() && !strict {
        return Ok(());
    }
    match origin {
        None if strict => Err(Refusal::authorization("an Origin is needed (strict origin enforcement)")),
        None => Ok(()),
        Some(origin) if allowed.is_empty() || allowed.iter().any(|allowed| origin::matches(allowed, origin)) => Ok(()),
        Some(_) => Err(Refusal::authorization("not from this origin")),
    }
}

fn since(start: OffsetDateTime, time: OffsetDateTime) -> u64 {
    u64::try_from((time - start).whole_milliseconds()).unwrap_or_default()
}
