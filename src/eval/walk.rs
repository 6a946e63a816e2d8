//! The walker. It dispatches over a rule; what each form means stands in a
//! function of its own. Left-out rows are no members of any set.

use super::answer::{Answer, Value};
use super::domain::Domain;
use crate::model::{
    Cmp, Compare, Gather, Member, Num, Quantity, Row, RowTest, Rubric, Set, Share, Truth as Rule,
};
use crate::num::{Rational, Truth, at_least};

/// The exact representation overflowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overflow;

type Result<T> = std::result::Result<T, Overflow>;

/// One walk over the rules of a rubric.
pub struct Walk<'a, D: Domain> {
    rubric: &'a Rubric,
    answers: &'a [Answer],
    /// Scores worked out so far.
    pub scores: Vec<D::Num>,
    /// Rungs worked out so far, by award.
    pub rungs: Vec<Vec<Truth>>,
}

/// A member of a set with its value, and whether it is in the set.
struct InSet<N> {
    member: Member,
    value: N,
    inside: Truth,
}

impl<'a, D: Domain> Walk<'a, D> {
    /// Works out every score.
    pub fn new(rubric: &'a Rubric, answers: &'a [Answer]) -> Result<Self> {
        let mut walk = Self {
            rubric,
            answers,
            scores: vec![D::undefined(); rubric.scores.len()],
            rungs: rubric
                .awards
                .iter()
                .map(|award| vec![Truth::UNDEFINED; award.rungs.len()])
                .collect(),
        };
        for index in &rubric.score_order {
            if let Some(score) = rubric.scores.get(*index) {
                let value = walk.num(&score.rule)?;
                if let Some(slot) = walk.scores.get_mut(*index) {
                    *slot = value;
                }
            }
        }
        Ok(walk)
    }

    fn row(&self, index: usize) -> Option<(&'a Row, Answer)> {
        self.rubric
            .rows
            .get(index)
            .zip(self.answers.get(index).copied())
    }

    fn score(&self, index: usize) -> D::Num {
        self.scores.get(index).copied().unwrap_or_else(D::undefined)
    }

    fn value(&self, member: Member) -> D::Num {
        match member {
            Member::Row(row) => self
                .row(row)
                .map_or_else(D::undefined, |(row, answer)| D::points(row, answer)),
            Member::Score(score) => self.score(score),
        }
    }

    /// A number.
    pub fn num(&self, rule: &Num) -> Result<D::Num> {
        match rule {
            Num::Constant(value) => Ok(D::constant(*value)),
            Num::Row(row) => Ok(self.value(Member::Row(*row))),
            Num::Score(score) => Ok(self.score(*score)),
            Num::Add(terms) => self.fold(terms, D::add),
            Num::Mul(terms) => self.fold(terms, D::mul),
            Num::Div(a, b) => D::div(self.num(a)?, self.num(b)?).ok_or(Overflow),
            Num::Neg(inner) => D::neg(self.num(inner)?).ok_or(Overflow),
            Num::Round(inner, step, mode) => {
                D::round(self.num(inner)?, *step, *mode).ok_or(Overflow)
            }
            Num::AtLeast(a, b) => Ok(D::max(self.num(a)?, self.num(b)?)),
            Num::AtMost(a, b) => Ok(D::min(self.num(a)?, self.num(b)?)),
            Num::If(condition, a, b) => {
                let condition = self.truth(condition)?;
                self.either(condition, || self.num(a), || self.num(b))
            }
            Num::First(cases, last) => self.first(cases, last),
            Num::Gather(gather, set) => self.gather(*gather, set),
            Num::Shares(shares) => Ok(self.shares(shares)?.unwrap_or_else(D::undefined)),
        }
    }

    fn fold(&self, terms: &[Num], op: fn(D::Num, D::Num) -> Option<D::Num>) -> Result<D::Num> {
        let Some((first, rest)) = terms.split_first() else {
            return Ok(D::undefined());
        };
        let mut all = self.num(first)?;
        for term in rest {
            all = op(all, self.num(term)?).ok_or(Overflow)?;
        }
        Ok(all)
    }

    /// The first case that holds; while one is open, those behind it may count.
    fn first(&self, cases: &[(Rule, Num)], last: &Num) -> Result<D::Num> {
        let mut found: Option<D::Num> = None;
        let mut take =
            |value: D::Num| found = Some(found.map_or(value, |before| D::join(before, value)));
        for (when, value) in cases {
            let when = self.truth(when)?;
            if when.can_be_true() {
                take(self.num(value)?);
            }
            if when.can_be_undefined() {
                take(D::undefined());
            }
            if !when.can_be_false() {
                return Ok(found.unwrap_or_else(D::undefined));
            }
        }
        take(self.num(last)?);
        Ok(found.unwrap_or_else(D::undefined))
    }

    /// One branch or the other, both while the condition is open.
    fn either(
        &self,
        condition: Truth,
        a: impl Fn() -> Result<D::Num>,
        b: impl Fn() -> Result<D::Num>,
    ) -> Result<D::Num> {
        let mut found: Option<D::Num> = None;
        let mut take =
            |value: D::Num| found = Some(found.map_or(value, |before| D::join(before, value)));
        if condition.can_be_true() {
            take(a()?);
        }
        if condition.can_be_false() {
            take(b()?);
        }
        if condition.can_be_undefined() {
            take(D::undefined());
        }
        Ok(found.unwrap_or_else(D::undefined))
    }

    /// Who is in a set: rows left out are not, and every filter must hold.
    fn members(&self, set: &Set) -> Result<Vec<InSet<D::Num>>> {
        let mut all = Vec::with_capacity(set.members.len());
        for member in &set.members {
            if let Member::Row(row) = member
                && self
                    .row(*row)
                    .is_some_and(|(_, answer)| !answer.is_member())
            {
                continue;
            }
            let mut inside = Truth::TRUE;
            for test in &set.that {
                inside = inside.and(self.test(*member, test)?);
            }
            if inside != Truth::FALSE {
                let value = self.inside_value(*member, inside, &set.that)?;
                all.push(InSet {
                    member: *member,
                    value,
                    inside,
                });
            }
        }
        Ok(all)
    }

    /// A member's value if it is in: of an open row, only the levels that the filters let in.
    fn inside_value(&self, member: Member, inside: Truth, that: &[RowTest]) -> Result<D::Num> {
        if inside == Truth::TRUE || !inside.can_be_true() {
            return Ok(self.value(member));
        }
        let Some((row, Answer::Unanswered)) = self.member_row(member) else {
            return Ok(self.value(member));
        };
        let mut found: Option<D::Num> = None;
        for level in 0..row.level_count() {
            let answer = Answer::Rated(Value::Level(level));
            let mut fits = true;
            for test in that {
                fits &= self.test_as(member, Some(answer), test)?.can_be_true();
            }
            if fits {
                let value = D::points(row, answer);
                found = Some(found.map_or(value, |before| D::join(before, value)));
            }
        }
        Ok(found.unwrap_or_else(|| self.value(member)))
    }

    fn member_row(&self, member: Member) -> Option<(&'a Row, Answer)> {
        match member {
            Member::Row(row) => self.row(row),
            Member::Score(_) => None,
        }
    }

    /// Whether nobody could have been in a set, filters aside.
    fn is_void(&self, set: &Set) -> bool {
        set.members.iter().all(|member| match member {
            Member::Row(row) => self.row(*row).is_none_or(|(_, answer)| !answer.is_member()),
            Member::Score(_) => false,
        })
    }

    fn gather(&self, gather: Gather, set: &Set) -> Result<D::Num> {
        if self.is_void(set) {
            return Ok(D::undefined());
        }
        let all = self.members(set)?;
        match gather {
            Gather::Count => self.count(&all),
            Gather::Sum => self.sum(&all, |one| Ok(one.value)),
            Gather::WeightedSum => self.sum(&all, |one| {
                D::mul(one.value, D::constant(self.weight(one.member))).ok_or(Overflow)
            }),
            _ => self.middle(gather, &all),
        }
    }

    fn count(&self, all: &[InSet<D::Num>]) -> Result<D::Num> {
        self.sum(all, |_| Ok(D::constant(Rational::ONE)))
    }

    /// Adds up; one that may be outside adds its value or nothing.
    fn sum(
        &self,
        all: &[InSet<D::Num>],
        each: impl Fn(&InSet<D::Num>) -> Result<D::Num>,
    ) -> Result<D::Num> {
        let mut total = D::constant(Rational::ZERO);
        for one in all {
            let term = self.either(one.inside, || each(one), || Ok(D::constant(Rational::ZERO)))?;
            total = D::add(total, term).ok_or(Overflow)?;
        }
        Ok(total)
    }

    /// Operations whose result lies between those of the single members.
    fn middle(&self, gather: Gather, all: &[InSet<D::Num>]) -> Result<D::Num> {
        if all.is_empty() {
            return Ok(D::undefined());
        }
        if all.iter().all(|one| one.inside == Truth::TRUE) {
            return self.settled(gather, all);
        }
        // Who is in is still open: whatever comes out lies between the members.
        let mut found: Option<D::Num> = None;
        for one in all {
            let alone = [InSet {
                inside: Truth::TRUE,
                ..*one
            }];
            let value = self.settled(gather, &alone)?;
            found = Some(found.map_or(value, |before| D::join(before, value)));
        }
        let sure = all.iter().any(|one| one.inside == Truth::TRUE)
            && !all.iter().any(|one| one.inside.can_be_undefined());
        let found = found.unwrap_or_else(D::undefined);
        Ok(if sure {
            found
        } else {
            D::join(found, D::undefined())
        })
    }

    fn settled(&self, gather: Gather, all: &[InSet<D::Num>]) -> Result<D::Num> {
        let values = || all.iter().map(|one| one.value);
        match gather {
            Gather::Lowest => Ok(values().reduce(D::min).unwrap_or_else(D::undefined)),
            Gather::Highest => Ok(values().reduce(D::max).unwrap_or_else(D::undefined)),
            Gather::Median => D::median(&values().collect::<Vec<_>>()).ok_or(Overflow),
            Gather::Mean => {
                let count = Rational::whole(i64::try_from(all.len()).map_err(|_| Overflow)?);
                D::div(self.sum(all, |one| Ok(one.value))?, D::constant(count)).ok_or(Overflow)
            }
            Gather::WeightedMean => {
                let top = self.sum(all, |one| {
                    D::mul(one.value, D::constant(self.weight(one.member))).ok_or(Overflow)
                })?;
                self.over(top, all.iter().map(|one| Some(self.weight(one.member))))
            }
            Gather::Percent => {
                let top = self.sum(all, |one| Ok(one.value))?;
                self.over(top, all.iter().map(|one| self.most(one.member)))
            }
            _ => {
                let top = self.sum(all, |one| {
                    let share = D::div(
                        one.value,
                        self.most(one.member).map_or_else(D::undefined, D::constant),
                    )
                    .ok_or(Overflow)?;
                    D::mul(share, D::constant(self.weight(one.member))).ok_or(Overflow)
                })?;
                self.over(top, all.iter().map(|one| Some(self.weight(one.member))))
            }
        }
    }

    fn over(&self, top: D::Num, parts: impl Iterator<Item = Option<Rational>>) -> Result<D::Num> {
        let mut bottom = Rational::ZERO;
        for part in parts {
            let Some(part) = part else {
                return Ok(D::undefined());
            };
            bottom = bottom.add(part).ok_or(Overflow)?;
        }
        D::div(top, D::constant(bottom)).ok_or(Overflow)
    }

    fn weight(&self, member: Member) -> Rational {
        match member {
            Member::Row(row) => self.rubric.rows.get(row).map_or(Rational::ONE, Row::weighs),
            Member::Score(_) => Rational::ONE,
        }
    }

    fn most(&self, member: Member) -> Option<Rational> {
        match member {
            Member::Row(row) => self.rubric.rows.get(row)?.most(),
            Member::Score(_) => None,
        }
    }

    /// The weighted mean of shares; nothing when no member counts.
    fn shares(&self, shares: &[Share]) -> Result<Option<D::Num>> {
        let (mut top, mut bottom) = (D::constant(Rational::ZERO), Rational::ZERO);
        let mut counts = false;
        for share in shares {
            let (weight, value) = match share {
                Share::Row(row, weight) => (*weight, self.share(*row)?),
                Share::Part(weight, inner) => (*weight, self.shares(inner)?),
            };
            let Some(value) = value else { continue };
            counts = true;
            let term = D::mul(value, D::constant(weight)).ok_or(Overflow)?;
            top = D::add(top, term).ok_or(Overflow)?;
            bottom = bottom.add(weight).ok_or(Overflow)?;
        }
        if !counts {
            return Ok(None);
        }
        D::div(top, D::constant(bottom)).map(Some).ok_or(Overflow)
    }

    fn share(&self, row: usize) -> Result<Option<D::Num>> {
        let Some((row, answer)) = self.row(row) else {
            return Ok(None);
        };
        if !answer.is_member() {
            return Ok(None);
        }
        let most = row.most().map_or_else(D::undefined, D::constant);
        D::div(D::points(row, answer), most)
            .map(Some)
            .ok_or(Overflow)
    }

    /// A condition.
    pub fn truth(&self, rule: &Rule) -> Result<Truth> {
        match rule {
            Rule::Constant(value) => Ok(Truth::from_bool(*value)),
            Rule::And(rules) => self.all(rules, Truth::TRUE, Truth::and),
            Rule::Or(rules) => self.all(rules, Truth::FALSE, Truth::or),
            Rule::Not(inner) => Ok(self.truth(inner)?.not()),
            Rule::If(condition, a, b) => {
                let condition = self.truth(condition)?;
                self.branch(condition, self.truth(a)?, self.truth(b)?)
            }
            Rule::Compare(compare) => self.compare(compare),
            Rule::Test(member, test) => self.test(*member, test),
            Rule::Quantified(quantity, set, test) => self.quantified(*quantity, set, test),
            Rule::Count(quantity, rules) => {
                let truths: Result<Vec<Truth>> =
                    rules.iter().map(|rule| self.truth(rule)).collect();
                Ok(many(*quantity, &truths?))
            }
            Rule::Rung(award, rung) => Ok(self
                .rungs
                .get(*award)
                .and_then(|rungs| rungs.get(*rung))
                .copied()
                .unwrap_or(Truth::UNDEFINED)),
        }
    }

    fn all(&self, rules: &[Rule], start: Truth, op: fn(Truth, Truth) -> Truth) -> Result<Truth> {
        let mut all = start;
        for rule in rules {
            all = op(all, self.truth(rule)?);
        }
        Ok(all)
    }

    fn branch(&self, condition: Truth, a: Truth, b: Truth) -> Result<Truth> {
        let mut found = Truth::of(false, false, condition.can_be_undefined());
        if condition.can_be_true() {
            found = found.union(a);
        }
        if condition.can_be_false() {
            found = found.union(b);
        }
        Ok(found)
    }

    fn compare(&self, compare: &Compare) -> Result<Truth> {
        Ok(D::compare(
            compare.cmp,
            self.num(&compare.left)?,
            self.num(&compare.right)?,
        ))
    }

    /// One member tested.
    pub fn test(&self, member: Member, test: &RowTest) -> Result<Truth> {
        self.test_as(member, self.answer(member), test)
    }

    /// One member tested as if it were answered so.
    fn test_as(&self, member: Member, answer: Option<Answer>, test: &RowTest) -> Result<Truth> {
        match test {
            RowTest::Level(cmp, by_scale) => Ok(self.level(member, answer, *cmp, by_scale)),
            RowTest::Points(cmp, value) => {
                let points = match (self.member_row(member), answer) {
                    (Some((row, _)), Some(answer)) => D::points(row, answer),
                    _ => self.value(member),
                };
                Ok(D::compare(*cmp, points, self.num(value)?))
            }
            RowTest::Met => Ok(answer.map_or(Truth::UNDEFINED, D::met)),
            RowTest::Answered => Ok(answer.map_or(Truth::UNDEFINED, D::answered)),
            RowTest::Not(inner) => Ok(self.test_as(member, answer, inner)?.not()),
            RowTest::If(condition, a, b) => {
                let condition = self.truth(condition)?;
                let (a, b) = (
                    self.test_as(member, answer, a)?,
                    self.test_as(member, answer, b)?,
                );
                self.branch(condition, a, b)
            }
        }
    }

    fn answer(&self, member: Member) -> Option<Answer> {
        self.member_row(member).map(|(_, answer)| answer)
    }

    /// By the order of levels, over every level the row may still have.
    fn level(
        &self,
        member: Member,
        answer: Option<Answer>,
        cmp: Cmp,
        by_scale: &[Option<usize>],
    ) -> Truth {
        let (Some((row, _)), Some(answer)) = (self.member_row(member), answer) else {
            return Truth::UNDEFINED;
        };
        let crate::model::RowKind::Criterion { scale, .. } = &row.kind else {
            return Truth::UNDEFINED;
        };
        let bar = by_scale.get(*scale).copied().flatten();
        let (Some((first, last)), Some(bar)) = (D::levels(row, answer), bar) else {
            return Truth::UNDEFINED;
        };
        let mut found = Truth::of(false, false, false);
        for level in first..=last {
            found = found.union(Truth::from_bool(match cmp {
                Cmp::Ge => level >= bar,
                Cmp::Gt => level > bar,
                Cmp::Le => level <= bar,
                Cmp::Lt => level < bar,
                Cmp::Eq => level == bar,
                Cmp::Ne => level != bar,
            }));
        }
        found
    }

    fn quantified(&self, quantity: Quantity, set: &Set, test: &RowTest) -> Result<Truth> {
        if self.is_void(set) {
            return Ok(Truth::UNDEFINED);
        }
        let all = self.members(set)?;
        let mut truths = Vec::with_capacity(all.len());
        let mut sure = 0_usize;
        for one in &all {
            let holds = self.test(one.member, test)?;
            if one.inside == Truth::TRUE {
                sure = sure.saturating_add(1);
                truths.push(holds);
            } else if quantity == Quantity::Every {
                truths.push(one.inside.not().or(holds));
            } else {
                truths.push(one.inside.and(holds));
            }
        }
        if sure == all.len() || !quantity.is_share() {
            return Ok(many(quantity, &truths));
        }
        // How many half is depends on who is in: every size that may come out.
        let mut found = Truth::of(false, false, false);
        for size in sure..=all.len() {
            found = found.union(many_of(quantity, size, &truths));
        }
        Ok(found)
    }
}

impl Quantity {
    fn is_share(self) -> bool {
        matches!(
            self,
            Self::AtLeastShare(_) | Self::AtMostShare(_) | Self::ExactlyShare(_) | Self::Most
        )
    }
}

/// Whether so many of these are true.
fn many(quantity: Quantity, truths: &[Truth]) -> Truth {
    many_of(quantity, truths.len(), truths)
}

/// The same, out of `size` members.
fn many_of(quantity: Quantity, size: usize, truths: &[Truth]) -> Truth {
    let reach = |wanted: usize| at_least(wanted, truths.iter().copied());
    let more = |count: usize| reach(count.saturating_add(1)).not();
    match quantity {
        Quantity::Every => truths.iter().copied().fold(Truth::TRUE, Truth::and),
        Quantity::AtLeast(count) => reach(count),
        Quantity::AtMost(count) => more(count),
        Quantity::Exactly(count) => reach(count).and(more(count)),
        Quantity::AtLeastShare(share) => reach(part_of(share, size, true)),
        Quantity::AtMostShare(share) => more(part_of(share, size, false)),
        Quantity::ExactlyShare(share) => {
            let count = part_of(share, size, true);
            if part_of(share, size, false) == count {
                reach(count).and(more(count))
            } else {
                Truth::FALSE
            }
        }
        Quantity::Most => reach(size.checked_div(2).unwrap_or(0).saturating_add(1)),
    }
}

/// A share of a number of members as a count, rounded up or down.
fn part_of(share: Rational, size: usize, up: bool) -> usize {
    let exact = i64::try_from(size)
        .ok()
        .and_then(|size| share.mul(Rational::whole(size)));
    let Some(exact) = exact else {
        return usize::MAX;
    };
    let whole = exact
        .floor()
        .saturating_add(i128::from(up && !exact.is_whole()));
    usize::try_from(whole.max(0)).unwrap_or(usize::MAX)
}
