//! Ad configurations, and the ad breaks that are inserted by them.

use super::recording::later;
use super::resource::{Resource, check_quota, insert, one};
use super::tag::{self, Tags};
use super::{Answer, Ivs, find, find_mut};
use crate::error::Error;
use crate::occurrence::{AdBreak, Occurrence};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::time::Duration;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

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
    duration_seconds: u32,
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

/// Needs a live channel with an ad configuration; an id that was already used in the stream is rejected, and so is a break
/// while another one runs.
pub fn insert_ad_break(ivs: &mut Ivs, input: InsertAdBreak) -> Answer {
    let channel = find(&ivs.channels, &input.channel_arn)?;
    let stream = ivs.on_air(&input.channel_arn).ok_or_else(|| Error::offline(&input.channel_arn))?;
    if channel.ad_configuration_arn.is_empty() {
        return Err(Error::conflict(format!("The channel {} has no ad configuration.", input.channel_arn)));
    }
    let (start, text) = match input.target_start_at {
        Some(text) => match OffsetDateTime::parse(&text, &Rfc3339) {
            Ok(start) => (start, text),
            Err(_) => return Err(Error::validation("input.targetStartAt: is not a time such as 2030-01-02T03:04:05Z")),
        },
        None => (ivs.now, ivs.second().format(&Rfc3339).unwrap_or_default()),
    };
    let ad_break = Span { start, end: later(start, Duration::from_secs(input.duration_seconds.into())) };
    if input.ad_break_id.as_ref().is_some_and(|id| stream.ad_breaks.contains_key(id)) {
        let id = input.ad_break_id.unwrap_or_default();
        return Err(Error::conflict(format!("The stream has an ad break {id} already.")));
    }
    if let Some((id, _)) = stream.ad_breaks.iter().find(|(_, other)| other.overlaps(ad_break)) {
        return Err(Error::conflict(format!("The ad break {id} of the stream {} runs then.", stream.stream_id)));
    }
    let stream_id = stream.stream_id.clone();
    let id = input.ad_break_id.unwrap_or_else(|| ivs.ids.random(12));
    find_mut(&mut ivs.streams, &input.channel_arn)?.ad_breaks.insert(id.clone(), ad_break);
    let target_start_time = start.replace_nanosecond(0).unwrap_or(start).format(&Rfc3339).unwrap_or_default();
    let inserted = AdBreak { id: id.clone(), duration_seconds: input.duration_seconds, target_start_time };
    ivs.happened(&stream_id, &Occurrence::AdBreakInserted(inserted));
    Ok(json!({ "adBreakId": id, "targetStartAt": text }))
}

/// From when to when.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Span {
    #[serde(with = "time::serde::rfc3339")]
    start: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    end: OffsetDateTime,
}

impl Span {
    fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
