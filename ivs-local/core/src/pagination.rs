//! Pagination of lists.
//!
//! A token has the last row, not the number of rows before it, so rows that are added or deleted between two pages shift
//! nothing. It is valid for the same list with the same filters, and marked with a key of the account.

use crate::error::Error;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The members of a list's input that choose the page.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    next_token: Option<String>,
    max_results: Option<usize>,
}

/// Makes and reads the tokens of one account, which has a key.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tokens(u64);

impl Tokens {
    pub fn new(key: u64) -> Self {
        Self(key)
    }

    fn make(&self, list: &str, position: u64) -> String {
        let mut hasher = DefaultHasher::new();
        (self.0, list, position).hash(&mut hasher);
        let mut bytes = position.to_be_bytes().to_vec();
        bytes.extend(hasher.finish().to_be_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn read(&self, list: &str, token: &str) -> Result<u64, Error> {
        let position = URL_SAFE_NO_PAD
            .decode(token)
            .ok()
            .and_then(|bytes| bytes.first_chunk().copied())
            .map(u64::from_be_bytes)
            .filter(|position| self.make(list, *position) == token);
        position.ok_or_else(|| Error::validation("input.nextToken: is not a token that this list gave"))
    }

    /// A page of rows, under the name of the output member that holds them, with the token of the next page if there is one.
    ///
    /// `list` names the operation and its filters. `rows` come in the order of their positions, all above 0.
    pub fn page<'a, T: Serialize + 'a>(
        &self,
        list: &str,
        member: &str,
        default_size: usize,
        page: &Page,
        rows: impl Iterator<Item = (u64, &'a T)>,
    ) -> Result<Value, Error> {
        let after = match page.next_token.as_deref() {
            None | Some("") => 0,
            Some(token) => self.read(list, token)?,
        };
        let size = page.max_results.unwrap_or(default_size);
        let mut rows = rows.filter(|(position, _)| *position > after);
        let shown: Vec<_> = rows.by_ref().take(size).collect();
        let end = shown.last().map(|(position, _)| *position);
        let items: Vec<_> = shown.into_iter().map(|(_, row)| row).collect();
        let mut output = json!({ member: items });
        if let (Some(_), Some(end), Some(output)) = (rows.next(), end, output.as_object_mut()) {
            output.insert("nextToken".to_owned(), self.make(list, end).into());
        }
        Ok(output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(token: Option<&str>) -> Page {
        Page { next_token: token.map(str::to_owned), max_results: Some(2) }
    }

    fn read(tokens: &Tokens, list: &str, page: &Page, rows: &[(u64, &'static str)]) -> Result<Value, Error> {
        tokens.page(list, "rows", 100, page, rows.iter().map(|(position, row)| (*position, row)))
    }

    #[test]
    fn a_row_that_is_added_or_deleted_shifts_nothing() {
        let tokens = Tokens::new(1);
        let first = read(&tokens, "L", &page(None), &[(1, "a"), (2, "b"), (3, "c")]).unwrap();
        assert_eq!(first["rows"], json!(["a", "b"]));
        let second = read(&tokens, "L", &page(first["nextToken"].as_str()), &[(2, "b"), (3, "c"), (4, "d")]).unwrap();
        assert_eq!(second, json!({ "rows": ["c", "d"] }));
    }

    #[test]
    fn the_last_page_has_no_token() {
        let tokens = Tokens::new(1);
        assert_eq!(read(&tokens, "L", &page(Some("")), &[(1, "a"), (2, "b")]).unwrap(), json!({ "rows": ["a", "b"] }));
        assert_eq!(read(&tokens, "L", &page(None), &[]).unwrap(), json!({ "rows": [] }));
    }

    #[test]
    fn a_token_of_another_list_or_a_forged_one_is_rejected() {
        let tokens = Tokens::new(1);
        let rows = [(1, "a"), (2, "b"), (3, "c")];
        let token = read(&tokens, "L", &page(None), &rows).unwrap()["nextToken"].as_str().unwrap().to_owned();
        for (list, token) in [("M", token.as_str()), ("L", "AAAA"), ("L", "AAAAAAAAAAIAAAAAAAAAAA"), ("L", "é")] {
            assert_eq!(read(&tokens, list, &page(Some(token)), &rows).unwrap_err().code, "ValidationException");
        }
        assert_eq!(read(&Tokens::new(2), "L", &page(Some(&token)), &rows).unwrap_err().code, "ValidationException");
    }
}
