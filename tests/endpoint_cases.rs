//! The cases that AWS publishes with the endpoint rule set of IVS, as botocore 1.44.5 and `aws-sdk-ivs` 1.131.0 have them.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used)]

use ivs_wasm::endpoint::{DualStack, Endpoint, Fips};
use serde_json::Value;

#[test]
fn every_published_case_has_its_endpoint_or_error() {
    let cases: Value = serde_json::from_str(include_str!("data/endpoint-cases.json")).unwrap();
    let cases = cases.as_array().unwrap();
    assert_eq!(cases.len(), 27);
    for case in cases {
        let fips = if case["useFIPS"] == true { Fips::Required } else { Fips::Any };
        let dual_stack = if case["useDualStack"] == true { DualStack::Required } else { DualStack::Any };
        let endpoint_override = case["endpoint"].as_str().map(|url| {
            let (scheme, host) = url.split_once("//").unwrap();
            Endpoint { scheme: scheme.into(), host: host.into(), base_path: String::new() }
        });
        // Where there is an override the rule set asks for no region; we do, because the signature names it.
        let absent = if endpoint_override.is_some() { "us-east-1" } else { "" };
        let region = case["region"].as_str().unwrap_or(absent);
        let resolved = Endpoint::resolve("ivs", region, fips, dual_stack, endpoint_override);
        match case["url"].as_str() {
            Some(url) => assert_eq!(resolved.unwrap().url("", ""), url, "{case}"),
            None => assert_eq!(resolved.unwrap_err().field(), case["error"], "{case}"),
        }
    }
}
