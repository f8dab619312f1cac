//! Many texts as one argument: each that crosses from JavaScript by itself costs half a microsecond, and its glue.

use crate::sigv4::{Credentials, Error};
use crate::text::cut;

/// Texts with NULs between them, read one after the other. One that is absent is empty.
pub struct Texts<'a>(pub &'a str);

impl<'a> Texts<'a> {
    /// The next text.
    pub fn next(&mut self) -> &'a str {
        let (text, rest) = cut(self.0, 0).unwrap_or((self.0, ""));
        self.0 = rest;
        text
    }

    /// The next text, if it is there.
    pub fn find(&mut self) -> Option<&'a str> {
        Some(self.next()).filter(|text| !text.is_empty())
    }

    /// Access key id, secret access key and session token.
    pub fn credentials(&mut self) -> Result<Credentials, Error> {
        Credentials::new(self.next().to_owned(), self.next().to_owned(), self.find().map(str::to_owned))
    }
}
