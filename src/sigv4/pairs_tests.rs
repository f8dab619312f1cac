use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn pairs_are_sorted_as_the_standard_library_sorts(pairs in prop::collection::vec(("[a-c]{0,2}", 0..3_usize, "[a-c]{0,2}"), 0..70)) {
        let mut pairs: Vec<Pair<'_>> =
            pairs.into_iter().map(|(name, place, value)| (name.into(), place, value.into())).collect();
        let ours = sorted(pairs.clone());
        pairs.sort();
        prop_assert_eq!(ours, pairs);
    }
}
