//! Authentication of requests by their signature.
//!
//! The signature is computed from the received request, and compared with the received one. By which signer is the shell's choice:
//! the server has AWS's own, so that no code of this project takes part in it; [`canonical`] has that of `ivs-wasm`. See
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>.

pub mod canonical;
mod claim;
mod key;

use crate::error::Error;
use crate::request::Request;
pub use claim::{Claim, Location};
use ivs_wasm::model::ivs::SERVICE;
use ivs_wasm::sigv4::Timestamp;
pub use key::{Key, Permissions, is_word};
use subtle::ConstantTimeEq;
use time::{Duration, OffsetDateTime};

/// The greatest allowed difference of the clocks.
const TOLERANCE: Duration = Duration::minutes(5);

/// Whose requests are accepted, and for which regions.
#[derive(Debug, Clone)]
pub struct Keys {
    /// Those that are known.
    pub keys: Vec<Key>,
    /// What becomes of a key that is not.
    pub others: Others,
    /// Requests may be signed for these.
    pub regions: Vec<String>,
}

/// What becomes of requests with a key that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They are rejected.
    Rejected,
    /// They may do everything. Their signatures have to be well formed and of this time, but cannot be verified.
    Accepted,
}

/// A request's signature, of which the head has been checked.
#[derive(Debug)]
pub struct Access<'k> {
    /// What the request says of its signature.
    pub claim: Claim,
    /// The key, if it is known: then the signature has to be verified, by [`Self::check_signature`].
    pub key: Option<&'k Key>,
}

impl Keys {
    /// Checks what the head says about its signature: that it is one with a known key, for one of the regions and this service, at
    /// about this time. Whether it is the right one depends on the body.
    pub fn check_head(&self, head: &Request<'_>, now: OffsetDateTime) -> Result<Access<'_>, Error> {
        let claim = Claim::read(head)?;
        let key = self.keys.iter().find(|key| key.id == claim.access_key_id);
        if key.is_none() && self.others == Others::Rejected {
            return Err(unrecognized("The access key id is not known here."));
        }
        if claim.service != SERVICE.signing_name || !self.regions.contains(&claim.region) {
            let scopes: Vec<_> =
                self.regions.iter().map(|region| format!("{region}/{}", SERVICE.signing_name)).collect();
            return Err(invalid(format!(
                "The credential is scoped to {}/{}, this endpoint is {}.",
                claim.region,
                claim.service,
                scopes.join(", ")
            )));
        }
        check_time(&claim, now)?;
        check_signed_headers(&claim, head)?;
        if let Some(key) = key {
            check_session_token(key, &claim)?;
        }
        Ok(Access { claim, key })
    }
}

impl Access<'_> {
    /// Rejects the request unless its signature is the expected one: that of the whole of it.
    pub fn check_signature(&self, expected: &str) -> Result<(), Error> {
        if bool::from(expected.as_bytes().ct_eq(self.claim.signature.as_bytes())) {
            return Ok(());
        }
        Err(invalid(
            "The signature is not the one that this request and the secret access key give. The method, path, query, a \
             signed header or the body differ from what was signed, or the secret does.",
        ))
    }
}

fn check_session_token(key: &Key, claim: &Claim) -> Result<(), Error> {
    match (&key.session_token, &claim.session_token) {
        (Some(expected), Some(given)) if !bool::from(expected.as_bytes().ct_eq(given.as_bytes())) => {
            Err(unrecognized("The session token does not belong to the access key."))
        }
        (Some(_), None) => Err(unrecognized("The access key is temporary and needs its session token.")),
        _ => Ok(()),
    }
}

fn check_time(claim: &Claim, now: OffsetDateTime) -> Result<(), Error> {
    let text = |moment: OffsetDateTime| {
        let timestamp = Timestamp::from_epoch_seconds(moment.unix_timestamp());
        timestamp.map(|timestamp| timestamp.date_time().to_owned()).unwrap_or_default()
    };
    let (signed, here) = (text(claim.date), text(now));
    if claim.date > now + TOLERANCE {
        let latest = text(now + TOLERANCE);
        return Err(invalid(format!(
            "Signature not yet current: {signed} is later than {latest} ({here} and 5 minutes)"
        )));
    }
    let (lifetime, why) = match claim.location {
        Location::Header => (TOLERANCE, "5 minutes".to_owned()),
        Location::Query { expires } => (Duration::seconds(expires.into()), format!("{expires} seconds")),
    };
    if claim.date + lifetime < now {
        let earliest = text(now - lifetime);
        return Err(invalid(format!("Signature expired: {signed} is earlier than {earliest} ({here} less {why})")));
    }
    Ok(())
}

/// What must not be changed in transit has to be signed: the host and all of AWS's own headers.
fn check_signed_headers(claim: &Claim, head: &Request<'_>) -> Result<(), Error> {
    let signed = |name: &str| claim.signed_headers.iter().any(|signed| signed == name);
    if !signed("host") {
        return Err(invalid("The host header must be among the signed headers."));
    }
    if let Some(missing) = claim.signed_headers.iter().find(|name| head.header_values(name).next().is_none()) {
        return Err(invalid(format!("The signed header {missing} is not in the request.")));
    }
    let must_be_signed = |name: &&str| name.starts_with("x-amz-");
    match head.headers.iter().map(|(name, _)| *name).filter(must_be_signed).find(|name| !signed(name)) {
        Some(name) => Err(invalid(format!("The header {name} must be among the signed headers."))),
        None => Ok(()),
    }
}

fn unrecognized(message: &str) -> Error {
    Error::front_end("UnrecognizedClientException", 403, message)
}

fn invalid(message: impl Into<String>) -> Error {
    Error::front_end("InvalidSignatureException", 403, message)
}

fn incomplete(message: impl Into<String>) -> Error {
    Error::incomplete_signature(message)
}
