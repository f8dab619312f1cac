use super::*;

#[test]
fn one_line_stays_one_line() {
    assert_eq!(comment(2, &[" Name of it.\n"]), "  /** Name of it. */\n");
}

#[test]
fn a_summary_is_the_first_sentence_wherever_its_lines_break() {
    assert_eq!(summary(" Raised when\n it is so. Do this.\n\n More.\n"), "Raised when it is so.");
    assert_eq!(summary(" Short\n"), "Short");
}

#[test]
fn paragraphs_are_set_apart() {
    let text = comment(0, &[" What it does.\n\n Twice.\n", "", "@see there"]);
    assert_eq!(text, "/**\n * What it does.\n *\n * Twice.\n *\n * @see there\n */\n");
}

#[test]
fn a_pattern_does_not_end_the_comment() {
    assert_eq!(comment(0, &["`[a-z]*/[0-9]*`"]), "/** `[a-z]*\\/[0-9]*` */\n");
}
