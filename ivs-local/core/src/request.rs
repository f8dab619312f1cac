//! Requests and responses as plain values: how they travel is the shells' affair.

use crate::error::Error;
use serde_json::Value;
use std::borrow::Cow;

/// A received request, without any decoding.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Such as `POST`.
    pub method: &'a str,
    /// Path of the request line.
    pub path: &'a str,
    /// Query of the request line, without its `?`.
    pub query: &'a str,
    /// Names in lowercase, with values as they were received.
    pub headers: &'a [(&'a str, &'a [u8])],
    /// The whole body.
    pub body: &'a [u8],
}

/// What is to be sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// Status.
    pub status: u16,
    /// Names in lowercase. `date`, `content-length` and those of CORS are the shells' to add.
    pub headers: Vec<(&'static str, String)>,
    /// The whole body.
    pub body: Vec<u8>,
}

/// A fault has it that nothing is sent back: the connection ends instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerLost;

impl<'a> Request<'a> {
    /// The values of a header, in the order received.
    pub fn header_values(&self, name: &str) -> impl Iterator<Item = &'a [u8]> {
        self.headers.iter().filter(move |(known, _)| *known == name).map(|(_, value)| *value)
    }

    /// The first value of a header; empty if it is not text.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.header_values(name).next().map(|value| std::str::from_utf8(value).unwrap_or_default())
    }

    /// The values of a query parameter, decoded, in the order given.
    pub fn query_values<'n>(&self, name: &'n str) -> impl Iterator<Item = String> + use<'a, 'n> {
        form_urlencoded::parse(self.query.as_bytes())
            .filter(move |(key, _)| *key == name)
            .map(|(_, value): (Cow<'_, str>, _)| value.into_owned())
    }
}

impl Response {
    /// Without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    /// Bytes of a media type.
    pub fn bytes(status: u16, media_type: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![("content-type", media_type.to_owned())], body }
    }

    /// A value as JSON.
    pub fn json(status: u16, value: &Value) -> Self {
        Self::bytes(status, "application/json", value.to_string().into_bytes())
    }

    /// An error, as AWS services send it.
    pub fn error(error: &Error) -> Self {
        Self::json(error.status, &error.body()).with(&[("x-amzn-errortype", error.code)])
    }

    /// With these headers, too.
    #[must_use]
    pub fn with(mut self, headers: &[(&'static str, &str)]) -> Self {
        self.headers.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
        self
    }
}
