use super::*;

fn sizes(bytes: u64) -> Sizes {
    Sizes { bytes, scripts: 10, slim: None, peer: 60_000 }
}

#[test]
fn more_than_the_budget_fails_by_bytes_and_by_ratio() {
    let budget = Budget { bytes: 30_000, ratio: 0.75, slim: 14_000 };
    budget.check(&sizes(30_000 + SLACK)).unwrap();
    let why = budget.check(&sizes(30_001 + SLACK)).unwrap_err().to_string();
    assert!(why.contains("30101 bytes, 101 more than"), "{why}");
    let why = Budget { bytes: 50_000, ..budget }.check(&sizes(45_001)).unwrap_err().to_string();
    assert!(why.contains("0.750 of @aws-sdk/client-ivs's, above the 0.75"), "{why}");
}

#[test]
fn a_slim_entry_above_its_limit_fails() {
    let budget = Budget { bytes: 30_000, ratio: 0.75, slim: 14_000 };
    let with = |slim| Sizes { slim: Some(slim), ..sizes(30_000) };
    budget.check(&with(14_000)).unwrap();
    let error = budget.check(&with(14_001)).unwrap_err().to_string();
    assert!(error.contains("slim has 14001 bytes, more than 14000"), "{error}");
}

#[test]
fn the_inlined_module_is_found() {
    assert_eq!(longest_string("var a=\"b\",c=\"AAAAAAAAAAAAAAAAAA\";f(c)"), "AAAAAAAAAAAAAAAAAA");
}
