//! The number of tests that a runner reports. Runners succeed without any test; that is a failure here.

use anyhow::{Result, bail};

/// Tests that passed, by the closing lines of `cargo test` and of wasm-bindgen's runner; fails when none did.
pub fn of_cargo(output: &str) -> Result<u64> {
    let results = output.lines().filter_map(|line| line.trim().strip_prefix("test result: ok. "));
    at_least_one(
        results
            .filter_map(|counts| counts.split_once(" passed"))
            .filter_map(|(count, _)| count.parse::<u64>().ok())
            .sum(),
    )
}

/// Tests that passed, by the closing lines of Node's runner; fails when none did, or when one was skipped.
pub fn of_node(output: &str) -> Result<u64> {
    for kind in ["skipped", "todo", "cancelled"] {
        match node_line(output, kind) {
            Some(0) => {}
            Some(count) => bail!("{count} tests were {kind}, which counts as a failure"),
            None => bail!("Node's test runner printed no closing lines"),
        }
    }
    at_least_one(node_line(output, "pass").unwrap_or(0))
}

fn node_line(output: &str, kind: &str) -> Option<u64> {
    output.lines().rev().find_map(|line| {
        let line = line.trim_start_matches(['#', 'ℹ', ' ']);
        line.strip_prefix(kind)?.strip_prefix(' ')?.trim().parse().ok()
    })
}

fn at_least_one(passed: u64) -> Result<u64> {
    if passed == 0 {
        bail!("no test was run");
    }
    Ok(passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NODE: &str =
        "✔ it works (1 ms)\nℹ tests 3\nℹ suites 0\nℹ pass 3\nℹ fail 0\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0\n";

    #[test]
    fn the_results_of_all_binaries_are_added_up() {
        let output =
            "test result: ok. 3 passed; 0 failed\nnoise\ntest result: ok. 0 passed\n  test result: ok. 14 passed; 0";
        assert_eq!(of_cargo(output).unwrap(), 17);
    }

    #[test]
    fn a_run_without_tests_fails() {
        assert!(of_cargo("test result: ok. 0 passed; 0 failed").is_err());
        assert!(of_cargo("").is_err());
        assert!(of_node(&NODE.replace("pass 3", "pass 0")).is_err());
        assert!(of_node("").is_err());
    }

    #[test]
    fn nodes_closing_lines_are_read_in_both_of_its_styles() {
        assert_eq!(of_node(NODE).unwrap(), 3);
        assert_eq!(of_node(&NODE.replace('ℹ', "#")).unwrap(), 3);
    }

    #[test]
    fn a_skipped_test_fails() {
        assert!(of_node(&NODE.replace("skipped 0", "skipped 1")).is_err());
        assert!(of_node(&NODE.replace("todo 0", "todo 1")).is_err());
    }
}
