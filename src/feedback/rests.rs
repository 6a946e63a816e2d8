//! What a rung rests on: every row, ask and slot that can make a difference to
//! it, so that nothing else is tried.

use crate::model::{
    CommentMode, Compare, Fact, LadderKind, Member, Need, Node, Num, RowKind, RowTest, Rubric, Set,
    Share, Truth,
};

/// Everything a rung rests on, by index.
#[derive(Debug)]
pub(super) struct Rests<'a> {
    rubric: &'a Rubric,
    pub(super) rows: Vec<bool>,
    pub(super) asks: Vec<bool>,
    pub(super) slots: Vec<bool>,
    scores: Vec<bool>,
    /// Scores that are a fact of a slot, where they stand by themselves in a comparison.
    renamed: Vec<bool>,
    /// By ladder and rung.
    rungs: Vec<Vec<bool>>,
    /// Whether a rule asks for a comment, or for evidence that names a row.
    pub(super) comments: bool,
    pub(super) shown: bool,
    /// What rules count inside slots.
    pub(super) facts: Vec<(Fact, usize)>,
    /// Those that stand by themselves on one side of a comparison, with its other side.
    pub(super) bars: Vec<(Fact, usize, &'a Num)>,
    /// Those that stand deeper, so that no number is known to suffice.
    pub(super) buried: Vec<(Fact, usize)>,
    /// What is still to be looked at. References may run as long as the file,
    /// so they are not followed by recursion.
    queue: Vec<Next>,
}

/// What is still to be looked at.
#[derive(Clone, Copy, Debug)]
enum Next {
    Of(Member),
    Rung(usize, usize),
}

impl<'a> Rests<'a> {
    /// What a rung of a ladder rests on.
    pub(super) fn of(rubric: &'a Rubric, ladder: usize, rung: usize) -> Self {
        let none = |count: usize| vec![false; count];
        let rungs = rubric.ladders.iter().map(|ladder| none(ladder.rungs.len()));
        let mut found = Self {
            rubric,
            rows: none(rubric.rows.len()),
            asks: none(rubric.asks.len()),
            slots: none(rubric.slots.len()),
            scores: none(rubric.scores.len()),
            renamed: none(rubric.scores.len()),
            rungs: rungs.collect(),
            comments: false,
            shown: false,
            facts: Vec::new(),
            bars: Vec::new(),
            buried: Vec::new(),
            queue: vec![Next::Rung(ladder, rung)],
        };
        while let Some(next) = found.queue.pop() {
            match next {
                Next::Of(member) => found.follow(member),
                Next::Rung(ladder, rung) => found.rung(ladder, rung),
            }
        }
        found
    }

    fn follow(&mut self, member: Member) {
        let rubric = self.rubric;
        match member {
            Member::Row(row) if first(&mut self.rows, row) => self.row(row),
            Member::Score(score) if first(&mut self.scores, score) => {
                if let Some(score) = rubric.scores.get(score) {
                    self.num(&score.rule);
                }
            }
            Member::Ladder(ladder) => {
                let count = self.rungs.get(ladder).map_or(0, Vec::len);
                self.queue
                    .extend((0..count).map(|rung| Next::Rung(ladder, rung)));
            }
            Member::Ask(ask) => {
                first(&mut self.asks, ask);
            }
            _ => {}
        }
    }

    fn rung(&mut self, index: usize, rung: usize) {
        let rubric = self.rubric;
        let seen = self.rungs.get_mut(index);
        let new = seen.is_some_and(|rungs| first(rungs, rung));
        let Some(ladder) = rubric.ladders.get(index).filter(|_| new) else {
            return;
        };
        let own = ladder.rungs.get(rung);
        for needs in [Some(&ladder.nevers), own.map(|rung| &rung.needs)] {
            for need in needs.into_iter().flatten() {
                self.truth(&need.rule);
            }
        }
        // A comment that is missing stands in the way of every award.
        if ladder.kind == LadderKind::Award {
            for (row, known) in rubric.rows.iter().enumerate() {
                if known.comment.mode == CommentMode::Required {
                    self.push(Member::Row(row));
                }
            }
        }
    }

    fn push(&mut self, member: Member) {
        self.queue.push(Next::Of(member));
    }

    fn row(&mut self, index: usize) {
        let rubric = self.rubric;
        let Some(row) = rubric.rows.get(index) else {
            return;
        };
        if let Some(when) = &row.only_when {
            self.truth(when);
        }
        for conditions in [&row.counts_as, &row.at_most] {
            for (_, when) in conditions {
                self.truth(when);
            }
        }
        if let Some(test) = &row.comment.when {
            self.test(test);
        }
        match &row.kind {
            RowKind::Criterion { worked, .. } => {
                worked
                    .iter()
                    .for_each(|ladder| self.push(Member::Ladder(*ladder)));
            }
            RowKind::Check { worked, .. } => worked.iter().for_each(|when| self.truth(when)),
            RowKind::Number(_) => {}
        }
        let mut around = row.part;
        while let Some((place, part)) =
            around.and_then(|place| Some((place, rubric.parts.get(place)?)))
        {
            part.only_when.iter().for_each(|when| self.truth(when));
            if part.choose.is_some() {
                self.part(place);
            }
            around = part.parent;
        }
    }

    /// Whether a row of a part that chooses counts depends on all of its rows.
    fn part(&mut self, wanted: usize) {
        let rubric = self.rubric;
        for (index, row) in rubric.rows.iter().enumerate() {
            let mut around = row.part;
            while let Some(part) = around {
                if part == wanted {
                    self.push(Member::Row(index));
                    break;
                }
                around = rubric.parts.get(part).and_then(|part| part.parent);
            }
        }
    }

    fn slot(&mut self, slot: usize) {
        let rubric = self.rubric;
        if first(&mut self.slots, slot)
            && let Some(when) = rubric
                .slots
                .get(slot)
                .and_then(|slot| slot.only_when.as_ref())
        {
            self.truth(when);
        }
    }

    fn num(&mut self, rule: &'a Num) {
        match rule {
            Num::Constant(_) | Num::Undefined | Num::Today => {}
            Num::Of(member) => self.push(*member),
            Num::Fact(fact, slot) => {
                self.fact(*fact, *slot);
                self.buried.push((*fact, *slot));
            }
            Num::Add(all) | Num::Mul(all) => all.iter().for_each(|one| self.num(one)),
            Num::Div(a, b) | Num::AtLeast(a, b) | Num::AtMost(a, b) => {
                self.num(a);
                self.num(b);
            }
            Num::Neg(one) | Num::AddMonths(one, _) | Num::Round(one, ..) | Num::Linear(_, one) => {
                self.num(one);
            }
            Num::If(when, a, b) => {
                self.truth(when);
                self.num(a);
                self.num(b);
            }
            Num::First(cases, last) => {
                for (when, value) in cases {
                    self.truth(when);
                    self.num(value);
                }
                self.num(last);
            }
            Num::Gather(_, set, _) => self.set(set),
            Num::Shares(shares) => {
                shares.that.iter().for_each(|test| self.test(test));
                shares.members.iter().for_each(|share| self.share(share));
            }
        }
    }

    fn compare(&mut self, compare: &'a Compare) {
        let (left, right) = (&compare.left, &compare.right);
        match (self.alone(left), self.alone(right)) {
            (Some((fact, slot)), None) => self.bar(fact, slot, left, right),
            (None, Some((fact, slot))) => self.bar(fact, slot, right, left),
            _ => {
                self.num(left);
                self.num(right);
            }
        }
    }

    /// A fact that is all there is to a number, or to the score that the number is.
    fn alone(&self, number: &Num) -> Option<(Fact, usize)> {
        let mut number = number;
        for _ in 0..self.rubric.scores.len().saturating_add(1) {
            match number {
                Num::Fact(fact, slot) => return Some((*fact, *slot)),
                Num::Of(Member::Score(score)) => number = &self.rubric.scores.get(*score)?.rule,
                _ => return None,
            }
        }
        None
    }

    fn bar(&mut self, fact: Fact, slot: usize, own: &Num, other: &'a Num) {
        let mut own = own;
        while let Num::Of(Member::Score(score)) = own {
            let Some(known) = self.rubric.scores.get(*score) else {
                break;
            };
            first(&mut self.renamed, *score);
            own = &known.rule;
        }
        self.fact(fact, slot);
        self.bars.push((fact, slot, other));
        self.num(other);
    }

    fn fact(&mut self, fact: Fact, slot: usize) {
        if !self.facts.contains(&(fact, slot)) {
            self.facts.push((fact, slot));
        }
        self.slot(slot);
    }

    fn share(&mut self, share: &'a Share) {
        match share {
            Share::Row(row, _) => self.push(Member::Row(*row)),
            Share::Part(_, _, inner) => inner.iter().for_each(|inner| self.share(inner)),
        }
    }

    fn set(&mut self, set: &'a Set) {
        set.members.iter().for_each(|member| self.push(*member));
        set.that.iter().for_each(|test| self.test(test));
    }

    fn truth(&mut self, rule: &'a Truth) {
        match rule {
            Truth::Constant(_) => {}
            Truth::And(all) | Truth::Or(all) | Truth::Count(_, all) => {
                all.iter().for_each(|one| self.truth(one));
            }
            Truth::Not(one) => self.truth(one),
            Truth::If(when, a, b) => [when, a, b].iter().for_each(|one| self.truth(one)),
            Truth::Compare(compare) => self.compare(compare),
            Truth::Test(member, test) => {
                self.push(*member);
                self.test(test);
            }
            Truth::Quantified(_, set, test) => {
                self.set(set);
                self.test(test);
            }
            Truth::Rung(ladder, rung) => self.queue.push(Next::Rung(*ladder, *rung)),
            Truth::Ask(ask) => self.push(Member::Ask(*ask)),
            Truth::Complete(Some(slot)) => self.slot(*slot),
            Truth::Complete(None) => (0..self.rubric.slots.len()).for_each(|slot| self.slot(slot)),
            Truth::HasScore(number) => self.num(number),
        }
    }

    fn test(&mut self, test: &'a RowTest) {
        match test {
            RowTest::Points(_, number) => self.num(number),
            RowTest::HasComment => self.comments = true,
            RowTest::Shown => self.shown = true,
            RowTest::Not(inner) => self.test(inner),
            RowTest::First(cases, last) => {
                for (when, test) in cases {
                    self.truth(when);
                    self.test(test);
                }
                self.test(last);
            }
            _ => {}
        }
    }
}

/// What is walked over and over: nothing that the rung does not rest on, and
/// of conditions their truth alone.
pub(super) fn lean(rubric: &Rubric, rests: &Rests<'_>) -> Rubric {
    let has = |all: &[bool], index: &usize| all.get(*index) == Some(&true);
    let mut lean = rubric.clone();
    lean.order.retain(|node| match node {
        Node::Row(row) => has(&rests.rows, row),
        Node::Part(_) => true,
        Node::Slot(slot) => has(&rests.slots, slot),
        Node::Score(score) => has(&rests.scores, score) || has(&rests.renamed, score),
        Node::Ladder(ladder) => rests
            .rungs
            .get(*ladder)
            .is_some_and(|rungs| rungs.contains(&true)),
    });
    for (ladder, marked) in lean.ladders.iter_mut().zip(&rests.rungs) {
        ladder.nevers.iter_mut().for_each(alone);
        for (rung, marked) in ladder.rungs.iter_mut().zip(marked) {
            if *marked {
                rung.needs.iter_mut().for_each(alone);
            } else {
                rung.needs.clear();
            }
        }
    }
    lean
}

/// A need whose truth is asked for, and not the truth of each of its rows.
fn alone(need: &mut Need) {
    let rule = std::mem::replace(&mut need.rule, Truth::Constant(true));
    need.rule = Truth::And(vec![rule]);
}

/// Marks one; whether it was not marked before.
fn first(all: &mut [bool], index: usize) -> bool {
    match all.get_mut(index) {
        Some(seen) => !std::mem::replace(seen, true),
        None => false,
    }
}
