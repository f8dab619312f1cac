use super::*;
use crate::model::ivs::SERVICE;
use crate::model::{Kind, Shape};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::Cell;
use std::collections::BTreeSet;

/// Every pattern of an input or output, and those of inputs alone are many.
fn patterns() -> BTreeSet<&'static str> {
    fn visit(shape: &'static Shape, found: &mut BTreeSet<&'static str>) {
        match &shape.kind {
            Kind::String { pattern, .. } => found.extend(pattern),
            Kind::List { member, .. } => visit(member, found),
            Kind::Map { key, value, .. } => [key, value].into_iter().for_each(|shape| visit(shape, found)),
            _ => shape.members().iter().for_each(|member| visit(member.shape, found)),
        }
    }
    let mut found = BTreeSet::new();
    for operation in SERVICE.operations() {
        visit(operation.input, &mut found);
        operation.output.into_iter().for_each(|output| visit(output, &mut found));
    }
    assert!(found.len() > 15, "{found:?}");
    found
}

/// The same by an engine.
fn reference(pattern: &str) -> regex::Regex {
    regex::Regex::new(&format!("^(?:{})$", pattern.replace("[a-z-]/", "[a-z-]+/"))).unwrap()
}

#[test]
fn every_pattern_of_the_model_is_understood() {
    for pattern in patterns() {
        assert!(
            parse(pattern).is_some(),
            "{pattern} has syntax that src/protocol/pattern.rs does not know: add it there"
        );
    }
}

#[test]
fn syntax_that_is_not_known_is_no_pattern() {
    for pattern in ["a.", "(a)(b)", "a?", "a{2}", r"\d", "[^a]", "[a", "a(b|c)", r"[\w]"] {
        assert!(parse(pattern).is_none(), "{pattern}");
    }
}

#[test]
fn what_matches_and_nearly_matches_is_judged_as_by_an_engine() {
    for pattern in patterns() {
        let reference = reference(pattern);
        let judged = [Cell::new(0), Cell::new(0)];
        let valid = proptest::string::string_regex(&pattern.replace(['^', '$'], "")).unwrap();
        let changes = (any::<prop::sample::Index>(), any::<char>());
        TestRunner::deterministic()
            .run(&(valid, changes), |(valid, (place, character))| {
                let mut characters: Vec<char> = valid.chars().collect();
                characters.insert(place.index(characters.len() + 1), character);
                for text in [valid, characters.into_iter().collect()] {
                    let expected = reference.is_match(&text);
                    prop_assert_eq!(matches(pattern, &text), expected, "{:?} of {}", text, pattern);
                    let judged = &judged[usize::from(expected)];
                    judged.set(judged.get() + 1);
                }
                Ok(())
            })
            .unwrap();
        assert!(judged.iter().all(|count| count.get() > 20), "{pattern}: {judged:?}");
    }
}

#[test]
fn every_character_is_in_a_tag_or_not_as_by_an_engine() {
    let pattern = r"([\p{L}\p{Z}\p{N}_.:/=+\-@]+)";
    assert!(patterns().contains(pattern));
    let alternatives = parse(pattern).unwrap();
    let [ours] = alternatives.as_slice() else { panic!("{pattern} has several alternatives") };
    let class = regex::Regex::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]").unwrap();
    // Of which the two may know different versions of Unicode.
    let unassigned = regex::Regex::new(r"\p{Cn}").unwrap();
    for character in '\0'..=char::MAX {
        let text = character.to_string();
        if unassigned.is_match(&text) {
            continue;
        }
        assert_eq!(match_parts(ours, &[character]), class.is_match(&text), "{character:?}");
    }
}
