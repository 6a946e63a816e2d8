//! Ladders: the state of rungs, what is still possible, nevers and overrides.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests::*;
use super::*;
use crate::model::{
    Cmp, Gather, Input, InputKind, LadderKind, Member, Num, Reply, RowTest, Rubric, Truth as Rule,
};
use crate::num::Truth;

/// Two rows; `top` from 6 points, `middle` from 3.
fn bands() -> (Rubric, usize) {
    let mut made = rubric(vec![levels(&[0, 2, 4]), levels(&[0, 2, 4])]);
    let sum = gather(&mut made, Gather::Sum);
    let from = |minimum| vec![compare(Cmp::Ge, Num::Of(Member::Score(sum)), minimum)];
    let index = ladder(&mut made, LadderKind::Result, vec![from(6), from(3)]);
    (made, index)
}

#[test]
fn a_rung_is_earned_out_of_reach_possible_or_pending() {
    let (made, index) = bands();
    let found = run(&made, &[rated(1), Answer::Unanswered]);
    assert_eq!(
        found.ladders[index].rungs,
        [RungState::Possible, RungState::Possible]
    );
    assert_eq!(found.ladders[index].possible, [0, 1, 2]);
    assert_eq!(
        (found.ladders[index].decision, found.ladders[index].closed),
        (Decision::Open(None), None)
    );
    let low = run(&made, &[rated(0), rated(1)]);
    assert_eq!(
        (low.ladders[index].decision, low.ladders[index].closed),
        (Decision::Decided(2), Some(2))
    );
    let earned = run(&made, &[rated(2), Answer::Unanswered]);
    assert_eq!(earned.ladders[index].decision, Decision::Open(Some(1)));
    assert_eq!(earned.ladders[index].possible, [0, 1]);
    let closed = Inputs {
        closed: true,
        ..of(&made, &[rated(2), Answer::Unanswered])
    };
    assert_eq!(
        outcome(&made, &closed).unwrap().ladders[index].decision,
        Decision::Pending(None)
    );
}

#[test]
fn never_rules_every_rung_out() {
    let (mut made, index) = bands();
    made.rows.push(check(1));
    made.ladders[index].nevers = vec![need(Rule::Not(Box::new(met(2))))];
    let given = |met| run(&made, &[rated(2), rated(2), Answer::Rated(Value::Met(met))]);
    assert_eq!(given(false).ladders[index].decision, Decision::Decided(2));
    assert_eq!(given(true).ladders[index].decision, Decision::Decided(0));
}

#[test]
fn rungs_refer_to_those_below_and_overrides_change_tests_only() {
    let (mut made, index) = bands();
    let mut scales = vec![(made.ladders[index].scale, 2)];
    scales.push((99, 0));
    let is_top = Rule::Test(
        Member::Ladder(index),
        Box::new(RowTest::Level(Cmp::Eq, scales)),
    );
    let award = ladder(
        &mut made,
        LadderKind::Award,
        vec![vec![Rule::Rung(1, 1), is_top], vec![Rule::Rung(index, 1)]],
    );
    let mut inputs = of(&made, &[rated(1), rated(1)]);
    let before = outcome(&made, &inputs).unwrap();
    assert_eq!(
        before.ladders[award].rungs,
        [RungState::OutOfReach, RungState::Earned]
    );
    inputs.overrides[index] = Some(0);
    let after = outcome(&made, &inputs).unwrap();
    assert_eq!(after.ladders[index].rungs, before.ladders[index].rungs);
    assert_eq!(
        (
            after.ladders[index].overruled,
            after.ladders[index].possible.clone()
        ),
        (Some(0), vec![0])
    );
    assert_eq!(
        after.ladders[award].rungs,
        [RungState::Earned, RungState::Earned]
    );
}

#[test]
fn a_test_on_an_open_result_is_decided_when_all_its_levels_agree() {
    let (mut made, index) = bands();
    let scale = made.ladders[index].scale;
    let at_least = Rule::Test(
        Member::Ladder(index),
        Box::new(RowTest::Level(Cmp::Ge, vec![(scale, 1)])),
    );
    let award = ladder(&mut made, LadderKind::Award, vec![vec![at_least]]);
    let found = run(&made, &[rated(2), Answer::Unanswered]);
    assert_eq!(found.ladders[award].rungs, [RungState::Earned]);
}

#[test]
fn needs_come_with_their_rows_and_their_sides() {
    let mut made = rubric(vec![levels(&[0, 1]), levels(&[0, 1])]);
    let rule = every(&made, at_least(&made, 1));
    let index = ladder(&mut made, LadderKind::Award, vec![vec![rule.clone()]]);
    let found = run(&made, &[rated(1), rated(0)]);
    assert_eq!(members_of(&rule), [Member::Row(0), Member::Row(1)]);
    assert_eq!(
        found.ladders[index].needs[0][0].members,
        [Truth::TRUE, Truth::FALSE]
    );
    let (made, index) = bands();
    let found = run(&made, &[rated(1), rated(1)]);
    let sides = found.ladders[index].needs[0][0].sides.unwrap();
    assert_eq!((sides.0.known(), sides.1.known()), (Some(w(4)), Some(w(6))));
    assert!(is_comparison(&made.ladders[index].rungs[0].needs[0].rule));
}

#[test]
fn settings_that_break_the_order_of_bands_are_found() {
    let (mut made, index) = bands();
    made.settings.push(Input {
        name: String::new(),
        label: String::new(),
        about: None,
        kind: InputKind::Date,
        defaults: vec![(Reply::Number(w(6)), None)],
        source: None,
    });
    if let Rule::Compare(compare) = &mut made.ladders[index].rungs[0].needs[0].rule {
        compare.right = Num::Of(Member::Setting(0));
    }
    let mut inputs = Inputs::new(&made);
    assert_eq!(setting_problems(&made, &inputs), None);
    inputs.settings[0] = Some(Reply::Number(w(3)));
    assert_eq!(setting_problems(&made, &inputs), Some(index));
}
