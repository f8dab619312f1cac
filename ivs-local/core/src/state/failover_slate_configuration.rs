//! Failover slate configurations: what viewers see while the encoder is disconnected.

use super::resource::{Resource, check_quota, insert, one};
use super::tag::{self, Tags};
use super::{Answer, Ivs, find, find_mut};
use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use time::OffsetDateTime;

/// A slate with this word in its name fails to be created or updated.
const MISSING: &str = "missing";

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FailoverSlateConfiguration {
    pub arn: String,
    name: String,
    activation_threshold_seconds: u32,
    min_slate_display_seconds: u32,
    max_slate_display_seconds: u32,
    state: State,
    pub tags: Tags,
    #[serde(with = "time::serde::rfc3339")]
    changed: OffsetDateTime,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum State {
    Creating,
    CreateFailed,
    Created,
    Updating,
}

/// Settings; an absent one is left as it is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Choices {
    name: Option<String>,
    activation_threshold_seconds: Option<u32>,
    min_slate_display_seconds: Option<u32>,
    max_slate_display_seconds: Option<u32>,
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

pub fn create(ivs: &mut Ivs, input: Create) -> Answer {
    tag::check(&input.tags)?;
    check_quota::<FailoverSlateConfiguration>(ivs)?;
    let mut configuration = FailoverSlateConfiguration {
        arn: ivs.new_arn(FailoverSlateConfiguration::KIND),
        name: String::new(),
        activation_threshold_seconds: 3,
        min_slate_display_seconds: 3,
        max_slate_display_seconds: 60,
        state: State::Creating,
        tags: input.tags,
        changed: ivs.now,
    };
    configuration.choose(input.choices);
    if configuration.is_due(ivs.now, ivs.settings.creation) {
        configuration.settle();
    }
    insert(ivs, configuration)
}

pub fn update(ivs: &mut Ivs, input: Update) -> Answer {
    let (now, creation) = (ivs.now, ivs.settings.creation);
    let state = find(&ivs.failover_slate_configurations, &input.arn)?.state;
    if matches!(state, State::Creating | State::Updating) {
        return Err(Error::conflict(format!("The configuration {} is still being made or changed.", input.arn)));
    }
    let configuration = find_mut(&mut ivs.failover_slate_configurations, &input.arn)?;
    configuration.choose(input.choices);
    configuration.state = State::Updating;
    configuration.changed = now;
    if configuration.is_due(now, creation) {
        configuration.settle();
    }
    one(configuration)
}

impl FailoverSlateConfiguration {
    fn choose(&mut self, choices: Choices) {
        self.name = choices.name.unwrap_or_else(|| std::mem::take(&mut self.name));
        self.activation_threshold_seconds =
            choices.activation_threshold_seconds.unwrap_or(self.activation_threshold_seconds);
        self.min_slate_display_seconds = choices.min_slate_display_seconds.unwrap_or(self.min_slate_display_seconds);
        self.max_slate_display_seconds = choices.max_slate_display_seconds.unwrap_or(self.max_slate_display_seconds);
    }

    /// Whether its creation time is over, and its state does not say so.
    pub fn is_due(&self, now: OffsetDateTime, creation: Duration) -> bool {
        matches!(self.state, State::Creating | State::Updating) && now - self.changed >= creation
    }

    /// Becomes ready, or fails: the model has one state for that, of updates too.
    pub fn settle(&mut self) {
        self.state = if self.name.contains(MISSING) { State::CreateFailed } else { State::Created };
    }
}
