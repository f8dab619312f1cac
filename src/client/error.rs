//! What can keep an answer from coming.

use crate::sigv4;
use wasm_bindgen::JsValue;

/// Why there is no answer.
#[derive(Debug)]
pub enum Error {
    /// The request could not be signed.
    Signing(sigv4::Error),
    /// The request was sent in vain, or its answer was lost. Holds what the transport threw.
    Network(JsValue),
    /// The transport gave something that is no HTTP response; says what.
    Transport(&'static str),
}

impl From<sigv4::Error> for Error {
    fn from(error: sigv4::Error) -> Self {
        Self::Signing(error)
    }
}
