use super::super::Credentials;
use super::*;

fn key(secret: &str) -> SigningKey {
    let credentials = Credentials::new("AKIDEXAMPLE", secret, None).unwrap();
    let timestamp = Timestamp::from_epoch_seconds(1_440_938_160).unwrap();
    SigningKey::derive(&SigningParams { credentials: &credentials, region: "us-east-1", service: "iam", timestamp })
}

#[test]
fn hmac_agrees_with_rfc_4231() {
    let of = |key: &[u8], text| super::super::signature::Hex::of(&authenticate(keyed(key), text)).as_str().to_owned();
    assert_eq!(
        of(b"Jefe", "what do ya want for nothing?"),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
    let text = "Test Using Larger Than Block-Size Key - Hash Key First";
    assert_eq!(of(&[0xaa; 131], text), "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

#[test]
fn a_secret_may_be_longer_than_the_block_of_the_hash() {
    let (short, long, longer) = (key(&"s".repeat(60)), key(&"s".repeat(61)), key(&"s".repeat(200)));
    assert_ne!(short.signature(""), long.signature(""));
    assert_ne!(long.signature(""), longer.signature(""));
}

#[test]
fn debug_shows_no_secret() {
    let shown = format!("{:?}", key("wJalrXUtnFEMI"));
    assert!(shown.contains("us-east-1") && !shown.contains("wJal"), "{shown}");
}
