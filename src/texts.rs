//! Many texts as one argument: the glue for a parameter of type `String` is repeated for each of them.

use crate::sigv4::{Credentials, Error};
use js_sys::Array;

/// An array of texts, some of which may be absent.
pub struct Texts<'a>(pub &'a Array);

impl Texts<'_> {
    /// The text at that place, if there is one.
    pub fn find(&self, index: u32) -> Option<String> {
        self.0.get(index).as_string()
    }

    /// The text at that place; empty if there is none.
    pub fn get(&self, index: u32) -> String {
        self.find(index).unwrap_or_default()
    }

    /// Access key id, secret access key and session token from that place on.
    pub fn credentials(&self, index: u32) -> Result<Credentials, Error> {
        Credentials::new(self.get(index), self.get(index + 1), self.find(index + 2))
    }
}
