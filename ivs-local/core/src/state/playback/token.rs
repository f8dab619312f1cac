//! Tokens of private channels: JSON Web Tokens, signed by ES384 (RFC 7519, RFC 7518).
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/private-channels-generate-tokens.html>

use super::origin;
use crate::members::from_value;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use p384::ecdsa::signature::Verifier;
use p384::ecdsa::{Signature, VerifyingKey};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use time::OffsetDateTime;
use uuid::Uuid;

/// Bytes that a token has at most.
const MOST_BYTES: usize = 2048;

/// Characters that the id of a viewer has at most.
const MOST_OF_VIEWER_ID: usize = 40;

/// Bytes that the parameters of ads have at most, names and values together.
const MOST_OF_AD_PARAMETERS: usize = 1000;

/// Origins that there are at most where they are enforced strictly.
const MOST_STRICT_ORIGINS: usize = 5;

#[derive(Deserialize)]
struct Header {
    alg: String,
}

/// What a token says. Other members are nobody's affair.
#[derive(Debug, Deserialize)]
pub struct Claims {
    #[serde(rename = "aws:channel-arn")]
    pub channel_arn: String,
    #[serde(rename = "aws:access-control-allow-origin", default)]
    allow_origin: String,
    #[serde(rename = "aws:strict-origin-enforcement", default)]
    pub strict_origin_enforcement: bool,
    #[serde(rename = "aws:single-use-uuid")]
    pub single_use_uuid: Option<Uuid>,
    #[serde(rename = "aws:viewer-id")]
    pub viewer_id: Option<String>,
    #[serde(rename = "aws:viewer-session-version", default)]
    pub viewer_session_version: i64,
    #[serde(rename = "aws:maximum-resolution")]
    _maximum_resolution: Option<Resolution>,
    #[serde(rename = "aws:ads-player-params", default)]
    ads_player_params: BTreeMap<String, String>,
    #[serde(rename = "aws:ads-opt-out")]
    _ads_opt_out: Option<bool>,
    #[serde(rename = "aws:ads-playback-config-name")]
    _ads_playback_config_name: Option<String>,
    #[serde(rename = "aws:ads-reporting-mode")]
    _ads_reporting_mode: Option<ReportingMode>,
    pub exp: i64,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Resolution {
    Sd,
    Hd,
    FullHd,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum ReportingMode {
    Client,
    Server,
}

impl Claims {
    /// The origins that may play; every one, if there is none.
    pub fn origins(&self) -> Vec<String> {
        self.allow_origin.split(',').map(str::trim).filter(|origin| !origin.is_empty()).map(str::to_owned).collect()
    }
}

/// What a token says that one of the keys has signed, if it is valid now, or what is wrong with it.
pub fn verify<'a>(
    token: &str,
    mut keys: impl Iterator<Item = &'a VerifyingKey>,
    now: OffsetDateTime,
) -> Result<Claims, String> {
    if token.len() > MOST_BYTES {
        return Err(format!("the token has {} bytes, more than {MOST_BYTES}", token.len()));
    }
    let parts =
        token.rsplit_once('.').and_then(|(signed, signature)| Some((signed, signed.split_once('.')?, signature)));
    let Some((signed, (head, payload), signature)) = parts.filter(|(_, (_, payload), _)| !payload.contains('.')) else {
        return Err("token contains an invalid number of segments".to_owned());
    };
    let header: Header = read("header", head)?;
    if header.alg != "ES384" {
        return Err("the algorithm (alg) is not ES384".to_owned());
    }
    let claims: Claims = read("payload", payload)?;
    let signature = decode("signature", signature)?;
    let signature = Signature::from_slice(&signature).map_err(|_| "the signature is not one of ES384".to_owned())?;
    if !keys.any(|key| key.verify(signed.as_bytes(), &signature).is_ok()) {
        return Err("no playback key of this account and region has signed the token".to_owned());
    }
    check(&claims, now)?;
    Ok(claims)
}

fn read<T: DeserializeOwned>(part: &str, base64: &str) -> Result<T, String> {
    let value = serde_json::from_slice(&decode(part, base64)?).and_then(from_value);
    value.map_err(|error| format!("the {part} of the token: {error}"))
}

fn decode(part: &str, base64: &str) -> Result<Vec<u8>, String> {
    BASE64_URL_SAFE_NO_PAD.decode(base64).map_err(|error| format!("the {part} of the token is not base64url: {error}"))
}

fn check(claims: &Claims, now: OffsetDateTime) -> Result<(), String> {
    let left = claims.exp.saturating_sub(now.unix_timestamp());
    if left <= 0 {
        return Err("the token has expired (exp)".to_owned());
    }
    if left > super::TOKEN_LIFE.whole_seconds() && (claims.viewer_id.is_some() || claims.single_use_uuid.is_some()) {
        return Err("a token with aws:viewer-id or aws:single-use-uuid expires (exp) within 10 minutes".to_owned());
    }
    if claims.viewer_id.as_ref().is_some_and(|id| !(1..=MOST_OF_VIEWER_ID).contains(&id.chars().count())) {
        return Err(format!("aws:viewer-id has 1 to {MOST_OF_VIEWER_ID} characters"));
    }
    let parameters: usize = claims.ads_player_params.iter().map(|(name, value)| name.len() + value.len()).sum();
    if parameters > MOST_OF_AD_PARAMETERS {
        return Err(format!("aws:ads-player-params has {parameters} bytes, more than {MOST_OF_AD_PARAMETERS}"));
    }
    if let Some(origin) = claims.origins().iter().find(|origin| !origin::is_pattern(origin)) {
        return Err(format!("aws:access-control-allow-origin: {origin} is no origin such as https://example.com"));
    }
    if claims.strict_origin_enforcement && claims.origins().len() > MOST_STRICT_ORIGINS {
        return Err(format!("aws:strict-origin-enforcement takes {MOST_STRICT_ORIGINS} origins at most"));
    }
    Ok(())
}
