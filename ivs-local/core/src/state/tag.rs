//! Tags, of any resource that has an ARN.

use super::{Answer, Ivs, nothing, resource};
use crate::error::Error;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;

pub type Tags = BTreeMap<String, String>;

/// Maximum number of tags of a resource.
const MOST: usize = 50;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tag {
    resource_arn: String,
    tags: Tags,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Untag {
    resource_arn: String,
    tag_keys: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    resource_arn: String,
}

pub fn tag(ivs: &mut Ivs, input: Tag) -> Answer {
    let tags = tags_of(ivs, &input.resource_arn)?;
    check(&input.tags)?;
    if tags.keys().chain(input.tags.keys().filter(|key| !tags.contains_key(*key))).count() > MOST {
        return Err(Error::validation(format!("input.tags: a resource may have at most {MOST} tags")));
    }
    tags_of_mut(ivs, &input.resource_arn)?.extend(input.tags);
    Ok(nothing())
}

/// Keys that the resource does not have are ignored.
pub fn untag(ivs: &mut Ivs, input: Untag) -> Answer {
    tags_of(ivs, &input.resource_arn)?;
    if let Some(key) = input.tag_keys.iter().find(|key| is_reserved(key)) {
        return Err(Error::validation(format!("input.tagKeys: {key} begins with aws:, which is reserved")));
    }
    tags_of_mut(ivs, &input.resource_arn)?.retain(|key, _| !input.tag_keys.contains(key));
    Ok(nothing())
}

pub fn list(ivs: &mut Ivs, input: List) -> Answer {
    Ok(json!({ "tags": tags_of(ivs, &input.resource_arn)? }))
}

/// Rejects keys that only AWS may set.
pub fn check(tags: &Tags) -> Result<(), Error> {
    match tags.keys().find(|key| is_reserved(key)) {
        Some(key) => Err(Error::validation(format!("input.tags: {key} begins with aws:, which is reserved"))),
        None => Ok(()),
    }
}

fn is_reserved(key: &str) -> bool {
    key.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"))
}

/// The tags of the resource of that ARN, whatever it is.
fn tags_of<'a>(ivs: &'a Ivs, arn: &str) -> Result<&'a Tags, Error> {
    resource::tags_of(ivs, kind_of(arn), arn).ok_or_else(|| Error::not_found(arn))
}

/// The same, to change.
fn tags_of_mut<'a>(ivs: &'a mut Ivs, arn: &str) -> Result<&'a mut Tags, Error> {
    resource::tags_of_mut(ivs, kind_of(arn), arn).ok_or_else(|| Error::not_found(arn))
}

fn kind_of(arn: &str) -> &str {
    let kind = arn.splitn(6, ':').nth(5).and_then(|resource| resource.split_once('/')).map(|(kind, _)| kind);
    kind.unwrap_or_default()
}
