//! Writing JSON text.

/// Appends the text as a JSON string, quotes included.
pub fn write_string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    // Runs without anything to escape are copied at once; only ASCII characters need escaping.
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, 0..=0x1f | b'"' | b'\\')) {
        // Slicing that can panic would link the tables by which `core` formats characters.
        let Some((run, tail)) = rest.split_at_checked(at) else { break };
        out.push_str(run);
        let mut tail = tail.chars();
        match tail.next() {
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(escaped @ ('"' | '\\')) => {
                out.push('\\');
                out.push(escaped);
            }
            Some(control) => {
                out.push_str("\\u00");
                out.push(if u32::from(control) < 0x10 { '0' } else { '1' });
                out.push(char::from_digit(u32::from(control) & 0xf, 16).unwrap_or('0'));
            }
            None => {}
        }
        rest = tail.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// How many bytes longer than a text the JSON string of it is, quotes included.
pub fn added_bytes(text: &str) -> usize {
    let escapes = text.bytes().map(|byte| match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' => 1,
        0..=0x1f => 5,
        _ => 0,
    });
    2 + escapes.sum::<usize>()
}

/// A JSON object with these members.
pub fn json_object(members: &[(&str, &str)]) -> String {
    let mut out = String::from("{");
    for (index, (name, value)) in members.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_string(&mut out, name);
        out.push(':');
        write_string(&mut out, value);
    }
    out.push('}');
    out
}

#[cfg(test)]
#[cfg(not(target_family = "wasm"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_reads_back_the_same(text in "(\\PC|[\\x00-\\x1f\"\\\\])*") {
            let mut out = String::new();
            write_string(&mut out, &text);
            prop_assert_eq!(out.len(), text.len() + added_bytes(&text));
            prop_assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text);
        }
    }
}
