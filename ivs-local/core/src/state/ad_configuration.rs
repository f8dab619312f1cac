//! Ad configurations, and the ad breaks that are inserted by them.

use super::resource::{Resource, check_quota, insert, one};
use super::tag::{self, Tags};
use super::{Answer, Ivs, find, find_mut};
use crate::error::Error;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AdConfiguration {
    pub arn: String,
    name: String,
    media_tailor_playback_configurations: Vec<Value>,
    post_roll_configuration: PostRollConfiguration,
    pub tags: Tags,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PostRollConfiguration {
    duration_seconds: u32,
    enabled: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Create {
    #[serde(default)]
    name: String,
    media_tailor_playback_configurations: Vec<Value>,
    post_roll_configuration: Option<PostRollConfiguration>,
    #[serde(default)]
    tags: Tags,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Update {
    arn: String,
    name: Option<String>,
    media_tailor_playback_configurations: Option<Vec<Value>>,
    post_roll_configuration: Option<PostRollConfiguration>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InsertAdBreak {
    channel_arn: String,
    ad_break_id: Option<String>,
    target_start_at: Option<String>,
}

pub fn create(ivs: &mut Ivs, input: Create) -> Answer {
    tag::check(&input.tags)?;
    check_quota::<AdConfiguration>(ivs)?;
    let none = PostRollConfiguration { duration_seconds: 15, enabled: false };
    let configuration = AdConfiguration {
        arn: ivs.new_arn(AdConfiguration::KIND),
        name: input.name,
        media_tailor_playback_configurations: input.media_tailor_playback_configurations,
        post_roll_configuration: input.post_roll_configuration.unwrap_or(none),
        tags: input.tags,
    };
    insert(ivs, configuration)
}

pub fn update(ivs: &mut Ivs, input: Update) -> Answer {
    let configuration = find_mut(&mut ivs.ad_configurations, &input.arn)?;
    if let Some(name) = input.name {
        configuration.name = name;
    }
    if let Some(playback) = input.media_tailor_playback_configurations {
        configuration.media_tailor_playback_configurations = playback;
    }
    if let Some(post_roll) = input.post_roll_configuration {
        configuration.post_roll_configuration = post_roll;
    }
    one(configuration)
}

/// Needs a live channel with an ad configuration; an id that was already used in the stream is rejected.
pub fn insert_ad_break(ivs: &mut Ivs, input: InsertAdBreak) -> Answer {
    let second = ivs.second();
    let channel = find(&ivs.channels, &input.channel_arn)?;
    let stream = ivs.streams.get_mut(&input.channel_arn).ok_or_else(|| Error::offline(&input.channel_arn))?;
    if channel.ad_configuration_arn.is_empty() {
        return Err(Error::conflict(format!("The channel {} has no ad configuration.", input.channel_arn)));
    }
    let id = input.ad_break_id.unwrap_or_else(|| ivs.ids.random(12));
    if !stream.ad_breaks.insert(id.clone()) {
        return Err(Error::conflict(format!("The stream has an ad break {id} already.")));
    }
    let start = input.target_start_at.or_else(|| second.format(&time::format_description::well_known::Rfc3339).ok());
    Ok(json!({ "adBreakId": id, "targetStartAt": start }))
}
