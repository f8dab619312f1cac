//! A service model against another, in both directions.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// What the comparison leaves out of AWS's files, and why. Anything else there that our tables do not say is a difference.
pub const IGNORED: &[(&str, &str)] = &[
    ("documentation", "AWS's prose; ours is our own"),
    ("box", "tells Java whether a number may be null; every optional member of ours may be absent"),
    ("senderFault", "repeats that `fault` is absent"),
    ("serviceAbbreviation", "a title"),
    ("serviceFullName", "a title"),
    ("serviceId", "names the SDKs' classes"),
    ("uid", "repeats the service's name and the API version"),
    ("version", "the version of the file format, not of the API"),
];

/// A line for each fact that one model has and the other has not, or has differently: `theirs` is AWS's, `ours` the tables'.
pub fn differences(ours: &Value, theirs: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    compare("", Names::Traits, Some(ours), Some(theirs), &mut lines);
    lines
}

/// What the keys of an object are: a member may be called `documentation`, and is then no trait.
#[derive(Clone, Copy, PartialEq)]
enum Names {
    Traits,
    Declarations,
}

impl Names {
    fn below(self, key: &str) -> Self {
        let declares = matches!(key, "operations" | "shapes" | "members" | "pagination");
        if self == Self::Traits && declares { Self::Declarations } else { Self::Traits }
    }

    fn ignores(self, key: &str) -> bool {
        self == Self::Traits && IGNORED.iter().any(|(name, _)| *name == key)
    }
}

fn compare(path: &str, names: Names, ours: Option<&Value>, theirs: Option<&Value>, lines: &mut Vec<String>) {
    match (ours, theirs) {
        (Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
            for key in keys(ours, theirs).into_iter().filter(|key| !names.ignores(key)) {
                let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                compare(&path, names.below(key), ours.get(key), theirs.get(key), lines);
            }
        }
        // The order of `errors`, `required` and `enum` says nothing.
        (Some(Value::Array(ours)), Some(Value::Array(theirs))) => {
            let [ours, theirs] = [ours, theirs].map(|list| list.iter().map(Value::to_string).collect::<BTreeSet<_>>());
            lines.extend(ours.difference(&theirs).map(|item| format!("{path}: AWS has no {item}")));
            lines.extend(theirs.difference(&ours).map(|item| format!("{path}: the tables have no {item}")));
        }
        (Some(ours), Some(theirs)) if ours == theirs => {}
        (Some(ours), Some(theirs)) => lines.push(format!("{path}: the tables say {ours}, AWS says {theirs}")),
        (Some(ours), None) => lines.push(format!("{path}: the tables say {ours}, AWS has none")),
        (None, Some(theirs)) => lines.push(format!("{path}: AWS says {theirs}, the tables have none")),
        (None, None) => {}
    }
}

fn keys<'a>(ours: &'a Map<String, Value>, theirs: &'a Map<String, Value>) -> BTreeSet<&'a str> {
    ours.keys().chain(theirs.keys()).map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use ivs_wasm::model::ivs::SERVICE;
    use serde_json::json;

    use super::super::tables;
    use super::*;

    fn one_difference(change: impl FnOnce(&mut Value)) -> String {
        let ours = tables::service(&SERVICE).unwrap();
        let mut theirs = ours.clone();
        change(&mut theirs);
        let mut lines = differences(&ours, &theirs);
        assert_eq!(lines.len(), 1, "{lines:?}");
        lines.remove(0)
    }

    #[test]
    fn a_model_does_not_differ_from_itself() {
        let ours = tables::service(&SERVICE).unwrap();
        assert!(differences(&ours, &ours).is_empty());
    }

    #[test]
    fn prose_and_order_are_no_difference() {
        let ours = tables::service(&SERVICE).unwrap();
        let mut theirs = ours.clone();
        theirs["documentation"] = json!("text");
        theirs["shapes"]["Channel"]["members"]["arn"]["documentation"] = json!("text");
        theirs["shapes"]["ChannelType"]["enum"].as_array_mut().unwrap().reverse();
        theirs["operations"]["CreateChannel"]["errors"].as_array_mut().unwrap().reverse();
        assert!(differences(&ours, &theirs).is_empty());
    }

    #[test]
    fn an_operation_that_aws_added_is_reported() {
        let line =
            one_difference(|theirs| theirs["operations"]["StartSomething"] = json!({ "name": "StartSomething" }));
        assert!(line.starts_with("operations.StartSomething: AWS says"), "{line}");
    }

    #[test]
    fn an_operation_that_aws_dropped_is_reported() {
        let line = one_difference(|theirs| {
            theirs["operations"].as_object_mut().unwrap().remove("StopStream");
        });
        assert!(line.starts_with("operations.StopStream: the tables say"), "{line}");
    }

    #[test]
    fn every_kind_of_fact_is_compared() {
        let channel = "shapes.Channel.members";
        for (path, value) in [
            ("operations.CreateChannel.http.responseCode", json!(201)),
            ("operations.UntagResource.idempotent", json!(false)),
            ("operations.GetChannel.readonly", json!(false)),
            ("operations.StopStream.output.shape", json!("Other")),
            ("shapes.Tags.value.shape", json!("Other")),
            ("shapes.Tags.max", json!(51)),
            ("shapes.ChannelArnList.member.shape", json!("Other")),
            ("shapes.ChannelArn.pattern", json!(".*")),
            ("shapes.Integer.type", json!("integer")),
            ("shapes.Time.timestampFormat", json!("unixTimestamp")),
            ("shapes.StreamKeyValue.sensitive", json!(false)),
            ("shapes.ThrottlingException.error.httpStatusCode", json!(400)),
            ("shapes.StreamUnavailable.fault", json!(false)),
            ("shapes.UntagResourceRequest.members.tagKeys.location", json!("header")),
            ("shapes.UntagResourceRequest.members.tagKeys.locationName", json!("keys")),
            (&format!("{channel}.arn.shape"), json!("Other")),
            ("metadata.apiVersion", json!("2021-01-01")),
        ] {
            let pointer = format!("/{}", path.replace('.', "/"));
            let line = one_difference(|theirs| *theirs.pointer_mut(&pointer).expect(path) = value);
            assert!(line.starts_with(&format!("{path}: ")), "{line}");
        }
    }

    #[test]
    fn members_required_values_and_errors_are_compared_one_by_one() {
        let member = one_difference(|theirs| theirs["shapes"]["Channel"]["members"]["documentation"] = json!({}));
        assert_eq!(member, "shapes.Channel.members.documentation: AWS says {}, the tables have none");
        let required = one_difference(|theirs| theirs["shapes"]["GetChannelRequest"]["required"] = json!([]));
        assert_eq!(required, r#"shapes.GetChannelRequest.required: AWS has no "arn""#);
        let value = one_difference(|theirs| {
            theirs["shapes"]["ChannelType"]["enum"].as_array_mut().unwrap().push(json!("ADVANCED_UHD"));
        });
        assert_eq!(value, r#"shapes.ChannelType.enum: the tables have no "ADVANCED_UHD""#);
        let error = one_difference(|theirs| {
            theirs["operations"]["StopStream"]["errors"].as_array_mut().unwrap().push(json!({ "shape": "Other" }));
        });
        assert_eq!(error, r#"operations.StopStream.errors: the tables have no {"shape":"Other"}"#);
    }

    #[test]
    fn a_trait_that_nobody_knows_yet_is_a_difference() {
        let line = one_difference(|theirs| theirs["shapes"]["ChannelName"]["deprecated"] = json!(true));
        assert_eq!(line, "shapes.ChannelName.deprecated: AWS says true, the tables have none");
    }
}
