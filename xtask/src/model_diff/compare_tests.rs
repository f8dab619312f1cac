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
    let line = one_difference(|theirs| theirs["operations"]["StartSomething"] = json!({ "name": "StartSomething" }));
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
