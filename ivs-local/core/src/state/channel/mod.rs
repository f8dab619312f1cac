//! Channels.

mod choices;

use super::resource::{ByArn, Resource, check_quota, one};
use super::stream_key::StreamKey;
use super::tag::{self, Tags};
use super::{Answer, Ivs, Settings, find, nothing};
use crate::error::Error;
use crate::ids;
use crate::pagination::Page;
use choices::{Choices, choose};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Channel {
    pub arn: String,
    pub name: String,
    latency_mode: String,
    pub r#type: String,
    pub recording_configuration_arn: String,
    ingest_endpoint: String,
    pub playback_url: String,
    pub authorized: bool,
    pub tags: Tags,
    insecure_ingest: bool,
    preset: String,
    srt: Srt,
    pub playback_restriction_policy_arn: String,
    pub multitrack_input_configuration: MultitrackInputConfiguration,
    container_format: String,
    pub ad_configuration_arn: String,
    pub failover_slate_configuration_arn: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Srt {
    endpoint: String,
    passphrase: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MultitrackInputConfiguration {
    pub enabled: bool,
    pub policy: String,
    pub maximum_resolution: String,
}

/// What every channel has that says nothing else.
impl Default for MultitrackInputConfiguration {
    fn default() -> Self {
        Self { enabled: false, policy: "ALLOW".to_owned(), maximum_resolution: "FULL_HD".to_owned() }
    }
}

#[derive(Debug, Deserialize)]
pub struct Create {
    #[serde(flatten)]
    choices: Choices,
    #[serde(default)]
    tags: Tags,
}

#[derive(Debug, Deserialize)]
pub struct Update {
    arn: String,
    #[serde(flatten)]
    choices: Choices,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    filter_by_name: Option<String>,
    filter_by_recording_configuration_arn: Option<String>,
    filter_by_playback_restriction_policy_arn: Option<String>,
    filter_by_ad_configuration_arn: Option<String>,
    filter_by_failover_slate_configuration_arn: Option<String>,
    #[serde(flatten)]
    page: Page,
}

pub fn create(ivs: &mut Ivs, input: Create) -> Answer {
    tag::check(&input.tags)?;
    check_quota::<Channel>(ivs)?;
    let arn = ivs.new_arn(Channel::KIND);
    let region = ivs.settings.region.clone();
    let host = ids::host_label(&region);
    let mut channel = Channel {
        name: String::new(),
        latency_mode: "LOW".to_owned(),
        r#type: "STANDARD".to_owned(),
        recording_configuration_arn: String::new(),
        ingest_endpoint: format!("{host}.global-contribute.{}", ids::HOST),
        playback_url: playback_url(&ivs.settings, &arn),
        authorized: false,
        tags: input.tags,
        insecure_ingest: false,
        preset: String::new(),
        srt: Srt { endpoint: format!("{host}.srt.{}", ids::HOST), passphrase: String::new() },
        playback_restriction_policy_arn: String::new(),
        multitrack_input_configuration: MultitrackInputConfiguration::default(),
        container_format: "TS".to_owned(),
        ad_configuration_arn: String::new(),
        failover_slate_configuration_arn: String::new(),
        arn,
    };
    choose(ivs, &mut channel, input.choices)?;
    let stream_key = StreamKey::new(&mut ivs.ids, &region, &channel.arn, Tags::default());
    let output = json!({ "channel": channel, "streamKey": stream_key });
    ivs.stream_keys.insert(&stream_key.arn.clone(), stream_key);
    ivs.channels.insert(&channel.arn.clone(), channel);
    Ok(output)
}

pub fn update(ivs: &mut Ivs, input: Update) -> Answer {
    let mut channel = find(&ivs.channels, &input.arn)?.clone();
    if ivs.streams.contains(&input.arn) {
        return Err(Error::conflict(format!("The channel {} is live; stop its stream first.", input.arn)));
    }
    choose(ivs, &mut channel, input.choices)?;
    let output = one(&channel);
    if let Some(place) = ivs.channels.get_mut(&input.arn) {
        *place = channel;
    }
    output
}

/// Where a player finds the channel.
pub fn playback_url(settings: &Settings, arn: &str) -> String {
    let region = &settings.region;
    let nowhere = || format!("https://{}.{region}.playback.{}", ids::host_label(region), ids::HOST);
    let origin = settings.playback_origin.clone().unwrap_or_else(nowhere);
    let id = arn.rsplit('/').next().unwrap_or_default();
    format!("{origin}/api/video/v1/{region}.{}.channel.{id}.m3u8", ids::ACCOUNT)
}

/// Deletes the channel's stream keys too, and what was put into its streams. Their sessions stay.
pub fn delete(ivs: &mut Ivs, input: ByArn) -> Answer {
    find(&ivs.channels, &input.arn)?;
    if ivs.streams.contains(&input.arn) {
        return Err(Error::conflict(format!("The channel {} is live; stop its stream first.", input.arn)));
    }
    ivs.end_recording(&input.arn);
    ivs.channels.remove(&input.arn);
    ivs.stream_keys.retain(|key| key.channel_arn != input.arn);
    for session in ivs.sessions.values().filter(|session| session.channel.arn == input.arn) {
        ivs.metadata.forget(&session.stream_id);
    }
    Ok(nothing())
}

pub fn list(ivs: &mut Ivs, input: List) -> Answer {
    type Member = fn(&Channel) -> &str;
    let filters: [(Option<&String>, Member); 5] = [
        (input.filter_by_name.as_ref(), |channel| &channel.name),
        (input.filter_by_recording_configuration_arn.as_ref(), |channel| &channel.recording_configuration_arn),
        (input.filter_by_playback_restriction_policy_arn.as_ref(), |channel| &channel.playback_restriction_policy_arn),
        (input.filter_by_ad_configuration_arn.as_ref(), |channel| &channel.ad_configuration_arn),
        (input.filter_by_failover_slate_configuration_arn.as_ref(), |channel| {
            &channel.failover_slate_configuration_arn
        }),
    ];
    let list = format!("ListChannels {:?}", filters.map(|(wanted, _)| wanted));
    let mut filters = filters.into_iter().filter_map(|(wanted, member)| Some((wanted?, member)));
    let filter = filters.next();
    if filters.next().is_some() {
        return Err(Error::conflict("The filters of ListChannels exclude each other; use one."));
    }
    let rows =
        ivs.channels.iter().filter(|(_, channel)| filter.is_none_or(|(wanted, member)| member(channel) == wanted));
    ivs.tokens.page(&list, Channel::MANY, Channel::PAGE_SIZE, &input.page, rows)
}
