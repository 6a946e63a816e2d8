//! Truth that may be open: the set of outcomes that are still possible out of
//! true, false and undefined. Logic is Kleene's, taken over all possibilities.

/// The outcomes still possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Truth(u8);

impl Truth {
    /// Certainly true.
    pub const TRUE: Self = Self(1);
    /// Certainly false.
    pub const FALSE: Self = Self(2);
    /// Certainly undefined.
    pub const UNDEFINED: Self = Self(4);
    /// True or false, not known yet.
    pub const OPEN: Self = Self(3);

    /// A decided truth.
    pub fn from_bool(value: bool) -> Self {
        if value { Self::TRUE } else { Self::FALSE }
    }

    /// Out of three possibilities.
    pub fn of(can_be_true: bool, can_be_false: bool, can_be_undefined: bool) -> Self {
        Self(u8::from(can_be_true) | u8::from(can_be_false) << 1 | u8::from(can_be_undefined) << 2)
    }

    /// Bit 1 true, bit 2 false, bit 4 undefined.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether true is possible.
    pub fn can_be_true(self) -> bool {
        self.0 & 1 != 0
    }

    /// Whether false is possible.
    pub fn can_be_false(self) -> bool {
        self.0 & 2 != 0
    }

    /// Whether undefined is possible.
    pub fn can_be_undefined(self) -> bool {
        self.0 & 4 != 0
    }

    /// Everything either may be.
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Turned round.
    pub fn not(self) -> Self {
        Self::of(
            self.can_be_false(),
            self.can_be_true(),
            self.can_be_undefined(),
        )
    }

    /// Both hold.
    pub fn and(self, other: Self) -> Self {
        let undefined = (self.can_be_undefined() && (other.0 & 5) != 0)
            || (other.can_be_undefined() && (self.0 & 5) != 0);
        Self::of(
            self.can_be_true() && other.can_be_true(),
            self.can_be_false() || other.can_be_false(),
            undefined,
        )
    }

    /// One holds.
    pub fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }
}

/// Whether at least `wanted` of the members are true, each member taking any
/// of its possibilities by itself.
pub fn at_least(wanted: usize, members: impl Iterator<Item = Truth>) -> Truth {
    // Fewest and most that are true, and that are true or undefined; and how
    // few can be true when every member that may be undefined is.
    let (mut least_true, mut most_true, mut least_open, mut most_open, mut least_when_open) =
        (0usize, 0usize, 0usize, 0usize, 0usize);
    let mut swing = 0usize;
    for member in members {
        let (t, f, u) = (
            member.can_be_true(),
            member.can_be_false(),
            member.can_be_undefined(),
        );
        let count = |holds: bool| usize::from(holds);
        least_true = least_true.saturating_add(count(t && !f && !u));
        most_true = most_true.saturating_add(count(t));
        least_open = least_open.saturating_add(count(!f));
        most_open = most_open.saturating_add(count(t || u));
        least_when_open = least_when_open.saturating_add(count(t && !f && !u));
        swing = swing.saturating_add(count(u));
    }
    // Undefined: some completion has fewer true than wanted, but enough with
    // the undefined ones. Taking every undefined possibility decides it.
    let undefined = swing > 0 && least_when_open < wanted && most_open >= wanted;
    Truth::of(most_true >= wanted, least_open < wanted, undefined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(truth: Truth) -> Vec<u8> {
        [1, 2, 4]
            .into_iter()
            .filter(|bit| truth.bits() & bit != 0)
            .collect()
    }

    fn possible() -> impl Iterator<Item = Truth> + Clone {
        (1..8).map(|bits| Truth::of(bits & 1 != 0, bits & 2 != 0, bits & 4 != 0))
    }

    fn kleene_and(a: u8, b: u8) -> u8 {
        if a == 2 || b == 2 {
            2
        } else if a == 4 || b == 4 {
            4
        } else {
            1
        }
    }

    #[test]
    fn and_takes_every_possibility() {
        for a in possible() {
            for b in possible() {
                let mut wanted = 0;
                for x in outcomes(a) {
                    for y in outcomes(b) {
                        wanted |= kleene_and(x, y);
                    }
                }
                assert_eq!(a.and(b).bits(), wanted, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn counting_takes_every_possibility() {
        for wanted in 0..4 {
            for a in possible() {
                for b in possible() {
                    for c in possible() {
                        let mut all = 0;
                        for x in outcomes(a) {
                            for y in outcomes(b) {
                                for z in outcomes(c) {
                                    let of = |bit| [x, y, z].iter().filter(|o| **o == bit).count();
                                    all |= if of(1) >= wanted {
                                        1
                                    } else if of(1).saturating_add(of(4)) < wanted {
                                        2
                                    } else {
                                        4
                                    };
                                }
                            }
                        }
                        assert_eq!(
                            at_least(wanted, [a, b, c].into_iter()).bits(),
                            all,
                            "{wanted} {a:?} {b:?} {c:?}"
                        );
                    }
                }
            }
        }
    }
}
