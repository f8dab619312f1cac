//! Errors in unsuccessful responses.

use super::decode::Document;
use crate::text::cut;

/// An error of the service, read from any of the forms in which AWS services send one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceError {
    /// The code, such as `ConflictException`, without namespace and without what follows a colon; empty if the response
    /// has none.
    pub code: String,
    /// The message; empty if the response has none.
    pub message: String,
}

impl ServiceError {
    /// Reads the error from the header `x-amzn-errortype` and the body, if present.
    pub fn read<D: Document>(error_type: Option<&str>, body: Option<&D>) -> Self {
        let member = |names: &[&str]| {
            names.iter().find_map(|name| body.and_then(|body| body.get(name)).and_then(|value| value.text()))
        };
        let code = match error_type.map(bare_code) {
            Some(code) if !code.is_empty() => code.to_owned(),
            _ => member(&["__type", "code", "Code"]).as_deref().map(bare_code).unwrap_or_default().to_owned(),
        };
        let message = member(&["exceptionMessage", "message", "Message", "errorMessage"]).unwrap_or_default();
        Self { code, message }
    }
}

/// Most characters of a code. Those of AWS have up to 50.
const MAX_CODE: usize = 128;

/// `aws.protocols#ConflictException:http://…` is `ConflictException`, and so is a header that was sent twice and joined
/// by a comma. A code ends where it is no printable ASCII: it becomes the name of an error, which is logged.
fn bare_code(code: &str) -> &str {
    let code = cut(code, b':').map_or(code, |(before, _)| before);
    let code = cut(code, b',').map_or(code, |(before, _)| before);
    let code = cut(code, b'#').map_or(code, |(_, after)| after).trim_ascii();
    let length = code.bytes().take(MAX_CODE).take_while(|byte| matches!(byte, b' '..=b'~')).count();
    code.get(..length).unwrap_or_default()
}

#[cfg(test)]
#[path = "error_tests.rs"]
mod tests;
