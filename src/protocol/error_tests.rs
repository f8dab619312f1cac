use super::super::decode::tests::Json;
use super::*;
use serde_json::json;

fn read(error_type: Option<&str>, body: serde_json::Value) -> (String, String) {
    let error = ServiceError::read(error_type, Some(&Json::new(body)));
    (error.code, error.message)
}

#[test]
fn every_form_of_a_code_and_of_a_message_is_read() {
    let expected = ("ConflictException".to_owned(), "Busy.".to_owned());
    for (header, body) in [
        (Some("ConflictException"), json!({ "exceptionMessage": "Busy." })),
        (Some("ConflictException:http://internal.amazon.com/coral/"), json!({ "message": "Busy." })),
        (Some("ConflictException, ConflictException"), json!({ "message": "Busy." })),
        (None, json!({ "__type": "com.amazon.ivs#ConflictException", "Message": "Busy." })),
        (None, json!({ "code": "ConflictException", "exceptionMessage": "Busy.", "message": 7 })),
        (Some(""), json!({ "__type": "ConflictException", "message": "Busy." })),
    ] {
        assert_eq!(read(header, body.clone()), expected, "{header:?} {body}");
    }
}

#[test]
fn code_and_message_may_be_missing() {
    assert_eq!(ServiceError::read::<Json>(None, None), ServiceError::default());
}

#[test]
fn a_code_ends_at_what_cannot_be_logged_and_is_not_endless() {
    for rest in ["\r\nERROR forged", "\u{1b}[31m", "\u{85}", "\u{2028}", "\u{202e}", "\0", "\u{e9}"] {
        let code = format!("ConflictException{rest}");
        assert_eq!(read(Some(&code), json!({})).0, "ConflictException", "{code:?}");
        assert_eq!(read(None, json!({ "__type": code })).0, "ConflictException");
    }
    assert_eq!(read(Some(&"x".repeat(4096)), json!({})).0.len(), 128);
    assert_eq!(read(Some("\n"), json!({ "code": "ConflictException" })).0, "ConflictException");
}
