//! How many of a set pass a test.

use super::fraction::never_defined;
use super::members::Item;
use super::truths::is_about_row;
use super::walk::{Result, Walk};
use crate::model::{Amount, Quantity, Reply, RowTest, Set};
use crate::num::{Rational, Tally, Truth};

/// How many are asked for, as a number.
#[derive(Clone, Copy)]
enum Wanted {
    Every,
    Most,
    AtLeast(usize),
    AtMost(usize),
    /// Exactly so many; never when a share comes to no whole number.
    Exactly(Option<usize>),
}

/// The members of a set with what a test says of each.
#[derive(Default)]
struct Tested {
    sure: Vec<Truth>,
    /// Those that may be in.
    may: Vec<(Truth, Truth)>,
    /// Whether it is undefined of one whether it is in.
    spoiled: bool,
}

impl Tested {
    fn take(&mut self, inside: Truth, holds: Truth) {
        if inside == Truth::TRUE {
            self.sure.push(holds);
        } else {
            self.may.push((inside, holds));
            self.spoiled |= inside == Truth::UNDEFINED;
        }
    }
}

impl Walk<'_> {
    /// So many of a set pass a test, with the truth of each member.
    pub(super) fn quantified(
        &self,
        quantity: &Quantity,
        set: &Set,
        test: &RowTest,
    ) -> Result<Truth> {
        // What is left out is neither best nor newest.
        let items = self.items(set, is_about_row(test) && set.pick.is_none())?;
        if !items.iter().any(|item| item.base.can_be_true()) {
            return Ok(Truth::UNDEFINED);
        }
        let picked = match &set.pick {
            Some(pick) => match self.amount(&pick.count, items.len(), true) {
                Some(count) => Some(self.among(&items, pick, count)?),
                None => return Ok(Truth::UNDEFINED),
            },
            None => None,
        };
        let best = set.pick.as_ref().is_some_and(|pick| pick.best);
        let spoils = |item: &Item| never_defined(item.inside, &item.value);
        if best && items.iter().any(spoils) {
            return Ok(Truth::UNDEFINED);
        }
        let (mut tested, mut void) = (Tested::default(), true);
        for (place, item) in items.iter().enumerate() {
            void &= item.base != Truth::TRUE;
            let among = picked.as_ref().and_then(|picked| picked.get(place));
            let inside = item.inside.and(among.copied().unwrap_or(Truth::TRUE));
            if inside != Truth::FALSE {
                tested.take(inside, self.test(item.member, test)?);
            }
        }
        let undefined = void || best && items.iter().any(super::picks::may_lack_value);
        let found = Truth::of(false, false, undefined);
        Ok(found.union(if is_share(quantity) {
            self.share_of(quantity, &tested)
        } else {
            self.count_of(quantity, &tested)
        }))
    }

    /// How many are wanted does not depend on who is in.
    fn count_of(&self, quantity: &Quantity, tested: &Tested) -> Truth {
        let every = *quantity == Quantity::Every;
        let each = tested.may.iter().map(|(inside, holds)| {
            if every {
                inside.not().or(*holds)
            } else {
                inside.and(*holds)
            }
        });
        let tally = Tally::of(tested.sure.iter().copied().chain(each));
        self.many(
            quantity,
            tested.sure.len().saturating_add(tested.may.len()),
            tally,
        )
    }

    /// How many half is depends on who is in: every size that may come out.
    fn share_of(&self, quantity: &Quantity, tested: &Tested) -> Truth {
        if tested.spoiled {
            return Truth::UNDEFINED;
        }
        let undefined = tested
            .may
            .iter()
            .any(|(inside, _)| inside.can_be_undefined());
        let sure = Tally::of(tested.sure.iter().copied());
        let may = tested.may.iter().filter(|(inside, _)| inside.can_be_true());
        let may: Vec<Truth> = may.map(|(_, holds)| *holds).collect();
        let others = Tally::of(may.iter().copied());
        let mut found = Truth::of(false, false, undefined);
        for count in 0..=may.len() {
            let size = tested.sure.len().saturating_add(count);
            found = found.union(self.many(quantity, size, sure.with_some(others, count)));
        }
        found
    }

    /// Whether so many of these are true, out of `size` members.
    pub(super) fn many(&self, quantity: &Quantity, size: usize, tally: Tally) -> Truth {
        let Some(wanted) = self.wanted(quantity, size) else {
            return Truth::UNDEFINED;
        };
        let reach = |count: usize| tally.at_least(count);
        let more = |count: usize| reach(count.saturating_add(1)).not();
        match wanted {
            Wanted::Every => reach(size),
            Wanted::Most => reach(size.checked_div(2).unwrap_or(0).saturating_add(1)),
            Wanted::AtLeast(count) => reach(count),
            Wanted::AtMost(count) => more(count),
            Wanted::Exactly(Some(count)) => reach(count).and(more(count)),
            Wanted::Exactly(None) => Truth::FALSE,
        }
    }

    fn wanted(&self, quantity: &Quantity, size: usize) -> Option<Wanted> {
        Some(match quantity {
            Quantity::Every => Wanted::Every,
            Quantity::Most => Wanted::Most,
            Quantity::AtLeast(amount) => Wanted::AtLeast(self.amount(amount, size, true)?),
            Quantity::AtMost(amount) => Wanted::AtMost(self.amount(amount, size, false)?),
            Quantity::Exactly(amount) => {
                let (up, down) = (
                    self.amount(amount, size, true)?,
                    self.amount(amount, size, false)?,
                );
                Wanted::Exactly((up == down).then_some(up))
            }
        })
    }

    /// How many an amount is, out of so many.
    pub(super) fn amount(&self, amount: &Amount, size: usize, up: bool) -> Option<usize> {
        match amount {
            Amount::Count(count) => Some(*count),
            Amount::Share(share) => Some(part_of(*share, size, up)),
            Amount::Setting(setting, share) => match self.setting(*setting)? {
                Reply::Number(value) if *share => Some(part_of(value, size, up)),
                Reply::Number(value) if value.is_whole() => usize::try_from(value.numer()).ok(),
                _ => None,
            },
        }
    }
}

fn is_share(quantity: &Quantity) -> bool {
    let share = |amount: &Amount| matches!(amount, Amount::Share(_) | Amount::Setting(_, true));
    match quantity {
        Quantity::Every => false,
        Quantity::Most => true,
        Quantity::AtLeast(amount) | Quantity::AtMost(amount) | Quantity::Exactly(amount) => {
            share(amount)
        }
    }
}

/// A share of a number of members as a count, rounded up or down.
pub(super) fn part_of(share: Rational, size: usize, up: bool) -> usize {
    let exact = i64::try_from(size)
        .ok()
        .and_then(|size| share.mul(Rational::whole(size)));
    let Some(exact) = exact else {
        return usize::MAX;
    };
    let whole = exact
        .floor()
        .saturating_add(i128::from(up && !exact.is_whole()));
    usize::try_from(whole.max(0)).unwrap_or(usize::MAX)
}
