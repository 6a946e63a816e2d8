//! Numbers in an explanation: the forms of a rule, one by one.

use super::explain::{Done, Teller};
use super::node::{About, By, Node, Told};
use super::tell_conditions::is_about_row;
use crate::eval::Part;
use crate::model::{Fact, Gather, Member, Num, RowTest, Set, Share, Truth as Rule};
use crate::num::{Interval, Rational, Rounding, Truth};

impl<'a> Teller<'a> {
    pub(super) fn num(&mut self, rule: &'a Num) -> Done {
        let value = Told::Number(self.walk.num(rule)?);
        match rule {
            Num::Linear(_, whole) => self.num(whole),
            Num::Of(member) => self.named(*member, value),
            Num::Constant(_) => self.leaf(By::Constant, value),
            Num::Undefined => self.leaf(By::NoScore, value),
            Num::Today => self.leaf(By::Today, value),
            Num::Fact(fact, slot) => {
                let node = self.node(By::Fact, About::Slot(*slot), value);
                self.at(node, |node| node.how = fact_index(*fact));
                Ok(())
            }
            Num::Add(all) => self.made(By::Add, 0, value, Vec::new(), &refs(all)),
            Num::Mul(all) => self.made(By::Multiply, 0, value, Vec::new(), &refs(all)),
            Num::Div(a, b) => self.made(By::Divide, 0, value, Vec::new(), &[&**a, &**b]),
            Num::AtLeast(a, b) => self.made(By::AtLeast, 0, value, Vec::new(), &[&**a, &**b]),
            Num::AtMost(a, b) => self.made(By::AtMost, 0, value, Vec::new(), &[&**a, &**b]),
            Num::Neg(a) => self.made(By::Negate, 0, value, Vec::new(), &[&**a]),
            Num::AddMonths(a, months) => {
                let months = vec![Rational::whole(*months)];
                self.made(By::Months, 0, value, months, &[&**a])
            }
            Num::Round(a, step, mode) => {
                let mode = match mode {
                    Rounding::TiesUp => 0,
                    Rounding::TiesDown => 1,
                    Rounding::TiesEven => 2,
                    Rounding::Up => 3,
                    Rounding::Down => 4,
                };
                self.made(By::Round, mode, value, vec![*step], &[&**a])
            }
            Num::If(when, a, b) => self.branches(value, when, a, b),
            Num::First(cases, last) => self.first(value, cases, last),
            Num::Gather(gather, set, stretch) => self.gather(value, *gather, set, *stretch),
            Num::Shares(shares) => {
                let node = self.plain(By::WeightedPercent, value);
                let (place, said) = (shares.place, shares.said.clone());
                self.at(node, |node| {
                    node.said = said;
                    node.how = usize::from(shares.stretch);
                    node.place = Some(place);
                });
                self.inputs(node, shares.members.len(), |own| {
                    own.shares(&shares.members, &shares.that, shares.stretch, None)
                })
            }
        }
    }

    pub(super) fn leaf(&mut self, by: By, value: Told) -> Done {
        self.plain(by, value);
        Ok(())
    }

    /// Something with a name where a number stands: a derived level is its points there.
    pub(super) fn named(&mut self, member: Member, value: Told) -> Done {
        let by = match member {
            Member::Row(_) => By::Row,
            Member::Score(_) => By::Score,
            Member::Ladder(_) => By::Ladder,
            Member::Ask(_) => By::Ask,
            Member::Setting(_) => By::Setting,
        };
        let node = self.node(by, About::Member(member), value);
        let why = self.walk.why_out(member, false);
        self.at(node, |node| node.why = why);
        self.tell(node, member)
    }

    pub(super) fn made(
        &mut self,
        by: By,
        how: usize,
        value: Told,
        numbers: Vec<Rational>,
        inputs: &[&'a Num],
    ) -> Done {
        let node = self.plain(by, value);
        self.at(node, |node| (node.how, node.numbers) = (how, numbers));
        self.inputs(node, inputs.len(), |own| {
            for input in inputs {
                own.num(input)?;
            }
            Ok(())
        })
    }

    pub(super) fn branches(&mut self, value: Told, when: &'a Rule, a: &'a Num, b: &'a Num) -> Done {
        let holds = self.walk.truth(when)?;
        let node = self.plain(By::If, value);
        self.inputs(node, 3, |own| {
            own.truth(when)?;
            own.branch(holds, a)?;
            own.branch(holds.not(), b)
        })
    }

    /// A branch; one that is not taken is not looked into.
    pub(super) fn branch(&mut self, taken: Truth, rule: &'a Num) -> Done {
        let node = self.nodes.len();
        if taken.can_be_true() {
            self.num(rule)?;
        } else {
            let value = self.if_any(rule);
            self.leaf(By::Case, value)?;
        }
        self.at(node, |node| node.counts = taken);
        Ok(())
    }

    /// What a branch would come to; nobody works out one that is not taken.
    pub(super) fn if_any(&self, rule: &Num) -> Told {
        Told::Number(self.walk.num(rule).unwrap_or(Interval::UNDEFINED))
    }

    pub(super) fn first(&mut self, value: Told, cases: &'a [(Rule, Num)], last: &'a Num) -> Done {
        let node = self.plain(By::FirstOf, value);
        let count = cases.len().saturating_add(1);
        self.inputs(node, count, |own| {
            let mut open = Truth::TRUE;
            for (when, number) in cases {
                let holds = if open.can_be_true() {
                    own.walk.truth(when)?
                } else {
                    Truth::FALSE
                };
                let value = own.if_any(number);
                let node = own.plain(By::Case, value);
                let taken = open.and(holds);
                own.at(node, |node| node.counts = taken);
                if open.can_be_true() {
                    own.inputs(node, 2, |own| {
                        own.truth(when)?;
                        own.branch(taken, number)
                    })?;
                }
                open = open.and(holds.not());
            }
            own.branch(open, last)
        })
    }

    pub(super) fn gather(
        &mut self,
        value: Told,
        gather: Gather,
        set: &'a Set,
        stretch: bool,
    ) -> Done {
        let by = match gather {
            Gather::Sum => By::Sum,
            Gather::Mean => By::Mean,
            Gather::Median => By::Median,
            Gather::Lowest => By::Lowest,
            Gather::Highest => By::Highest,
            Gather::WeightedMean => By::WeightedMean,
            Gather::WeightedSum => By::WeightedSum,
            Gather::Percent => By::Percent,
            Gather::WeightedPercent => By::WeightedPercent,
            Gather::Count => By::Count,
        };
        let node = self.plain(by, value);
        let (place, said) = (set.place, set.said.clone());
        self.at(node, |node| {
            node.said = said;
            node.how = usize::from(stretch);
            node.place = Some(place);
            node.pick = set.pick.as_ref().map(|pick| pick.best);
        });
        let about = set.pick.is_none() && set.that.iter().any(is_about_row);
        let parts = self.walk.parts(Some((gather, stretch)), set, about)?;
        self.inputs(node, parts.len(), |own| {
            for (member, part) in set.members.iter().zip(parts) {
                let node = own.nodes.len();
                own.named(*member, Told::Number(part.value))?;
                own.at(node, |node| counted(node, &part));
            }
            Ok(())
        })
    }

    pub(super) fn shares(
        &mut self,
        members: &'a [Share],
        that: &'a [RowTest],
        stretch: bool,
        part: Option<usize>,
    ) -> Done {
        for share in members {
            let one = self.walk.portion_of(share, that, stretch, part)?;
            let node = self.nodes.len();
            match share {
                Share::Row(row, _) => {
                    let points = self.walk.row_of(*row).points;
                    self.named(Member::Row(*row), Told::Number(points))?;
                }
                Share::Part(inner, _, members) => {
                    self.node(By::Part, About::Part(*inner), Told::Number(one.value));
                    self.inputs(node, members.len(), |own| {
                        own.shares(members, that, stretch, Some(*inner))
                    })?;
                }
            }
            self.at(node, |node| counted(node, &one));
        }
        Ok(())
    }
}

pub(super) fn refs<T>(all: &[T]) -> Vec<&T> {
    all.iter().collect()
}

fn counted(node: &mut Node, part: &Part) {
    node.counts = part.inside;
    node.why = part.why;
    node.adds = part.adds;
    node.weight = Some(part.weight);
}

/// The place of a fact among those that are counted, as JavaScript knows them.
pub fn fact_index(fact: Fact) -> usize {
    match fact {
        Fact::Words => 0,
        Fact::Pages => 1,
        Fact::Items => 2,
        Fact::Sentences => 3,
        Fact::Characters => 4,
        Fact::Seconds => 5,
        Fact::Bytes => 6,
    }
}
