use super::{ALGORITHM, CanonicalRequest, SigningParams};

/// The algorithm, the time, the credential scope and the hash of the canonical request: the second step of Signature
/// Version 4.
///
/// See
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-string-to-sign>.
pub fn string_to_sign(canonical_request: &CanonicalRequest, params: &SigningParams) -> String {
    let mut out = String::with_capacity(128 + params.region.len() + params.service.len());
    out.push_str(ALGORITHM);
    out.push('\n');
    out.push_str(params.timestamp.date_time());
    out.push('\n');
    params.push_credential_scope(&mut out);
    out.push('\n');
    canonical_request.push_hash(&mut out);
    out
}
