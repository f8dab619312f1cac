use super::*;

fn of(push: fn(&mut String, &str), text: &str) -> String {
    let mut out = String::new();
    push(&mut out, text);
    out
}

#[test]
fn a_query_is_encoded_in_one_way_whatever_way_it_came() {
    assert_eq!(recode("a+b"), "a%20b");
    assert_eq!(recode("a%20b"), "a%20b");
    assert_eq!(recode("%7e%41%2f%2F/"), "~A%2F%2F%2F");
    assert_eq!(recode("é"), "%C3%A9");
    assert_eq!(recode("%c3%A9"), "%C3%A9");
    assert_eq!(recode("%2B%25"), "%2B%25");
}

#[test]
fn percent_signs_that_begin_no_escape_stand_for_themselves() {
    assert_eq!(recode("%"), "%25");
    assert_eq!(recode("100%"), "100%25");
    assert_eq!(recode("%4"), "%254");
    assert_eq!(recode("%zz%+1"), "%25zz%25%201");
    assert_eq!(recode("%é"), "%25%C3%A9");
}

#[test]
fn bytes_that_are_not_utf8_keep_their_value() {
    assert_eq!(recode("%ff%FE"), "%FF%FE");
}

#[test]
fn paths_are_encoded_again_or_completed() {
    assert_eq!(of(push_path_encoded, "/a%3Ab/c:d e"), "/a%253Ab/c%3Ad%20e");
    assert_eq!(of(push_path_escaped, "/a%3ab/c:d e"), "/a%3ab/c%3Ad%20e");
    assert_eq!(of(push_path_escaped, "/%/%4/%zz/é"), "/%25/%254/%25zz/%C3%A9");
}

#[test]
fn dot_segments_and_empty_segments_are_removed() {
    for (path, expected) in [
        ("", "/"),
        ("/", "/"),
        ("a", "/a"),
        ("//", "/"),
        ("/a/b/", "/a/b/"),
        ("/.", "/"),
        ("/..", "/"),
        ("/../a", "/a"),
        ("/a/..", "/"),
        ("/a/b/..", "/a/"),
        ("/a/.", "/a/"),
        ("/a/./b/../../c", "/c"),
        ("//a//b//", "/a/b/"),
        ("/...", "/..."),
        ("/.a/..b", "/.a/..b"),
        ("/%2e%2E/a", "/%2e%2E/a"),
    ] {
        assert_eq!(normalize_path(path), expected, "{path}");
    }
}
