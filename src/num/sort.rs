//! Sorting in few bytes: the library's sorts are made anew for every type, at
//! some four kilobytes each, which is most of what a short list costs.

/// Sorts by what stands before what; what is neither keeps its order.
pub fn sort_by<T: Clone>(all: &mut Vec<T>, before: impl Fn(&T, &T) -> bool) {
    let places = order(all.len(), &|a, b| match (all.get(a), all.get(b)) {
        (Some(a), Some(b)) => before(a, b),
        _ => false,
    });
    let sorted = places.iter().filter_map(|place| all.get(*place).cloned());
    *all = sorted.collect();
}

/// Sorts from the least to the greatest.
pub fn sort<T: Clone + Ord>(all: &mut Vec<T>) {
    sort_by(all, |a, b| a < b);
}

/// The places of so many things in order: runs of one, two, four and so on are merged.
fn order(count: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut from: Vec<usize> = (0..count).collect();
    let mut to = Vec::with_capacity(count);
    let mut run = 1_usize;
    while run < count {
        to.clear();
        for pair in from.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            while let Some(b) = right.peek() {
                match left.peek() {
                    Some(a) if !before(**b, **a) => to.extend(left.next()),
                    _ => to.extend(right.next()),
                }
            }
            to.extend(left);
        }
        std::mem::swap(&mut from, &mut to);
        run = run.saturating_mul(2);
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_library_does_and_keeps_the_order_of_equals() {
        let mut state = 3_u64;
        for length in 0..70 {
            let mut next = |below: u64| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                (state >> 33).checked_rem(below).unwrap_or_default()
            };
            let all: Vec<(u64, usize)> = (0..length).map(|place| (next(9), place)).collect();
            let (mut own, mut library) = (all.clone(), all);
            sort_by(&mut own, |a, b| a.0 < b.0);
            library.sort_by_key(|one| one.0);
            assert_eq!(own, library);
            sort_by(&mut own, |a, b| a.0 > b.0);
            library.sort_by_key(|one| std::cmp::Reverse(one.0));
            assert_eq!(own, library);
            sort(&mut own);
            library.sort_unstable();
            assert_eq!(own, library);
        }
    }
}
