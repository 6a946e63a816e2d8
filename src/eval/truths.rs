//! Conditions: comparisons, tests of rows, and how many of a set.

use super::rows::Now;
use super::walk::{Result, Walk};
use crate::model::{Cmp, Compare, Member, RowTest, Truth as Rule};
use crate::num::{Interval, Tally, Truth};

impl Walk<'_> {
    /// A condition.
    pub fn truth(&self, rule: &Rule) -> Result<Truth> {
        match rule {
            Rule::Constant(value) => Ok(Truth::from_bool(*value)),
            Rule::And(rules) => self.all(rules, Truth::TRUE, Truth::and),
            Rule::Or(rules) => self.all(rules, Truth::FALSE, Truth::or),
            Rule::Not(inner) => Ok(self.truth(inner)?.not()),
            Rule::If(condition, a, b) => {
                let condition = self.truth(condition)?;
                Ok(branch(condition, self.truth(a)?, self.truth(b)?))
            }
            Rule::Compare(compare) => self.compare(compare),
            Rule::Test(member, test) => self.test_alone(*member, test),
            Rule::Quantified(quantity, set, test) => self.quantified(quantity, set, test),
            Rule::Count(quantity, rules) => {
                let truths: Result<Vec<Truth>> =
                    rules.iter().map(|rule| self.truth(rule)).collect();
                let truths = truths?;
                Ok(self.many(quantity, truths.len(), Tally::of(truths.iter().copied())))
            }
            Rule::Rung(ladder, rung) => {
                let rungs = self.known.ladders.get(*ladder).map(|ladder| &ladder.rungs);
                Ok(rungs
                    .and_then(|rungs| rungs.get(*rung))
                    .copied()
                    .unwrap_or(Truth::UNDEFINED))
            }
            Rule::Ask(ask) => Ok(self.yes(*ask)),
            Rule::Complete(Some(slot)) => Ok(self.complete(*slot)),
            Rule::Complete(None) => Ok(self.evidence()),
            Rule::HasScore(number) => Ok(has_score(self.num(number)?)),
        }
    }

    fn all(&self, rules: &[Rule], start: Truth, op: fn(Truth, Truth) -> Truth) -> Result<Truth> {
        let mut all = start;
        for rule in rules {
            all = op(all, self.truth(rule)?);
        }
        Ok(all)
    }

    fn compare(&self, compare: &Compare) -> Result<Truth> {
        Ok(compared(
            compare.cmp,
            self.num(&compare.left)?,
            self.num(&compare.right)?,
        ))
    }

    /// A slot is complete; one that is not asked wants nothing.
    fn complete(&self, slot: usize) -> Truth {
        let asked = self.known.asked.get(slot).copied().unwrap_or(Truth::FALSE);
        asked.not().or(self.filled(slot))
    }

    /// A slot is complete, asked or not.
    fn filled(&self, slot: usize) -> Truth {
        match self.inputs.slots.get(slot) {
            Some(state) if state.complete => Truth::TRUE,
            Some(_) if self.closed || self.inputs.shut.slot(slot) => Truth::FALSE,
            Some(_) => Truth::OPEN,
            None => Truth::UNDEFINED,
        }
    }

    /// Every slot that is asked is complete; undefined when none is.
    pub(super) fn evidence(&self) -> Truth {
        let mut all = Truth::TRUE;
        for (slot, asked) in self.known.asked.iter().enumerate() {
            all = all.and(asked.not().or(self.filled(slot)));
        }
        let any = self
            .known
            .asked
            .iter()
            .fold(Truth::FALSE, |any, asked| any.or(*asked));
        if any == Truth::TRUE {
            all
        } else if any.can_be_true() {
            all.union(Truth::UNDEFINED)
        } else {
            Truth::UNDEFINED
        }
    }

    /// One thing tested by itself: what is no member has no level and no points.
    pub(super) fn test_alone(&self, member: Member, test: &RowTest) -> Result<Truth> {
        let found = self.test(member, test)?;
        let base = self.base(member, is_about_row(test));
        Ok(if base == Truth::TRUE {
            found
        } else if base.can_be_true() {
            found.union(Truth::UNDEFINED)
        } else {
            Truth::UNDEFINED
        })
    }

    /// One member tested, taken as being one.
    pub(super) fn test(&self, member: Member, test: &RowTest) -> Result<Truth> {
        match member {
            Member::Row(row) => match self.known.rows.get(row) {
                Some(now) => self.test_now(now, member, test),
                None => Ok(Truth::UNDEFINED),
            },
            _ => self.test_value(member, test),
        }
    }

    /// A row tested as it stands.
    pub(super) fn test_now(&self, now: &Now, member: Member, test: &RowTest) -> Result<Truth> {
        match test {
            RowTest::Level(cmp, levels) => {
                let scale = match member {
                    Member::Row(row) => {
                        self.rubric.rows.get(row).and_then(crate::model::Row::scale)
                    }
                    _ => None,
                };
                // A check among them is asked whether it is met, which is no level of a scale.
                match scale {
                    None => Ok(now.met),
                    scale => Ok(level(*cmp, levels, scale, now.levels)),
                }
            }
            RowTest::Points(cmp, value) => Ok(compared(*cmp, now.points, self.num(value)?)),
            RowTest::Met => Ok(now.met),
            RowTest::Answered => Ok(now.answered),
            RowTest::LeftOut => Ok(now.left_out),
            RowTest::HasComment => Ok(now.commented),
            RowTest::Shown => Ok(now.shown),
            RowTest::HasScore => Ok(has_score(now.points)),
            RowTest::Not(inner) => Ok(self.test_now(now, member, inner)?.not()),
            RowTest::First(cases, last) => {
                self.first_test(cases, last, |test| self.test_now(now, member, test))
            }
        }
    }

    /// A score, a ladder, an ask or a setting tested.
    fn test_value(&self, member: Member, test: &RowTest) -> Result<Truth> {
        match test {
            RowTest::Level(cmp, levels) => {
                Ok(level(*cmp, levels, self.scale(member), self.levels(member)))
            }
            RowTest::Points(cmp, value) => Ok(compared(*cmp, self.value(member), self.num(value)?)),
            RowTest::HasScore => Ok(has_score(self.value(member))),
            RowTest::Not(inner) => Ok(self.test_value(member, inner)?.not()),
            RowTest::First(cases, last) => {
                self.first_test(cases, last, |test| self.test_value(member, test))
            }
            _ => Ok(Truth::UNDEFINED),
        }
    }

    /// The test whose condition holds first.
    fn first_test(
        &self,
        cases: &[(Rule, RowTest)],
        last: &RowTest,
        of: impl Fn(&RowTest) -> Result<Truth>,
    ) -> Result<Truth> {
        let mut found = of(last)?;
        for (condition, test) in cases.iter().rev() {
            found = branch(self.truth(condition)?, of(test)?, found);
        }
        Ok(found)
    }

    fn scale(&self, member: Member) -> Option<usize> {
        let choice = |kind: &crate::model::InputKind| match kind {
            crate::model::InputKind::Choice(scale) => Some(*scale),
            _ => None,
        };
        match member {
            Member::Ladder(ladder) => self.rubric.ladders.get(ladder).map(|ladder| ladder.scale),
            Member::Ask(ask) => self.rubric.asks.get(ask).and_then(|ask| choice(&ask.kind)),
            Member::Setting(setting) => self
                .rubric
                .settings
                .get(setting)
                .and_then(|setting| choice(&setting.kind)),
            Member::Row(_) | Member::Score(_) => None,
        }
    }
}

/// Whether a test is about the row and not its rating: then what is left out is a member too.
pub(super) fn is_about_row(test: &RowTest) -> bool {
    match test {
        RowTest::Answered | RowTest::LeftOut => true,
        RowTest::Not(inner) => is_about_row(inner),
        _ => false,
    }
}

/// By the order of levels, over every level that is possible.
fn level(
    cmp: Cmp,
    bars: &[(usize, usize)],
    scale: Option<usize>,
    levels: crate::num::Levels,
) -> Truth {
    let bar = bars
        .iter()
        .find(|(own, _)| Some(*own) == scale)
        .map(|(_, bar)| *bar);
    let Some(bar) = bar else {
        return Truth::UNDEFINED;
    };
    levels.test(|level| match cmp {
        Cmp::Ge => level >= bar,
        Cmp::Gt => level > bar,
        Cmp::Le => level <= bar,
        Cmp::Lt => level < bar,
        Cmp::Eq => level == bar,
        Cmp::Ne => level != bar,
    })
}

/// Two numbers compared.
pub(super) fn compared(cmp: Cmp, a: Interval, b: Interval) -> Truth {
    match cmp {
        Cmp::Ge => a.ge(&b),
        Cmp::Gt => a.gt(&b),
        Cmp::Le => b.ge(&a),
        Cmp::Lt => b.gt(&a),
        Cmp::Eq => a.eq(&b),
        Cmp::Ne => a.eq(&b).not(),
    }
}

fn has_score(value: Interval) -> Truth {
    Truth::of(!value.empty, value.undefined, false)
}

fn branch(condition: Truth, a: Truth, b: Truth) -> Truth {
    let mut found = Truth::of(false, false, condition.can_be_undefined());
    if condition.can_be_true() {
        found = found.union(a);
    }
    if condition.can_be_false() {
        found = found.union(b);
    }
    found
}
