//! What is kept up to date is always what working everything out afresh gives,
//! after every edit of random rubrics.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests::*;
use super::tests_dice::*;
use super::tests_random::with_everything;
use super::tests_rules::with_rules;
use super::*;
use crate::model::{
    Cmp, CommentMode, Gather, LadderKind, Member, Num, Quantity, RowTest, Rubric, Set,
    Truth as Rule,
};

/// One of the inputs moves.
fn edit(dice: &mut Dice, made: &Rubric, inputs: &mut Inputs) -> Edit {
    match dice.roll(16) {
        0 if !made.asks.is_empty() => {
            let ask = dice.roll(made.asks.len());
            let all = replies(made, ask);
            inputs.replies[ask] = (!dice.one_in(3)).then(|| all[dice.roll(all.len())]);
            Edit::Ask(ask)
        }
        1 if !made.ladders.is_empty() => {
            let ladder = dice.roll(made.ladders.len());
            let rungs = made.ladders[ladder].rungs.len();
            inputs.overrides[ladder] = dice.one_in(2).then(|| dice.roll(rungs + 1));
            Edit::Ladder(ladder)
        }
        2 => {
            let row = dice.roll(made.rows.len());
            inputs.remarks[row] = [Remark::None, Remark::Text, Remark::Link][dice.roll(3)];
            Edit::Remark(row)
        }
        3 if dice.one_in(3) => {
            inputs.closed = !inputs.closed;
            Edit::Other
        }
        _ => {
            let row = dice.roll(made.rows.len());
            let all = choices(made, row);
            let before = inputs.answers[row];
            inputs.answers[row] = match dice.one_in(4) {
                true => Answer::Unanswered,
                false => all[dice.roll(all.len())],
            };
            Edit::Row(row, before)
        }
    }
}

/// Every step of so many edits is compared.
fn follow(dice: &mut Dice, made: &Rubric, note: &str) -> usize {
    let mut inputs = partial(made, dice);
    let mut live = Live::new(made, &inputs).unwrap();
    let mut kept = 0;
    for step in 0..24 {
        let edit = edit(dice, made, &mut inputs);
        live.edit(made, &inputs, edit).unwrap();
        let fresh = outcome(made, &inputs).unwrap();
        assert_eq!(live.outcome(), &fresh, "{note}, step {step}: {edit:?}");
        kept += usize::from(!live.moved().everything);
    }
    kept
}

/// A test of one row after the other, in several ways.
fn of_each(dice: &mut Dice, made: &Rubric) -> Rule {
    let how = [
        Quantity::Every,
        Quantity::Most,
        Quantity::AtLeast(crate::model::Amount::Count(1)),
        Quantity::AtMost(crate::model::Amount::Share(r(1, 2))),
    ];
    let test = match dice.roll(4) {
        0 => RowTest::Points(Cmp::Ge, Box::new(Num::Constant(w(1)))),
        1 => RowTest::Answered,
        2 => RowTest::Not(Box::new(RowTest::HasComment)),
        _ => RowTest::HasScore,
    };
    let mut members: Vec<Member> = (0..made.rows.len()).map(Member::Row).collect();
    if dice.one_in(2) {
        members.truncate(2);
    }
    let set = Set {
        members,
        ..Set::default()
    };
    Rule::Quantified(how[dice.roll(4)].clone(), Box::new(set), Box::new(test))
}

#[test]
fn what_is_kept_is_what_is_worked_out_afresh() {
    let mut dice = Dice(31);
    let mut kept = 0;
    for round in 0..120 {
        let mix = Mix {
            conditions: dice.one_in(2),
            lower: dice.one_in(3),
            negative: dice.one_in(4),
            bonus: dice.one_in(4),
            leave_out: dice.one_in(2),
            weights: dice.one_in(2),
            even: false,
            all: dice.one_in(3),
        };
        let mut made = random_rubric(&mut dice, mix);
        if dice.one_in(3) {
            made.rows[1].comment.mode = CommentMode::Required;
        }
        if dice.one_in(2) {
            with_everything(&mut dice, &mut made);
        }
        with_rules(&mut dice, &mut made);
        let each = |dice: &mut Dice, made: &Rubric| vec![of_each(dice, made), of_each(dice, made)];
        let rungs = vec![each(&mut dice, &made), each(&mut dice, &made)];
        let own = made.ladders.len();
        let award = ladder(&mut made, LadderKind::Award, rungs);
        // The best rung needs the one below it.
        made.ladders[award].rungs[0]
            .needs
            .push(need(Rule::Rung(own, 1)));
        let never = need(of_each(&mut dice, &made));
        made.ladders[award].nevers.push(never);
        gather(&mut made, Gather::WeightedPercent);
        kept += follow(&mut dice, &made, &format!("round {round}"));
    }
    // It is of use only where most edits are not worked out afresh.
    assert!(kept > 120 * 20, "{kept} of {}", 120 * 24);
}
