//! A walk taken up again: only what rests on what moved is worked out, in
//! order, and no further than where a value stays as it was.

use super::ladders::Stale;
use super::plan::{Counted, Plan, Target};
use super::reads::Source;
use super::rows::Now;
use super::truths::is_about_row;
use super::values::{Moved, RowState};
use super::walk::{Result, Walk, put};
use crate::model::{Member, Node, Quantity};
use crate::num::{Tally, Truth};

/// How many rows of a set pass a test.
#[derive(Clone, Copy, Debug, Default)]
struct Passing {
    tally: Tally,
    /// Rows that are not members for certain: then the set is looked through.
    odd: usize,
}

/// What one walk has to look at again, and what it kept count of.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Places in the rubric's order, a bit each.
    steps: Vec<u64>,
    /// Needs, by their number among all needs.
    needs: Vec<bool>,
    advice: Vec<usize>,
    passing: Vec<Passing>,
    /// The first place that was not passed yet.
    next: usize,
    /// Something rests on what comes behind it; then nothing is known.
    astray: bool,
    pub(super) moved: Moved,
}

impl Marks {
    /// Nothing marked, everything counted once.
    pub(super) fn new(walk: &Walk<'_>, plan: &Plan) -> Result<Self> {
        let words = walk.rubric.order.len().div_ceil(64);
        let mut passing = Vec::with_capacity(plan.counted.len());
        for counted in &plan.counted {
            let mut found = Passing::default();
            for row in &counted.rows {
                if let Some(now) = walk.known.rows.get(*row) {
                    let (inside, passes) = walk.passes_alone(counted, *row, now)?;
                    found.count(inside, passes, Tally::with, 1);
                }
            }
            passing.push(found);
        }
        Ok(Self {
            steps: vec![0; words],
            needs: vec![false; plan.names_rung.len()],
            passing,
            ..Self::default()
        })
    }

    pub(super) fn mark(&mut self, target: Target) {
        match target {
            Target::Step(step) => self.step(step),
            Target::Need(step, need) => {
                self.step(step);
                if let Some(need) = self.needs.get_mut(need) {
                    *need = true;
                }
            }
            Target::Advice(advice) => {
                if !self.advice.contains(&advice) {
                    self.advice.push(advice);
                }
            }
            Target::Member(..) => {} // counted where its row moves
        }
    }

    fn step(&mut self, step: usize) {
        self.astray |= step < self.next;
        let bit = 1_u64.rotate_left(u32::try_from(step & 63).unwrap_or_default());
        if let Some(word) = self.steps.get_mut(step >> 6) {
            *word |= bit;
        }
    }

    fn mark_all(&mut self, targets: &[Target]) {
        targets.iter().for_each(|target| self.mark(*target));
    }

    /// The next place that is marked.
    fn take(&mut self) -> Option<usize> {
        let mut at = self.next >> 6;
        loop {
            let word = self.steps.get_mut(at)?;
            if *word != 0 {
                let bit = word.trailing_zeros();
                *word &= word.wrapping_sub(1);
                let step = at
                    .checked_mul(64)?
                    .checked_add(usize::try_from(bit).ok()?)?;
                self.next = step.checked_add(1)?;
                return Some(step);
            }
            at = at.checked_add(1)?;
        }
    }
}

impl Passing {
    fn count(&mut self, inside: Truth, passes: Truth, op: fn(Tally, Truth) -> Tally, step: isize) {
        if inside == Truth::TRUE {
            self.tally = op(self.tally, passes);
        } else {
            self.odd = self.odd.saturating_add_signed(step);
        }
    }
}

/// What of one ladder is stale.
struct OfLadder<'m> {
    plan: &'m Plan,
    marks: &'m mut Marks,
    ladder: usize,
    first: usize,
}

impl OfLadder<'_> {
    fn number(&self, need: usize) -> usize {
        self.first.saturating_add(need)
    }
}

impl Stale for OfLadder<'_> {
    fn is_stale(&self, need: usize) -> bool {
        self.marks.needs.get(self.number(need)) == Some(&true)
    }

    fn names_rung(&self, need: usize) -> bool {
        self.plan.names_rung.get(self.number(need)) == Some(&true)
    }

    fn counted(&self, need: usize) -> Option<(&Quantity, usize, Tally)> {
        let which = (*self.plan.counts.get(self.number(need))?)?;
        let (counted, passing) = (
            self.plan.counted.get(which)?,
            self.marks.passing.get(which)?,
        );
        (passing.odd == 0).then_some((&counted.quantity, counted.rows.len(), passing.tally))
    }

    fn moved(&mut self, need: usize) {
        let number = self.number(need);
        if let Some(need) = self.marks.needs.get_mut(number) {
            *need = false;
        }
        self.marks.moved.needs.push((self.ladder, need));
    }

    fn wants_comments(&self) -> bool {
        self.plan.wants_comments
    }
}

impl Walk<'_> {
    /// Looks at a row whose answer or comment moved.
    pub(super) fn row_again(&mut self, row: usize, plan: &Plan, marks: &mut Marks) -> Result<()> {
        if let Some(step) = plan.row_steps.get(row).copied().flatten() {
            marks.step(step);
            return Ok(());
        }
        self.row_anew(row, false, plan, marks)
    }

    /// Works out everything that is marked. Nothing when what rests on what is
    /// not as it was planned.
    pub(super) fn walk_again(&mut self, plan: &Plan, marks: &mut Marks) -> Result<Option<()>> {
        while let Some(step) = marks.take() {
            if let Some(node) = self.rubric.order.get(step) {
                self.node_again(*node, plan, marks)?;
            }
        }
        marks.next = 0;
        Ok((!marks.astray).then_some(()))
    }

    fn node_again(&mut self, node: Node, plan: &Plan, marks: &mut Marks) -> Result<()> {
        match node {
            Node::Row(row) => self.row_anew(row, true, plan, marks)?,
            Node::Part(_) => {}
            Node::Slot(slot) => {
                let asked = self.slot_asked(slot)?;
                if put(&mut self.known.asked, slot, asked) != Some(asked) {
                    marks.moved.slots = true;
                    marks.mark_all(plan.behind(Source::Slot(slot)));
                }
            }
            Node::Score(score) => {
                let value = self.score(score)?;
                if put(&mut self.known.scores, score, value) != Some(value) {
                    marks.moved.scores.push(score);
                    marks.mark_all(plan.behind(Source::Score(score)));
                }
            }
            Node::Ladder(ladder) => {
                marks.moved.ladders.push(ladder);
                let first = plan.first_needs.get(ladder).copied().unwrap_or_default();
                let mut stale = OfLadder {
                    plan,
                    marks,
                    ladder,
                    first,
                };
                if self.climb_again(ladder, &mut stale)? {
                    marks.mark_all(plan.behind(Source::Ladder(ladder)));
                }
            }
        }
        Ok(())
    }

    fn row_anew(&mut self, row: usize, turn: bool, plan: &Plan, marks: &mut Marks) -> Result<()> {
        let now = self.row(row, turn)?;
        let Some(before) = put(&mut self.known.rows, row, now) else {
            return Ok(());
        };
        if before == now {
            return Ok(());
        }
        marks.moved.rows.push(row);
        marks.moved.rated.0 = marks
            .moved
            .rated
            .0
            .saturating_add(difference(&before, &now, is_rated));
        marks.moved.rated.1 = marks
            .moved
            .rated
            .1
            .saturating_add(difference(&before, &now, by_hand));
        for target in plan.behind(Source::Row(row)) {
            match target {
                Target::Member(which, place) => {
                    if let Some(counted) = plan.counted.get(*which) {
                        self.count_again((*which, *place), counted, (row, &before, &now), marks)?;
                    }
                }
                _ => marks.mark(*target),
            }
        }
        Ok(())
    }

    /// Whether a row is in a set that is kept count of, and passes its test.
    fn passes_alone(&self, counted: &Counted, row: usize, now: &Now) -> Result<(Truth, Truth)> {
        let about = is_about_row(&counted.test);
        let passes = self.test_now(now, Member::Row(row), &counted.test)?;
        Ok((if about { now.here } else { now.base }, passes))
    }

    fn count_again(
        &mut self,
        (which, place): (usize, usize),
        counted: &Counted,
        (row, before, now): (usize, &Now, &Now),
        marks: &mut Marks,
    ) -> Result<()> {
        let was = self.passes_alone(counted, row, before)?;
        let is = self.passes_alone(counted, row, now)?;
        if was == is {
            return Ok(());
        }
        if let Some(passing) = marks.passing.get_mut(which) {
            passing.count(was.0, was.1, Tally::without, -1);
            passing.count(is.0, is.1, Tally::with, 1);
        }
        marks.mark(counted.target);
        if !self.is_aside() {
            let member = if is.0.can_be_true() {
                is.1
            } else {
                Truth::NONE
            };
            let need = self.need_numbered(counted.ladder, counted.need);
            if let Some(need) = need {
                put(&mut need.members, place, member);
            }
            let place = (counted.ladder, counted.need, place);
            marks.moved.members.push(place);
        }
        Ok(())
    }

    /// Conditional advice that is marked, with whether it is given.
    pub(super) fn advice_again(&self, marks: &mut Marks) -> Result<Vec<(usize, Truth)>> {
        let each = marks.advice.drain(..).filter_map(|advice| {
            let found = self.rubric.advice.get(advice)?;
            Some(self.truth(&found.when).map(|truth| (advice, truth)))
        });
        each.collect()
    }
}

fn is_rated(now: &Now) -> bool {
    now.by_hand && now.state == RowState::Rated
}

fn by_hand(now: &Now) -> bool {
    now.by_hand
}

fn difference(before: &Now, now: &Now, is: fn(&Now) -> bool) -> isize {
    match (is(before), is(now)) {
        (false, true) => 1,
        (true, false) => -1,
        _ => 0,
    }
}
