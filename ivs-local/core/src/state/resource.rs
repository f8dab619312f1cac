//! What the operations on all kinds of resources share: to create, get, list and delete one.

use super::ad_configuration::AdConfiguration;
use super::channel::Channel;
use super::failover_slate_configuration::FailoverSlateConfiguration;
use super::playback_key_pair::PlaybackKeyPair;
use super::playback_restriction_policy::PlaybackRestrictionPolicy;
use super::recording_configuration::RecordingConfiguration;
use super::stream_key::StreamKey;
use super::tag::Tags;
use super::{Answer, Ivs, Table, find, nothing};
use crate::error::Error;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A kind of resource. Every resource has an ARN and tags.
pub trait Resource: Serialize + Sized {
    /// The kind in ARNs and in the names of quotas.
    const KIND: &'static str;
    /// The member of an output that holds one.
    const ONE: &'static str;
    /// The member of an output that holds several.
    const MANY: &'static str;
    /// How many are in a page by default.
    const PAGE_SIZE: usize;
    fn table(ivs: &Ivs) -> &Table<Self>;
    fn table_mut(ivs: &mut Ivs) -> &mut Table<Self>;
    fn arn(&self) -> &str;
    /// The ARN of the one that a channel refers to, if channels refer to this kind.
    fn referred_to_by(channel: &Channel) -> Option<&str>;
}

macro_rules! resources {
    ($($row:ident in $table:ident {
        kind: $kind:literal, one: $one:literal, many: $many:literal, page_size: $size:literal, $(member: $member:ident,)?
    })*) => {
        $(impl Resource for $row {
            const KIND: &'static str = $kind;
            const ONE: &'static str = $one;
            const MANY: &'static str = $many;
            const PAGE_SIZE: usize = $size;

            fn table(ivs: &Ivs) -> &Table<Self> {
                &ivs.$table
            }

            fn table_mut(ivs: &mut Ivs) -> &mut Table<Self> {
                &mut ivs.$table
            }

            fn arn(&self) -> &str {
                &self.arn
            }

            fn referred_to_by(_channel: &Channel) -> Option<&str> {
                None$(.or(Some(_channel.$member.as_str())))?
            }
        })*

        /// The tags of a resource of any kind.
        pub fn tags_of<'a>(ivs: &'a Ivs, kind: &str, arn: &str) -> Option<&'a Tags> {
            match kind {
                $($kind => ivs.$table.get(arn).map(|row| &row.tags),)*
                _ => None,
            }
        }

        /// The same, to change.
        pub fn tags_of_mut<'a>(ivs: &'a mut Ivs, kind: &str, arn: &str) -> Option<&'a mut Tags> {
            match kind {
                $($kind => ivs.$table.get_mut(arn).map(|row| &mut row.tags),)*
                _ => None,
            }
        }
    };
}

resources! {
    Channel in channels { kind: "channel", one: "channel", many: "channels", page_size: 100, }
    StreamKey in stream_keys { kind: "stream-key", one: "streamKey", many: "streamKeys", page_size: 1, }
    PlaybackKeyPair in playback_key_pairs { kind: "playback-key", one: "keyPair", many: "keyPairs", page_size: 100, }
    PlaybackRestrictionPolicy in playback_restriction_policies {
        kind: "playback-restriction-policy",
        one: "playbackRestrictionPolicy",
        many: "playbackRestrictionPolicies",
        page_size: 1,
        member: playback_restriction_policy_arn,
    }
    RecordingConfiguration in recording_configurations {
        kind: "recording-configuration",
        one: "recordingConfiguration",
        many: "recordingConfigurations",
        page_size: 100,
        member: recording_configuration_arn,
    }
    AdConfiguration in ad_configurations {
        kind: "ad-configuration",
        one: "adConfiguration",
        many: "adConfigurations",
        page_size: 100,
        member: ad_configuration_arn,
    }
    FailoverSlateConfiguration in failover_slate_configurations {
        kind: "failover-slate-configuration",
        one: "failoverSlateConfiguration",
        many: "failoverSlateConfigurations",
        page_size: 100,
        member: failover_slate_configuration_arn,
    }
}

/// The input of operations that need only the ARN of a resource.
#[derive(Debug, Deserialize)]
pub struct ByArn {
    pub arn: String,
}

/// The input of batch operations.
#[derive(Debug, Deserialize)]
pub struct ByArns {
    arns: Vec<String>,
}

/// The output of an operation on one resource.
pub fn one<R: Resource>(resource: &R) -> Answer {
    Ok(json!({ R::ONE: resource }))
}

/// `ServiceQuotaExceededException` if the quota of the kind is reached.
pub fn check_quota<R: Resource>(ivs: &Ivs) -> Result<(), Error> {
    ivs.settings.quotas.room_in(R::KIND, R::table(ivs))
}

pub fn insert<R: Resource>(ivs: &mut Ivs, resource: R) -> Answer {
    let (arn, output) = (resource.arn().to_owned(), one(&resource));
    R::table_mut(ivs).insert(&arn, resource);
    output
}

pub fn get<R: Resource>(ivs: &mut Ivs, input: ByArn) -> Answer {
    one(find(R::table(ivs), &input.arn)?)
}

/// A batch: the resources that exist, and an error for each other ARN. Without any there are no `errors`.
pub fn batch_get<R: Resource>(ivs: &mut Ivs, input: ByArns) -> Answer {
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for arn in &input.arns {
        match find(R::table(ivs), arn) {
            Ok(resource) => found.push(resource),
            Err(error) => {
                errors.push(json!({ "arn": arn, "code": error.batch_code(), "message": error.message }));
            }
        }
    }
    Ok(if errors.is_empty() { json!({ R::MANY: found }) } else { json!({ R::MANY: found, "errors": errors }) })
}

/// All resources of the kind, oldest first.
pub fn list<R: Resource>(ivs: &mut Ivs, page: Page) -> Answer {
    ivs.tokens.page(R::MANY, R::MANY, R::PAGE_SIZE, &page, R::table(ivs).iter())
}

/// `ConflictException` if a channel refers to it.
pub fn delete<R: Resource>(ivs: &mut Ivs, ByArn { arn }: ByArn) -> Answer {
    find(R::table(ivs), &arn)?;
    if let Some(channel) = ivs.channels.values().find(|channel| R::referred_to_by(channel) == Some(&arn)) {
        return Err(Error::conflict(format!("{arn} is in use by the channel {}.", channel.arn)));
    }
    R::table_mut(ivs).remove(&arn);
    Ok(nothing())
}
