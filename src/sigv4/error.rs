use crate::text::concat;
use core::fmt;

/// Malformed input of a signature. Nothing is signed that the service, or an HTTP stack, would interpret differently.
/// No variant holds a secret, and [`Display`](fmt::Display) names the field and the remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The access key id is empty, or holds something else than visible ASCII, or a comma.
    AccessKeyId,
    /// The secret access key is empty.
    SecretAccessKey,
    /// The session token holds something else than visible ASCII.
    SessionToken,
    /// The region is empty or holds something else than visible ASCII, or one of `/` and `,`.
    Region,
    /// The service's signing name is empty or holds something else than visible ASCII, or one of `/` and `,`.
    Service,
    /// The method is not an HTTP token.
    Method,
    /// The host is empty, comes twice, or holds something else than visible ASCII, or one of `/`, `?`, `#` and `@`.
    Host,
    /// A header's name is not an HTTP token. Holds the name, with what is not visible ASCII replaced by `?`.
    HeaderName(String),
    /// A header's value holds a control character (a line break is one unless white space follows it). Holds the name.
    HeaderValue(String),
    /// The time is not a number or lies outside of the years 1 to 9999.
    Timestamp,
    /// The validity of a presigned request is not between 1 second and 7 days.
    ExpiresIn,
    /// The query to presign has one of the parameters that the signature adds. Holds its name.
    AlreadySigned(&'static str),
}

impl Error {
    pub(super) fn header_name(name: &str) -> Self {
        Self::HeaderName(name.chars().map(|c| if c.is_ascii_graphic() { c } else { '?' }).collect())
    }

    /// A stable name for programs: `Invalid…`, or `AlreadySigned`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AccessKeyId | Self::SecretAccessKey | Self::SessionToken => "InvalidCredentials",
            Self::Region => "InvalidRegion",
            Self::Service => "InvalidService",
            Self::Method => "InvalidMethod",
            Self::Host => "InvalidHost",
            Self::HeaderName(_) => "InvalidHeaderName",
            Self::HeaderValue(_) => "InvalidHeaderValue",
            Self::Timestamp => "InvalidTimestamp",
            Self::ExpiresIn => "InvalidExpiresIn",
            Self::AlreadySigned(_) => "AlreadySigned",
        }
    }

    /// What is wrong and what to do about it.
    pub fn message(&self) -> String {
        let (before, name, after) = match self {
            Self::AccessKeyId => (
                "the access key id is empty or has characters that a header cannot carry; \
                 copy it again, without spaces, commas or line breaks",
                "",
                "",
            ),
            Self::SecretAccessKey => {
                ("the secret access key is empty; give the one that belongs to the access key id", "", "")
            }
            Self::SessionToken => (
                "the session token has characters that a header cannot carry; \
                 copy it again, without spaces or line breaks",
                "",
                "",
            ),
            Self::Region => ("the region is empty or malformed; give one such as us-west-2", "", ""),
            Self::Service => ("the service is empty or malformed; give its signing name, such as ivs", "", ""),
            Self::Method => ("the method is not an HTTP method; give one such as POST", "", ""),
            Self::Host => (
                "the host is empty, malformed or there twice; give one, with the port if it is not the default one",
                "",
                "",
            ),
            Self::HeaderName(name) => {
                ("the header name `", name.as_str(), "` is not one that HTTP allows; use letters, digits and hyphens")
            }
            Self::HeaderValue(name) => (
                "the value of the header `",
                name.as_str(),
                "` has a line break or another control character; remove or encode it",
            ),
            Self::Timestamp => {
                ("the time of the signature is not between the years 1 and 9999; check the clock or the date", "", "")
            }
            Self::ExpiresIn => {
                ("the validity of a presigned request must be between 1 second and 604800 seconds (7 days)", "", "")
            }
            Self::AlreadySigned(name) => (
                "the query already has the parameter ",
                *name,
                ", which presigning adds; presign the address without its X-Amz- parameters",
            ),
        };
        concat(&[before, name, after])
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for Error {}

#[cfg(test)]
#[path = "error_tests.rs"]
mod tests;
