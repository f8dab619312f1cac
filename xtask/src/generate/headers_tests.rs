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
    let members = outputs.chain(errors).flatten().filter_map(|member| header(member).map(|name| (member.name, name)));
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
