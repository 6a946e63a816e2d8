//! What a rule reads: everything that has to be looked at again when one of
//! these moved.

use crate::model::{CommentMode, Linear, Member, Num, RowKind, RowTest, Rubric, Set, Share, Truth};
use crate::num::sort_by;

/// Something that moves by itself or is worked out before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Source {
    Row(usize),
    Ask(usize),
    Slot(usize),
    Score(usize),
    Ladder(usize),
}

/// Collects what rules read.
pub(super) struct Reads<'r> {
    rubric: &'r Rubric,
    pub(super) found: Vec<Source>,
    /// Short forms on the way.
    pub(super) sums: Vec<&'r Linear>,
}

impl<'r> Reads<'r> {
    pub(super) fn new(rubric: &'r Rubric) -> Self {
        Self {
            rubric,
            found: Vec::new(),
            sums: Vec::new(),
        }
    }

    /// What was found since, each once.
    pub(super) fn take(&mut self) -> Vec<Source> {
        let mut found = std::mem::take(&mut self.found);
        sort_by(&mut found, Ord::cmp);
        found.dedup();
        found
    }

    /// The conditions of a row and of the parts around it.
    pub(super) fn row(&mut self, index: usize) {
        let Some(row) = self.rubric.rows.get(index) else {
            return;
        };
        let counting = row.counts_as.iter().chain(&row.at_most);
        let when = counting.map(|(_, when)| when).chain(&row.only_when);
        when.for_each(|when| self.truth(when));
        match &row.kind {
            RowKind::Check {
                worked: Some(when), ..
            } => self.truth(when),
            RowKind::Criterion {
                worked: Some(ladder),
                ..
            } => self.found.push(Source::Ladder(*ladder)),
            _ => {}
        }
        let mut around = row.part;
        while let Some(part) = around.and_then(|part| self.rubric.parts.get(part)) {
            if let Some(when) = &part.only_when {
                self.truth(when);
            }
            around = part.parent;
        }
    }

    /// Awards look at every required comment.
    pub(super) fn comments(&mut self) {
        let rows = self.rubric.rows.iter().enumerate();
        let wanted = rows.filter(|(_, row)| row.comment.mode == CommentMode::Required);
        self.found.extend(wanted.map(|(row, _)| Source::Row(row)));
    }

    fn member(&mut self, member: Member) {
        self.found.push(match member {
            Member::Row(row) => Source::Row(row),
            Member::Score(score) => Source::Score(score),
            Member::Ladder(ladder) => Source::Ladder(ladder),
            Member::Ask(ask) => Source::Ask(ask),
            // Settings do not move by themselves: everything is worked out anew.
            Member::Setting(_) => return,
        });
    }

    pub(super) fn num(&mut self, rule: &'r Num) {
        match rule {
            Num::Constant(_) | Num::Undefined | Num::Today => {}
            Num::Of(member) => self.member(*member),
            Num::Fact(_, slot) => self.found.push(Source::Slot(*slot)),
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
            Num::Linear(linear, whole) => {
                self.sums.push(linear);
                self.num(whole);
            }
        }
    }

    fn shares(&mut self, shares: &[Share]) {
        for share in shares {
            match share {
                Share::Row(row, _) => self.found.push(Source::Row(*row)),
                Share::Part(_, _, inner) => self.shares(inner),
            }
        }
    }

    pub(super) fn set(&mut self, set: &'r Set) {
        set.members.iter().for_each(|member| self.member(*member));
        set.that.iter().for_each(|test| self.test(test));
    }

    pub(super) fn test(&mut self, test: &'r RowTest) {
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

    pub(super) fn truth(&mut self, rule: &'r Truth) {
        match rule {
            Truth::Constant(_) => {}
            Truth::Rung(ladder, _) => self.found.push(Source::Ladder(*ladder)),
            Truth::Ask(ask) => self.found.push(Source::Ask(*ask)),
            Truth::Complete(Some(slot)) => self.found.push(Source::Slot(*slot)),
            Truth::Complete(None) => {
                let all = (0..self.rubric.slots.len()).map(Source::Slot);
                self.found.extend(all);
            }
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

/// Whether a test looks at nothing but the row it tests.
pub(super) fn is_of_row_alone(test: &RowTest) -> bool {
    match test {
        RowTest::Points(_, value) => matches!(**value, Num::Constant(_)),
        RowTest::Not(inner) => is_of_row_alone(inner),
        RowTest::First(..) => false,
        RowTest::Level(..)
        | RowTest::Met
        | RowTest::Answered
        | RowTest::LeftOut
        | RowTest::HasComment
        | RowTest::Shown
        | RowTest::HasScore => true,
    }
}
