//! Paths and queries in the form that is signed.

use crate::percent::{escaped_byte, push_byte};
use crate::text::cut;

/// Appends a byte, as it is if it is to be kept, else in its encoded form.
fn push(out: &mut String, byte: u8, keep: bool) {
    if keep {
        out.push(char::from(byte));
    } else {
        push_byte(out, byte);
    }
}

/// Appends a path encoded once more than it is: escapes too are escaped.
pub(super) fn push_path_encoded(out: &mut String, path: &str) {
    for byte in path.bytes() {
        push(out, byte, byte == b'/');
    }
}

/// Appends a path with its escapes as they are and its other characters encoded.
pub(super) fn push_path_escaped(out: &mut String, path: &str) {
    let mut rest = path.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        push(out, byte, byte == b'/' || (byte == b'%' && escaped_byte(tail).is_some()));
        rest = tail;
    }
}

/// A name or value of a raw query, decoded (a plus sign is a space) and encoded again in the one way that is signed.
/// A percent sign that begins no escape stands for itself. Bytes that are not UTF-8 keep their value.
pub(super) fn recode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let (byte, tail) = match byte {
            b'+' => (b' ', tail),
            b'%' => escaped_byte(tail).unwrap_or((byte, tail)),
            _ => (byte, tail),
        };
        push_byte(&mut out, byte);
        rest = tail;
    }
    out
}

/// The path without dot segments (RFC 3986, 5.2.4) and empty segments; escapes are not looked into. Begins with a
/// slash, and ends with one if the path ends with a slash or a dot segment.
pub(super) fn normalize_path(path: &str) -> String {
    let mut segments = Vec::new();
    let mut last = "";
    let mut rest = Some(path);
    while let Some(path) = rest {
        let (segment, after) = cut(path, b'/').map_or((path, None), |(segment, after)| (segment, Some(after)));
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop(),
            _ => segments.push(segment),
        }
        (last, rest) = (segment, after);
    }
    let mut out = String::with_capacity(path.len() + 1);
    for segment in segments {
        out.push('/');
        out.push_str(segment);
    }
    if matches!(last, "" | "." | "..") {
        out.push('/');
    }
    out
}

#[cfg(test)]
#[path = "uri_tests.rs"]
mod tests;
