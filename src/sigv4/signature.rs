use super::{ALGORITHM, CanonicalRequest, SigningKey, SigningParams};

impl SigningKey {
    /// The signature of a string to sign, 64 lower-case hexadecimal digits: the fourth step of Signature Version 4.
    pub fn signature(&self, string_to_sign: &str) -> String {
        let mut out = String::with_capacity(64);
        push_hex(&mut out, &self.authenticate(string_to_sign));
        out
    }
}

/// The value of the `authorization` header: the fifth step of Signature Version 4.
///
/// See <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#add-signature-to-request>.
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

/// Appends a hash in lower-case hexadecimal.
pub(super) fn push_hex(out: &mut String, hash: &[u8; 32]) {
    for byte in hash {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from(if nibble < 10 { b'0' + nibble } else { b'a' - 10 + nibble }));
        }
    }
}
