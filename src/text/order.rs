//! Sorting places. One kind of entry and one small sort for all of them: every
//! sort of the standard library is some kilobytes of the module.

/// Sorts by the first number, then the second and the third, in place.
pub fn sort(all: &mut [[u32; 3]]) {
    // Largest first as a heap, then the largest to the end, one by one.
    for root in (0..all.len() / 2).rev() {
        sink(all, root);
    }
    for end in (1..all.len()).rev() {
        all.swap(0, end);
        if let Some(heap) = all.get_mut(..end) {
            sink(heap, 0);
        }
    }
}

fn sink(all: &mut [[u32; 3]], mut root: usize) {
    loop {
        let left = root.saturating_mul(2).saturating_add(1);
        let right = left.saturating_add(1);
        let child = if all.get(right) > all.get(left) {
            right
        } else {
            left
        };
        if all.get(child) <= all.get(root) {
            return;
        }
        all.swap(root, child);
        root = child;
    }
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn puts_places_in_order() {
        let mut all = [
            [3, 1, 0],
            [1, 2, 9],
            [1, 2, 3],
            [2, 0, 0],
            [1, 0, 7],
            [3, 0, 0],
        ];
        sort(&mut all);
        let sorted = [
            [1, 0, 7],
            [1, 2, 3],
            [1, 2, 9],
            [2, 0, 0],
            [3, 0, 0],
            [3, 1, 0],
        ];
        assert_eq!(all, sorted);
        sort(&mut []);
    }
}
