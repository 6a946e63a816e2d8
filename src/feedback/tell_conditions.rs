//! Conditions in an explanation: comparisons, tests, and how many of a set pass.

use super::explain::{Done, Teller};
use super::node::{About, By, Told};
use super::tell_numbers::refs;
use crate::model::{Cmp, Member, Quantity, RowTest, Set, Truth as Rule};
use crate::num::{Rational, Truth};

impl<'a> Teller<'a> {
    pub(super) fn truth(&mut self, rule: &'a Rule) -> Done {
        let value = self.walk.truth(rule)?;
        let told = Told::Truth(value);
        match rule {
            Rule::Constant(_) => self.leaf(By::Truth, told),
            Rule::And(all) => self.logic(By::All, told, &refs(all), None),
            Rule::Or(all) => self.logic(By::Any, told, &refs(all), None),
            Rule::Not(one) => self.logic(By::Not, told, &[&**one], None),
            Rule::If(when, a, b) => {
                let each = [&**when, &**a, &**b];
                self.logic(By::If, told, &each, None)
            }
            Rule::Count(quantity, all) => {
                self.logic(By::Quantified, told, &refs(all), Some(quantity))
            }
            Rule::Compare(compare) => {
                let each = [&compare.left, &compare.right];
                self.made(By::Compare, cmp_index(compare.cmp), told, Vec::new(), &each)
            }
            Rule::Test(member, test) => self.test(*member, test, value, true),
            Rule::Quantified(quantity, set, test) => self.quantified(told, quantity, set, test),
            Rule::Rung(ladder, rung) => self.rung(*ladder, *rung, false),
            Rule::Ask(ask) => {
                self.node(By::Yes, About::Member(Member::Ask(*ask)), told);
                Ok(())
            }
            Rule::Complete(slot) => {
                self.node(By::Complete, About::Slot(slot.unwrap_or(usize::MAX)), told);
                Ok(())
            }
            Rule::HasScore(number) => self.made(By::HasScore, 0, told, Vec::new(), &[&**number]),
        }
    }

    pub(super) fn logic(
        &mut self,
        by: By,
        told: Told,
        inputs: &[&'a Rule],
        quantity: Option<&Quantity>,
    ) -> Done {
        let node = self.plain(by, told);
        if let Some(quantity) = quantity {
            self.how_many(node, quantity, inputs.len());
        }
        self.inputs(node, inputs.len(), |own| {
            for input in inputs {
                own.truth(input)?;
            }
            Ok(())
        })
    }

    /// How many of how many have to hold.
    pub(super) fn how_many(&mut self, node: usize, quantity: &Quantity, size: usize) {
        let how = match quantity {
            Quantity::Every => 0,
            Quantity::Most => 1,
            Quantity::AtLeast(_) => 2,
            Quantity::AtMost(_) => 3,
            Quantity::Exactly(_) => 4,
        };
        let whole = |count: usize| Rational::whole(i64::try_from(count).unwrap_or(0));
        let bounds = self.walk.bounds_of(quantity, size);
        self.at(node, |node| {
            node.how = how;
            if let Some((least, most)) = bounds {
                let least = least.min(size.saturating_add(1));
                node.numbers = [least, most.min(size), size].map(whole).to_vec();
            }
        });
    }

    /// A test of one thing; alone it brings the thing itself with it.
    pub(super) fn test(
        &mut self,
        member: Member,
        test: &'a RowTest,
        value: Truth,
        alone: bool,
    ) -> Done {
        let node = self.tested(member, test, value);
        let why = self.walk.why_out(member, is_about_row(test));
        self.at(node, |node| node.why = why.filter(|_| alone));
        let tested = |own: &Self, test| {
            if alone {
                own.walk.tested(member, test)
            } else {
                own.walk.member_tested(member, test)
            }
        };
        match test {
            RowTest::Not(inner) => self.inputs(node, 1, |own| {
                let value = tested(own, inner)?;
                own.test(member, inner, value, alone)
            }),
            RowTest::First(cases, last) => {
                let count = cases.len().saturating_mul(2).saturating_add(1);
                self.inputs(node, count, |own| {
                    for (when, inner) in cases {
                        own.truth(when)?;
                        let value = tested(own, inner)?;
                        own.test(member, inner, value, alone)?;
                    }
                    let value = tested(own, last)?;
                    own.test(member, last, value, alone)
                })
            }
            RowTest::Points(_, number) => self.inputs(node, 2, |own| {
                own.member_number(member, alone)?;
                own.num(number)
            }),
            _ if alone && !matches!(member, Member::Row(row) if !self.rests(Member::Row(row))) => {
                self.inputs(node, 1, |own| own.member(member))
            }
            _ => Ok(()),
        }
    }

    /// A test without what it rests on.
    fn tested(&mut self, member: Member, test: &RowTest, value: Truth) -> usize {
        let (by, how) = self.kind_of(member, test);
        let node = self.node(by, About::Member(member), Told::Truth(value));
        let bar = match test {
            RowTest::Level(_, bars) => self.bar(member, bars),
            _ => None,
        };
        let row = match member {
            Member::Row(row) => Some(self.walk.row_of(row)),
            _ => None,
        };
        self.at(node, |node| {
            (node.how, node.row) = (how, row);
            node.numbers.extend(bar);
        });
        node
    }

    fn kind_of(&self, member: Member, test: &RowTest) -> (By, usize) {
        match test {
            // A check among criteria is asked whether it is met.
            RowTest::Level(..) if self.is_check(member) => (By::Met, 0),
            RowTest::Level(cmp, _) => (By::Level, cmp_index(*cmp)),
            RowTest::Points(cmp, _) => (By::Points, cmp_index(*cmp)),
            RowTest::Met => (By::Met, 0),
            RowTest::Answered => (By::Answered, 0),
            RowTest::LeftOut => (By::LeftOut, 0),
            RowTest::HasComment => (By::HasComment, 0),
            RowTest::Shown => (By::Shown, 0),
            RowTest::HasScore => (By::HasScore, 0),
            RowTest::Not(_) => (By::Not, 0),
            RowTest::First(..) => (By::If, 0),
        }
    }

    pub(super) fn is_check(&self, member: Member) -> bool {
        let row = match member {
            Member::Row(row) => self.rubric.rows.get(row),
            _ => None,
        };
        row.is_some_and(|row| row.scale().is_none())
    }

    pub(super) fn member_number(&mut self, member: Member, alone: bool) -> Done {
        let value = match member {
            Member::Row(row) if !alone => self.walk.row_of(row).points,
            _ => self.walk.value_of(member),
        };
        self.named(member, Told::Number(value))
    }

    /// The place of the level that a test asks for on the member's own scale.
    pub(super) fn bar(&self, member: Member, bars: &[(usize, usize)]) -> Option<Rational> {
        use crate::model::{Input, InputKind};
        let of_input = |input: &Input| match input.kind {
            InputKind::Choice(scale) => Some(scale),
            _ => None,
        };
        let rubric = self.rubric;
        let scale = match member {
            Member::Row(row) => rubric.rows.get(row)?.scale(),
            Member::Ladder(ladder) => Some(rubric.ladders.get(ladder)?.scale),
            Member::Ask(ask) => of_input(rubric.asks.get(ask)?),
            Member::Setting(setting) => of_input(rubric.settings.get(setting)?),
            Member::Score(_) => None,
        }?;
        let (_, bar) = bars.iter().find(|(own, _)| *own == scale)?;
        i64::try_from(*bar).ok().map(Rational::whole)
    }

    pub(super) fn quantified(
        &mut self,
        told: Told,
        quantity: &Quantity,
        set: &'a Set,
        test: &'a RowTest,
    ) -> Done {
        let node = self.plain(By::Quantified, told);
        let (place, said) = (set.place, set.said.clone());
        self.at(node, |node| {
            node.said = said;
            node.place = Some(place);
            node.pick = set.pick.as_ref().map(|pick| pick.best);
        });
        let left_out = is_about_row(test) && set.pick.is_none();
        let parts = self.walk.parts(None, set, left_out)?;
        let inside = parts.iter().filter(|part| part.inside == Truth::TRUE);
        self.how_many(node, quantity, inside.count());
        self.inputs(node, parts.len(), |own| {
            for (member, part) in set.members.iter().zip(parts) {
                let node = own.nodes.len();
                // What is not in it is not tested either.
                if part.inside == Truth::FALSE {
                    own.tested(*member, test, Truth::UNDEFINED);
                } else {
                    let holds = own.walk.member_tested(*member, test)?;
                    own.test(*member, test, holds, false)?;
                }
                own.at(node, |node| {
                    (node.counts, node.why) = (part.inside, part.why)
                });
            }
            Ok(())
        })
    }
}

pub(super) fn is_about_row(test: &RowTest) -> bool {
    match test {
        RowTest::Answered | RowTest::LeftOut => true,
        RowTest::Not(inner) => is_about_row(inner),
        _ => false,
    }
}

pub(super) fn cmp_index(cmp: Cmp) -> usize {
    match cmp {
        Cmp::Ge => 0,
        Cmp::Gt => 1,
        Cmp::Le => 2,
        Cmp::Lt => 3,
        Cmp::Eq => 4,
        Cmp::Ne => 5,
    }
}
