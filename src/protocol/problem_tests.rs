use super::*;

#[test]
fn a_path_reads_like_javascript() {
    let tags = FieldPath::Member(&FieldPath::Input, "tags");
    assert_eq!(FieldPath::Entry(&tags, "a").text(), "input.tags[\"a\"]");
    let arns = FieldPath::Member(&FieldPath::Input, "arns");
    assert_eq!(FieldPath::Item(&arns, 7).text(), "input.arns[7]");
}

#[test]
fn a_name_of_a_megabyte_is_shortened() {
    let name = "é".repeat(1 << 20);
    assert_eq!(FieldPath::Member(&FieldPath::Input, &name).text().chars().count(), "input.".len() + 80);
}
