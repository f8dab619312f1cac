//! "Did you mean": the member name nearest to a mistaken one.

use crate::model::Member;

/// The member that was probably meant, if there is a similar one: equal but for case and punctuation, or at an edit
/// distance of at most 2 (1 for a short name).
pub fn nearest<'a>(name: &str, members: &'a [Member]) -> Option<&'a str> {
    let name = letters(name);
    let mut least = if name.len() < 6 { 2 } else { 3 };
    let mut nearest = None;
    for member in members {
        let distance = distance(&name, &letters(member.name));
        if distance < least {
            (least, nearest) = (distance, Some(member.name));
        }
    }
    nearest
}

/// Lower-case ASCII letters and digits, so that `playback_url` and `playbackURL` are equal.
fn letters(name: &str) -> Vec<u8> {
    let mut letters = Vec::with_capacity(64);
    for byte in name.bytes().take(64) {
        if byte.is_ascii_alphanumeric() {
            letters.push(byte.to_ascii_lowercase());
        }
    }
    letters
}

/// Levenshtein distance.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut left = i + 1;
        let mut diagonal = i;
        // `row` holds the distances of a's first i letters; each cell is replaced by that of the first i + 1.
        for (cell, y) in row.iter_mut().skip(1).zip(b) {
            let above = *cell;
            let here = (diagonal + usize::from(x != y)).min(above + 1).min(left + 1);
            *cell = here;
            left = here;
            diagonal = above;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
#[path = "suggest_tests.rs"]
mod tests;
