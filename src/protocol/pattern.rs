//! The regular expressions of the model, which only the service matches with.
//!
//! They use little of the syntax: characters, classes, `+` and `*` after these, and alternatives between `^` and `$`. An engine for all of
//! it would be a tenth of the wasm of `ivs-local`.

use unicode_general_category::{GeneralCategory, get_general_category};

/// Whether the whole text matches a pattern of the model.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    // `every_pattern_of_the_model_is_understood` keeps it from being none.
    parse(pattern).is_some_and(|alternatives| alternatives.iter().any(|parts| match_parts(parts, &text)))
}

/// A part of a pattern: which characters, and how many.
#[derive(Debug)]
struct Part {
    class: Class,
    /// One at least; none if it may be absent.
    least: usize,
    repeated: bool,
}

#[derive(Debug, Default)]
struct Class {
    ranges: Vec<(char, char)>,
    /// Letters, separators and numbers of any script.
    of_any_script: bool,
}

impl Class {
    fn has(&self, character: char) -> bool {
        self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&character))
            || self.of_any_script && is_of_a_script(character)
    }
}

fn match_parts(parts: &[Part], text: &[char]) -> bool {
    let Some((part, rest)) = parts.split_first() else { return text.is_empty() };
    let most = if part.repeated { text.len() } else { 1 };
    let found = text.iter().take(most).take_while(|character| part.class.has(**character)).count();
    // As many as possible, and fewer if the rest does not match then.
    (part.least..=found).rev().any(|taken| text.get(taken..).is_some_and(|text| match_parts(rest, text)))
}

/// The alternatives of a pattern; `None` if it has what is not known here.
fn parse(pattern: &str) -> Option<Vec<Vec<Part>>> {
    // As AWS publishes it, the pattern of a resource's ARN has room for one letter of the resource type, and no ARN matches it.
    // The service plainly takes whole words.
    let pattern = pattern.replace("[a-z-]/", "[a-z-]+/");
    // A group around all of it changes nothing.
    let whole = pattern.strip_prefix('(').and_then(|pattern| pattern.strip_suffix(')')).unwrap_or(&pattern);
    whole.split('|').map(|alternative| parse_parts(alternative.trim_matches(['^', '$']))).collect()
}

fn parse_parts(mut rest: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    while let Some(first) = rest.chars().next() {
        let class;
        (class, rest) = match first {
            '[' => {
                let (class, rest) = rest.get(1..)?.split_once(']')?;
                (parse_class(class)?, rest)
            }
            _ if first.is_ascii_alphanumeric() || matches!(first, ':' | '/' | '-') => {
                (Class { ranges: vec![(first, first)], ..Class::default() }, rest.get(1..)?)
            }
            _ => return None,
        };
        let repeated = rest.starts_with(['+', '*']);
        let least = usize::from(!rest.starts_with('*'));
        rest = rest.get(usize::from(repeated)..)?;
        parts.push(Part { class, least, repeated });
    }
    Some(parts)
}

fn parse_class(text: &str) -> Option<Class> {
    let (of_any_script, text) = match text.strip_prefix(r"\p{L}\p{Z}\p{N}") {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let text: Vec<char> = text.replace(r"\-", "-").chars().collect();
    let mut rest = text.as_slice();
    let mut ranges = Vec::new();
    loop {
        match rest {
            [] => return Some(Class { ranges, of_any_script }),
            ['\\' | '[' | '^' | '&' | '~', ..] => return None,
            [first, '-', last, others @ ..] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => {
                ranges.push((*first, *last));
                rest = others;
            }
            [one, others @ ..] => {
                ranges.push((*one, *one));
                rest = others;
            }
        }
    }
}

/// Whether it is of the categories L, Z or N.
fn is_of_a_script(character: char) -> bool {
    use GeneralCategory::{
        DecimalNumber, LetterNumber, LineSeparator, LowercaseLetter, ModifierLetter, OtherLetter, OtherNumber,
        ParagraphSeparator, SpaceSeparator, TitlecaseLetter, UppercaseLetter,
    };
    matches!(
        get_general_category(character),
        UppercaseLetter
            | LowercaseLetter
            | TitlecaseLetter
            | ModifierLetter
            | OtherLetter
            | SpaceSeparator
            | LineSeparator
            | ParagraphSeparator
            | DecimalNumber
            | LetterNumber
            | OtherNumber
    )
}

#[cfg(test)]
#[path = "pattern_tests.rs"]
mod tests;
