//! The expected signature of a request, by the `aws-sigv4` crate.

use super::claim::{Claim, Location};
use super::{Head, Verifier};
use crate::error;
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign};
use aws_sigv4::sign::v4;
use ivs_local_core::Error;
use std::time::Duration;

/// Signs the received request, with the headers that the claim names.
pub fn signature(verifier: &Verifier, claim: &Claim, head: &Head<'_>, body: &[u8]) -> Result<String, Error> {
    let mut settings = SigningSettings::default();
    // The signer would choose which headers to omit; here the sender has chosen.
    settings.excluded_headers = None;
    if let Location::Query { expires } = claim.location {
        settings.signature_location = SignatureLocation::QueryParams;
        settings.expires_in = Some(Duration::from_secs(expires.into()));
    }
    // A session token is not given to the signer, which would add it; it is signed where it already is.
    let identity = Credentials::from_keys(&verifier.access_key_id, &verifier.secret_access_key, None).into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(&verifier.region)
        .name(ivs_wasm::model::ivs::SERVICE.signing_name)
        .time(claim.date.into())
        .settings(settings)
        .build()
        .map_err(|error| Error::internal(error.to_string()))?
        .into();

    let mut headers = Vec::new();
    for name in &claim.signed_headers {
        for value in head.headers.get_all(name) {
            let value = std::str::from_utf8(value.as_bytes())
                .map_err(|_| error::incomplete_signature(format!("The signed header {name} is not text.")))?;
            headers.push((name.as_str(), value));
        }
    }
    let url = match claim.query.as_str() {
        "" => format!("http://localhost{}", head.path),
        query => format!("http://localhost{}?{query}", head.path),
    };
    let signable = SignableRequest::new(head.method, url, headers.into_iter(), SignableBody::Bytes(body))
        .map_err(|error| unsignable(&error))?;
    Ok(sign(signable, &params).map_err(|error| unsignable(&error))?.into_parts().1)
}

fn unsignable(error: &aws_sigv4::http_request::SigningError) -> Error {
    error::incomplete_signature(format!("The request cannot be signed: {error}."))
}
