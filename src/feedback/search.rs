//! The search for what has to change: smallest sets of levers first. What is
//! not decided yet is left open, what is left as it is is held to be the worst
//! and then the best it may turn out to be; where the rung cannot come out then,
//! no way leads through there, since bounds are sound.

use super::levers::{At, Cost, Lever, Target};
use crate::eval::{Inputs, Walk};
use crate::model::{Rubric, Truth as Rule};
use crate::num::Truth;

/// With more levers than these sets of them are not tried one by one: the search goes as deep as there are levers.
const DEEP: usize = 200;

/// The work that was allowed is used up.
#[derive(Debug)]
pub(super) struct Spent;

/// A set of levers with the least that has to become of each.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Levers and their choices, in order.
    pub(super) set: Vec<(usize, usize)>,
    pub(super) cost: Cost,
    /// How many of them are rated for the first time; 0 where that does not matter.
    pub(super) unrated: usize,
}

impl Plan {
    /// Fewest changes, fewest levels, rated rows first, fewest things besides, order of the file.
    pub(super) fn rank(&self) -> (usize, usize, usize, Cost, &[(usize, usize)]) {
        (
            self.set.len(),
            self.cost.0,
            self.unrated,
            self.cost,
            &self.set,
        )
    }

    /// Whether a set of levers has all of this one's.
    fn is_inside(&self, chosen: &[usize]) -> bool {
        self.set.iter().all(|(lever, _)| chosen.contains(lever))
    }
}

pub(super) struct Search<'a> {
    pub(super) rubric: &'a Rubric,
    pub(super) inputs: &'a Inputs,
    pub(super) goal: Rule,
    pub(super) levers: Vec<Lever>,
    pub(super) rated_first: bool,
    /// Walks taken, and how many there may be.
    pub(super) taken: usize,
    pub(super) allowed: usize,
    /// A set of levers was passed over although values between those tried might do.
    pub(super) missed: bool,
    /// By lever, whether no way does without it.
    pub(super) needed: Vec<bool>,
}

impl Search<'_> {
    /// Whether the rung comes out where the levers stand so.
    fn truth(&mut self, at: &[At], high: bool) -> Result<Option<Truth>, Spent> {
        if self.taken >= self.allowed {
            return Err(Spent);
        }
        self.taken = self.taken.saturating_add(1);
        let mut inputs = self.inputs.clone();
        for (lever, at) in self.levers.iter().zip(at) {
            lever.put(*at, high, &mut inputs, self.rubric);
        }
        let walk = Walk::new(self.rubric, &inputs, false);
        Ok(walk.and_then(|walk| walk.truth(&self.goal)).ok())
    }

    /// Whether it is earned; nothing may be out here.
    pub(super) fn holds(&mut self, at: &[At]) -> Result<bool, Spent> {
        Ok(self.truth(at, false)? == Some(Truth::TRUE))
    }

    /// Whether it may be earned.
    pub(super) fn may(&mut self, at: &[At]) -> Result<bool, Spent> {
        let can = |truth: Option<Truth>| truth.is_none_or(Truth::can_be_true);
        if !can(self.truth(at, false)?) {
            return Ok(false);
        }
        Ok(!at.contains(&At::Out) || can(self.truth(at, true)?))
    }

    /// Finds the levers that no way does without; whether there may be a way at all.
    pub(super) fn look(&mut self) -> Result<bool, Spent> {
        let mut at = vec![At::Open; self.levers.len()];
        if !self.may(&at)? {
            return Ok(false);
        }
        if self.levers.len() > DEEP {
            return Err(Spent);
        }
        for place in 0..at.len() {
            set(&mut at, place, At::Out);
            let needed = !self.may(&at)?;
            set(&mut at, place, At::Open);
            if let Some(slot) = self.needed.get_mut(place) {
                *slot = needed;
            }
        }
        Ok(true)
    }

    /// All ways of so many levers, each set at its least. Sets with those of a
    /// plan found before in them are no further ways.
    pub(super) fn sized(
        &mut self,
        size: usize,
        known: &[Plan],
        found: &mut Vec<Plan>,
    ) -> Result<(), Spent> {
        let mut at = vec![At::Open; self.levers.len()];
        self.branch(&mut at, 0, size, &mut Vec::new(), known, found)
    }

    fn branch(
        &mut self,
        at: &mut Vec<At>,
        next: usize,
        size: usize,
        chosen: &mut Vec<usize>,
        known: &[Plan],
        found: &mut Vec<Plan>,
    ) -> Result<(), Spent> {
        let rest = self.needed.get(next..).unwrap_or_default();
        let forced = rest.iter().filter(|needed| **needed).count();
        let more = size.saturating_sub(chosen.len());
        if more < forced || more > rest.len() {
            return Ok(());
        }
        if more == 0 {
            return self.leaf(at, next, chosen, known, found);
        }
        chosen.push(next);
        self.branch(at, next.saturating_add(1), size, chosen, known, found)?;
        chosen.pop();
        if self.needed.get(next) == Some(&true) {
            return Ok(());
        }
        set(at, next, At::Out);
        if self.may(at)? {
            self.branch(at, next.saturating_add(1), size, chosen, known, found)?;
        }
        set(at, next, At::Open);
        Ok(())
    }

    /// One set of levers; all others stay as they are.
    fn leaf(
        &mut self,
        at: &mut [At],
        next: usize,
        chosen: &[usize],
        known: &[Plan],
        found: &mut Vec<Plan>,
    ) -> Result<(), Spent> {
        if known.iter().any(|plan| plan.is_inside(chosen)) {
            return Ok(());
        }
        let mut own = at.to_vec();
        own.iter_mut().skip(next).for_each(|at| *at = At::Out);
        if !self.may(&own)? {
            return Ok(());
        }
        match self.settle(chosen, &own)? {
            Some(plan) => found.push(plan),
            None => {
                let sampled =
                    |lever: &usize| self.levers.get(*lever).is_some_and(|one| one.sampled);
                self.missed |= chosen.iter().any(sampled);
            }
        }
        Ok(())
    }
}

impl Search<'_> {
    /// Whether a row of a plan may do with less than what was tried. How much an
    /// answer or a slot takes does not matter to its rank.
    pub(super) fn samples(&self, plan: &Plan) -> bool {
        plan.set.iter().any(|(lever, _)| {
            self.levers
                .get(*lever)
                .is_some_and(|one| one.sampled && matches!(one.target, Target::Row(_)))
        })
    }
}

pub(super) fn set(at: &mut [At], place: usize, to: At) {
    if let Some(slot) = at.get_mut(place) {
        *slot = to;
    }
}
