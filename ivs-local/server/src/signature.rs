//! The expected signature of a request, by AWS's own signer: no code of this project takes part in it.

#[cfg(test)]
#[path = "signature_tests.rs"]
mod tests;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign};
use aws_sigv4::sign::v4;
use ivs_local_core::auth::{Access, Claim, Key, Location};
use ivs_local_core::{Error, Request};
use std::time::Duration;

/// Rejects a request unless its signature is that of the whole of it. That of an unknown key, which may be accepted, cannot be verified.
pub fn verify(access: &Access<'_>, request: &Request<'_>) -> Result<(), Error> {
    match access.key {
        Some(key) => access.check_signature(&signature(key, &access.claim, request)?),
        None => Ok(()),
    }
}

/// Signs the received request, with the headers that the claim names.
fn signature(key: &Key, claim: &Claim, request: &Request<'_>) -> Result<String, Error> {
    let mut settings = SigningSettings::default();
    // The signer would choose which headers to omit; here the sender has chosen.
    settings.excluded_headers = None;
    if let Location::Query { expires } = claim.location {
        settings.signature_location = SignatureLocation::QueryParams;
        settings.expires_in = Some(Duration::from_secs(expires.into()));
    }
    // A session token is not given to the signer, which would add it; it is signed where it already is.
    let identity = Credentials::from_keys(&key.id, &key.secret, None).into();
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(&claim.region)
        .name(&claim.service)
        .time(claim.date.into())
        .settings(settings)
        .build()
        .map_err(|error| Error::internal(error.to_string()))?
        .into();

    let mut headers = Vec::new();
    for name in &claim.signed_headers {
        for value in request.header_values(name) {
            let value = std::str::from_utf8(value)
                .map_err(|_| Error::incomplete_signature(format!("The signed header {name} is not text.")))?;
            headers.push((name.as_str(), value));
        }
    }
    let url = match claim.query.as_str() {
        "" => format!("http://localhost{}", request.path),
        query => format!("http://localhost{}?{query}", request.path),
    };
    let signable = SignableRequest::new(request.method, url, headers.into_iter(), SignableBody::Bytes(request.body))
        .map_err(|error| unsignable(&error))?;
    Ok(sign(signable, &params).map_err(|error| unsignable(&error))?.into_parts().1)
}

fn unsignable(error: &aws_sigv4::http_request::SigningError) -> Error {
    Error::incomplete_signature(format!("The request cannot be signed: {error}."))
}
