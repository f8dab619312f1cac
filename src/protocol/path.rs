//! Request paths.

use crate::percent::push_encoded;
use crate::text::cut;

/// Replaces the labels of a path template by their values, escaped.
pub fn fill(template: &str, labels: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(template.len() + 96);
    let mut rest = template;
    while let Some((before, label_and_rest)) = cut(rest, b'{') {
        out.push_str(before);
        let (label, after) = cut(label_and_rest, b'}').unwrap_or((label_and_rest, ""));
        if let Some((_, value)) = labels.iter().find(|(name, _)| *name == label) {
            push_encoded(&mut out, value);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_in_a_path_is_one_segment() {
        let labels = [("resourceArn", "arn:aws:ivs:us-west-2:123456789012:channel/abc".to_owned())];
        assert_eq!(
            fill("/tags/{resourceArn}", &labels),
            "/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fabc"
        );
    }
}
