use super::{ALGORITHM, CanonicalRequest, SigningKey, SigningParams};

impl SigningKey {
    /// The signature of a string to sign, 64 lower-case hexadecimal digits: the fourth step of Signature Version 4.
    pub fn signature(&self, string_to_sign: &str) -> String {
        Hex::of(&self.authenticate(string_to_sign)).as_str().to_owned()
    }
}

/// The value of the `authorization` header: the fifth step of Signature Version 4.
///
/// See
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#add-signature-to-request>.
pub fn authorization(canonical_request: &CanonicalRequest, params: &SigningParams, signature: &str) -> String {
    let signed_headers = canonical_request.signed_headers();
    let scope = params.credentials.access_key_id().len() + params.region.len() + params.service.len();
    let mut out = String::with_capacity(160 + scope + signed_headers.len());
    out.push_str(ALGORITHM);
    out.push_str(" Credential=");
    params.push_credential(&mut out);
    out.push_str(", SignedHeaders=");
    out.push_str(signed_headers);
    out.push_str(", Signature=");
    out.push_str(signature);
    out
}

/// A hash in lower-case hexadecimal. Text that grows by a digit at a time would take longer than the hash.
pub(super) struct Hex([u8; 64]);

impl Hex {
    pub(super) fn of(hash: &[u8; 32]) -> Self {
        let digit = |nibble: u8| nibble + if nibble < 10 { b'0' } else { b'a' - 10 };
        let mut digits = [0; 64];
        for ([high, low], byte) in digits.as_chunks_mut().0.iter_mut().zip(hash) {
            *high = digit(byte >> 4);
            *low = digit(byte & 15);
        }
        Self(digits)
    }

    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}
