//! Channels.

use super::stream_key::StreamKey;
use super::tag::{self, Tags};
use super::{Answer, ByArn, ByArns, Ivs, batch, find, nothing};
use crate::error::Error;
use crate::ids;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Channel {
    pub arn: String,
    name: String,
    latency_mode: String,
    r#type: String,
    pub recording_configuration_arn: String,
    ingest_endpoint: String,
    pub playback_url: String,
    authorized: bool,
    pub tags: Tags,
    insecure_ingest: bool,
    preset: String,
    srt: Srt,
    pub playback_restriction_policy_arn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub multitrack_input_configuration: Option<MultitrackInputConfiguration>,
    container_format: String,
    pub ad_configuration_arn: String,
    pub failover_slate_configuration_arn: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Srt {
    endpoint: String,
    passphrase: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MultitrackInputConfiguration {
    #[serde(default)]
    pub enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum_resolution: Option<String>,
}

/// What the caller chooses of a channel; absent leaves it as it is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choices {
    name: Option<String>,
    latency_mode: Option<String>,
    r#type: Option<String>,
    authorized: Option<bool>,
    recording_configuration_arn: Option<String>,
    insecure_ingest: Option<bool>,
    preset: Option<String>,
    playback_restriction_policy_arn: Option<String>,
    multitrack_input_configuration: Option<MultitrackInputConfiguration>,
    container_format: Option<String>,
    ad_configuration_arn: Option<String>,
    failover_slate_configuration_arn: Option<String>,
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
    ivs.settings.quotas.room_in("channel", &ivs.channels)?;
    let region = &ivs.settings.region;
    let (arn, host) = (ivs.new_arn("channel"), ids::host_label());
    let id = arn.rsplit('/').next().unwrap_or_default();
    let mut channel = Channel {
        name: String::new(),
        latency_mode: "LOW".to_owned(),
        r#type: "STANDARD".to_owned(),
        recording_configuration_arn: String::new(),
        ingest_endpoint: format!("{host}.global-contribute.{}", ids::HOST),
        playback_url: format!(
            "https://{host}.{region}.playback.{}/api/video/v1/{region}.{}.channel.{id}.m3u8",
            ids::HOST,
            ids::ACCOUNT
        ),
        authorized: false,
        tags: input.tags,
        insecure_ingest: false,
        preset: String::new(),
        srt: Srt { endpoint: format!("{host}.srt.{}", ids::HOST), passphrase: String::new() },
        playback_restriction_policy_arn: String::new(),
        multitrack_input_configuration: None,
        container_format: "TS".to_owned(),
        ad_configuration_arn: String::new(),
        failover_slate_configuration_arn: String::new(),
        arn,
    };
    choose(ivs, &mut channel, input.choices)?;
    let stream_key = StreamKey::new(region, &channel.arn, Tags::default());
    let output = json!({ "channel": channel, "streamKey": stream_key });
    ivs.stream_keys.insert(&stream_key.arn.clone(), stream_key);
    ivs.channels.insert(&channel.arn.clone(), channel);
    Ok(output)
}

pub fn get(ivs: &mut Ivs, input: ByArn) -> Answer {
    Ok(json!({ "channel": find(&ivs.channels, &input.arn)? }))
}

pub fn batch_get(ivs: &mut Ivs, input: ByArns) -> Answer {
    Ok(batch(&ivs.channels, &input.arns, "channels"))
}

pub fn update(ivs: &mut Ivs, input: Update) -> Answer {
    let mut channel = find(&ivs.channels, &input.arn)?.clone();
    if ivs.streams.contains(&input.arn) {
        return Err(Error::conflict(format!("The channel {} is live; stop its stream first.", input.arn)));
    }
    choose(ivs, &mut channel, input.choices)?;
    let output = json!({ "channel": channel });
    if let Some(place) = ivs.channels.get_mut(&input.arn) {
        *place = channel;
    }
    Ok(output)
}

/// A channel takes its stream keys and the record of its streams with it.
pub fn delete(ivs: &mut Ivs, input: ByArn) -> Answer {
    find(&ivs.channels, &input.arn)?;
    if ivs.streams.contains(&input.arn) {
        return Err(Error::conflict(format!("The channel {} is live; stop its stream first.", input.arn)));
    }
    ivs.channels.remove(&input.arn);
    ivs.stream_keys.retain(|key| key.channel_arn != input.arn);
    ivs.sessions.retain(|session| session.channel.arn != input.arn);
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
    ivs.tokens.page(&list, "channels", 100, &input.page, rows)
}

/// Takes the choices over into the channel, or says which of them do not go together.
fn choose(ivs: &Ivs, channel: &mut Channel, choices: Choices) -> Result<(), Error> {
    set(&mut channel.name, choices.name);
    set(&mut channel.latency_mode, choices.latency_mode);
    set(&mut channel.r#type, choices.r#type);
    set(&mut channel.authorized, choices.authorized);
    set(&mut channel.insecure_ingest, choices.insecure_ingest);
    set(&mut channel.container_format, choices.container_format);
    refer(
        &ivs.recording_configurations,
        &mut channel.recording_configuration_arn,
        choices.recording_configuration_arn,
    )?;
    refer(
        &ivs.playback_restriction_policies,
        &mut channel.playback_restriction_policy_arn,
        choices.playback_restriction_policy_arn,
    )?;
    refer(&ivs.ad_configurations, &mut channel.ad_configuration_arn, choices.ad_configuration_arn)?;
    refer(
        &ivs.failover_slate_configurations,
        &mut channel.failover_slate_configuration_arn,
        choices.failover_slate_configuration_arn,
    )?;
    if choices.multitrack_input_configuration.is_some() {
        channel.multitrack_input_configuration = choices.multitrack_input_configuration;
    }
    choose_preset(channel, choices.preset)?;
    check_multitrack(channel)?;
    // A passphrase is for encrypted ingest, so a channel that takes ingest in the clear has none.
    match (channel.insecure_ingest, channel.srt.passphrase.is_empty()) {
        (true, _) => channel.srt.passphrase.clear(),
        (false, true) => channel.srt.passphrase = ids::random(30),
        (false, false) => {}
    }
    Ok(())
}

fn set<T>(place: &mut T, choice: Option<T>) {
    if let Some(choice) = choice {
        *place = choice;
    }
}

/// Sets an ARN that must be that of a resource, or `""` for none.
fn refer<T>(table: &super::Table<T>, place: &mut String, arn: Option<String>) -> Result<(), Error> {
    if let Some(arn) = &arn
        && !arn.is_empty()
    {
        find(table, arn)?;
    }
    set(place, arn);
    Ok(())
}

fn choose_preset(channel: &mut Channel, preset: Option<String>) -> Result<(), Error> {
    match (channel.r#type.starts_with("ADVANCED"), preset) {
        (false, Some(_)) => Err(Error::validation(format!(
            "input.preset: only channels of type ADVANCED_HD and ADVANCED_SD have a preset, this one is {}",
            channel.r#type
        ))),
        (false, None) => {
            channel.preset.clear();
            Ok(())
        }
        (true, None) if !channel.preset.is_empty() => Ok(()),
        (true, preset) => {
            channel.preset = preset.unwrap_or_else(|| "HIGHER_BANDWIDTH_DELIVERY".to_owned());
            Ok(())
        }
    }
}

fn check_multitrack(channel: &Channel) -> Result<(), Error> {
    let Some(multitrack) = channel.multitrack_input_configuration.as_ref().filter(|multitrack| multitrack.enabled)
    else {
        return Ok(());
    };
    let mut wrong = Vec::new();
    if channel.r#type != "STANDARD" {
        wrong.push("input.type: multitrack input needs a channel of type STANDARD");
    }
    if channel.container_format != "FRAGMENTED_MP4" {
        wrong.push("input.containerFormat: multitrack input needs FRAGMENTED_MP4");
    }
    if multitrack.policy.is_none() {
        wrong.push("input.multitrackInputConfiguration.policy: is required when multitrack input is enabled");
    }
    if multitrack.maximum_resolution.is_none() {
        wrong
            .push("input.multitrackInputConfiguration.maximumResolution: is required when multitrack input is enabled");
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::validation(wrong.join("; "))) }
}
