use super::*;
use crate::model::ivs::SERVICE;

fn suggestion(name: &str) -> Option<&'static str> {
    nearest(name, SERVICE.operation("CreateChannel").unwrap().input.members())
}

#[test]
fn distances() {
    assert_eq!(distance(b"", b"abc"), 3);
    assert_eq!(distance(b"kitten", b"sitting"), 3);
    assert_eq!(distance(b"same", b"same"), 0);
}

#[test]
fn similar_names_are_suggested_and_others_are_not() {
    assert_eq!(suggestion("latency_mode"), Some("latencyMode"));
    assert_eq!(suggestion("LatencyMode"), Some("latencyMode"));
    assert_eq!(suggestion("latencyMod"), Some("latencyMode"));
    assert_eq!(suggestion("nmae"), None, "two letters of four are another word");
    assert_eq!(suggestion("nam"), Some("name"));
    assert_eq!(suggestion("colour"), None);
    assert_eq!(suggestion(""), None);
}
