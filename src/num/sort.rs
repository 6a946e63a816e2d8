//! A stable sort that is small. The library's own is made anew for every type
//! it sorts, and all of them together were a tenth of the module.

use std::cmp::Ordering;

/// Sorts by a comparison; what compares equal keeps its order.
pub fn sort_by<T: Clone>(all: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let at = |a: usize, b: usize| match (all.get(a), all.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let Some(order) = order(all.len(), &at) else {
        return;
    };
    let mut sorted = Vec::with_capacity(all.len());
    for place in order {
        sorted.extend(all.get(place).cloned());
    }
    for (slot, value) in all.iter_mut().zip(sorted) {
        *slot = value;
    }
}

/// Sorts by a key; what has the same keeps its order.
pub fn sort_by_key<T: Clone, K: Ord>(all: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(all, |a, b| key(a).cmp(&key(b)));
}

/// The places of so many things in order, by merging runs; nothing where they are in order already.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Option<Vec<usize>> {
    let pairs = (0..count).zip(1..count);
    if pairs.into_iter().all(|(a, b)| compare(a, b).is_le()) {
        return None;
    }
    let mut from: Vec<usize> = (0..count).collect();
    let mut width = 1_usize;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for run in from.chunks(width.saturating_mul(2)) {
            let (mut left, mut right) = run.split_at_checked(width).unwrap_or((run, &[]));
            while let (Some((a, rest)), Some((b, others))) =
                (left.split_first(), right.split_first())
            {
                if compare(*a, *b).is_le() {
                    merged.push(*a);
                    left = rest;
                } else {
                    merged.push(*b);
                    right = others;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        from = merged;
        width = width.saturating_mul(2);
    }
    Some(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_library_does_and_keeps_the_order_of_equals() {
        let mut next = 7_u32;
        for count in 0..70_usize {
            let mut all: Vec<(u32, usize)> = Vec::new();
            for place in 0..count {
                next = next.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                all.push(((next >> 16) % 9, place));
            }
            let mut wanted = all.clone();
            wanted.sort_by_key(|(key, _)| *key);
            sort_by_key(&mut all, |(key, _)| *key);
            assert_eq!(all, wanted);
            sort_by(&mut all, |a, b| b.cmp(a));
            wanted.sort_by(|a, b| b.cmp(a));
            assert_eq!(all, wanted);
        }
    }
}
