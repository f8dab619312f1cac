use serde_json::json;

use super::*;

fn rows() -> Vec<Row> {
    let rows = [
        json!({ "where": "Node 18", "version": "18.20.8", "how": "import, require", "pinned": true }),
        json!({ "where": "Node 20", "version": "20.20.2", "how": "import, require", "pinned": true }),
        json!({ "where": "Firefox", "version": "140.1esr-1~deb13u1", "how": "page", "pinned": false }),
        json!({ "where": "Bun", "version": "1.4.5", "how": "import, require", "pinned": true }),
    ];
    rows.iter().map(|value| row(value).unwrap()).collect()
}

const TABLE: &str = "| how | where |
|---|---|
| import, require | Node 18.20.8, 20.20.2, Bun 1.4.5 |
| page | Firefox 140.1esr-1~deb13u1 |
";

#[test]
fn places_are_grouped_by_how_the_package_is_used() {
    assert_eq!(table(&rows(), |row| row.version.clone()), TABLE);
}

#[test]
fn only_a_version_that_is_not_pinned_may_differ() {
    let expected = table(&rows(), |row| if row.pinned { row.version.clone() } else { ANY.to_owned() });
    assert!(matches(&expected, TABLE));
    assert!(matches(&expected, &TABLE.replace("140.1esr-1~deb13u1", "141.0")));
    assert!(!matches(&expected, &TABLE.replace("20.20.2", "20.20.3")));
    assert!(!matches(&expected, &TABLE.replace("Firefox", "Chromium")));
    assert!(!matches(&expected, &format!("{TABLE}| page | Chromium 1 |\n")));
}

#[test]
fn the_marks_stay() {
    let readme = format!("# a\n{BEGIN}| old |\n{END}\nb\n");
    let (before, table, after) = parts(&readme).unwrap();
    assert_eq!((before, table, after), (&*format!("# a\n{BEGIN}"), "| old |\n", &*format!("{END}\nb\n")));
    assert!(parts("# a\n").is_err());
}
