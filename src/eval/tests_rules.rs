//! Random rules over the rows of a small rubric.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests::*;
use super::tests_dice::{Dice, GATHERS};
use super::tests_sets::{in_part, picked};
use crate::model::{
    Amount, Branch, Cmp, Gather, LadderKind, Member, Node, Num, Part, Quantity, RowTest, Rubric,
    Set, Share, Shares, Truth as Rule,
};

fn random_set(dice: &mut Dice, made: &Rubric) -> Set {
    let mut set = all(made);
    if dice.one_in(2) {
        let least = w(i64::try_from(dice.roll(3)).unwrap());
        set.that
            .push(RowTest::Points(Cmp::Ge, Box::new(Num::Constant(least))));
    }
    if dice.one_in(3) {
        set.pick = picked(made, dice.one_in(2), 1 + dice.roll(3)).pick;
    }
    set
}

pub(crate) fn random_rule(dice: &mut Dice, made: &Rubric) -> Rule {
    let amount = |dice: &mut Dice| match dice.roll(2) {
        0 => Amount::Count(1 + dice.roll(2)),
        _ => Amount::Share(r(1, 2)),
    };
    let quantity = match dice.roll(5) {
        0 => Quantity::Every,
        1 => Quantity::Most,
        2 => Quantity::AtLeast(amount(dice)),
        3 => Quantity::AtMost(amount(dice)),
        _ => Quantity::Exactly(amount(dice)),
    };
    let test = match dice.roll(4) {
        0 => RowTest::Answered,
        1 => RowTest::LeftOut,
        _ => RowTest::Points(Cmp::Gt, Box::new(Num::Constant(w(0)))),
    };
    match dice.roll(3) {
        0 if !made.scores.is_empty() => {
            let score = dice.roll(made.scores.len());
            compare(Cmp::Ge, Num::Of(Member::Score(score)), 1)
        }
        _ => Rule::Quantified(quantity, Box::new(random_set(dice, made)), Box::new(test)),
    }
}

/// Scores and ladders of every kind over all rows.
pub(crate) fn with_rules(dice: &mut Dice, made: &mut Rubric) {
    for how in GATHERS {
        let set = random_set(dice, made);
        let stretch = matches!(how, Gather::Percent | Gather::WeightedPercent) && dice.one_in(3);
        score(made, Num::Gather(how, Box::new(set), stretch));
    }
    for kind in [LadderKind::Award, LadderKind::Result] {
        let rungs = (0..2)
            .map(|_| vec![random_rule(dice, made), random_rule(dice, made)])
            .collect();
        let index = ladder(made, kind, rungs);
        if dice.one_in(3) {
            let rule = random_rule(dice, made);
            made.ladders[index].nevers = vec![need(rule)];
        }
    }
}

/// Puts the rows into a part, the last two of them into a part inside it.
pub(crate) fn nested(dice: &mut Dice, made: &mut Rubric, choose: Option<usize>) -> Shares {
    if dice.one_in(2) {
        return in_part(made, choose);
    }
    let first = made.rows.len() - 2;
    let part = |parent, choose| Part {
        parent,
        choose,
        ..Part::default()
    };
    made.parts = vec![part(None, choose), part(Some(0), None)];
    for (index, row) in made.rows.iter_mut().enumerate() {
        row.part = Some(usize::from(index >= first));
    }
    let inner: Vec<Branch> = (first..made.rows.len()).map(Branch::Row).collect();
    let mut outer: Vec<Branch> = (0..first).map(Branch::Row).collect();
    outer.push(Branch::Part(1, inner));
    made.tree = vec![Branch::Part(0, outer)];
    if dice.one_in(3) {
        let when = Rule::Test(
            Member::Row(0),
            Box::new(RowTest::Points(Cmp::Gt, Box::new(Num::Constant(w(0))))),
        );
        made.parts[1].only_when = Some(when);
        (first..made.rows.len()).for_each(|row| made.order.push(Node::Row(row)));
        made.order.push(Node::Part(1));
    }
    made.order.push(Node::Part(0));
    let share = |row: usize| Share::Row(row, made.rows[row].weighs());
    let mut members: Vec<Share> = (0..first).map(share).collect();
    members.push(Share::Part(
        1,
        w(1),
        (first..made.rows.len()).map(share).collect(),
    ));
    Shares {
        members: vec![Share::Part(0, w(1), members)],
        ..Shares::default()
    }
}
