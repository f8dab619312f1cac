//! The parameters of a signature, as a signed request states them.

use super::{incomplete, invalid};
use crate::error::Error;
use crate::request::Request;
use ivs_wasm::sigv4::Timestamp;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// Where the signature is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// In the `Authorization` header.
    Header,
    /// In the query of a presigned URL that is valid for so many seconds.
    Query {
        /// Lifetime in seconds.
        expires: u32,
    },
}

/// The parts of a signature, well formed but not yet verified.
#[derive(Debug)]
pub struct Claim {
    /// Where the signature is.
    pub location: Location,
    /// Of the key that signed.
    pub access_key_id: String,
    /// Of the credential scope.
    pub region: String,
    /// Signing name of the service, of the credential scope.
    pub service: String,
    /// In lowercase and in order.
    pub signed_headers: Vec<String>,
    /// 64 hexadecimal digits.
    pub signature: String,
    /// When it was signed.
    pub date: OffsetDateTime,
    /// As it was received.
    pub session_token: Option<String>,
    /// The query that was signed, without the members that the signature itself added to it.
    pub query: String,
}

impl Claim {
    /// Reads the claim in the head of a request.
    ///
    /// Fails with `MissingAuthenticationTokenException` if there is none and with `IncompleteSignatureException` if it is
    /// malformed.
    pub fn read(head: &Request<'_>) -> Result<Self, Error> {
        let presigned = head.query_values("X-Amz-Signature").next().is_some()
            || head.query_values("X-Amz-Algorithm").next().is_some();
        let in_header = head.header_values("authorization").next().is_some();
        match (in_header, presigned) {
            (false, false) => Err(unauthenticated()),
            (true, true) => {
                Err(incomplete("The request is signed twice: in the Authorization header and in the query."))
            }
            (true, false) => Self::from_header(head),
            (false, true) => Self::from_query(head),
        }
    }

    fn from_header(head: &Request<'_>) -> Result<Self, Error> {
        let text = only(head, "authorization")?;
        let fields = text
            .strip_prefix(ALGORITHM)
            .filter(|rest| rest.starts_with(' '))
            .ok_or_else(|| incomplete(format!("The Authorization header does not begin with {ALGORITHM}.")))?;
        let mut parts = [None; 3];
        for field in fields.split(',') {
            let (name, value) = field.trim().split_once('=').unwrap_or((field.trim(), ""));
            let place = match name {
                "Credential" => 0,
                "SignedHeaders" => 1,
                "Signature" => 2,
                _ => return Err(incomplete("The Authorization header has a part that does not belong there.")),
            };
            if let Some(part) = parts.get_mut(place)
                && part.replace(value).is_some()
            {
                return Err(incomplete(format!("The Authorization header has two parts {name}.")));
            }
        }
        let [Some(credential), Some(signed_headers), Some(signature)] = parts else {
            return Err(incomplete("The Authorization header needs a Credential, SignedHeaders and a Signature."));
        };
        if head.header_values("x-amz-date").next().is_none() {
            return Err(incomplete("The request needs an X-Amz-Date header."));
        }
        let has_token = head.header_values("x-amz-security-token").next().is_some();
        let session_token = has_token.then(|| only(head, "x-amz-security-token")).transpose()?.map(str::to_owned);
        let query = head.query.to_owned();
        let date = only(head, "x-amz-date")?;
        Self::new(Location::Header, credential, signed_headers, signature, date, session_token, query)
    }

    fn from_query(head: &Request<'_>) -> Result<Self, Error> {
        let one = |name: &str| {
            let mut values = head.query_values(name);
            match (values.next(), values.next()) {
                (Some(value), None) => Ok(value),
                (None, _) => Err(incomplete(format!("The query of a presigned request needs {name}."))),
                _ => Err(incomplete(format!("The query has {name} twice."))),
            }
        };
        if one("X-Amz-Algorithm")? != ALGORITHM {
            return Err(incomplete(format!("X-Amz-Algorithm is not {ALGORITHM}.")));
        }
        let expires = one("X-Amz-Expires")?;
        // The text is signed, not the number: another spelling of it, such as 060, would be verified as if it were 60.
        let seconds = expires.parse().ok().filter(|seconds: &u32| (1..=604_800).contains(seconds));
        let expires = seconds
            .filter(|seconds| seconds.to_string() == expires)
            .ok_or_else(|| incomplete("X-Amz-Expires is not a number of seconds from 1 to 604800, in digits alone."))?;
        let session_token = match head.query_values("X-Amz-Security-Token").next() {
            Some(_) => Some(one("X-Amz-Security-Token")?),
            None => None,
        };
        // The session token stays: it is signed like any other member of the query.
        let added = [
            "X-Amz-Algorithm",
            "X-Amz-Credential",
            "X-Amz-Date",
            "X-Amz-Expires",
            "X-Amz-SignedHeaders",
            "X-Amz-Signature",
        ];
        let kept: Vec<&str> = head
            .query
            .split('&')
            .filter(|pair| {
                form_urlencoded::parse(pair.as_bytes()).next().is_some_and(|(name, _)| !added.contains(&name.as_ref()))
            })
            .collect();
        Self::new(
            Location::Query { expires },
            &one("X-Amz-Credential")?,
            &one("X-Amz-SignedHeaders")?,
            &one("X-Amz-Signature")?,
            &one("X-Amz-Date")?,
            session_token,
            kept.join("&"),
        )
    }

    fn new(
        location: Location,
        credential: &str,
        signed_headers: &str,
        signature: &str,
        date: &str,
        session_token: Option<String>,
        query: String,
    ) -> Result<Self, Error> {
        // An access key id may have a slash in it, so the scope is read from the end.
        let parts: Vec<&str> = credential.rsplitn(5, '/').collect();
        let [terminator, service, region, day, access_key_id] = parts.as_slice() else {
            return Err(incomplete("The credential is not of the form KEY/DATE/REGION/SERVICE/aws4_request."));
        };
        if *terminator != "aws4_request" {
            return Err(incomplete("The credential does not end in aws4_request."));
        }
        let moment =
            moment(date).ok_or_else(|| incomplete("The date of the signature is not of the form YYYYMMDDTHHMMSSZ."))?;
        if !date.starts_with(&format!("{day}T")) {
            return Err(invalid(format!("The credential is for the day {day}, the date is {date}.")));
        }
        let signed_headers: Vec<String> = signed_headers.split(';').map(str::to_owned).collect();
        let canonical = |name: &String| !name.is_empty() && !name.bytes().any(|byte| byte.is_ascii_uppercase());
        if !signed_headers.iter().all(canonical) || !signed_headers.is_sorted_by(|one, next| one < next) {
            return Err(incomplete("The signed headers are not lowercase names in order, with a semicolon between."));
        }
        if signature.len() != 64 || !signature.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(incomplete("The signature is not 64 lowercase hexadecimal digits."));
        }
        Ok(Self {
            location,
            access_key_id: (*access_key_id).to_owned(),
            region: (*region).to_owned(),
            service: (*service).to_owned(),
            signed_headers,
            signature: signature.to_owned(),
            date: moment,
            session_token,
            query,
        })
    }
}

/// The moment of a text such as `20300101T000000Z`.
fn moment(date: &str) -> Option<OffsetDateTime> {
    let part = |range| date.get(range);
    let text = format!("{}-{}-{}:{}:{}", part(0..4)?, part(4..6)?, part(6..11)?, part(11..13)?, date.get(13..)?);
    let moment = OffsetDateTime::parse(&text, &Rfc3339).ok()?;
    // Here, too, the text is what is signed.
    let timestamp = Timestamp::from_epoch_seconds(moment.unix_timestamp()).ok()?;
    (timestamp.date_time() == date).then_some(moment)
}

/// The only value of a header that a signature depends on.
fn only<'a>(head: &Request<'a>, name: &str) -> Result<&'a str, Error> {
    let mut values = head.header_values(name);
    let (Some(value), None) = (values.next(), values.next()) else {
        return Err(incomplete(format!("The request does not have exactly one header {name}.")));
    };
    let text = std::str::from_utf8(value).ok().filter(|text| text.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
    text.ok_or_else(|| incomplete(format!("The header {name} has characters beyond ASCII.")))
}

fn unauthenticated() -> Error {
    Error::front_end("MissingAuthenticationTokenException", 403, "The request carries no signature.")
}
