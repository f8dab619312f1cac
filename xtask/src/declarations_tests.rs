use super::*;

const BEFORE: &str = "## [Unreleased]\n\n- One.\n";

#[test]
fn comments_and_empty_lines_are_left_out_and_texts_are_not() {
    let text =
        "// A.\nexport type A = \"/* a */\" | '//' | `\\`//`; // b\n\n/**\n * c \"\n **/\nexport /* d */ const e: 1;\n";
    assert_eq!(bare(text), "export type A = \"/* a */\" | '//' | `\\`//`;\nexport  const e: 1;\n");
}

#[test]
fn a_change_is_recorded_when_the_changelog_tells_something_new() {
    let first = renewed(None, "a\n", BEFORE).unwrap().unwrap();
    assert_eq!(parts(&first).unwrap().1, "a\n");
    assert_eq!(renewed(Some(&first), "a\n", BEFORE).unwrap(), None);
    let why = renewed(Some(&first), "b\n", BEFORE).unwrap_err().to_string();
    assert!(why.contains("add a line there first\n- a\n+ b"), "{why}");
    let second = renewed(Some(&first), "b\n", &BEFORE.replace("One.", "One.\n- Two.")).unwrap().unwrap();
    assert_ne!(parts(&second).unwrap(), parts(&first).unwrap());
}

#[test]
fn a_released_section_tells_nothing_of_what_comes_after_it() {
    let first = renewed(None, "a\n", BEFORE).unwrap().unwrap();
    let released = format!("## [Unreleased]\n\n{}", BEFORE.replace("Unreleased", "0.2.0"));
    assert!(renewed(Some(&first), "b\n", &released).is_err());
}

#[test]
fn differences_are_told_by_lines() {
    assert_eq!(difference("a\nb\n", "a\nb\n"), None);
    assert_eq!(difference("a\nb\nb\n", "b\nc\n").unwrap(), "- a\n- b\n+ c");
    assert_eq!(difference("a\nb\n", "b\na\n").unwrap(), "the same lines in another order");
    let many = (0..30).map(|number| number.to_string()).collect::<Vec<_>>().join("\n");
    assert!(difference("", &many).unwrap().ends_with("and 10 lines more"));
}

#[test]
fn a_record_that_was_not_written_by_the_command_is_refused() {
    assert!(renewed(Some("a\n"), "b\n", BEFORE).is_err());
}
