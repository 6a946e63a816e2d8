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
        let all = (first..=last).filter_map(|level| 1_u64.checked_shl(u32::try_from(level).ok()?));
        Self {
            bits: all.fold(0, |bits, bit| bits | bit),
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
        (0..64_usize).filter(move |level| self.has(*level))
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
