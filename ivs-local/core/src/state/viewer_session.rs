//! Revocation of viewer sessions.

use super::{Answer, Ivs, find, nothing};
use crate::error::Error;
use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    channel_arn: String,
    viewer_id: String,
    #[serde(default)]
    viewer_session_versions_less_than_or_equal_to: i64,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchStart {
    viewer_sessions: Vec<Start>,
}

pub fn start(ivs: &mut Ivs, input: Start) -> Answer {
    revoke(ivs, &input)?;
    Ok(nothing())
}

pub fn batch_start(ivs: &mut Ivs, input: BatchStart) -> Answer {
    let errors: Vec<_> = input
        .viewer_sessions
        .iter()
        .filter_map(|session| {
            revoke(ivs, session).err()?;
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

fn revoke(ivs: &mut Ivs, session: &Start) -> Result<(), Error> {
    find(&ivs.channels, &session.channel_arn)?;
    ivs.revoke(&session.channel_arn, &session.viewer_id, session.viewer_session_versions_less_than_or_equal_to);
    Ok(())
}
