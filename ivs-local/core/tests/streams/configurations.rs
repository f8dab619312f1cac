//! Configurations that fail, and quotas.

use crate::{Account, SECOND, Settings, at_once, with_quotas};
use ivs_local_core::Quota;
use serde_json::{Value, json};

fn bucket(name: &str) -> Value {
    json!({ "destinationConfiguration": { "s3": { "bucketName": name } } })
}

#[test]
fn a_bucket_of_another_region_is_refused_at_once_or_later() {
    let input = bucket("bucket-in-other-region");
    let refused = Account::new(at_once()).call("CreateRecordingConfiguration", input.clone()).unwrap_err();
    assert_eq!(refused.code, "ValidationException");
    assert!(refused.message.starts_with("input.destinationConfiguration.s3.bucketName: "), "{}", refused.message);
    let late = Settings { region: "us-east-1".to_owned(), creation: SECOND, ..at_once() };
    let mut account = Account::new(late);
    let made = account.ok("CreateRecordingConfiguration", input)["recordingConfiguration"].clone();
    assert_eq!(made["state"], json!("CREATING"));
    account.pass(SECOND);
    let got = account.ok("GetRecordingConfiguration", json!({ "arn": made["arn"] }))["recordingConfiguration"].clone();
    assert_eq!(got["state"], json!("CREATE_FAILED"));
}

#[test]
fn a_slate_fails_to_be_created_or_updated_and_can_be_mended() {
    let mut account = Account::new(Settings { creation: SECOND, ..at_once() });
    let made = account.ok("CreateFailoverSlateConfiguration", json!({ "name": "missing-picture" }));
    let arn = made["failoverSlateConfiguration"]["arn"].clone();
    let state = |account: &mut Account| {
        let got = account.ok("GetFailoverSlateConfiguration", json!({ "arn": arn }));
        got["failoverSlateConfiguration"]["state"].clone()
    };
    assert_eq!(state(&mut account), "CREATING");
    account.pass(SECOND);
    assert_eq!(state(&mut account), "CREATE_FAILED");
    for (name, end) in [("picture", "CREATED"), ("missing", "CREATE_FAILED"), ("picture", "CREATED")] {
        let update = json!({ "arn": arn, "name": name });
        account.ok("UpdateFailoverSlateConfiguration", update.clone());
        assert_eq!(state(&mut account), "UPDATING");
        assert_eq!(account.fails("UpdateFailoverSlateConfiguration", update), "ConflictException");
        account.pass(SECOND);
        assert_eq!(state(&mut account), end);
    }
}

#[test]
fn a_policy_has_so_many_countries_and_origins() {
    let mut account = Account::new(with_quotas(&["allowed-countries=2"]));
    let create = |account: &mut Account, input: Value| account.call("CreatePlaybackRestrictionPolicy", input);
    let refused = create(&mut account, json!({ "allowedCountries": ["FR", "DE", "JP"] })).unwrap_err();
    assert_eq!(refused.message, "input.allowedCountries: a policy may have at most 2");
    let origins = |count: usize| json!({ "allowedOrigins": vec!["https://example.com"; count] });
    let made = create(&mut account, origins(5)).unwrap()["playbackRestrictionPolicy"]["arn"].clone();
    assert_eq!(create(&mut account, origins(6)).unwrap_err().code, "ValidationException");
    let update = json!({ "arn": made, "allowedOrigins": vec!["null"; 6] });
    assert_eq!(account.fails("UpdatePlaybackRestrictionPolicy", update), "ValidationException");
}

#[test]
fn every_documented_quota_can_be_another() {
    for quota in
        ["stream-key=2", "concurrent-streams=1", "concurrent-viewers=1", "stream-takeovers=1", "ad-configuration=1"]
    {
        assert!(quota.parse::<Quota>().is_ok(), "{quota}");
    }
    let mut account = Account::new(with_quotas(&["stream-key=2", "playback-restriction-policy=4"]));
    let channel = account.channel(json!({}));
    account.ok("CreateStreamKey", json!({ "channelArn": channel.arn }));
    assert_eq!(account.fails("CreateStreamKey", json!({ "channelArn": channel.arn })), "ServiceQuotaExceededException");
    let policies = |account: &mut Account| {
        (0..10).find(|_| account.call("CreatePlaybackRestrictionPolicy", json!({})).is_err()).unwrap()
    };
    assert_eq!((policies(&mut account), policies(&mut Account::new(at_once()))), (4, 3));
}
