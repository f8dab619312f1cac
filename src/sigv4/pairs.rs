use std::borrow::Cow;

/// A name, a position among those of the same name, and a value.
pub(super) type Pair<'a> = (Cow<'a, str>, usize, Cow<'a, str>);

/// Sorts by name, then by position, then by value.
///
/// There are few of them, and a Shell sort's code is much smaller than that of the sorts of slices, which was a quarter
/// of the signer.
pub(super) fn sorted(mut pairs: Vec<Pair<'_>>) -> Vec<Pair<'_>> {
    let mut gap = pairs.len() / 2;
    while gap > 0 {
        for end in gap..pairs.len() {
            let mut at = end;
            while at >= gap && pairs.get(at - gap) > pairs.get(at) {
                pairs.swap(at - gap, at);
                at -= gap;
            }
        }
        gap /= 2;
    }
    pairs
}

#[cfg(test)]
#[cfg(not(target_family = "wasm"))]
mod tests {
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
}
