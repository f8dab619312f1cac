use super::pairs::{Pair, sorted};
use super::request::is_token;
use super::{Error, Request};
use std::borrow::Cow;

/// Whether the header of this name, which is in lower case, may change between here and the service: those that botocore
/// leaves out, those that proxies and HTTP stacks add, change or drop (RFC 9110, 7.6), those that tracers write into a
/// request that is signed already (W3C's trace context and baggage, B3, Jaeger, X-Ray, and those of vendors), and the one
/// that holds the signature. `cache-control` is signed, although proxies see to it, because S3 stores it.
fn is_never_signed(name: &str) -> bool {
    matches!(
        name,
        "accept-encoding"
            | "authorization"
            | "b3"
            | "baggage"
            | "connection"
            | "expect"
            | "forwarded"
            | "keep-alive"
            | "max-forwards"
            | "sentry-trace"
            | "te"
            | "traceparent"
            | "tracestate"
            | "trailer"
            | "transfer-encoding"
            | "uber-trace-id"
            | "upgrade"
            | "user-agent"
            | "via"
            | "x-amzn-trace-id"
            | "x-cloud-trace-context"
    ) || name.starts_with("proxy-")
        || name.starts_with("sec-")
        || name.starts_with("uberctx-")
        || name.starts_with("x-b3-")
        || name.starts_with("x-datadog-")
        || name.starts_with("x-forwarded-")
}

/// The headers to sign, names in lower case and sorted; values of one name in the order in which they came.
pub(super) struct CanonicalHeaders<'a>(Vec<Pair<'a>>);

impl<'a> CanonicalHeaders<'a> {
    /// Those of the request's headers that are to be signed and not `skipped`, its host, and the ones that signing
    /// adds.
    pub(super) fn new(
        request: &Request<'a>,
        skipped: &dyn Fn(&str) -> bool,
        added: &[(&'static str, &'a str)],
    ) -> Result<Self, Error> {
        let mut headers = Vec::with_capacity(request.headers.len() + added.len() + 1);
        let mut has_host = false;
        for &(name, value) in request.headers {
            if !is_token(name) {
                return Err(Error::header_name(name));
            }
            if !is_field_value(value.as_bytes()) {
                return Err(Error::HeaderValue(name.to_owned()));
            }
            let is_lower = !name.bytes().any(|byte| byte.is_ascii_uppercase());
            let name = if is_lower { Cow::Borrowed(name) } else { Cow::Owned(name.to_ascii_lowercase()) };
            if is_never_signed(&name) || skipped(&name) {
                continue;
            }
            if name == "host" {
                // A server refuses a second one (RFC 9112, 3.2).
                if has_host || !is_host(value.trim_ascii()) {
                    return Err(Error::Host);
                }
                has_host = true;
            }
            headers.push((name, headers.len(), Cow::Borrowed(value)));
        }
        if !has_host {
            if !is_host(request.host) {
                return Err(Error::Host);
            }
            headers.push(("host".into(), 0, request.host.into()));
        }
        for &(name, value) in added {
            headers.push((name.into(), 0, value.into()));
        }
        Ok(Self(sorted(headers)))
    }

    /// Appends the names, each one once, with semicolons between them.
    pub(super) fn push_names(&self, out: &mut String) {
        let mut last = "";
        for (name, ..) in &self.0 {
            if name != last {
                if !last.is_empty() {
                    out.push(';');
                }
                out.push_str(name);
            }
            last = name;
        }
    }

    /// Appends a line for each name.
    pub(super) fn push_lines(&self, out: &mut String) {
        let mut last = "";
        for (name, _, value) in &self.0 {
            if name == last {
                out.push(',');
            } else {
                if !last.is_empty() {
                    out.push('\n');
                }
                out.push_str(name);
                out.push(':');
            }
            push_trimmed(out, value);
            last = name;
        }
        out.push('\n');
    }
}

/// Appends the value without white space around it, and with every run of white space in it as one space.
fn push_trimmed(out: &mut String, value: &str) {
    for (i, word) in value.split_ascii_whitespace().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// A value has no control characters but tabs, and line breaks only where white space continues the value (RFC 9112,
/// 5.2).
fn is_field_value(mut value: &[u8]) -> bool {
    while let Some((&byte, rest)) = value.split_first() {
        let is_allowed = match byte {
            b'\r' => rest.first() == Some(&b'\n'),
            b'\n' => matches!(rest.first(), Some(b' ' | b'\t')),
            b'\t' => true,
            _ => !byte.is_ascii_control(),
        };
        if !is_allowed {
            return false;
        }
        value = rest;
    }
    true
}

fn is_host(host: &str) -> bool {
    !host.is_empty() && host.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'/' | b'?' | b'#' | b'@'))
}

#[cfg(test)]
#[path = "canonical_headers_tests.rs"]
mod tests;
