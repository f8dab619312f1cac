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
