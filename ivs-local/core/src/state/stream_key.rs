//! Stream keys: one for each channel, as long as the quota is not another.

use super::resource::{Resource, insert};
use super::tag::{self, Tags};
use super::{Answer, Ivs, find};
use crate::error::Error;
use crate::ids::Ids;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StreamKey {
    pub arn: String,
    pub value: String,
    pub channel_arn: String,
    pub tags: Tags,
}

impl StreamKey {
    pub fn new(ids: &mut Ids, region: &str, channel_arn: &str, tags: Tags) -> Self {
        Self {
            arn: ids.arn(region, Self::KIND),
            value: ids.stream_key(region),
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
    let most = ivs.settings.quotas.of("stream-key");
    if ivs.stream_keys.values().filter(|key| key.channel_arn == input.channel_arn).count() as u64 >= most {
        return Err(Error::quota(format!(
            "The channel {} has the {most} stream key that it may have; delete it first.",
            input.channel_arn
        )));
    }
    let key = StreamKey::new(&mut ivs.ids, &ivs.settings.region, &input.channel_arn, input.tags);
    insert(ivs, key)
}

pub fn list(ivs: &mut Ivs, input: List) -> Answer {
    find(&ivs.channels, &input.channel_arn)?;
    let list = format!("ListStreamKeys {}", input.channel_arn);
    let rows = ivs.stream_keys.iter().filter(|(_, key)| key.channel_arn == input.channel_arn);
    ivs.tokens.page(&list, StreamKey::MANY, StreamKey::PAGE_SIZE, &input.page, rows)
}
