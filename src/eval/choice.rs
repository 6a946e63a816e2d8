//! Who is in, chosen so that a quotient is as large as it can be.

use super::walk::Overflow;
use crate::num::Rational;

/// A top and a bottom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    pub(super) top: Rational,
    pub(super) bottom: Rational,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            top: Rational::ZERO,
            bottom: Rational::ZERO,
        }
    }
}

impl Sum {
    pub(super) fn add(self, other: Self) -> Result<Self, Overflow> {
        let top = self.top.add(other.top).ok_or(Overflow)?;
        let bottom = self.bottom.add(other.bottom).ok_or(Overflow)?;
        Ok(Self { top, bottom })
    }

    fn sub(self, other: Self) -> Result<Self, Overflow> {
        let top = self.top.sub(other.top).ok_or(Overflow)?;
        let bottom = self.bottom.sub(other.bottom).ok_or(Overflow)?;
        Ok(Self { top, bottom })
    }

    /// How much it raises `top - guess * bottom`.
    fn worth(self, guess: Rational) -> Result<Rational, Overflow> {
        let less = guess.mul(self.bottom).ok_or(Overflow)?;
        self.top.sub(less).ok_or(Overflow)
    }
}

/// Members that are in together, and those that may be out even then.
#[derive(Clone, Debug, Default)]
pub(super) struct Unit {
    pub(super) fixed: Vec<Sum>,
    pub(super) loose: Vec<Sum>,
}

/// Units of which at most so many are in; exactly so many where that is certain.
#[derive(Clone, Debug)]
pub(super) struct Units {
    pub(super) count: usize,
    pub(super) exact: bool,
    pub(super) units: Vec<Unit>,
}

/// Everything there is to choose from: members by themselves, and groups.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) always: Unit,
    pub(super) groups: Vec<Units>,
}

/// A unit at its best: what it adds, what that is worth, and what it would
/// cost to have something in it that weighs.
#[derive(Clone, Copy)]
struct Taken {
    sum: Sum,
    worth: Rational,
    spare: Option<(Sum, Rational)>,
}

/// The change that costs least, of those that put weight in.
#[derive(Default)]
struct Cheapest(Option<(Sum, Rational)>);

impl Cheapest {
    fn offer(&mut self, sum: Sum, worth: Rational) {
        let better = self.0.is_none_or(|(_, best)| worth > best);
        if better && !sum.bottom.is_zero() {
            self.0 = Some((sum, worth));
        }
    }
}

impl Unit {
    fn at_best(&self, guess: Rational) -> Result<Taken, Overflow> {
        let (mut sum, mut spare) = (Sum::default(), Cheapest::default());
        for own in &self.fixed {
            sum = sum.add(*own)?;
        }
        for own in &self.loose {
            let worth = own.worth(guess)?;
            if worth > Rational::ZERO {
                sum = sum.add(*own)?;
            } else {
                spare.offer(*own, worth);
            }
        }
        Ok(Taken {
            sum,
            worth: sum.worth(guess)?,
            spare: spare.0,
        })
    }
}

impl Units {
    /// The best few units.
    fn gain(&self, guess: Rational, cheapest: &mut Cheapest) -> Result<Sum, Overflow> {
        let each: Result<Vec<Taken>, Overflow> =
            self.units.iter().map(|unit| unit.at_best(guess)).collect();
        let mut each = each?;
        crate::num::sort_by_key(&mut each, |one| std::cmp::Reverse(one.worth));
        let wanted = |one: &&Taken| self.exact || one.worth > Rational::ZERO;
        let count = each.iter().take(self.count).filter(wanted).count();
        let (taken, rest) = each.split_at_checked(count).unwrap_or((&each, &[]));
        let mut all = Sum::default();
        for one in taken {
            all = all.add(one.sum)?;
            if let Some((sum, worth)) = one.spare {
                cheapest.offer(sum, worth);
            }
        }
        // One that is not among them takes a free place, or that of the last.
        let last = match taken.last() {
            _ if count < self.count => Some((Sum::default(), Rational::ZERO)),
            last => last.map(|last| (last.sum, last.worth)),
        };
        let Some((gone, lost)) = last else {
            return Ok(all);
        };
        for one in rest {
            let worth = one.worth.sub(lost).ok_or(Overflow)?;
            let sum = one.sum.sub(gone)?;
            cheapest.offer(sum, worth);
            if let Some((spare, own)) = one.spare {
                cheapest.offer(sum.add(spare)?, worth.add(own).ok_or(Overflow)?);
            }
        }
        Ok(all)
    }
}

impl Choice {
    /// What raises `top - guess * bottom` most; `weighs` wants a bottom above 0.
    pub(super) fn gain(&self, guess: Rational, weighs: bool) -> Result<Sum, Overflow> {
        let mut cheapest = Cheapest::default();
        let always = self.always.at_best(guess)?;
        if let Some((sum, worth)) = always.spare {
            cheapest.offer(sum, worth);
        }
        let mut all = always.sum;
        for group in &self.groups {
            all = all.add(group.gain(guess, &mut cheapest)?)?;
        }
        match cheapest.0 {
            Some((sum, _)) if weighs && all.bottom.is_zero() => all.add(sum),
            _ => Ok(all),
        }
    }

    /// The highest quotient, by better and better guesses; each can be had, and
    /// as each is higher than the one before, they come to an end.
    pub(super) fn highest(&self, sure: Sum) -> Result<Option<Rational>, Overflow> {
        let (mut guess, mut best) = (Rational::ZERO, None);
        loop {
            let all = sure.add(self.gain(guess, sure.bottom.is_zero())?)?;
            if all.bottom.is_zero() {
                return Ok(best);
            }
            let next = all.top.div(all.bottom).ok_or(Overflow)?;
            if best.is_some_and(|best| next <= best) {
                return Ok(best);
            }
            (guess, best) = (next, Some(next));
        }
    }
}
