//! A stable sort that is small. The library's own is made anew for every type
//! it sorts, and all of them together were a tenth of the module.

use std::cmp::Ordering;

/// Sorts by a comparison; what compares equal keeps its order.
pub fn sort_by<T>(all: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = order(all.len(), &|a, b| match (all.get(a), all.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    for (a, b) in swaps {
        all.swap(a, b);
    }
}

/// Sorts by a key; what has the same keeps its order.
pub fn sort_by_key<T, K: Ord>(all: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(all, |a, b| key(a).cmp(&key(b)));
}

/// What to swap, one pair after the other, so that so many things are in order.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let in_order = |place: usize| compare(place, place.saturating_add(1)).is_le();
    if (0..count.saturating_sub(1)).all(in_order) {
        return Vec::new();
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
    swaps(&from)
}

/// The swaps that bring to each place what is to stand there.
fn swaps(order: &[usize]) -> Vec<(usize, usize)> {
    // What stands at each place now, and where each thing stands.
    let mut what: Vec<usize> = (0..order.len()).collect();
    let mut place = what.clone();
    let mut swaps = Vec::new();
    for (to, wanted) in order.iter().enumerate() {
        let (Some(from), Some(there)) = (place.get(*wanted).copied(), what.get(to).copied()) else {
            continue;
        };
        if from == to {
            continue;
        }
        swaps.push((to, from));
        for (thing, at) in [(there, from), (*wanted, to)] {
            if let (Some(known), Some(standing)) = (place.get_mut(thing), what.get_mut(at)) {
                (*known, *standing) = (at, thing);
            }
        }
    }
    swaps
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
