//! `response-headers.ts`: which members of answers are in headers.

use std::fmt::Write;

use ivs_wasm::model::{Location, Member, Service};

use super::HEADER;

/// The headers of each output that has some, and those of the errors, which all have the same. Compressed, a list costs nothing when
/// it comes again.
pub fn headers(service: &Service) -> String {
    let mut text = format!("{HEADER}\nexport const OUTPUT_HEADERS: Readonly<Record<string, string>> = {{\n");
    for operation in service.operations() {
        let names = operation.output.map(|shape| names(shape.members())).unwrap_or_default();
        if !names.is_empty() {
            let _ = writeln!(text, "  {}: \"{names}\",", operation.name);
        }
    }
    let of_errors = service.exceptions.first().map(|exception| names(exception.members)).unwrap_or_default();
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
    use ivs_wasm::model::{Shape, ivs::SERVICE};

    use super::*;

    /// As `readHeaderMembers` makes it.
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
        let outputs = SERVICE.operations().filter_map(|operation| operation.output).map(Shape::members);
        let errors = SERVICE.exceptions.iter().map(|exception| exception.members);
        let members =
            outputs.chain(errors).flatten().filter_map(|member| header(member).map(|name| (member.name, name)));
        let mut count = 0;
        for (member, header) in members {
            assert_eq!(member_of(header), member);
            count += 1;
        }
        assert_eq!(count, 3 * 7 + 8 * SERVICE.exceptions.len());
    }

    #[test]
    fn all_errors_have_the_same_headers() {
        let js = headers(&SERVICE);
        for exception in SERVICE.exceptions {
            assert!(js.contains(&format!("ERROR_HEADERS = \"{}\"", names(exception.members))), "{}", exception.name);
        }
        assert!(js.contains("\n  BatchGetChannel: \"Access-Control-Allow-Origin Access-Control-Expose-Headers "));
        assert!(js.contains(" X-Frame-Options x-amzn-ErrorType\";"));
    }
}
