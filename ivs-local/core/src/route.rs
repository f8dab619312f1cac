//! Which operation a request is for.

use crate::error::Error;
use ivs_wasm::model::Operation;
use ivs_wasm::model::ivs::SERVICE;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// An operation, with the labels of its path.
#[derive(Debug, Clone)]
pub struct Route<'a> {
    /// The operation of the method and the path.
    pub operation: &'static Operation,
    /// By name, not yet decoded.
    labels: Vec<(&'static str, &'a str)>,
}

impl<'a> Route<'a> {
    /// The operation of a method and a path, if there is one. HEAD is as good as GET: only the shell sends no body then.
    pub fn find(method: &str, path: &'a str) -> Option<Self> {
        let method = if method == "HEAD" { "GET" } else { method };
        SERVICE.operations().find_map(|operation| {
            let labels = (operation.method.as_str() == method).then(|| labels(operation.path, path))??;
            Some(Self { operation, labels })
        })
    }

    /// The decoded labels.
    pub(crate) fn labels(&self) -> Result<Vec<(&'static str, Cow<'a, str>)>, Error> {
        let decode = |&(name, value): &(&'static str, &'a str)| {
            percent_decode_str(value).decode_utf8().ok().map(|value| (name, value))
        };
        let labels: Option<Vec<_>> = self.labels.iter().map(decode).collect();
        labels.ok_or_else(|| Error::validation("input: the path is not UTF-8"))
    }
}

/// The labels of a path, if it is one of the pattern.
fn labels<'a>(pattern: &'static str, path: &'a str) -> Option<Vec<(&'static str, &'a str)>> {
    let (mut expected, mut given) = (pattern.split('/'), path.split('/'));
    let mut labels = Vec::new();
    loop {
        match (expected.next(), given.next()) {
            (None, None) => return Some(labels),
            (Some(part), Some(value)) => match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
                Some(label) if !value.is_empty() => labels.push((label, value)),
                None if part == value => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_found_by_its_method_and_path() {
        for operation in SERVICE.operations() {
            let path = operation.path.replace("{resourceArn}", "arn%3Aaws");
            assert_eq!(Route::find(operation.method.as_str(), &path).unwrap().operation.name, operation.name);
        }
        for (method, path) in [
            ("GET", "/CreateChannel"),
            ("POST", "/CreateChannel/"),
            ("POST", "/"),
            ("GET", "/tags/"),
            ("GET", "/tags/a/b"),
        ] {
            assert!(Route::find(method, path).is_none(), "{method} {path}");
        }
    }

    #[test]
    fn labels_are_decoded_once_and_have_to_be_text() {
        let labels = |path| Route::find("GET", path).unwrap().labels();
        assert_eq!(labels("/tags/a%2Fb%2541").unwrap(), [("resourceArn", "a/b%41".into())]);
        assert_eq!(labels("/tags/%FF").unwrap_err().code, "ValidationException");
    }
}
