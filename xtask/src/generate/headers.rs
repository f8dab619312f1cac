//! `header-members.ts`: which members of answers are in headers.

use std::fmt::Write;

use ivs_wasm::model::{self, Kind, Location, Member};

use super::HEADER;

/// The headers of each output that has some, and those of the errors, which all have the same. Compressed, a list costs nothing when
/// it comes again.
pub fn headers() -> String {
    let mut text = format!("{HEADER}\nexport const HEADERS: Readonly<Record<string, string>> = {{\n");
    for operation in model::operations() {
        if let Some(Kind::Structure(members)) = operation.output.map(|shape| &shape.kind) {
            let names = names(members);
            if !names.is_empty() {
                let _ = writeln!(text, "  {}: \"{names}\",", operation.name);
            }
        }
    }
    let of_errors = model::EXCEPTIONS.first().map(|exception| names(exception.members)).unwrap_or_default();
    let _ = writeln!(text, "}};\n\nexport const ERROR_HEADERS = \"{of_errors}\";");
    text
}

/// The names of the members' headers.
fn names(members: &[Member]) -> String {
    members.iter().filter_map(header).collect::<Vec<_>>().join(" ")
}

fn header(member: &Member) -> Option<&'static str> {
    match member.location {
        Location::Header(name) => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `header.js` makes it.
    fn member_of(header: &str) -> String {
        let mut member = String::new();
        let mut upper = false;
        for (at, letter) in header.chars().enumerate() {
            match letter {
                '-' => upper = true,
                _ if std::mem::take(&mut upper) => member.extend(letter.to_uppercase()),
                _ if at == 0 => member.extend(letter.to_lowercase()),
                _ => member.push(letter),
            }
        }
        member
    }

    #[test]
    fn each_member_in_a_header_is_named_after_it() {
        let outputs = model::operations().filter_map(|operation| match operation.output?.kind {
            Kind::Structure(members) => Some(members),
            _ => None,
        });
        let errors = model::EXCEPTIONS.iter().map(|exception| exception.members);
        let members =
            outputs.chain(errors).flatten().filter_map(|member| header(member).map(|name| (member.name, name)));
        let mut count = 0;
        for (member, header) in members {
            assert_eq!(member_of(header), member);
            count += 1;
        }
        assert_eq!(count, 3 * 7 + 8 * model::EXCEPTIONS.len());
    }

    #[test]
    fn all_errors_have_the_same_headers() {
        let js = headers();
        for exception in model::EXCEPTIONS {
            assert!(js.contains(&format!("ERROR_HEADERS = \"{}\"", names(exception.members))), "{}", exception.name);
        }
        assert!(js.contains("\n  BatchGetChannel: \"Access-Control-Allow-Origin Access-Control-Expose-Headers "));
        assert!(js.contains(" X-Frame-Options x-amzn-ErrorType\";"));
    }
}
