//! What can keep an answer from coming.

use crate::retry::Failure;
use crate::sigv4;
use wasm_bindgen::JsValue;

/// Why there is no answer.
#[derive(Debug)]
pub enum Error {
    /// The request could not be signed.
    Signing(sigv4::Error),
    /// JavaScript ended the call with this: the reason of an abort, or an error of the credentials.
    Thrown(JsValue),
    /// The request was sent in vain, or its answer was lost. Holds what that is to the retries, and what was thrown.
    Lost(Failure, JsValue),
}

impl From<sigv4::Error> for Error {
    fn from(error: sigv4::Error) -> Self {
        Self::Signing(error)
    }
}
