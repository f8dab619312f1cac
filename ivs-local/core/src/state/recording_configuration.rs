//! Recording configurations: where streams are recorded to.

use super::resource::{Resource, check_quota, insert};
use super::tag::{self, Tags};
use super::{Answer, Ivs};
use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use time::OffsetDateTime;

/// A bucket with these words in its name does not exist, and a configuration that names it fails.
const MISSING_BUCKET: &str = "missing-bucket";

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordingConfiguration {
    pub arn: String,
    name: String,
    destination_configuration: DestinationConfiguration,
    state: State,
    pub tags: Tags,
    thumbnail_configuration: ThumbnailConfiguration,
    recording_reconnect_window_seconds: u32,
    rendition_configuration: RenditionConfiguration,
    #[serde(with = "time::serde::rfc3339")]
    created: OffsetDateTime,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum State {
    Creating,
    CreateFailed,
    Active,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct DestinationConfiguration {
    s3: Option<S3DestinationConfiguration>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct S3DestinationConfiguration {
    bucket_name: String,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ThumbnailConfiguration {
    recording_mode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_interval_seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resolution: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    storage: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RenditionConfiguration {
    rendition_selection: Option<String>,
    #[serde(default)]
    renditions: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Create {
    #[serde(default)]
    name: String,
    destination_configuration: DestinationConfiguration,
    #[serde(default)]
    tags: Tags,
    #[serde(default)]
    thumbnail_configuration: ThumbnailConfiguration,
    #[serde(default)]
    recording_reconnect_window_seconds: u32,
    #[serde(default)]
    rendition_configuration: RenditionConfiguration,
}

pub fn create(ivs: &mut Ivs, input: Create) -> Answer {
    tag::check(&input.tags)?;
    if input.destination_configuration.s3.is_none() {
        return Err(Error::validation("input.destinationConfiguration.s3: is required"));
    }
    let thumbnail_configuration = complete_thumbnails(input.thumbnail_configuration)?;
    let rendition_configuration = complete_renditions(input.rendition_configuration)?;
    check_quota::<RecordingConfiguration>(ivs)?;
    let mut configuration = RecordingConfiguration {
        arn: ivs.new_arn(RecordingConfiguration::KIND),
        name: input.name,
        destination_configuration: input.destination_configuration,
        state: State::Creating,
        tags: input.tags,
        thumbnail_configuration,
        recording_reconnect_window_seconds: input.recording_reconnect_window_seconds,
        rendition_configuration,
        created: ivs.now,
    };
    configuration.settle(configuration.created, ivs.settings.creation);
    insert(ivs, configuration)
}

impl RecordingConfiguration {
    pub fn is_active(&self) -> bool {
        self.state == State::Active
    }

    /// Becomes ready, or fails, after its creation time.
    pub fn settle(&mut self, now: OffsetDateTime, creation: Duration) {
        if self.state == State::Creating && now - self.created >= creation {
            let missing = |s3: &S3DestinationConfiguration| s3.bucket_name.contains(MISSING_BUCKET);
            let failed = self.destination_configuration.s3.as_ref().is_none_or(missing);
            self.state = if failed { State::CreateFailed } else { State::Active };
        }
    }
}

fn complete_thumbnails(mut thumbnails: ThumbnailConfiguration) -> Result<ThumbnailConfiguration, Error> {
    let interval = thumbnails.recording_mode.get_or_insert_with(|| "INTERVAL".to_owned()) == "INTERVAL";
    if interval {
        thumbnails.target_interval_seconds.get_or_insert(60);
        thumbnails.storage.get_or_insert_with(|| vec!["SEQUENTIAL".to_owned()]);
    } else if thumbnails.target_interval_seconds.is_some() {
        return Err(Error::validation(
            "input.thumbnailConfiguration.targetIntervalSeconds: is only for the recording mode INTERVAL",
        ));
    }
    Ok(thumbnails)
}

fn complete_renditions(mut renditions: RenditionConfiguration) -> Result<RenditionConfiguration, Error> {
    let custom = renditions.rendition_selection.get_or_insert_with(|| "ALL".to_owned()) == "CUSTOM";
    if custom && renditions.renditions.is_empty() {
        return Err(Error::validation(
            "input.renditionConfiguration.renditions: is required for the rendition selection CUSTOM",
        ));
    }
    Ok(renditions)
}
