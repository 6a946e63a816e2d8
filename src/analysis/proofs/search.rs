//! The search behind the proofs. It fixes one rating after the other and looks
//! each time, with everything else open, whether the claim already holds or
//! already fails. Its work is counted, not timed, so that it says the same
//! everywhere; where the budget ends it says nothing.

use super::given::{Choice, Var, give, nothing, take};
use super::visit::{self, Seen};
use crate::eval::{Inputs, Walk};
use crate::model::{Combine, Rubric, Tries};

/// Work for a whole rubric, in nodes and members looked at.
const WORK: usize = 1_500_000;
/// Walks for one claim.
const WALKS: usize = 3_000;
/// Ratings that are fixed at once.
const DEPTH: usize = 200;
/// Samples of ratings for one ladder.
const SAMPLES: usize = 96;

/// What was found of a claim.
#[derive(Debug)]
pub(super) enum Verdict {
    /// It holds of everything that can be given.
    Proved,
    /// Not of this, or there is too much to look at.
    Silent,
}

/// What a claim comes to while some ratings are open: it holds whatever they
/// become, or fails, or it is open. Nothing where a number does not fit.
pub(super) type Claim<'c> = &'c dyn Fn(&Walk<'_>) -> Option<Option<bool>>;

/// The rubric and what is left of the budget.
#[derive(Debug)]
pub(super) struct Search<'a> {
    pub(super) rubric: &'a Rubric,
    /// What one walk costs.
    cost: usize,
    left: usize,
    walks: usize,
    /// Raters or tries become numbers that nobody gave: fixing ratings proves nothing.
    mixed: bool,
    /// And even more than anybody could give.
    pub(super) summed: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(rubric: &'a Rubric) -> Self {
        let numbers = rubric.rows.iter().any(|row| {
            let number = matches!(row.kind, crate::model::RowKind::Number(_));
            number || row.offered_marks().any(|marks| marks.points().is_none())
        });
        let mixes = |combine: Option<Combine>, ties: bool| match combine {
            Some(Combine::Mean | Combine::Sum) => true,
            Some(Combine::Median) => numbers || !ties,
            _ => false,
        };
        let raters = || rubric.raters.iter();
        let tries = rubric.attempts.as_ref().map(|attempts| attempts.counts);
        Self {
            rubric,
            cost: cost(rubric),
            left: WORK,
            walks: 0,
            mixed: raters().any(|raters| mixes(raters.combine, raters.ties.is_some()))
                || !matches!(tries, None | Some(Tries::Newest | Tries::Best)),
            summed: raters().any(|raters| raters.combine == Some(Combine::Sum)),
        }
    }

    /// Whether ratings stand as they were given.
    pub(super) fn is_plain(&self) -> bool {
        !self.mixed
    }

    /// Work that was done.
    pub(super) fn worked(&self) -> usize {
        WORK.saturating_sub(self.left)
    }

    /// Takes the work of a look, if the budget has it.
    pub(super) fn spend(&mut self) -> bool {
        let left = self.left.checked_sub(self.cost);
        self.left = left.unwrap_or(0);
        left.is_some()
    }

    /// Looks once, if the budget has it.
    pub(super) fn look<T>(
        &mut self,
        inputs: &Inputs,
        see: impl FnOnce(&Walk<'_>) -> Option<T>,
    ) -> Option<T> {
        if !self.spend() {
            return None;
        }
        see(&Walk::new(self.rubric, inputs, false).ok()?)
    }

    /// Whether a claim holds of everything that can be given. `high`: try good ratings first.
    pub(super) fn proves(&mut self, vars: &[Var], high: bool, claim: Claim<'_>) -> bool {
        self.walks = WALKS;
        let mut inputs = nothing(self.rubric);
        matches!(
            self.branch(vars, high, 0, &mut inputs, claim),
            Verdict::Proved
        )
    }

    fn branch(
        &mut self,
        vars: &[Var],
        high: bool,
        depth: usize,
        inputs: &mut Inputs,
        claim: Claim<'_>,
    ) -> Verdict {
        match self.look(inputs, claim) {
            Some(Some(true)) => return Verdict::Proved,
            Some(None) if !self.mixed => {}
            _ => return Verdict::Silent,
        }
        self.walks = self.walks.saturating_sub(1);
        if self.walks == 0 || depth > DEPTH {
            return Verdict::Silent;
        }
        let Some((var, rest)) = vars.split_first() else {
            return self.closed(inputs, claim);
        };
        if !var.all {
            return Verdict::Silent;
        }
        let count = var.choices.len();
        for place in 0..count {
            let place = if high {
                count.saturating_sub(place).saturating_sub(1)
            } else {
                place
            };
            if let Some(choice) = var.choices.get(place) {
                give(inputs, var.thing, *choice);
            }
            let found = self.branch(rest, high, depth.saturating_add(1), inputs, claim);
            if matches!(found, Verdict::Silent) {
                return found;
            }
        }
        take(inputs, var.thing);
        Verdict::Proved
    }

    /// Everything is given; what is open now is what a slot lacks.
    fn closed(&mut self, inputs: &mut Inputs, claim: Claim<'_>) -> Verdict {
        inputs.closed = true;
        let found = self.look(inputs, claim);
        inputs.closed = false;
        match found {
            Some(Some(true)) => Verdict::Proved,
            _ => Verdict::Silent,
        }
    }

    /// Looks at some ways to give everything: from all the lowest to all the
    /// highest, with the checks met or not, row by row, and mixed. Stops at `false`.
    pub(super) fn sample(&mut self, vars: &[Var], see: &mut dyn FnMut(&Walk<'_>, &Inputs) -> bool) {
        // Half of what is left stays for proofs.
        let most = self.left.checked_div(self.cost.max(1)).unwrap_or(0) >> 1;
        let count = SAMPLES.min(most);
        let mut dice = 1_u64;
        for sample in 0..count {
            let mut inputs = nothing(self.rubric);
            for (place, var) in vars.iter().enumerate() {
                let picked = pick(&mut dice, sample, count, place, vars.len(), var);
                if let Some(choice) = var.choices.get(picked) {
                    give(&mut inputs, var.thing, *choice);
                }
            }
            inputs.closed = true;
            let more = self.look(&inputs, |walk| Some(see(walk, &inputs)));
            if more != Some(true) {
                return;
            }
        }
    }
}

/// What a sample gives: a quarter of them each way.
fn pick(dice: &mut u64, sample: usize, of: usize, place: usize, vars: usize, var: &Var) -> usize {
    *dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    let rolled = usize::try_from(*dice >> 40).unwrap_or(0);
    let top = var.rated.saturating_sub(1);
    let is_row = matches!(var.choices.first(), Some(Choice::Answer(_)));
    let (turn, way) = (sample >> 2, sample & 3);
    let turns = (of >> 2).saturating_sub(1).max(1);
    // How far up, out of `turns`, with the rows a little apart.
    let apart = place.wrapping_mul(7).checked_rem(vars.max(1)).unwrap_or(0);
    let even = turn.saturating_mul(top).saturating_mul(vars);
    let even = even.saturating_add(apart.saturating_mul(turns));
    let even = even.checked_div(turns.saturating_mul(vars.max(1)));
    match way {
        _ if !is_row && sample < 3 => top,
        0 if is_row => even.unwrap_or(0).min(top),
        1 if is_row && top > 1 => even.unwrap_or(0).min(top),
        1 => top,
        2 if is_row => {
            let first = turn.saturating_mul(vars) >= place.saturating_mul(turns);
            if first { top } else { 0 }
        }
        _ => rolled.checked_rem(var.choices.len()).unwrap_or(0),
    }
}

/// What one walk looks at, roughly: every row, every rule, every member of a set.
fn cost(rubric: &Rubric) -> usize {
    let (mut total, mut times) = (rubric.rows.len().saturating_mul(2), vec![1_usize]);
    visit::all(rubric, &mut |seen| {
        let now = times.last().copied().unwrap_or(1);
        match seen {
            Seen::Each(members) => times.push(now.saturating_mul(members)),
            Seen::Done => drop(times.pop()),
            Seen::Set(set) if set.pick.is_some() => {
                total = total.saturating_add(now.saturating_mul(set.members.len()));
            }
            _ => total = total.saturating_add(now),
        }
    });
    total.max(1)
}
