//! What rests on what, so that an edit works out no more than it moves.

use super::reads::{Reads, Source, is_of_row_alone};
use crate::model::{Member, Node, Quantity, RowTest, Rubric, Term, Truth};

/// What is looked at again when something moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Target {
    /// A place in the rubric's order.
    Step(usize),
    /// A need of the ladder at a place in the order, by its number among all needs.
    Need(usize, usize),
    /// A member of a test that is kept count of: which test, and its place there.
    Member(usize, usize),
    /// Conditional advice.
    Advice(usize),
}

/// A need that tests every row of a set by itself: how many pass is kept count of.
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) ladder: usize,
    /// Its number among the needs of the ladder.
    pub(super) need: usize,
    pub(super) target: Target,
    pub(super) quantity: Quantity,
    pub(super) test: RowTest,
    pub(super) rows: Vec<usize>,
}

/// What rests on what in one rubric.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// By row: its place in the order, if its conditions have one.
    pub(super) row_steps: Vec<Option<usize>>,
    /// By ladder: its place in the order.
    pub(super) ladder_steps: Vec<usize>,
    /// By ladder: the number of its first need among all needs.
    pub(super) first_needs: Vec<usize>,
    /// By need: whether it names a rung of its own ladder.
    pub(super) names_rung: Vec<bool>,
    /// By need: which of the tests that are kept count of it is.
    pub(super) counts: Vec<Option<usize>>,
    pub(super) counted: Vec<Counted>,
    pub(super) rows: Vec<Vec<Target>>,
    asks: Vec<Vec<Target>>,
    slots: Vec<Vec<Target>>,
    scores: Vec<Vec<Target>>,
    ladders: Vec<Vec<Target>>,
    /// By row: the sums it is a term of.
    pub(super) terms: Vec<Vec<(usize, Term)>>,
    /// How many sums there are.
    pub(super) sums: usize,
    pub(super) wants_comments: bool,
}

impl Plan {
    /// The plan of a rubric; none where what rests on what is not known ahead:
    /// where a part chooses, or a comment is wanted by what other things are.
    pub(super) fn of(rubric: &Rubric) -> Option<Self> {
        let chooses = rubric.parts.iter().any(|part| part.choose.is_some());
        let mut wanted = rubric
            .rows
            .iter()
            .filter_map(|row| row.comment.when.as_ref());
        if chooses || !wanted.all(is_of_row_alone) {
            return None;
        }
        let lists = |count: usize| vec![Vec::new(); count];
        let mut plan = Self {
            row_steps: vec![None; rubric.rows.len()],
            ladder_steps: vec![usize::MAX; rubric.ladders.len()],
            rows: lists(rubric.rows.len()),
            asks: lists(rubric.asks.len()),
            slots: lists(rubric.slots.len()),
            scores: lists(rubric.scores.len()),
            ladders: lists(rubric.ladders.len()),
            terms: vec![Vec::new(); rubric.rows.len()],
            ..Self::default()
        };
        for ladder in &rubric.ladders {
            plan.first_needs.push(plan.names_rung.len());
            let needs = ladder.rungs.iter().map(|rung| rung.needs.len());
            let all = needs.fold(ladder.nevers.len(), usize::saturating_add);
            let end = plan.names_rung.len().saturating_add(all);
            plan.names_rung.resize(end, false);
        }
        plan.counts = vec![None; plan.names_rung.len()];
        let mut reads = Reads::new(rubric);
        for (step, node) in rubric.order.iter().enumerate() {
            plan.node(rubric, step, *node, &mut reads);
        }
        for (index, advice) in rubric.advice.iter().enumerate() {
            reads.truth(&advice.when);
            plan.rest(Target::Advice(index), reads.take());
        }
        plan.gather_terms(&reads);
        Some(plan)
    }

    fn node<'r>(&mut self, rubric: &'r Rubric, step: usize, node: Node, reads: &mut Reads<'r>) {
        match node {
            Node::Row(row) => {
                if let Some(place) = self.row_steps.get_mut(row) {
                    *place = Some(step);
                }
                reads.row(row);
            }
            Node::Part(_) => {}
            Node::Slot(slot) => {
                let slot = rubric.slots.get(slot);
                if let Some(when) = slot.and_then(|slot| slot.only_when.as_ref()) {
                    reads.truth(when);
                }
            }
            Node::Score(score) => {
                if let Some(score) = rubric.scores.get(score) {
                    reads.num(&score.rule);
                }
            }
            Node::Ladder(ladder) => return self.ladder(rubric, step, ladder, reads),
        }
        self.rest(Target::Step(step), reads.take());
    }

    fn ladder<'r>(&mut self, rubric: &'r Rubric, step: usize, index: usize, reads: &mut Reads<'r>) {
        let Some(ladder) = rubric.ladders.get(index) else {
            return;
        };
        if let Some(place) = self.ladder_steps.get_mut(index) {
            *place = step;
        }
        if ladder.kind == crate::model::LadderKind::Award {
            reads.comments();
            let sources = reads.take();
            self.wants_comments |= !sources.is_empty();
            self.rest(Target::Step(step), sources);
        }
        let first = self.first_needs.get(index).copied().unwrap_or_default();
        let rungs = ladder.rungs.iter().flat_map(|rung| &rung.needs);
        for (need, found) in ladder.nevers.iter().chain(rungs).enumerate() {
            let number = first.saturating_add(need);
            let target = Target::Need(step, number);
            if self.count(index, need, target, &found.rule) {
                continue;
            }
            reads.truth(&found.rule);
            let mut sources = reads.take();
            if sources.contains(&Source::Ladder(index)) {
                sources.retain(|source| *source != Source::Ladder(index));
                if let Some(names) = self.names_rung.get_mut(number) {
                    *names = true;
                }
            }
            self.rest(target, sources);
        }
    }

    /// Keeps count of a test of a set, where it looks at one row after the other.
    fn count(&mut self, ladder: usize, need: usize, target: Target, rule: &Truth) -> bool {
        let (Truth::Quantified(quantity, set, test), Target::Need(_, number)) = (rule, target)
        else {
            return false;
        };
        let rows = set.members.iter().filter_map(|member| match member {
            Member::Row(row) => Some(*row),
            _ => None,
        });
        let rows: Vec<usize> = rows.collect();
        let plain = rows.len() == set.members.len() && set.that.is_empty() && set.pick.is_none();
        if !plain || rows.is_empty() || !is_of_row_alone(test) {
            return false;
        }
        let which = self.counted.len();
        for (place, row) in rows.iter().enumerate() {
            if let Some(targets) = self.rows.get_mut(*row) {
                targets.push(Target::Member(which, place));
            }
        }
        if let Some(counts) = self.counts.get_mut(number) {
            *counts = Some(which);
        }
        self.counted.push(Counted {
            ladder,
            need,
            target,
            quantity: quantity.clone(),
            test: (**test).clone(),
            rows,
        });
        true
    }

    /// Puts a target behind everything it rests on.
    fn rest(&mut self, target: Target, sources: Vec<Source>) {
        for source in sources {
            let list = match source {
                Source::Row(row) => self.rows.get_mut(row),
                Source::Ask(ask) => self.asks.get_mut(ask),
                Source::Slot(slot) => self.slots.get_mut(slot),
                Source::Score(score) => self.scores.get_mut(score),
                Source::Ladder(ladder) => self.ladders.get_mut(ladder),
            };
            if let Some(list) = list {
                list.push(target);
            }
        }
    }

    fn gather_terms(&mut self, reads: &Reads<'_>) {
        let mut seen: Vec<bool> = Vec::new();
        for linear in &reads.sums {
            if seen.len() <= linear.site {
                seen.resize(linear.site.saturating_add(1), false);
            }
            if seen.get(linear.site) == Some(&true) {
                continue;
            }
            if let Some(seen) = seen.get_mut(linear.site) {
                *seen = true;
            }
            for term in &linear.terms {
                if let Some(terms) = self.terms.get_mut(term.row) {
                    terms.push((linear.site, term.clone()));
                }
            }
        }
        self.sums = seen.len();
    }

    /// What rests on something.
    pub(super) fn behind(&self, source: Source) -> &[Target] {
        let list = match source {
            Source::Row(row) => self.rows.get(row),
            Source::Ask(ask) => self.asks.get(ask),
            Source::Slot(slot) => self.slots.get(slot),
            Source::Score(score) => self.scores.get(score),
            Source::Ladder(ladder) => self.ladders.get(ladder),
        };
        list.map(Vec::as_slice).unwrap_or_default()
    }
}
