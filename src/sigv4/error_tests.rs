use super::*;

#[test]
fn a_message_names_the_field_and_the_remedy() {
    let all = [
        (Error::AccessKeyId, "the access key id", "InvalidCredentials"),
        (Error::SecretAccessKey, "the secret access key", "InvalidCredentials"),
        (Error::SessionToken, "the session token", "InvalidCredentials"),
        (Error::Region, "the region", "InvalidRegion"),
        (Error::Service, "the service", "InvalidService"),
        (Error::Method, "the method", "InvalidMethod"),
        (Error::Host, "the host", "InvalidHost"),
        (Error::header_name("a b\n"), "the header name `a?b?`", "InvalidHeaderName"),
        (Error::HeaderValue("x-a".into()), "the value of the header `x-a`", "InvalidHeaderValue"),
        (Error::Timestamp, "the time of the signature", "InvalidTimestamp"),
        (Error::ExpiresIn, "the validity of a presigned request", "InvalidExpiresIn"),
        (Error::AlreadySigned("X-Amz-Date"), "the query already has the parameter X-Amz-Date", "AlreadySigned"),
    ];
    for (error, field, code) in all {
        let message = error.to_string();
        assert!(message.starts_with(field) && message.len() > field.len() + 30, "{message}");
        assert!(!message.contains("  "), "{message}");
        assert_eq!(error.code(), code);
    }
}
