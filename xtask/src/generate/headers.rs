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
#[path = "headers_tests.rs"]
mod tests;
