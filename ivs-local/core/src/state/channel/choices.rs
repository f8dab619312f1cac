//! The settings of a channel, and which of them exclude each other.

use super::{Channel, MultitrackInputConfiguration};
use crate::error::Error;
use crate::state::{Ivs, Table, find};
use serde::Deserialize;

/// Settings of a channel; an absent one is left as it is.
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
    multitrack_input_configuration: Option<MultitrackChoices>,
    container_format: Option<String>,
    ad_configuration_arn: Option<String>,
    failover_slate_configuration_arn: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct MultitrackChoices {
    #[serde(default)]
    enabled: bool,
    policy: Option<String>,
    maximum_resolution: Option<String>,
}

/// Applies the settings to the channel, or reports which of them exclude each other.
pub fn choose(ivs: &mut Ivs, channel: &mut Channel, choices: Choices) -> Result<(), Error> {
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
    choose_preset(channel, choices.preset)?;
    choose_multitrack(channel, choices.multitrack_input_configuration)?;
    if !channel.ad_configuration_arn.is_empty() && channel.container_format == "FRAGMENTED_MP4" {
        return Err(Error::validation(
            "input.adConfigurationArn: ads cannot be inserted into FRAGMENTED_MP4; use the container format TS",
        ));
    }
    // A passphrase is for encrypted ingest, so a channel with unencrypted ingest has none.
    match (channel.insecure_ingest, channel.srt.passphrase.is_empty()) {
        (true, _) => channel.srt.passphrase.clear(),
        (false, true) => channel.srt.passphrase = ivs.ids.passphrase(),
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
fn refer<T>(table: &Table<T>, place: &mut String, arn: Option<String>) -> Result<(), Error> {
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

/// A new configuration replaces the old one whole; what it does not say is the default.
fn choose_multitrack(channel: &mut Channel, choices: Option<MultitrackChoices>) -> Result<(), Error> {
    let mut wrong = Vec::new();
    if let Some(choices) = choices {
        if choices.enabled && choices.policy.is_none() {
            wrong.push("input.multitrackInputConfiguration.policy: is required when multitrack input is enabled");
        }
        if choices.enabled && choices.maximum_resolution.is_none() {
            wrong.push(
                "input.multitrackInputConfiguration.maximumResolution: is required when multitrack input is enabled",
            );
        }
        let default = MultitrackInputConfiguration::default();
        channel.multitrack_input_configuration = MultitrackInputConfiguration {
            enabled: choices.enabled,
            policy: choices.policy.unwrap_or(default.policy),
            maximum_resolution: choices.maximum_resolution.unwrap_or(default.maximum_resolution),
        };
    }
    if channel.multitrack_input_configuration.enabled {
        if channel.r#type != "STANDARD" {
            wrong.push("input.type: multitrack input needs a channel of type STANDARD");
        }
        if channel.container_format != "FRAGMENTED_MP4" {
            wrong.push("input.containerFormat: multitrack input needs FRAGMENTED_MP4");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::validation(wrong.join("; "))) }
}
