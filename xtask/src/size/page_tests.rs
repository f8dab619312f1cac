use super::*;

#[test]
fn what_is_between_the_marks_is_replaced() {
    let page = format!("a\n{BEGIN}old\n{END}\nb\n");
    assert_eq!(renewed(&page, "new\n").unwrap(), page.replace("old", "new"));
    assert!(renewed("a\nb\n", "new\n").is_err());
}

#[test]
fn steps_have_their_share_of_the_bundle() {
    let sizes = Sizes { bytes: 50_000, scripts: 0, slim: None, peer: 60_000 };
    let table = worth(&sizes, &[Worth { file: "a.rs", lines: 50, bytes: 2_050 }]);
    assert!(table.ends_with("| `a.rs` | 50 | 2,050 | 4.1 % |\n"), "{table}");
}

#[test]
fn numbers_are_grouped_by_thousands() {
    assert_eq!([7, 999, 1000, 43_506, 1_000_000].map(grouped), ["7", "999", "1,000", "43,506", "1,000,000"]);
}
