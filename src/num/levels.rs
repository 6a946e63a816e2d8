//! The levels something may still have: a set of them, and whether it may
//! have none at all.

use super::Truth;

/// Possible levels of a scale, by index from 0 to 63.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Levels {
    bits: u64,
    /// Whether it may have no level.
    pub undefined: bool,
}

impl Levels {
    /// Certainly no level.
    pub const UNDEFINED: Self = Self {
        bits: 0,
        undefined: true,
    };

    /// One level.
    pub fn one(level: usize) -> Self {
        Self::between(level, level)
    }

    /// All levels from one to another.
    pub fn between(first: usize, last: usize) -> Self {
        // All up to the last, without all below the first.
        let up_to = |level: usize| match u32::try_from(level) {
            Ok(level) if level < 63 => 1_u64.rotate_left(level.saturating_add(1)).wrapping_sub(1),
            _ => u64::MAX,
        };
        let below = first.checked_sub(1).map_or(0, up_to);
        let bits = if first > 63 { 0 } else { up_to(last) & !below };
        Self {
            bits,
            undefined: false,
        }
    }

    /// Everything either may be.
    pub fn union(self, other: Self) -> Self {
        Self {
            bits: self.bits | other.bits,
            undefined: self.undefined || other.undefined,
        }
    }

    /// The levels, from below.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut bits = self.bits;
        std::iter::from_fn(move || {
            let level = usize::try_from(bits.trailing_zeros()).ok()?;
            if bits == 0 {
                return None;
            }
            bits &= bits.wrapping_sub(1);
            Some(level)
        })
    }

    /// Whether this level is possible.
    pub fn has(self, level: usize) -> bool {
        let bit = u32::try_from(level)
            .ok()
            .and_then(|level| 1_u64.checked_shl(level));
        bit.is_some_and(|bit| self.bits & bit != 0)
    }

    /// The one level it has for certain.
    pub fn known(self) -> Option<usize> {
        let single = self.bits.count_ones() == 1 && !self.undefined;
        single.then(|| usize::try_from(self.bits.trailing_zeros()).ok())?
    }

    /// Whether there is certainly none.
    pub fn is_undefined(self) -> bool {
        self.bits == 0
    }

    /// Whether a test of the level holds, over every level that is possible.
    pub fn test(self, holds: impl Fn(usize) -> bool) -> Truth {
        let (mut can, mut cannot) = (false, false);
        for level in self.iter() {
            if holds(level) {
                can = true;
            } else {
                cannot = true;
            }
        }
        Truth::of(can, cannot, self.undefined || self.bits == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_between_two_are_those_and_no_others() {
        for first in 0..66 {
            for last in 0..66 {
                let found: Vec<usize> = Levels::between(first, last).iter().collect();
                let wanted: Vec<usize> = (first..=last).filter(|level| *level < 64).collect();
                assert_eq!(found, wanted, "{first} to {last}");
            }
        }
    }
}
