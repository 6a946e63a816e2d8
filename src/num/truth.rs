//! Truth that may be open: the set of outcomes that are still possible out of
//! true, false and undefined. Logic is Kleene's, taken over all possibilities.

/// The outcomes still possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Truth(u8);

impl Default for Truth {
    /// Not worked out.
    fn default() -> Self {
        Self::UNDEFINED
    }
}

impl Truth {
    /// Certainly true.
    pub const TRUE: Self = Self(1);
    /// Certainly false.
    pub const FALSE: Self = Self(2);
    /// Certainly undefined.
    pub const UNDEFINED: Self = Self(4);
    /// Nothing at all: of what is not there.
    pub const NONE: Self = Self(0);
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
    Tally::of(members).at_least(wanted)
}

/// How many of several truths can be what.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    all: usize,
    /// True whatever happens, and true if it goes well.
    surely_true: usize,
    can_be_true: usize,
    /// Not false whatever happens, and not false if it goes well.
    never_false: usize,
    can_be_no_false: usize,
    can_be_undefined: usize,
}

impl Tally {
    /// Counts them.
    pub fn of(members: impl Iterator<Item = Truth>) -> Self {
        members.fold(Self::default(), Self::with)
    }

    /// One more.
    pub fn with(self, member: Truth) -> Self {
        let one = Self::one(member);
        self.each(one, usize::saturating_add)
    }

    /// One less: it was counted before.
    pub fn without(self, member: Truth) -> Self {
        let one = Self::one(member);
        self.each(one, usize::saturating_sub)
    }

    fn one(member: Truth) -> Self {
        let (t, f, u) = (
            member.can_be_true(),
            member.can_be_false(),
            member.can_be_undefined(),
        );
        Self {
            all: 1,
            surely_true: usize::from(t && !f && !u),
            can_be_true: usize::from(t),
            never_false: usize::from(!f),
            can_be_no_false: usize::from(t || u),
            can_be_undefined: usize::from(u),
        }
    }

    fn each(self, other: Self, op: fn(usize, usize) -> usize) -> Self {
        Self {
            all: op(self.all, other.all),
            surely_true: op(self.surely_true, other.surely_true),
            can_be_true: op(self.can_be_true, other.can_be_true),
            never_false: op(self.never_false, other.never_false),
            can_be_no_false: op(self.can_be_no_false, other.can_be_no_false),
            can_be_undefined: op(self.can_be_undefined, other.can_be_undefined),
        }
    }

    /// The same with so many of others, whichever these are.
    pub fn with_some(self, others: Self, count: usize) -> Self {
        // Of any few, as many are the one kind as there are none of the other kind left.
        let least = |own: usize| own.saturating_sub(others.all.saturating_sub(count));
        let most = |own: usize| own.min(count);
        let add = usize::saturating_add;
        Self {
            all: add(self.all, count),
            surely_true: add(self.surely_true, least(others.surely_true)),
            can_be_true: add(self.can_be_true, most(others.can_be_true)),
            never_false: add(self.never_false, least(others.never_false)),
            can_be_no_false: add(self.can_be_no_false, most(others.can_be_no_false)),
            can_be_undefined: add(self.can_be_undefined, most(others.can_be_undefined)),
        }
    }

    /// Whether at least so many are true.
    pub fn at_least(self, wanted: usize) -> Truth {
        // Undefined: some completion has fewer true than wanted, but enough with
        // the undefined ones. Taking every undefined possibility decides it.
        let undefined = self.can_be_undefined > 0
            && self.surely_true < wanted
            && self.can_be_no_false >= wanted;
        Truth::of(
            self.can_be_true >= wanted,
            self.never_false < wanted,
            undefined,
        )
    }
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

    #[test]
    fn some_of_others_take_every_few() {
        for wanted in 0..4 {
            for sure in possible() {
                for b in possible() {
                    for c in possible() {
                        let tally = Tally::of([sure].into_iter());
                        let others = Tally::of([b, c].into_iter());
                        for (count, few) in [
                            (0, vec![vec![]]),
                            (1, vec![vec![b], vec![c]]),
                            (2, vec![vec![b, c]]),
                        ] {
                            let each = few
                                .iter()
                                .map(|few| at_least(wanted, few.iter().copied().chain([sure])));
                            let all = each.fold(Truth::of(false, false, false), Truth::union);
                            let found = tally.with_some(others, count).at_least(wanted);
                            assert_eq!(
                                found.union(all),
                                found,
                                "{wanted} {count} {sure:?} {b:?} {c:?}"
                            );
                            let exact = |truth: Truth| (truth.can_be_true(), truth.can_be_false());
                            assert_eq!(
                                exact(found),
                                exact(all),
                                "{wanted} {count} {sure:?} {b:?} {c:?}"
                            );
                        }
                    }
                }
            }
        }
    }
}
