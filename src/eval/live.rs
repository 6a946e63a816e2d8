//! An outcome that is kept up to date. After an edit only what rests on it is
//! worked out, over everything that may still become and as if closed; and the
//! result is always the one that working everything out afresh gives.

use super::again::Marks;
use super::answer::Answer;
use super::inputs::Inputs;
use super::outcome::{told, update_ladder};
use super::plan::{Plan, Target};
use super::reads::Source;
use super::sums::Kept;
use super::values::{Moved, NeedValue, Outcome, ScoreValue};
use super::walk::{Known, Overflow, Result, Walk, put};
use crate::model::Rubric;

/// What was edited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edit {
    /// The answer of a row, which was this before.
    Row(usize, Answer),
    /// The comment of a row.
    Remark(usize),
    /// The reply to an ask.
    Ask(usize),
    /// The override of a ladder.
    Ladder(usize),
    /// Anything else.
    Other,
}

/// A walk as it is kept.
#[derive(Debug, Default)]
struct Side {
    known: Known,
    marks: Option<Marks>,
}

/// An outcome with all it takes to keep it up to date.
#[derive(Debug)]
pub struct Live {
    outcome: Outcome,
    moved: Moved,
    open: Side,
    /// As if it were closed now; none where it is closed.
    closed: Option<Side>,
    /// What rests on what; known after the first edit, and then only for rubrics that have a plan.
    plan: Option<Option<Plan>>,
    sums: Vec<Kept>,
    /// What is kept is of no use: an edit failed half-way, or was not told.
    broken: bool,
}

impl Live {
    /// Works an outcome out.
    pub fn new(rubric: &Rubric, inputs: &Inputs) -> std::result::Result<Self, Overflow> {
        let open = Walk::new(rubric, inputs, false)?;
        let closed = match inputs.closed {
            true => None,
            false => Some(Walk::new(rubric, inputs, true)?),
        };
        let outcome = told(&open, closed.as_ref())?;
        let side = |known| Side { known, marks: None };
        Ok(Self {
            outcome,
            moved: Moved::everything(),
            open: side(open.known),
            closed: closed.map(|closed| side(closed.known)),
            plan: None,
            sums: Vec::new(),
            broken: false,
        })
    }

    /// What it all comes to.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// What the last edit moved.
    pub fn moved(&self) -> &Moved {
        &self.moved
    }

    /// Inputs change without it: the next time everything is worked out.
    pub fn lose(&mut self) {
        self.broken = true;
    }

    /// Brings the outcome up to date with inputs of which this was edited. Where
    /// it fails the outcome stays.
    pub fn edit(
        &mut self,
        rubric: &Rubric,
        inputs: &Inputs,
        edit: Edit,
    ) -> std::result::Result<(), Overflow> {
        if edit == Edit::Other || self.broken || self.again(rubric, inputs, edit)?.is_none() {
            return self.afresh(rubric, inputs);
        }
        Ok(())
    }

    fn afresh(&mut self, rubric: &Rubric, inputs: &Inputs) -> Result<()> {
        let plan = self.plan.take();
        let fresh = Self::new(rubric, inputs);
        match fresh {
            Ok(fresh) => *self = Self { plan, ..fresh },
            Err(overflow) => {
                self.plan = plan;
                return Err(overflow);
            }
        }
        Ok(())
    }

    /// The same by what was kept; nothing where that is not enough.
    fn again(&mut self, rubric: &Rubric, inputs: &Inputs, edit: Edit) -> Result<Option<()>> {
        if self.closed.is_none() != inputs.closed {
            return Ok(None);
        }
        self.moved.clear();
        let plan = self.plan.get_or_insert_with(|| Plan::of(rubric));
        let Some(plan) = plan.as_ref() else {
            return Ok(None);
        };
        self.broken = true; // until all of it has come to an end
        if self.open.marks.is_none() {
            self.sums = sums(plan, inputs);
        } else if let Edit::Row(row, before) = edit {
            shift(&mut self.sums, plan, inputs, row, before);
        }
        let mut open = Walk::take_up(rubric, inputs, false, &mut self.open.known, &self.sums);
        let done = side_again(&mut open, &mut self.open.marks, plan, edit);
        let advice = match (&done, &mut self.open.marks) {
            (Ok(Some(())), Some(marks)) => open.advice_again(marks),
            _ => Ok(Vec::new()),
        };
        let mut aside = self.closed.as_mut().map(|side| {
            let known = &mut side.known;
            let mut walk = Walk::take_up(rubric, inputs, true, known, &self.sums);
            let done = side_again(&mut walk, &mut side.marks, plan, edit);
            (walk, done)
        });
        let closed_done = match &aside {
            Some((_, done)) => *done,
            None => Ok(Some(())),
        };
        let done = match (done?, closed_done?) {
            (Some(()), Some(())) => Some(()),
            _ => None,
        };
        if let (Some(()), Some(marks)) = (done, &mut self.open.marks) {
            std::mem::swap(&mut self.moved, &mut marks.moved);
            if let Some(marks) = self.closed.as_ref().and_then(|side| side.marks.as_ref()) {
                self.moved.also_closed(&marks.moved);
            }
            self.moved.advice.extend(advice?);
            let closed = aside.as_ref().map(|(walk, _)| walk);
            update(&mut self.outcome, &self.moved, &open, closed);
        }
        self.open.known = open.known;
        if let (Some(side), Some((walk, _))) = (&mut self.closed, aside.take()) {
            side.known = walk.known;
        }
        self.broken = done.is_none();
        Ok(done)
    }
}

/// One walk brought up to date.
fn side_again(
    walk: &mut Walk<'_>,
    marks: &mut Option<Marks>,
    plan: &Plan,
    edit: Edit,
) -> Result<Option<()>> {
    let marks = match marks {
        Some(marks) => marks,
        None => marks.insert(Marks::new(walk, plan)?),
    };
    marks.moved.clear();
    match edit {
        Edit::Row(row, _) | Edit::Remark(row) => walk.row_again(row, plan, marks)?,
        Edit::Ask(ask) => {
            for target in plan.behind(Source::Ask(ask)) {
                marks.mark(*target);
            }
        }
        Edit::Ladder(ladder) => {
            if let Some(step) = plan.ladder_steps.get(ladder) {
                marks.mark(Target::Step(*step));
            }
        }
        Edit::Other => {}
    }
    walk.walk_again(plan, marks)
}

fn sums(plan: &Plan, inputs: &Inputs) -> Vec<Kept> {
    let mut sums = vec![Kept::default(); plan.sums];
    for (terms, answer) in plan.terms.iter().zip(&inputs.answers) {
        for (site, term) in terms {
            if let Some(sum) = sums.get_mut(*site) {
                *sum = sum.with(Kept::of(term, *answer));
            }
        }
    }
    sums
}

/// Every sum that a row is a term of, when it has another answer than before.
fn shift(sums: &mut [Kept], plan: &Plan, inputs: &Inputs, row: usize, before: Answer) {
    let Some((terms, now)) = plan.terms.get(row).zip(inputs.answers.get(row)) else {
        return;
    };
    for (site, term) in terms {
        if let Some(sum) = sums.get_mut(*site) {
            *sum = sum
                .without(Kept::of(term, before))
                .with(Kept::of(term, *now));
        }
    }
}

/// Puts what moved into the outcome.
fn update(outcome: &mut Outcome, moved: &Moved, open: &Walk<'_>, closed: Option<&Walk<'_>>) {
    let closed = closed.unwrap_or(open);
    for row in &moved.rows {
        put(&mut outcome.rows, *row, open.row_value(*row));
    }
    let (rated, total) = outcome.progress;
    outcome.progress = (
        rated.saturating_add_signed(moved.rated.0),
        total.saturating_add_signed(moved.rated.1),
    );
    for score in &moved.scores {
        let both = open
            .known
            .scores
            .get(*score)
            .zip(closed.known.scores.get(*score));
        if let Some((bounds, closed)) = both {
            let value = ScoreValue {
                bounds: *bounds,
                closed: closed.known(),
            };
            put(&mut outcome.scores, *score, value);
        }
    }
    for (advice, truth) in &moved.advice {
        put(&mut outcome.advice, *advice, *truth);
    }
    if moved.slots {
        let asked = open.known.asked.iter().map(|asked| asked.can_be_true());
        outcome.slots = asked.collect();
        outcome.evidence = open.evidence();
    }
    for ladder in &moved.ladders {
        if let Some(value) = outcome.ladders.get_mut(*ladder) {
            update_ladder(value, open, closed, *ladder);
        }
    }
    update_needs(outcome, moved, open);
}

fn update_needs(outcome: &mut Outcome, moved: &Moved, open: &Walk<'_>) {
    let known = |ladder: usize, need: usize| {
        let climbed = open.known.ladders.get(ladder)?;
        let mut each = climbed.nevers.iter().chain(climbed.needs.iter().flatten());
        each.nth(need)
    };
    for (ladder, need, place) in &moved.members {
        let truth = known(*ladder, *need).and_then(|need| need.members.get(*place));
        let slot = outcome.need_mut(*ladder, *need);
        if let Some((truth, slot)) = truth.zip(slot) {
            put(&mut slot.members, *place, *truth);
        }
    }
    for (ladder, need) in &moved.needs {
        if let Some((from, slot)) = known(*ladder, *need).zip(outcome.need_mut(*ladder, *need)) {
            let NeedValue {
                truth,
                members,
                sides,
                parts,
            } = from;
            (slot.truth, slot.sides) = (*truth, *sides);
            slot.members.clone_from(members);
            slot.parts.clone_from(parts);
        }
    }
}
