use super::{Credentials, Error, Payload, Timestamp};
use core::fmt;

/// The parts of an HTTP request that a signature covers, as they will be sent.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The method, `GET` or `POST`; methods are case-sensitive.
    pub method: &'a str,
    /// What the `host` header will say: the name, and the port if it is not the scheme's default. A `host` among the
    /// headers replaces it.
    pub host: &'a str,
    /// The path as sent: absolute, percent-encoded, up to the question mark. Empty means `/`.
    pub path: &'a str,
    /// The query as sent, without the question mark; empty if there is none. A plus sign in it is a space.
    pub query: &'a str,
    /// Names in any case, and values; a name may come more than once. Values are signed as UTF-8: a caller whose HTTP
    /// stack sends them in another encoding must keep to ASCII.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body.
    pub payload: Payload<'a>,
}

/// Query, headers and body may hold secrets, which must not be logged.
impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("host", &self.host)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// Credentials, time and scope of a signature.
#[derive(Clone, Copy, Debug)]
pub struct SigningParams<'a> {
    /// The access key.
    pub credentials: &'a Credentials,
    /// The region, `us-west-2`.
    pub region: &'a str,
    /// The service's signing name, `ivs`.
    pub service: &'a str,
    /// The time of the request. AWS services accept a difference of 5 minutes, some of 15.
    pub timestamp: Timestamp,
}

impl SigningParams<'_> {
    pub(super) fn validate(&self) -> Result<(), Error> {
        let is_part_of_scope =
            |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'/' | b','));
        if !is_part_of_scope(self.region) {
            return Err(Error::Region);
        }
        if !is_part_of_scope(self.service) {
            return Err(Error::Service);
        }
        Ok(())
    }

    /// Appends `date/region/service/aws4_request`.
    pub(super) fn push_credential_scope(&self, out: &mut String) {
        out.push_str(self.timestamp.date());
        for part in ["/", self.region, "/", self.service, "/aws4_request"] {
            out.push_str(part);
        }
    }

    /// Appends the access key id and the scope.
    pub(super) fn push_credential(&self, out: &mut String) {
        out.push_str(self.credentials.access_key_id());
        out.push('/');
        self.push_credential_scope(out);
    }
}

/// Whether `text` is a token of RFC 9110, 5.6.2: the form of methods and header names.
pub(super) fn is_token(text: &str) -> bool {
    let is_token_character = |b: u8| {
        b.is_ascii_alphanumeric()
            || matches!(b, b'-' | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'.' | b'^' | b'_' | b'`' | b'|' | b'~')
    };
    !text.is_empty() && text.bytes().all(is_token_character)
}
