//! Every node of a rule, one by one, so that a proof only says which it looks for.

use crate::model::{Amount, Member, Num, Quantity, RowTest, Rubric, Set, Share, Truth};

/// A node of a rule.
pub(super) enum Seen<'a> {
    Num(&'a Num),
    Truth(&'a Truth),
    Test(&'a RowTest),
    Set(&'a Set),
    /// Something that is looked at.
    Member(Member),
    /// A count or a share that a setting says.
    Setting,
    /// What follows is worked out for each of so many members, up to `Done`.
    Each(usize),
    Done,
}

type See<'s, 'a> = &'s mut dyn FnMut(Seen<'a>);

/// A number and everything in it. A short form stands for the rule beside it.
pub(super) fn num<'a>(rule: &'a Num, see: See<'_, 'a>) {
    see(Seen::Num(rule));
    match rule {
        Num::Constant(_) | Num::Undefined | Num::Today | Num::Fact(..) => {}
        Num::Of(member) => see(Seen::Member(*member)),
        Num::Add(all) | Num::Mul(all) => all.iter().for_each(|one| num(one, see)),
        Num::Div(a, b) | Num::AtLeast(a, b) | Num::AtMost(a, b) => {
            num(a, see);
            num(b, see);
        }
        Num::Neg(inner)
        | Num::Round(inner, ..)
        | Num::AddMonths(inner, _)
        | Num::Linear(_, inner) => num(inner, see),
        Num::If(when, a, b) => {
            truth(when, see);
            num(a, see);
            num(b, see);
        }
        Num::First(cases, last) => {
            for (when, value) in cases {
                truth(when, see);
                num(value, see);
            }
            num(last, see);
        }
        Num::Gather(_, inner, _) => set(inner, see),
        Num::Shares(shares) => {
            share(&shares.members, see);
            tests(rows_in(&shares.members), &shares.that, see);
        }
    }
}

fn share<'a>(shares: &'a [Share], see: See<'_, 'a>) {
    for one in shares {
        match one {
            Share::Row(row, _) => see(Seen::Member(Member::Row(*row))),
            Share::Part(_, _, inner) => share(inner, see),
        }
    }
}

fn rows_in(shares: &[Share]) -> usize {
    let each = shares.iter().map(|one| match one {
        Share::Row(..) => 1,
        Share::Part(_, _, inner) => rows_in(inner),
    });
    each.fold(0, usize::saturating_add)
}

/// Tests of each of so many members.
fn tests<'a>(members: usize, all: &'a [RowTest], see: See<'_, 'a>) {
    if !all.is_empty() {
        see(Seen::Each(members));
        all.iter().for_each(|one| test(one, see));
        see(Seen::Done);
    }
}

fn set<'a>(found: &'a Set, see: See<'_, 'a>) {
    see(Seen::Set(found));
    let members = found.members.iter();
    members.for_each(|member| see(Seen::Member(*member)));
    tests(found.members.len(), &found.that, see);
    if let Some(pick) = &found.pick {
        amount(&pick.count, see);
    }
}

fn amount<'a>(amount: &'a Amount, see: See<'_, 'a>) {
    if matches!(amount, Amount::Setting(..)) {
        see(Seen::Setting);
    }
}

fn quantity<'a>(quantity: &'a Quantity, see: See<'_, 'a>) {
    match quantity {
        Quantity::AtLeast(all) | Quantity::AtMost(all) | Quantity::Exactly(all) => amount(all, see),
        Quantity::Every | Quantity::Most => {}
    }
}

/// A test and everything in it.
pub(super) fn test<'a>(rule: &'a RowTest, see: See<'_, 'a>) {
    see(Seen::Test(rule));
    match rule {
        RowTest::Points(_, value) => num(value, see),
        RowTest::Not(inner) => test(inner, see),
        RowTest::First(cases, last) => {
            for (when, one) in cases {
                truth(when, see);
                test(one, see);
            }
            test(last, see);
        }
        _ => {}
    }
}

/// A condition and everything in it.
pub(super) fn truth<'a>(rule: &'a Truth, see: See<'_, 'a>) {
    see(Seen::Truth(rule));
    match rule {
        Truth::Constant(_) | Truth::Rung(..) | Truth::Complete(_) => {}
        Truth::Ask(ask) => see(Seen::Member(Member::Ask(*ask))),
        Truth::And(all) | Truth::Or(all) => all.iter().for_each(|one| truth(one, see)),
        Truth::Count(many, all) => {
            quantity(many, see);
            all.iter().for_each(|one| truth(one, see));
        }
        Truth::Not(inner) => truth(inner, see),
        Truth::If(when, a, b) => [when, a, b].into_iter().for_each(|one| truth(one, see)),
        Truth::Compare(compare) => {
            num(&compare.left, see);
            num(&compare.right, see);
        }
        Truth::Test(member, one) => {
            see(Seen::Member(*member));
            test(one, see);
        }
        Truth::Quantified(many, found, one) => {
            quantity(many, see);
            set(found, see);
            tests(found.members.len(), std::slice::from_ref(one.as_ref()), see);
        }
        Truth::HasScore(number) => num(number, see),
    }
}

/// Every rule of a rubric, examples aside.
pub(super) fn all<'a>(rubric: &'a Rubric, see: See<'_, 'a>) {
    for score in &rubric.scores {
        num(&score.rule, see);
    }
    for ladder in 0..rubric.ladders.len() {
        self::ladder(rubric, ladder, see);
    }
    for row in 0..rubric.rows.len() {
        self::row(rubric, row, see);
    }
    let parts = rubric.parts.iter().map(|part| part.only_when.as_ref());
    let slots = rubric.slots.iter().map(|slot| slot.only_when.as_ref());
    let advice = rubric.advice.iter().map(|advice| Some(&advice.when));
    let rest = parts.chain(slots).chain(advice).flatten();
    rest.for_each(|when| truth(when, see));
}

/// The nevers and needs of a ladder.
pub(super) fn ladder<'a>(rubric: &'a Rubric, ladder: usize, see: See<'_, 'a>) {
    let Some(ladder) = rubric.ladders.get(ladder) else {
        return;
    };
    let needs = ladder.rungs.iter().flat_map(|rung| &rung.needs);
    let needs = ladder.nevers.iter().chain(needs);
    needs.for_each(|need| truth(&need.rule, see));
}

/// The conditions of a row itself.
pub(super) fn row<'a>(rubric: &'a Rubric, row: usize, see: See<'_, 'a>) {
    let Some(row) = rubric.rows.get(row) else {
        return;
    };
    let counts = row.counts_as.iter().chain(&row.at_most);
    let whens = row.only_when.iter().chain(counts.map(|(_, when)| when));
    whens.for_each(|when| truth(when, see));
    if let Some(when) = &row.comment.when {
        test(when, see);
    }
    match &row.kind {
        crate::model::RowKind::Check {
            worked: Some(when), ..
        } => truth(when, see),
        crate::model::RowKind::Criterion {
            worked: Some(ladder),
            ..
        } => see(Seen::Member(Member::Ladder(*ladder))),
        _ => {}
    }
}
