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

/// A bucket with these words in its name is in another region.
const BUCKET_OF_OTHER_REGION: &str = "other-region";

/// To a bucket with these words in its name the end of a recording cannot be written.
const FAILING_BUCKET: &str = "failing-bucket";

/// Only here the service finds out later that a bucket is in another region.
const LATE_REGION: &str = "us-east-1";

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
    let Some(s3) = &input.destination_configuration.s3 else {
        return Err(Error::validation("input.destinationConfiguration.s3: is required"));
    };
    if s3.bucket_name.contains(BUCKET_OF_OTHER_REGION) && ivs.settings.region != LATE_REGION {
        return Err(Error::validation(format!(
            "input.destinationConfiguration.s3.bucketName: the bucket {} is not in {}; use one of this region",
            s3.bucket_name, ivs.settings.region
        )));
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
    if configuration.is_due(ivs.now, ivs.settings.creation) {
        configuration.settle();
    }
    insert(ivs, configuration)
}

impl RecordingConfiguration {
    pub fn is_active(&self) -> bool {
        self.state == State::Active
    }

    pub fn bucket(&self) -> &str {
        self.destination_configuration.s3.as_ref().map_or("", |s3| &s3.bucket_name)
    }

    /// How long after the end of a stream another one is recorded with it; zero if they are not merged.
    pub fn reconnect_window(&self) -> Duration {
        Duration::from_secs(self.recording_reconnect_window_seconds.into())
    }

    /// Whether its recordings end with a failure.
    pub fn fails_at_end(&self) -> bool {
        self.bucket().contains(FAILING_BUCKET)
    }

    /// Whether its creation time is over, and its state does not say so.
    pub fn is_due(&self, now: OffsetDateTime, creation: Duration) -> bool {
        self.state == State::Creating && now - self.created >= creation
    }

    /// Becomes ready, or fails.
    pub fn settle(&mut self) {
        let failed = [MISSING_BUCKET, BUCKET_OF_OTHER_REGION].iter().any(|words| self.bucket().contains(words));
        self.state = if failed { State::CreateFailed } else { State::Active };
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
