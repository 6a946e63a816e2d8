//! What has to become of a set of levers, at the least; and, where there are too
//! many sets to try, some way: everything at its best, then less and less of it.

use super::levers::{At, Choice, Cost, Lever};
use super::search::{Plan, Search, Spent, set};

/// So many orders are tried in which to leave things as they are.
const ORDERS: usize = 12;

/// The best found so far.
#[derive(Default)]
struct Best(Option<(Cost, Vec<usize>)>);

impl Search<'_> {
    /// The least that has to become of these levers, if that leads there.
    pub(super) fn settle(&mut self, chosen: &[usize], at: &[At]) -> Result<Option<Plan>, Spent> {
        let mut at = at.to_vec();
        let Some(floors) = self.floors(chosen, &mut at)? else {
            return Ok(None);
        };
        let mut best = Best::default();
        let each = chosen.iter().copied().zip(floors).collect::<Vec<_>>();
        self.assign(&each, &mut at, Cost::default(), &mut Vec::new(), &mut best)?;
        let Some((_, choices)) = best.0 else {
            return Ok(None);
        };
        let set = chosen.iter().copied().zip(choices).collect();
        Ok(Some(self.plan(set)))
    }

    /// By lever the least choice that may lead there whatever the others become.
    fn floors(&mut self, chosen: &[usize], at: &mut [At]) -> Result<Option<Vec<usize>>, Spent> {
        let mut floors = Vec::with_capacity(chosen.len());
        for lever in chosen {
            let choices = self.levers.get(*lever).map_or(0, |one| one.choices.len());
            let mut least = None;
            for place in 0..choices {
                set(at, *lever, At::Set(place));
                if self.may(at)? {
                    least = Some(place);
                    break;
                }
            }
            set(at, *lever, At::Open);
            let Some(least) = least else {
                return Ok(None);
            };
            floors.push(least);
        }
        Ok(Some(floors))
    }

    /// Every lever from its least choice on; what costs as much as the best so far is passed over.
    fn assign(
        &mut self,
        rest: &[(usize, usize)],
        at: &mut Vec<At>,
        cost: Cost,
        so_far: &mut Vec<usize>,
        best: &mut Best,
    ) -> Result<(), Spent> {
        let Some(((lever, floor), rest)) = rest.split_first() else {
            // What is left as it is has to suffice as it really stands.
            let mut own = at.clone();
            own.iter_mut()
                .filter(|at| **at == At::Out)
                .for_each(|at| *at = At::Kept);
            if self.holds(&own)? {
                best.0 = Some((cost, so_far.clone()));
            }
            return Ok(());
        };
        let choices = self.levers.get(*lever).map_or(0, |one| one.choices.len());
        for place in *floor..choices {
            let own = cost.plus(self.cost(*lever, place));
            let least = rest.iter().fold(own, |all, (lever, floor)| {
                all.plus(self.cost(*lever, *floor))
            });
            if best.0.as_ref().is_some_and(|(known, _)| least >= *known) {
                break; // the least come first
            }
            set(at, *lever, At::Set(place));
            if rest.is_empty() || self.may(at)? {
                so_far.push(place);
                self.assign(rest, at, own, so_far, best)?;
                so_far.pop();
            }
        }
        set(at, *lever, At::Open);
        Ok(())
    }

    fn choice(&self, lever: usize, place: usize) -> Option<&Choice> {
        self.levers.get(lever)?.choices.get(place)
    }

    fn cost(&self, lever: usize, place: usize) -> Cost {
        self.choice(lever, place)
            .map(Choice::cost)
            .unwrap_or_default()
    }

    pub(super) fn plan(&self, set: Vec<(usize, usize)>) -> Plan {
        let each = set.iter().map(|(lever, place)| self.cost(*lever, *place));
        let cost = each.fold(Cost::default(), Cost::plus);
        let first = |(lever, _): &&(usize, usize)| {
            self.rated_first && self.levers.get(*lever).is_some_and(|one| !one.rated)
        };
        Plan {
            cost,
            unrated: set.iter().filter(first).count(),
            set,
        }
    }

    /// A way, if one is met: everything at its best, then as much as can be
    /// left as it is, then as little as does.
    pub(super) fn descend(&mut self) -> Result<Option<Plan>, Spent> {
        let best = |one: &Lever| At::Set(one.choices.len().saturating_sub(1));
        let mut at: Vec<At> = self.levers.iter().map(best).collect();
        if !self.holds(&at)? && !self.grope(&mut at)? {
            return Ok(None);
        }
        let mut order: Vec<usize> = (0..at.len()).rev().collect();
        crate::num::sort_by_key(&mut order, |lever| {
            let own = self.levers.get(*lever);
            let last = self.rated_first && own.is_some_and(|one| one.rated);
            let most = own.and_then(|one| one.choices.last()).map(Choice::cost);
            (last, std::cmp::Reverse(most))
        });
        self.fewest(&mut at, &mut order);
        let most = self.levers.iter().map(|one| one.choices.len()).max();
        for place in 0..most.unwrap_or(0) {
            if self.lessen(&mut at, &order, At::Set(place)).is_err() {
                break;
            }
        }
        let mut set = Vec::new();
        for (lever, at) in at.iter().enumerate() {
            if let At::Set(place) = at {
                set.push((lever, *place));
            }
        }
        Ok(Some(self.plan(set)))
    }

    /// Leaves as many as can be as they are. Which ones go first matters, so that
    /// several orders are tried, half of the work at most.
    fn fewest(&mut self, at: &mut Vec<At>, order: &mut [usize]) {
        let all = at.clone();
        let until = self.taken.midpoint(self.allowed);
        let count = |at: &[At]| at.iter().filter(|at| **at != At::Kept).count();
        let mut fewest = usize::MAX;
        for turn in 0..ORDERS {
            let mut own = all.clone();
            // What is met before the work is used up is a way all the same.
            let done = self.lessen(&mut own, order, At::Kept);
            if count(&own) < fewest {
                fewest = count(&own);
                at.clone_from(&own);
            }
            if done.is_err() || self.taken > until {
                break;
            }
            match turn.checked_rem(2) {
                Some(0) => order.reverse(),
                _ => order.rotate_left(order.len().checked_div(3).unwrap_or(0)),
            }
        }
    }

    /// Lever by lever the best that may still lead there.
    fn grope(&mut self, at: &mut [At]) -> Result<bool, Spent> {
        at.fill(At::Open);
        for lever in 0..at.len() {
            let choices = self.levers.get(lever).map_or(0, |one| one.choices.len());
            set(at, lever, At::Kept);
            for place in (0..choices).rev() {
                set(at, lever, At::Set(place));
                if self.may(at)? {
                    break;
                }
                set(at, lever, At::Kept);
            }
        }
        self.holds(at)
    }

    /// Puts as many levers down as can be, in halves: few of many are quickly found.
    fn lessen(&mut self, at: &mut [At], levers: &[usize], to: At) -> Result<(), Spent> {
        let higher = |at: &At| match (at, to) {
            (At::Set(_), At::Kept) => true,
            (At::Set(now), At::Set(to)) => *now > to,
            _ => false,
        };
        let is = |lever: &&usize| at.get(**lever).is_some_and(higher);
        let levers: Vec<usize> = levers.iter().filter(is).copied().collect();
        if levers.is_empty() {
            return Ok(());
        }
        let mut less = at.to_vec();
        levers.iter().for_each(|lever| set(&mut less, *lever, to));
        if self.holds(&less)? {
            at.copy_from_slice(&less);
            return Ok(());
        }
        let half = levers.len().checked_div(2).unwrap_or(0);
        if let (Some((first, second)), true) = (levers.split_at_checked(half), half > 0) {
            self.lessen(at, first, to)?;
            self.lessen(at, second, to)?;
        }
        Ok(())
    }
}
