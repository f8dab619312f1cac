//! Revocation of viewer sessions. A simulated stream has no viewers, so only the existence of the channel is checked.

use super::{Answer, Ivs, find, nothing};
use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    channel_arn: String,
    viewer_id: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchStart {
    viewer_sessions: Vec<Start>,
}

pub fn start(ivs: &mut Ivs, input: Start) -> Answer {
    find(&ivs.channels, &input.channel_arn)?;
    Ok(nothing())
}

pub fn batch_start(ivs: &mut Ivs, input: BatchStart) -> Answer {
    let errors: Vec<_> = input
        .viewer_sessions
        .iter()
        .filter_map(|session| {
            find(&ivs.channels, &session.channel_arn).err()?;
            Some(json!({
                "channelArn": session.channel_arn,
                "viewerId": session.viewer_id,
                // The permission is looked for before the channel.
                "code": "403",
                "message": format!("not authorized: the account has no channel {}", session.channel_arn),
            }))
        })
        .collect();
    Ok(if errors.is_empty() { nothing() } else { json!({ "errors": errors }) })
}
