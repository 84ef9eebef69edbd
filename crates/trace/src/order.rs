//! Putting things in order.

use std::collections::BinaryHeap;

/// Returns keys, each with the number of what it belongs to, from the least to the greatest; equal keys by their
/// numbers. By way of a heap, whose code is a tenth of that of the standard library's sorts.
///
/// ```
/// use meanwhile_trace::order::in_order;
/// assert_eq!(in_order([(30, 0), (10, 1), (10, 2)]), [(10, 1), (10, 2), (30, 0)]);
/// ```
pub fn in_order(keys: impl IntoIterator<Item = (u64, u32)>) -> Vec<(u64, u32)> {
    let keys: Vec<(u64, u32)> = keys.into_iter().collect();
    BinaryHeap::from(keys).into_sorted_vec()
}
