//! Stream keys: one for each channel.

use super::tag::{self, Tags};
use super::{Answer, ByArn, ByArns, Ivs, batch, find, nothing};
use crate::error::Error;
use crate::ids;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StreamKey {
    pub arn: String,
    pub value: String,
    pub channel_arn: String,
    pub tags: Tags,
}

impl StreamKey {
    pub fn new(region: &str, channel_arn: &str, tags: Tags) -> Self {
        Self {
            arn: ids::arn(region, "stream-key"),
            value: ids::stream_key(region),
            channel_arn: channel_arn.to_owned(),
            tags,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Create {
    channel_arn: String,
    #[serde(default)]
    tags: Tags,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    channel_arn: String,
    #[serde(flatten)]
    page: Page,
}

pub fn create(ivs: &mut Ivs, input: Create) -> Answer {
    tag::check(&input.tags)?;
    find(&ivs.channels, &input.channel_arn)?;
    if ivs.stream_keys.values().any(|key| key.channel_arn == input.channel_arn) {
        return Err(Error::quota(format!(
            "The channel {} has the one stream key that it may have; delete it first.",
            input.channel_arn
        )));
    }
    let key = StreamKey::new(&ivs.settings.region, &input.channel_arn, input.tags);
    let output = json!({ "streamKey": key });
    ivs.stream_keys.insert(&key.arn.clone(), key);
    Ok(output)
}

pub fn get(ivs: &mut Ivs, input: ByArn) -> Answer {
    Ok(json!({ "streamKey": find(&ivs.stream_keys, &input.arn)? }))
}

pub fn batch_get(ivs: &mut Ivs, input: ByArns) -> Answer {
    Ok(batch(&ivs.stream_keys, &input.arns, "streamKeys"))
}

/// A stream that was started with the key continues; the key cannot start another.
pub fn delete(ivs: &mut Ivs, input: ByArn) -> Answer {
    ivs.stream_keys.remove(&input.arn).map(|_| nothing()).ok_or_else(|| Error::not_found(&input.arn))
}

pub fn list(ivs: &mut Ivs, input: List) -> Answer {
    find(&ivs.channels, &input.channel_arn)?;
    let list = format!("ListStreamKeys {}", input.channel_arn);
    let rows = ivs.stream_keys.iter().filter(|(_, key)| key.channel_arn == input.channel_arn);
    ivs.tokens.page(&list, "streamKeys", 1, &input.page, rows)
}
