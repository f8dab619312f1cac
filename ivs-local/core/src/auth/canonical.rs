//! What the signer of `ivs-wasm` makes of a received request.

use super::{Access, Claim, Key, Location};
use crate::error::Error;
use crate::request::Request;
use ivs_wasm::model::ivs::SERVICE;
use ivs_wasm::sigv4::{
    CanonicalRequest, Credentials, Payload, Presigning, Settings, SigningKey, SigningParams, Timestamp, string_to_sign,
};

/// The steps of a signature. They may hold a session token.
pub struct Steps {
    /// The canonical request.
    pub canonical_request: String,
    /// The string to sign.
    pub string_to_sign: String,
    /// The expected signature.
    pub signature: String,
}

impl Access<'_> {
    /// Signs the received request with the headers that it says are signed; `None` if the key is not known.
    pub fn sign(&self, request: &Request<'_>) -> Result<Option<Steps>, Error> {
        self.key.map(|key| sign(key, &self.claim, request)).transpose()
    }
}

fn sign(key: &Key, claim: &Claim, request: &Request<'_>) -> Result<Steps, Error> {
    let unsignable = |error: ivs_wasm::sigv4::Error| Error::incomplete_signature(error.message());
    // In a header a session token is signed as any other; to a query the signer adds it.
    let (token, query) = match claim.location {
        Location::Header => (None, claim.query.clone()),
        Location::Query { .. } => (claim.session_token.clone(), without(&claim.query, "X-Amz-Security-Token")),
    };
    let credentials = Credentials::new(&key.id, &key.secret, token).map_err(unsignable)?;
    let params = SigningParams {
        credentials: &credentials,
        region: &claim.region,
        service: SERVICE.signing_name,
        timestamp: Timestamp::from_epoch_seconds(claim.date.unix_timestamp()).map_err(unsignable)?,
    };
    let (mut host, mut headers) = ("", Vec::new());
    for name in &claim.signed_headers {
        for value in request.header_values(name) {
            let value = std::str::from_utf8(value)
                .map_err(|_| Error::incomplete_signature(format!("The signed header {name} is not text.")))?;
            match name.as_str() {
                "host" => host = value,
                // The signer adds it.
                "x-amz-date" => {}
                name => headers.push((name, value)),
            }
        }
    }
    let signable = ivs_wasm::sigv4::Request {
        method: request.method,
        host,
        path: request.path,
        query: &query,
        headers: &headers,
        payload: Payload::Bytes(request.body),
    };
    let settings = Settings::default();
    let signing_key = SigningKey::derive(&params);
    let steps = |canonical: &CanonicalRequest| {
        let signed_headers = canonical.signed_headers();
        if let Some(left_out) =
            claim.signed_headers.iter().find(|name| !signed_headers.split(';').any(|it| it == *name))
        {
            return Err(Error::incomplete_signature(format!(
                "The header {left_out} is signed; it may change on the way, so leave it out of the signed headers."
            )));
        }
        let string_to_sign = string_to_sign(canonical, &params);
        let signature = signing_key.signature(&string_to_sign);
        Ok(Steps { canonical_request: canonical.as_str().to_owned(), string_to_sign, signature })
    };
    match claim.location {
        Location::Header => steps(&CanonicalRequest::for_headers(&signable, settings, &params).map_err(unsignable)?),
        Location::Query { expires } => {
            let presigning = Presigning::new(&signable, settings, &params, expires).map_err(unsignable)?;
            steps(presigning.canonical_request())
        }
    }
}

/// A query without a parameter.
fn without(query: &str, name: &str) -> String {
    let is_kept = |pair: &&str| form_urlencoded::parse(pair.as_bytes()).next().is_some_and(|(known, _)| known != name);
    query.split('&').filter(is_kept).collect::<Vec<_>>().join("&")
}
