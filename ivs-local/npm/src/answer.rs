//! Answers, as JavaScript reads them.

use ivs_local_core::Response;
use wasm_bindgen::prelude::*;

/// What is to be sent back.
#[wasm_bindgen]
pub struct Answer {
    status: u16,
    headers: String,
    body: Vec<u8>,
}

#[wasm_bindgen]
impl Answer {
    /// Status.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Each line is a name in lowercase, a colon and a value.
    #[wasm_bindgen(getter)]
    pub fn headers(&self) -> String {
        self.headers.clone()
    }

    /// The whole body, once.
    #[wasm_bindgen(js_name = takeBody)]
    pub fn take_body(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.body)
    }
}

impl From<Response> for Answer {
    fn from(response: Response) -> Self {
        let Response { status, headers, body } = response;
        // A value with a line break would be two headers; none has one, and no HTTP could carry it.
        let lines = headers.iter().map(|(name, value)| [name, ":", &value.replace(['\r', '\n'], " ")].concat());
        Self { status, headers: lines.collect::<Vec<_>>().join("\n"), body }
    }
}
