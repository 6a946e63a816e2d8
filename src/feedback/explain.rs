//! How a value came about, as a tree: every value in it is the walk's own.

use super::node::{About, By, Node, Told};
use crate::eval::{Inputs, Overflow, Part, Walk};
use crate::model::{
    Cmp, Fact, Gather, Ladder, LadderKind, Member, Need, Num, Quantity, RowKind, RowTest, Rubric,
    Set, Share, Truth as Rule,
};
use crate::num::{Interval, Rational, Rounding, Truth};
use crate::text::Span;

/// Nodes of one explanation; what is past them is left out, and marked.
const NODES: usize = 4_000;
/// Nodes in one another; also bounds the recursion, since names refer to names.
const DEPTH: usize = 96;

type Done = Result<(), Overflow>;

/// What is to be explained.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A row, a score, a result or an award.
    Member(Member),
    /// A rung of a ladder.
    Rung(usize, usize),
}

/// The tree of a value as a list, each node before its inputs; the root comes first.
pub fn explain(rubric: &Rubric, inputs: &Inputs, subject: Subject) -> Result<Vec<Node>, Overflow> {
    let walk = Walk::new(rubric, inputs, false)?;
    let none = |count: usize| vec![None; count];
    let mut places = [
        none(rubric.rows.len()),
        none(rubric.scores.len()),
        none(rubric.ladders.len()),
    ];
    for (member, span) in &rubric.places {
        if let Some(slot) = of(&mut places, *member) {
            *slot = Some(*span);
        }
    }
    let told = [
        vec![false; rubric.rows.len()],
        vec![false; rubric.scores.len()],
        vec![false; rubric.ladders.len()],
    ];
    let mut teller = Teller {
        rubric,
        walk: &walk,
        places,
        told,
        rungs: Vec::new(),
        depth: 0,
        nodes: Vec::new(),
    };
    match subject {
        Subject::Member(member) => teller.member(member)?,
        Subject::Rung(ladder, rung) => teller.rung(ladder, rung, true)?,
    }
    Ok(teller.nodes)
}

/// What is kept of a row, a score or a ladder.
fn of<T>(all: &mut [Vec<T>; 3], member: Member) -> Option<&mut T> {
    let [rows, scores, ladders] = all;
    match member {
        Member::Row(row) => rows.get_mut(row),
        Member::Score(score) => scores.get_mut(score),
        Member::Ladder(ladder) => ladders.get_mut(ladder),
        Member::Ask(_) | Member::Setting(_) => None,
    }
}

struct Teller<'a> {
    rubric: &'a Rubric,
    walk: &'a Walk<'a>,
    places: [Vec<Option<Span>>; 3],
    /// What has been told with its inputs.
    told: [Vec<bool>; 3],
    rungs: Vec<(usize, usize)>,
    depth: usize,
    nodes: Vec<Node>,
}

impl<'a> Teller<'a> {
    /// Puts a node down; its place in the list.
    fn node(&mut self, by: By, about: About, value: Told) -> usize {
        self.nodes.push(Node {
            depth: self.depth,
            by,
            how: 0,
            about,
            value,
            numbers: Vec::new(),
            counts: Truth::TRUE,
            why: None,
            adds: None,
            weight: None,
            row: None,
            place: None,
            shared: false,
            cut: false,
        });
        self.nodes.len().saturating_sub(1)
    }

    fn plain(&mut self, by: By, value: Told) -> usize {
        self.node(by, About::Nothing, value)
    }

    fn at(&mut self, place: usize, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(place) {
            change(node);
        }
    }

    /// Tells the inputs of a node, if there is room for so many.
    fn inputs(&mut self, node: usize, count: usize, tell: impl FnOnce(&mut Self) -> Done) -> Done {
        let room = NODES.saturating_sub(self.nodes.len());
        if self.depth >= DEPTH || count > room {
            self.at(node, |node| node.cut = count > 0);
            return Ok(());
        }
        self.depth = self.depth.saturating_add(1);
        let done = tell(self);
        self.depth = self.depth.saturating_sub(1);
        done
    }

    /// Something with a name, told in full the first time.
    fn member(&mut self, member: Member) -> Done {
        let walk = self.walk;
        let (by, value) = match member {
            Member::Row(row) => (By::Row, Told::Number(walk.row_of(row).points)),
            Member::Score(_) => (By::Score, Told::Number(walk.value_of(member))),
            Member::Ladder(_) => (By::Ladder, Told::Levels(walk.levels_of(member))),
            Member::Ask(ask) => (By::Ask, self.reply(member, ask, false)),
            Member::Setting(setting) => (By::Setting, self.reply(member, setting, true)),
        };
        let node = self.node(by, About::Member(member), value);
        self.tell(node, member)
    }

    fn reply(&self, member: Member, index: usize, setting: bool) -> Told {
        use crate::model::InputKind;
        let inputs = if setting {
            &self.rubric.settings
        } else {
            &self.rubric.asks
        };
        match inputs.get(index).map(|input| &input.kind) {
            Some(InputKind::Choice(_)) => Told::Levels(self.walk.levels_of(member)),
            Some(InputKind::YesNo) => {
                let truth = self.walk.truth(&Rule::Ask(index));
                Told::Truth(truth.unwrap_or(Truth::UNDEFINED))
            }
            _ => Told::Number(self.walk.value_of(member)),
        }
    }

    /// What a named node rests on, unless that stands in the tree already.
    fn tell(&mut self, node: usize, member: Member) -> Done {
        let row = match member {
            Member::Row(row) => Some(self.walk.row_of(row)),
            _ => None,
        };
        let place = of(&mut self.places, member).and_then(|place| *place);
        let before = of(&mut self.told, member).map(|told| std::mem::replace(told, true));
        let shared = before == Some(true) && self.rests(member);
        self.at(node, |node| {
            (node.row, node.place, node.shared) = (row, place, shared);
        });
        if before != Some(false) {
            return Ok(());
        }
        let rubric = self.rubric;
        match member {
            Member::Row(row) => self.row(node, row),
            Member::Score(score) => match rubric.scores.get(score) {
                Some(score) => {
                    if !score.place.is_empty() {
                        self.at(node, |node| node.place = Some(score.place));
                    }
                    self.inputs(node, 1, |own| own.num(&score.rule))
                }
                None => Ok(()),
            },
            Member::Ladder(index) => match rubric.ladders.get(index) {
                Some(ladder) => {
                    self.inputs(node, ladder.rungs.len(), |own| own.ladder(index, ladder))
                }
                None => Ok(()),
            },
            Member::Ask(_) | Member::Setting(_) => Ok(()),
        }
    }

    /// Whether there is anything to tell of it.
    fn rests(&self, member: Member) -> bool {
        match member {
            Member::Row(row) => self.rubric.rows.get(row).is_some_and(|row| {
                row.is_worked_out()
                    || row.only_when.is_some()
                    || !row.counts_as.is_empty()
                    || !row.at_most.is_empty()
            }),
            _ => true,
        }
    }

    /// What makes something else of a rating than was given.
    fn row(&mut self, node: usize, index: usize) -> Done {
        let rubric = self.rubric;
        let Some(row) = rubric.rows.get(index) else {
            return Ok(());
        };
        let mut all: Vec<(By, &Rule)> = Vec::new();
        all.extend(row.only_when.as_ref().map(|when| (By::OnlyWhen, when)));
        for (by, conditions) in [(By::CountsAs, &row.counts_as), (By::Cap, &row.at_most)] {
            for (_, when) in conditions {
                all.push((by, when));
            }
        }
        let worked = match &row.kind {
            RowKind::Criterion { worked, .. } => worked.map(Ok),
            RowKind::Check { worked, .. } => worked.as_ref().map(Err),
            RowKind::Number(_) => None,
        };
        let count = all.len().saturating_add(usize::from(worked.is_some()));
        self.inputs(node, count, |own| {
            match worked {
                Some(Ok(ladder)) => own.member(Member::Ladder(ladder))?,
                Some(Err(when)) => own.truth(when)?,
                None => {}
            }
            for (place, (by, when)) in all.into_iter().enumerate() {
                let node = own.plain(by, Told::Truth(own.walk.truth(when)?));
                own.at(node, |node| node.how = place);
                own.inputs(node, 1, |own| own.truth(when))?;
            }
            Ok(())
        })
    }

    fn ladder(&mut self, index: usize, ladder: &'a Ladder) -> Done {
        for rung in 0..ladder.rungs.len() {
            self.rung(index, rung, true)?;
        }
        Ok(())
    }

    /// A rung with its needs, and with what rules it out.
    /// One that another names stands at its own place where its ladder is told.
    fn rung(&mut self, index: usize, rung: usize, in_place: bool) -> Done {
        let truth = self.walk.truth(&Rule::Rung(index, rung))?;
        let node = self.node(By::Rung, About::Rung(index, rung), Told::Truth(truth));
        let [.., ladders] = &self.told;
        let there = ladders.get(index) == Some(&true) || self.rungs.contains(&(index, rung));
        if there && !in_place {
            self.at(node, |node| node.shared = true);
            return Ok(());
        }
        self.rungs.push((index, rung));
        let rubric = self.rubric;
        let Some(ladder) = rubric.ladders.get(index) else {
            return Ok(());
        };
        let own = ladder.rungs.get(rung);
        let needs = own.map_or(&[][..], |rung| rung.needs.as_slice());
        let level = own.and_then(|rung| i64::try_from(rung.level).ok());
        self.at(node, |node| node.numbers.extend(level.map(Rational::whole)));
        let mut missing: Vec<usize> = Vec::new();
        if ladder.kind == LadderKind::Award {
            let rows = 0..rubric.rows.len();
            missing.extend(rows.filter(|row| self.walk.comment_of(*row) != Truth::TRUE));
        }
        let count = ladder.nevers.len().saturating_add(needs.len());
        self.inputs(node, count.saturating_add(missing.len()), |own| {
            own.needs(By::Never, (index, rung), &ladder.nevers)?;
            own.needs(By::Need, (index, rung), needs)?;
            for row in missing {
                let truth = Told::Truth(own.walk.comment_of(row));
                own.node(By::Comment, About::Member(Member::Row(row)), truth);
            }
            Ok(())
        })
    }

    fn needs(&mut self, by: By, (ladder, rung): (usize, usize), needs: &'a [Need]) -> Done {
        for (place, need) in needs.iter().enumerate() {
            let truth = Told::Truth(self.walk.truth(&need.rule)?);
            let node = self.node(by, About::Rung(ladder, rung), truth);
            self.at(node, |node| node.how = place);
            self.inputs(node, 1, |own| own.truth(&need.rule))?;
        }
        Ok(())
    }

    fn num(&mut self, rule: &'a Num) -> Done {
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
                let place = shares.place;
                self.at(node, |node| {
                    node.how = usize::from(shares.stretch);
                    node.place = Some(place);
                });
                self.inputs(node, shares.members.len(), |own| {
                    own.shares(&shares.members, &shares.that, shares.stretch, None)
                })
            }
        }
    }

    fn leaf(&mut self, by: By, value: Told) -> Done {
        self.plain(by, value);
        Ok(())
    }

    /// Something with a name where a number stands: a derived level is its points there.
    fn named(&mut self, member: Member, value: Told) -> Done {
        let by = match member {
            Member::Row(_) => By::Row,
            Member::Score(_) => By::Score,
            Member::Ladder(_) => By::Ladder,
            Member::Ask(_) => By::Ask,
            Member::Setting(_) => By::Setting,
        };
        let node = self.node(by, About::Member(member), value);
        self.tell(node, member)
    }

    fn made(
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

    fn branches(&mut self, value: Told, when: &'a Rule, a: &'a Num, b: &'a Num) -> Done {
        let holds = self.walk.truth(when)?;
        let node = self.plain(By::If, value);
        self.inputs(node, 3, |own| {
            own.truth(when)?;
            own.branch(holds, a)?;
            own.branch(holds.not(), b)
        })
    }

    /// A branch; one that is not taken is not looked into.
    fn branch(&mut self, taken: Truth, rule: &'a Num) -> Done {
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
    fn if_any(&self, rule: &Num) -> Told {
        Told::Number(self.walk.num(rule).unwrap_or(Interval::UNDEFINED))
    }

    fn first(&mut self, value: Told, cases: &'a [(Rule, Num)], last: &'a Num) -> Done {
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

    fn gather(&mut self, value: Told, gather: Gather, set: &'a Set, stretch: bool) -> Done {
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
        let place = set.place;
        self.at(node, |node| {
            node.how = usize::from(stretch);
            node.place = Some(place);
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

    fn shares(
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

    fn truth(&mut self, rule: &'a Rule) -> Done {
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

    fn logic(
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
    fn how_many(&mut self, node: usize, quantity: &Quantity, size: usize) {
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
    fn test(&mut self, member: Member, test: &'a RowTest, value: Truth, alone: bool) -> Done {
        let told = Told::Truth(value);
        let about = About::Member(member);
        let (by, how) = match test {
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
        };
        let node = self.node(by, about, told);
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

    fn is_check(&self, member: Member) -> bool {
        let row = match member {
            Member::Row(row) => self.rubric.rows.get(row),
            _ => None,
        };
        row.is_some_and(|row| row.scale().is_none())
    }

    fn member_number(&mut self, member: Member, alone: bool) -> Done {
        let value = match member {
            Member::Row(row) if !alone => self.walk.row_of(row).points,
            _ => self.walk.value_of(member),
        };
        self.named(member, Told::Number(value))
    }

    /// The place of the level that a test asks for on the member's own scale.
    fn bar(&self, member: Member, bars: &[(usize, usize)]) -> Option<Rational> {
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

    fn quantified(
        &mut self,
        told: Told,
        quantity: &Quantity,
        set: &'a Set,
        test: &'a RowTest,
    ) -> Done {
        let node = self.plain(By::Quantified, told);
        let place = set.place;
        self.at(node, |node| node.place = Some(place));
        let left_out = is_about_row(test) && set.pick.is_none();
        let parts = self.walk.parts(None, set, left_out)?;
        let inside = parts.iter().filter(|part| part.inside == Truth::TRUE);
        self.how_many(node, quantity, inside.count());
        self.inputs(node, parts.len(), |own| {
            for (member, part) in set.members.iter().zip(parts) {
                let node = own.nodes.len();
                let holds = own.walk.member_tested(*member, test)?;
                own.test(*member, test, holds, false)?;
                own.at(node, |node| {
                    (node.counts, node.why) = (part.inside, part.why)
                });
            }
            Ok(())
        })
    }
}

fn refs<T>(all: &[T]) -> Vec<&T> {
    all.iter().collect()
}

fn counted(node: &mut Node, part: &Part) {
    node.counts = part.inside;
    node.why = part.why;
    node.adds = part.adds;
    node.weight = Some(part.weight);
}

fn is_about_row(test: &RowTest) -> bool {
    match test {
        RowTest::Answered | RowTest::LeftOut => true,
        RowTest::Not(inner) => is_about_row(inner),
        _ => false,
    }
}

fn cmp_index(cmp: Cmp) -> usize {
    match cmp {
        Cmp::Ge => 0,
        Cmp::Gt => 1,
        Cmp::Le => 2,
        Cmp::Lt => 3,
        Cmp::Eq => 4,
        Cmp::Ne => 5,
    }
}

fn fact_index(fact: Fact) -> usize {
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
