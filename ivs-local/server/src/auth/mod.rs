//! Authentication of requests by their signature.
//!
//! The signature is computed from the received request by AWS's own signer, and compared with the received one; no code of this
//! project takes part in it. See
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>.

mod claim;
mod recompute;
#[cfg(test)]
mod tests;

use crate::error;
use axum::http::HeaderMap;
pub use claim::Claim;
use claim::Location;
use ivs_local_core::Error;
use std::borrow::Cow;
use subtle::ConstantTimeEq;
use time::macros::format_description;
use time::{Duration, OffsetDateTime};

/// The greatest allowed difference of the clocks.
const TOLERANCE: Duration = Duration::minutes(5);

/// The head of a received request, without any decoding.
pub struct Head<'a> {
    pub method: &'a str,
    /// Path of the request line.
    pub path: &'a str,
    /// Query of the request line, without its `?`.
    pub query: &'a str,
    pub headers: &'a HeaderMap,
}

impl<'a> Head<'a> {
    /// The values of a query parameter, decoded, in the order given.
    fn query_values<'n>(&self, name: &'n str) -> impl Iterator<Item = String> + use<'a, 'n> {
        form_urlencoded::parse(self.query.as_bytes())
            .filter(move |(key, _)| *key == name)
            .map(|(_, value): (Cow<'_, str>, _)| value.into_owned())
    }

    /// The only value of a header that a signature depends on.
    fn header(&self, name: &str) -> Result<&'a str, Error> {
        let mut values = self.headers.get_all(name).iter();
        let (Some(value), None) = (values.next(), values.next()) else {
            return Err(error::incomplete_signature(format!("The request does not have exactly one header {name}.")));
        };
        value
            .to_str()
            .map_err(|_| error::incomplete_signature(format!("The header {name} has characters beyond ASCII.")))
    }
}

/// The one accepted key, and the scope of its signatures.
pub struct Verifier {
    pub access_key_id: String,
    pub secret_access_key: String,
    /// The session token that each request must have; if there is none, any signed token is accepted.
    pub session_token: Option<String>,
    pub region: String,
}

impl Verifier {
    /// What the head says about its signature. Rejects the request unless that is one with the key, for this region and service, at
    /// about this time. Whether it is the right one is for [`Self::check_signature`], which needs the body.
    pub fn check_head(&self, head: &Head<'_>, now: OffsetDateTime) -> Result<Claim, Error> {
        let claim = Claim::read(head)?;
        if claim.access_key_id != self.access_key_id {
            return Err(error::unrecognized("The access key id is not known here."));
        }
        let scope = format!("{}/{}", self.region, ivs_wasm::model::ivs::SERVICE.signing_name);
        if claim.scope != scope {
            return Err(error::invalid_signature(format!(
                "The credential is scoped to {}, this endpoint is {scope}.",
                claim.scope
            )));
        }
        check_time(&claim, now)?;
        check_signed_headers(&claim, head)?;
        self.check_session_token(&claim)?;
        Ok(claim)
    }

    /// Rejects the request unless its signature is that of the whole of it.
    pub fn check_signature(&self, claim: &Claim, head: &Head<'_>, body: &[u8]) -> Result<(), Error> {
        let signature = recompute::signature(self, claim, head, body)?;
        if !bool::from(signature.as_bytes().ct_eq(claim.signature.as_bytes())) {
            return Err(error::invalid_signature(
                "The signature is not the one that this request and the secret access key give. The method, path, query, a \
                 signed header or the body differ from what was signed, or the secret does.",
            ));
        }
        Ok(())
    }

    fn check_session_token(&self, claim: &Claim) -> Result<(), Error> {
        match (&self.session_token, &claim.session_token) {
            (Some(wanted), Some(given)) if !bool::from(wanted.as_bytes().ct_eq(given.as_bytes())) => {
                Err(error::unrecognized("The session token does not belong to the access key."))
            }
            (Some(_), None) => Err(error::unrecognized("The access key is temporary and needs its session token.")),
            _ => Ok(()),
        }
    }
}

fn check_time(claim: &Claim, now: OffsetDateTime) -> Result<(), Error> {
    let text = |moment: OffsetDateTime| {
        let format = format_description!("[year][month][day]T[hour][minute][second]Z");
        moment.format(format).unwrap_or_default()
    };
    let (signed, here) = (text(claim.date), text(now));
    if claim.date > now + TOLERANCE {
        let latest = text(now + TOLERANCE);
        return Err(error::invalid_signature(format!(
            "Signature not yet current: {signed} is later than {latest} ({here} and 5 minutes)"
        )));
    }
    let (lifetime, why) = match claim.location {
        Location::Header => (TOLERANCE, "5 minutes".to_owned()),
        Location::Query { expires } => (Duration::seconds(expires.into()), format!("{expires} seconds")),
    };
    if claim.date + lifetime < now {
        let earliest = text(now - lifetime);
        return Err(error::invalid_signature(format!(
            "Signature expired: {signed} is earlier than {earliest} ({here} less {why})"
        )));
    }
    Ok(())
}

/// What must not be changed in transit has to be signed: the host and all of AWS's own headers.
fn check_signed_headers(claim: &Claim, head: &Head<'_>) -> Result<(), Error> {
    let signed = |name: &str| claim.signed_headers.iter().any(|signed| signed == name);
    if !signed("host") {
        return Err(error::invalid_signature("The host header must be among the signed headers."));
    }
    if let Some(missing) = claim.signed_headers.iter().find(|name| !head.headers.contains_key(name.as_str())) {
        return Err(error::invalid_signature(format!("The signed header {missing} is not in the request.")));
    }
    let must_be_signed = |name: &&str| name.starts_with("x-amz-");
    match head.headers.keys().map(axum::http::HeaderName::as_str).filter(must_be_signed).find(|name| !signed(name)) {
        Some(name) => Err(error::invalid_signature(format!("The header {name} must be among the signed headers."))),
        None => Ok(()),
    }
}
