use super::*;

#[test]
fn an_arn_in_a_path_is_one_segment() {
    let labels = [("resourceArn", "arn:aws:ivs:us-west-2:123456789012:channel/abc".to_owned())];
    assert_eq!(
        fill("/tags/{resourceArn}", &labels),
        "/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fabc"
    );
}
