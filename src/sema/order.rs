//! The order in which everything that rests on something else is worked out;
//! a circle is an error at the first thing in it.

use super::declare::Declared;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{LadderKind, Member, Node, Num, RowKind, RowTest, Rubric, Set, Share, Truth};
use crate::text::Span;

/// Where each kind of thing begins in one row of numbers.
struct Places {
    parts: usize,
    slots: usize,
    scores: usize,
    ladders: usize,
    all: usize,
}

impl Places {
    fn new(rubric: &Rubric) -> Self {
        let parts = rubric.rows.len();
        let slots = parts.saturating_add(rubric.parts.len());
        let scores = slots.saturating_add(rubric.slots.len());
        let ladders = scores.saturating_add(rubric.scores.len());
        Self {
            parts,
            slots,
            scores,
            ladders,
            all: ladders.saturating_add(rubric.ladders.len()),
        }
    }

    fn node(&self, place: usize) -> Node {
        let from = |start: usize| place.saturating_sub(start);
        if place < self.parts {
            Node::Row(place)
        } else if place < self.slots {
            Node::Part(from(self.parts))
        } else if place < self.scores {
            Node::Slot(from(self.slots))
        } else if place < self.ladders {
            Node::Score(from(self.scores))
        } else {
            Node::Ladder(from(self.ladders))
        }
    }
}

/// Works the order out.
pub(super) fn order(rubric: &Rubric, declared: &Declared<'_>, sink: &mut Sink) -> Vec<Node> {
    let places = Places::new(rubric);
    let mut needs: Vec<Vec<usize>> = Vec::with_capacity(places.all);
    for place in 0..places.all {
        let mut collect = Collect {
            rubric,
            places: &places,
            found: Vec::new(),
        };
        collect.node(places.node(place));
        let mut found = collect.found;
        crate::num::sort_by(&mut found, Ord::cmp);
        found.dedup();
        needs.push(found);
    }
    let order = sorted(&needs);
    if order.len() < places.all
        && let Some(place) = circle(&needs, &order)
    {
        blame(places.node(place), rubric, declared, sink);
    }
    let nodes = order.into_iter().map(|place| places.node(place));
    nodes.filter(|node| is_listed(rubric, *node)).collect()
}

/// Every place behind what it needs, in rising order where it is free; those in circles are left out.
fn sorted(needs: &[Vec<usize>]) -> Vec<usize> {
    let mut waits: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); needs.len()];
    for (index, needs) in needs.iter().enumerate() {
        for need in needs {
            if let Some(users) = users.get_mut(*need) {
                users.push(index);
            }
        }
    }
    let free = (0..needs.len()).filter(|index| waits.get(*index) == Some(&0));
    let mut order: Vec<usize> = free.collect();
    let mut next = 0;
    while let Some(index) = order.get(next).copied() {
        next = next.saturating_add(1);
        for user in users.get(index).into_iter().flatten() {
            if let Some(wait) = waits.get_mut(*user) {
                *wait = wait.saturating_sub(1);
                if *wait == 0 {
                    order.push(*user);
                }
            }
        }
    }
    order
}

/// A place that lies on a circle, not only behind one: follow what still waits until it comes round.
fn circle(needs: &[Vec<usize>], order: &[usize]) -> Option<usize> {
    let mut done = vec![false; needs.len()];
    for place in order {
        *done.get_mut(*place)? = true;
    }
    let waiting = |place: &usize| done.get(*place) == Some(&false);
    let mut place = (0..needs.len()).find(waiting)?;
    let mut seen = vec![false; needs.len()];
    while !std::mem::replace(seen.get_mut(place)?, true) {
        place = needs.get(place)?.iter().copied().find(waiting)?;
    }
    // The first in the file reads best.
    let (mut first, mut next) = (place, place);
    loop {
        next = needs.get(next)?.iter().copied().find(waiting)?;
        if next == place {
            return Some(first);
        }
        first = first.min(next);
    }
}

fn blame(node: Node, rubric: &Rubric, declared: &Declared<'_>, sink: &mut Sink) {
    let (name, span): (String, Span) = match node {
        Node::Row(row) => (
            rubric
                .rows
                .get(row)
                .map(|row| row.name.clone())
                .unwrap_or_default(),
            declared
                .rows
                .get(row)
                .map(|(row, _)| row.name.span)
                .unwrap_or_default(),
        ),
        Node::Part(part) => (
            rubric
                .parts
                .get(part)
                .map(|part| part.name.clone())
                .unwrap_or_default(),
            declared
                .parts
                .get(part)
                .map(|(part, _)| part.name.span)
                .unwrap_or_default(),
        ),
        Node::Slot(slot) => (
            rubric
                .slots
                .get(slot)
                .map(|slot| slot.name.clone())
                .unwrap_or_default(),
            declared
                .slots
                .get(slot)
                .map(|slot| slot.name.span)
                .unwrap_or_default(),
        ),
        Node::Score(score) => (
            rubric
                .scores
                .get(score)
                .map(|score| score.name.clone())
                .unwrap_or_default(),
            declared
                .scores
                .get(score)
                .map(|(score, _)| score.name.span)
                .unwrap_or_default(),
        ),
        Node::Ladder(ladder) => (
            rubric
                .ladders
                .get(ladder)
                .map(|ladder| ladder.name.clone())
                .unwrap_or_default(),
            declared
                .ladders
                .get(ladder)
                .map(|(ladder, _)| ladder.place())
                .unwrap_or_default(),
        ),
    };
    let message = say!("`{}` is worked out from itself", name);
    sink.push(
        Diagnostic::error(Code::Cycle, span, message)
            .help("let one of the things in the circle rest on rows alone"),
    );
}

/// Rows, parts and slots without conditions are known from the start.
fn is_listed(rubric: &Rubric, node: Node) -> bool {
    match node {
        Node::Row(row) => rubric.rows.get(row).is_some_and(|row| {
            let worked = matches!(
                &row.kind,
                RowKind::Check {
                    worked: Some(_),
                    ..
                }
            ) || matches!(
                &row.kind,
                RowKind::Criterion {
                    worked: Some(_),
                    ..
                }
            );
            worked
                || row.only_when.is_some()
                || !row.counts_as.is_empty()
                || !row.at_most.is_empty()
                || row.comment.when.is_some()
                || has_condition(rubric, row.part)
        }),
        Node::Part(part) => rubric
            .parts
            .get(part)
            .is_some_and(|part| part.only_when.is_some() || part.choose.is_some()),
        Node::Slot(slot) => rubric
            .slots
            .get(slot)
            .is_some_and(|slot| slot.only_when.is_some()),
        Node::Score(_) | Node::Ladder(_) => true,
    }
}

/// Whether a part around something is asked only under a condition.
fn has_condition(rubric: &Rubric, part: Option<usize>) -> bool {
    let mut around = part;
    while let Some(part) = around.and_then(|part| rubric.parts.get(part)) {
        if part.only_when.is_some() {
            return true;
        }
        around = part.parent;
    }
    false
}

/// Collects what something rests on.
struct Collect<'a> {
    rubric: &'a Rubric,
    places: &'a Places,
    found: Vec<usize>,
}

impl Collect<'_> {
    fn node(&mut self, node: Node) {
        match node {
            Node::Row(row) => self.row(row),
            Node::Part(part) => self.part(part),
            Node::Slot(slot) => {
                let slot = self.rubric.slots.get(slot);
                if let Some(when) = slot.and_then(|slot| slot.only_when.as_ref()) {
                    self.truth(when);
                }
            }
            Node::Score(score) => {
                if let Some(score) = self.rubric.scores.get(score) {
                    self.num(&score.rule);
                }
            }
            Node::Ladder(ladder) => {
                let Some(ladder) = self.rubric.ladders.get(ladder) else {
                    return;
                };
                let rungs = ladder.rungs.iter().flat_map(|rung| &rung.needs);
                rungs
                    .chain(&ladder.nevers)
                    .for_each(|need| self.truth(&need.rule));
                if ladder.kind == LadderKind::Award {
                    self.comments();
                }
            }
        }
    }

    fn row(&mut self, index: usize) {
        let Some(row) = self.rubric.rows.get(index) else {
            return;
        };
        if let Some(when) = &row.only_when {
            self.truth(when);
        }
        let when = row
            .counts_as
            .iter()
            .chain(&row.at_most)
            .map(|(_, when)| when);
        when.for_each(|when| self.truth(when));
        match &row.kind {
            RowKind::Check {
                worked: Some(when), ..
            } => self.truth(when),
            RowKind::Criterion {
                worked: Some(ladder),
                ..
            } => self.ladder(*ladder),
            _ => {}
        }
        // A condition of a part is the condition of its rows; what a part chooses
        // among is decided over its rows, so only those outside wait for it.
        let mut around = row.part;
        while let Some(part) = around {
            let Some(found) = self.rubric.parts.get(part) else {
                return;
            };
            if let Some(when) = &found.only_when {
                self.truth(when);
            }
            around = found.parent;
        }
    }

    /// A part that chooses looks at every row in it.
    fn part(&mut self, index: usize) {
        let Some(part) = self.rubric.parts.get(index) else {
            return;
        };
        if let Some(when) = &part.only_when {
            self.truth(when);
        }
        if part.choose.is_none() {
            return;
        }
        for (row, found) in self.rubric.rows.iter().enumerate() {
            if is_inside(self.rubric, found.part, index) {
                self.found.push(row);
            }
        }
        for (inner, found) in self.rubric.parts.iter().enumerate() {
            if is_inside(self.rubric, found.parent, index) {
                self.found.push(self.places.parts.saturating_add(inner));
            }
        }
    }

    /// Awards look at every required comment, and at the test it depends on.
    fn comments(&mut self) {
        for (index, row) in self.rubric.rows.iter().enumerate() {
            if row.comment.mode == crate::model::CommentMode::Required {
                self.found.push(index);
                if let Some(test) = &row.comment.when {
                    self.test(test);
                }
            }
        }
    }

    fn ladder(&mut self, ladder: usize) {
        self.found.push(self.places.ladders.saturating_add(ladder));
    }

    fn member(&mut self, member: Member) {
        match member {
            Member::Row(row) => self.member_row(row),
            Member::Score(score) => self.found.push(self.places.scores.saturating_add(score)),
            Member::Ladder(ladder) => self.ladder(ladder),
            Member::Ask(_) | Member::Setting(_) => {}
        }
    }

    /// A row, and every part around it that chooses.
    fn member_row(&mut self, row: usize) {
        self.found.push(row);
        let mut around = self.rubric.rows.get(row).and_then(|row| row.part);
        while let Some(part) = around {
            let Some(found) = self.rubric.parts.get(part) else {
                return;
            };
            if found.choose.is_some() {
                self.found.push(self.places.parts.saturating_add(part));
            }
            around = found.parent;
        }
    }

    fn num(&mut self, rule: &Num) {
        match rule {
            Num::Constant(_) | Num::Undefined | Num::Today | Num::Linear(..) => {}
            Num::Of(member) => self.member(*member),
            Num::Fact(_, slot) => self.slot(*slot),
            Num::Add(terms) | Num::Mul(terms) => terms.iter().for_each(|term| self.num(term)),
            Num::Div(a, b) | Num::AtLeast(a, b) | Num::AtMost(a, b) => {
                self.num(a);
                self.num(b);
            }
            Num::Neg(inner) | Num::Round(inner, ..) | Num::AddMonths(inner, _) => self.num(inner),
            Num::First(cases, last) => {
                for (when, value) in cases {
                    self.truth(when);
                    self.num(value);
                }
                self.num(last);
            }
            Num::If(condition, a, b) => {
                self.truth(condition);
                self.num(a);
                self.num(b);
            }
            Num::Gather(_, set, _) => self.set(set),
            Num::Shares(shares) => {
                self.shares(&shares.members);
                shares.that.iter().for_each(|test| self.test(test));
            }
        }
    }

    fn shares(&mut self, shares: &[Share]) {
        for share in shares {
            match share {
                Share::Row(row, _) => self.member_row(*row),
                Share::Part(_, _, inner) => self.shares(inner),
            }
        }
    }

    fn slot(&mut self, slot: usize) {
        self.found.push(self.places.slots.saturating_add(slot));
    }

    fn set(&mut self, set: &Set) {
        set.members.iter().for_each(|member| self.member(*member));
        set.that.iter().for_each(|test| self.test(test));
    }

    fn test(&mut self, test: &RowTest) {
        match test {
            RowTest::Points(_, value) => self.num(value),
            RowTest::Not(inner) => self.test(inner),
            RowTest::First(cases, last) => {
                for (condition, test) in cases {
                    self.truth(condition);
                    self.test(test);
                }
                self.test(last);
            }
            _ => {}
        }
    }

    fn truth(&mut self, rule: &Truth) {
        match rule {
            Truth::Constant(_) | Truth::Rung(..) | Truth::Ask(_) => {}
            Truth::Complete(Some(slot)) => self.slot(*slot),
            Truth::Complete(None) => (0..self.rubric.slots.len()).for_each(|slot| self.slot(slot)),
            Truth::HasScore(number) => self.num(number),
            Truth::And(rules) | Truth::Or(rules) | Truth::Count(_, rules) => {
                rules.iter().for_each(|rule| self.truth(rule));
            }
            Truth::Not(inner) => self.truth(inner),
            Truth::If(condition, a, b) => {
                [condition, a, b]
                    .into_iter()
                    .for_each(|rule| self.truth(rule));
            }
            Truth::Compare(compare) => {
                self.num(&compare.left);
                self.num(&compare.right);
            }
            Truth::Test(member, test) => {
                self.member(*member);
                self.test(test);
            }
            Truth::Quantified(_, set, test) => {
                self.set(set);
                self.test(test);
            }
        }
    }
}

fn is_inside(rubric: &Rubric, part: Option<usize>, wanted: usize) -> bool {
    let mut around = part;
    while let Some(part) = around {
        if part == wanted {
            return true;
        }
        around = rubric.parts.get(part).and_then(|part| part.parent);
    }
    false
}

/// Where a ladder stands, for messages.
impl super::declare::WrittenLadder<'_> {
    fn place(&self) -> Span {
        match self {
            Self::Own(ladder) => ladder.name.span,
            Self::OfRow(_, row) => row.name.span,
        }
    }
}
