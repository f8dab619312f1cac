//! Several keys, what they may do, and several regions.

use crate::client::{Reply, Server, Signing, program, text};
use serde_json::{Value, json};

fn call(server: &Server, key: (&str, &str), region: &str, name: &str, input: Value) -> Reply {
    let signing = Signing { access_key_id: key.0, secret_access_key: key.1, region, ..Signing::of(server) };
    server.send(&signing.sign(server.operation(name, &input)))
}

#[test]
fn a_key_may_do_what_was_said_of_it_and_is_told_what_it_may_not() {
    let server = Server::start(&["--key", "READER=one,read-only", "--key", "MOD=two,ivs:PutMetadata,ivs:Get*"]);
    let (arn, key) = server.channel(json!({}));
    server.go_live(&key);
    let reader = |name, input| call(&server, ("READER", "one"), "us-west-2", name, input);
    let moderator = |name, input| call(&server, ("MOD", "two"), "us-west-2", name, input);
    let metadata = json!({ "channelArn": arn, "metadata": "hi" });

    assert_eq!(reader("GetChannel", json!({ "arn": arn })).status, 200);
    assert_eq!(reader("ListTagsForResource", json!({ "resourceArn": arn })).status, 200);
    let denied = reader("PutMetadata", metadata.clone());
    assert_eq!((denied.status, denied.error_type()), (403, "AccessDeniedException"));
    let user = "arn:aws:iam::123456789012:user/READER";
    let message = format!("User: {user} is not authorized to perform: ivs:PutMetadata on resource: {arn}");
    assert_eq!(denied.json(), json!({ "message": message, "exceptionMessage": message }));
    // Before anything of the input is looked at.
    assert!(text(&reader("CreateChannel", json!({ "type": "none" })).json()["message"]).ends_with("on resource: *"));

    assert_eq!(moderator("PutMetadata", metadata).status, 204);
    assert_eq!(moderator("GetStream", json!({ "channelArn": arn })).status, 200);
    assert_eq!(moderator("ListStreams", json!({})).error_type(), "AccessDeniedException");
    // The secrets are each key's own.
    let mixed = call(&server, ("READER", "two"), "us-west-2", "ListChannels", json!({}));
    assert_eq!(mixed.error_type(), "InvalidSignatureException");
}

#[test]
fn any_key_is_accepted_only_if_that_was_asked_for_and_a_known_one_is_verified_all_the_same() {
    let server = Server::start(&["--any-key"]);
    let status = |key, secret| call(&server, (key, secret), "us-west-2", "ListChannels", json!({})).status;
    assert_eq!(status("test", "test"), 200);
    assert_eq!(status(&server.access_key_id, &server.secret_access_key), 200);
    assert_eq!(status(&server.access_key_id, "test"), 403);
    // Its signature is not verified, so pages of others are kept out.
    for (origin, status) in [("http://localhost:3000", 200), ("https://evil.example", 403), ("null", 403)] {
        let mut request = Signing { access_key_id: "a", secret_access_key: "b", ..Signing::of(&server) }
            .sign(server.operation("ListChannels", &json!({})));
        request.headers_mut().insert("origin", origin.parse().unwrap());
        assert_eq!(server.send(&request).status, status, "{origin}");
    }
    // What can be told without the secret is.
    let elsewhere = call(&server, ("test", "test"), "eu-west-1", "ListChannels", json!({}));
    assert_eq!(elsewhere.error_type(), "InvalidSignatureException");
    assert_eq!(server.plain("POST", "/ListChannels", &[], "").error_type(), "MissingAuthenticationTokenException");
}

#[test]
fn every_region_has_resources_of_its_own() {
    let server = Server::start(&["--region", "eu-west-1", "--region", "us-east-1", "--seed", "1"]);
    assert_eq!(server.region, "eu-west-1");
    let key = (server.access_key_id.as_str(), server.secret_access_key.as_str());
    let create = |region| call(&server, key, region, "CreateChannel", json!({})).json();
    let (here, there) = (create("eu-west-1"), create("us-east-1"));
    let arn = |created: &Value| text(&created["channel"]["arn"]);
    assert!(arn(&here).starts_with("arn:aws:ivs:eu-west-1:") && arn(&there).starts_with("arn:aws:ivs:us-east-1:"));
    assert_ne!(arn(&here).rsplit('/').next(), arn(&there).rsplit('/').next());
    let listed = call(&server, key, "us-east-1", "ListChannels", json!({})).json();
    assert_eq!(listed["channels"].as_array().unwrap().len(), 1);
    let missing = call(&server, key, "us-east-1", "GetChannel", json!({ "arn": arn(&here) }));
    assert_eq!(missing.error_type(), "ResourceNotFoundException");

    // An encoder's and a player's region is known by the stream key and the address.
    server.go_live(&text(&there["streamKey"]["value"]));
    let stream = json!({ "channelArn": arn(&there) });
    assert_eq!(call(&server, key, "us-east-1", "GetStream", stream.clone()).status, 200);
    let playback = text(&there["channel"]["playbackUrl"]);
    let playlist = server.plain("GET", playback.strip_prefix(&server.endpoint).unwrap(), &[], "");
    assert_eq!(playlist.status, 200);
    let session = playlist.text.lines().find(|line| line.starts_with("session/")).unwrap().to_owned();
    assert_eq!(server.plain("GET", &format!("/api/video/v1/{session}"), &[], "").status, 200);
    let metadata = format!("/_local/encoder/metadata?channelArn={}", arn(&there));
    assert_eq!(server.plain("GET", &metadata, &[], "").json(), json!({ "metadata": [] }));

    let fault = json!({ "operation": "GetStream", "code": "InternalServerException", "region": "us-east-1" });
    assert_eq!(server.local("/_local/faults", fault).status, 200);
    let listed = server.plain("GET", "/_local/faults", &[], "").json();
    assert_eq!(listed["faults"][0]["region"], json!("us-east-1"));
    assert_eq!(call(&server, key, "eu-west-1", "GetStream", stream.clone()).status, 404);
    assert_eq!(call(&server, key, "us-east-1", "GetStream", stream).status, 500);
    let nowhere = json!({ "operation": "GetStream", "code": "InternalServerException", "region": "us-west-2" });
    assert_eq!(server.local("/_local/faults", nowhere).status, 400);

    let scope = call(&server, key, "us-west-2", "ListChannels", json!({})).json();
    let message = "The credential is scoped to us-west-2/ivs, this endpoint is eu-west-1/ivs, us-east-1/ivs.";
    assert_eq!(scope["message"], json!(message));
}

#[test]
fn a_fixed_key_may_be_given_by_variables() {
    let start = |variables: &[(&str, &str)]| {
        let mut command = program();
        command.args(["--port", "0", "--json", "--log", "off"]).envs(variables.iter().copied());
        Server::of(command)
    };
    let server = start(&[("IVS_LOCAL_ACCESS_KEY_ID", "fixed"), ("IVS_LOCAL_SECRET_ACCESS_KEY", "se/cret")]);
    assert_eq!((server.access_key_id.as_str(), server.secret_access_key.as_str()), ("fixed", "se/cret"));
    assert_eq!(server.ok("ListChannels", json!({})), json!({ "channels": [] }));
}

#[test]
fn a_key_that_cannot_be_is_rejected_with_the_remedy() {
    for (arguments, remedy) in [
        (&["--key", "a"][..], "ID=SECRET"),
        (&["--key", "a=b,ivs:GetChanel"], "ivs:GetChanel is no action of IVS"),
        (&["--key", "a=b,readonly"], "read-only"),
        (&["--key", "a=b", "--key", "a=c"], "the key a is given twice"),
    ] {
        let output = program().args(["--json", "--port", "0"]).args(arguments).output().unwrap();
        assert!(!output.status.success());
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(remedy), "{told}");
    }
}
