//! Ad configurations, and the ad breaks that are inserted by them.

use super::tag::{self, Tags};
use super::{Answer, ByArn, Ivs, find, find_mut, nothing};
use crate::error::Error;
use crate::ids;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AdConfiguration {
    arn: String,
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
    ivs.settings.quotas.room_in("ad-configuration", &ivs.ad_configurations)?;
    let none = PostRollConfiguration { duration_seconds: 15, enabled: false };
    let configuration = AdConfiguration {
        arn: ivs.new_arn("ad-configuration"),
        name: input.name,
        media_tailor_playback_configurations: input.media_tailor_playback_configurations,
        post_roll_configuration: input.post_roll_configuration.unwrap_or(none),
        tags: input.tags,
    };
    let output = json!({ "adConfiguration": configuration });
    ivs.ad_configurations.insert(&configuration.arn.clone(), configuration);
    Ok(output)
}

pub fn get(ivs: &mut Ivs, input: ByArn) -> Answer {
    Ok(json!({ "adConfiguration": find(&ivs.ad_configurations, &input.arn)? }))
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
    Ok(json!({ "adConfiguration": configuration }))
}

pub fn delete(ivs: &mut Ivs, input: ByArn) -> Answer {
    find(&ivs.ad_configurations, &input.arn)?;
    ivs.refuse_if_used(&input.arn, |channel| &channel.ad_configuration_arn)?;
    ivs.ad_configurations.remove(&input.arn);
    Ok(nothing())
}

pub fn list(ivs: &mut Ivs, page: Page) -> Answer {
    ivs.tokens.page("ListAdConfigurations", "adConfigurations", 100, &page, ivs.ad_configurations.iter())
}

/// Needs a live channel with an ad configuration; an id that was already used in the stream is rejected.
pub fn insert_ad_break(ivs: &mut Ivs, input: InsertAdBreak) -> Answer {
    let channel = find(&ivs.channels, &input.channel_arn)?;
    let stream = ivs.streams.get_mut(&input.channel_arn).ok_or_else(|| Error::offline(&input.channel_arn))?;
    if channel.ad_configuration_arn.is_empty() {
        return Err(Error::conflict(format!("The channel {} has no ad configuration.", input.channel_arn)));
    }
    let id = input.ad_break_id.unwrap_or_else(|| ids::random(12));
    if !stream.ad_breaks.insert(id.clone()) {
        return Err(Error::conflict(format!("The stream has an ad break {id} already.")));
    }
    let start =
        input.target_start_at.or_else(|| super::now().format(&time::format_description::well_known::Rfc3339).ok());
    Ok(json!({ "adBreakId": id, "targetStartAt": start }))
}
