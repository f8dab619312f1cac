use std::collections::BinaryHeap;

/// A name, a place among those of the same name, and a value.
pub(super) type Pair = (String, usize, String);

/// By name, then by place, then by value.
///
/// There are few of them, and the heap's code is much smaller than that of the sorts of slices, which was a quarter of the
/// signer.
pub(super) fn sorted(pairs: Vec<Pair>) -> Vec<Pair> {
    BinaryHeap::from(pairs).into_sorted_vec()
}
