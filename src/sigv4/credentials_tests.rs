use super::*;

#[test]
fn debug_shows_neither_the_secret_nor_the_token() {
    let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI", Some("AQoDYXdz".into())).unwrap();
    assert_eq!(format!("{credentials:?}"), "Credentials { access_key_id: \"AKIDEXAMPLE\", .. }");
}

#[test]
fn an_empty_session_token_is_no_session_token() {
    assert_eq!(Credentials::new("a", "b", Some(String::new())).unwrap().session_token(), None);
    assert_eq!(Credentials::new("a", "b", Some("c".into())).unwrap().session_token(), Some("c"));
}

#[test]
fn parts_that_no_header_can_carry_are_refused() {
    for id in ["", "AKID EXAMPLE", "AKID\n", "AKIDÉ", "AKID,", "\u{7f}"] {
        assert_eq!(Credentials::new(id, "b", None).unwrap_err(), Error::AccessKeyId, "{id:?}");
    }
    assert_eq!(Credentials::new("a", "", None).unwrap_err(), Error::SecretAccessKey);
    for token in ["a\nb", "a\r", " ", "ü", "a\0"] {
        assert_eq!(Credentials::new("a", "b", Some(token.into())).unwrap_err(), Error::SessionToken, "{token:?}");
    }
    assert!(Credentials::new("team/a=b", "b", Some("a+b/c==".into())).is_ok());
}
