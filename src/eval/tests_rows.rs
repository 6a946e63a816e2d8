//! Rows, their states and their properties.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests::*;
use super::*;
use crate::model::{
    Amount, Code, Coded, CommentMode, Gather, Input, InputKind, LadderKind, Marks, Node, Num,
    Quantity, Reply, RowKind, Slot, Truth as Rule,
};
use crate::num::{Interval, Truth};

#[test]
fn the_five_states_stay_apart() {
    let mut made = rubric(vec![
        levels(&[0, 1]),
        levels(&[0, 1]),
        levels(&[0, 1]),
        check(1),
        check(1),
    ]);
    made.rows[1].leave_out = Some(false);
    made.rows[2].not_scored = true;
    made.rows[3].only_when = Some(met(4));
    made.order.push(Node::Row(3));
    let met_not = Answer::Rated(Value::Met(false));
    let found = run(
        &made,
        &[
            Answer::Unanswered,
            Answer::LeftOut,
            rated(1),
            Answer::Rated(Value::Met(true)),
            met_not,
        ],
    );
    let states: Vec<RowState> = found.rows.iter().map(|row| row.state).collect();
    assert_eq!(
        states,
        [
            RowState::Unanswered,
            RowState::LeftOut,
            RowState::NotScored,
            RowState::NotAsked,
            RowState::Rated
        ]
    );
    assert_eq!(found.rows[2].level, Some(Value::Level(1)));
    assert_eq!(found.progress, (1, 2));
}

#[test]
fn a_row_left_out_is_no_member_and_may_leave_while_it_is_open() {
    let mut made = rubric(vec![levels(&[0, 2]), levels(&[0, 4])]);
    made.rows[1].leave_out = Some(false);
    let mean = gather(&mut made, Gather::Mean);
    let open = run(&made, &[rated(1), Answer::Unanswered]);
    assert_eq!(open.scores[mean].bounds, between(w(1), w(3)));
    let out = run(&made, &[rated(1), Answer::LeftOut]);
    assert_eq!(out.scores[mean].bounds, Interval::point(w(2)));
}

#[test]
fn ratings_are_taken_as_stored_or_refused() {
    let mut made = rubric(vec![levels(&[0, 2, 2, 5]), check(1), number(0, 4)]);
    assert_eq!(fit(&made.rows[0], Value::Number(w(5))), Ok(Value::Level(3)));
    assert_eq!(
        fit(&made.rows[0], Value::Number(w(2))),
        Err(Refusal::Points)
    );
    assert_eq!(fit(&made.rows[0], Value::Level(4)), Err(Refusal::Level));
    assert_eq!(fit(&made.rows[2], Value::Number(w(5))), Err(Refusal::Range));
    assert_eq!(
        fit(&made.rows[2], Value::Number(r(1, 2))),
        Err(Refusal::Step)
    );
    assert_eq!(fit(&made.rows[1], Value::Level(0)), Err(Refusal::Kind));
    assert_eq!(may_leave_out(&made.rows[0], true), Err(Refusal::LeftOut));
    made.rows[0].leave_out = Some(true);
    assert_eq!(may_leave_out(&made.rows[0], false), Err(Refusal::Reason));
    if let RowKind::Criterion { offered, .. } = &mut made.rows[0].kind {
        *offered = (1, 3);
    }
    assert_eq!(
        fit(&made.rows[0], Value::Level(0)),
        Err(Refusal::NotOffered)
    );
}

#[test]
fn a_range_level_leaves_its_mark_open_until_it_is_closed() {
    let mut made = rubric(vec![levels(&[0, 8])]);
    if let RowKind::Criterion { marks, .. } = &mut made.rows[0].kind {
        marks[1] = Marks {
            from: w(5),
            to: w(8),
            step: Some(w(1)),
            list: Vec::new(),
        };
    }
    let sum = gather(&mut made, Gather::Sum);
    assert_eq!(
        fit(&made.rows[0], Value::Number(w(7))),
        Ok(Value::Mark(1, w(7)))
    );
    let found = run(&made, &[rated(1)]);
    assert_eq!(found.scores[sum].bounds, between(w(5), w(8)));
    assert_eq!(
        (found.rows[0].state, found.scores[sum].closed),
        (RowState::Rated, None)
    );
    let marked = run(&made, &[Answer::Rated(Value::Mark(1, w(7)))]);
    assert_eq!(marked.scores[sum].bounds, Interval::point(w(7)));
}

#[test]
fn codes_set_the_rows_they_reach_and_keep_the_rating_underneath() {
    let mut made = rubric(vec![levels(&[0, 1]), levels(&[0, 1])]);
    let sum = gather(&mut made, Gather::Sum);
    let code = |this_row, to| Code {
        name: String::new(),
        label: String::new(),
        this_row,
        sets: vec![(0, to), (1, to)],
    };
    made.codes = vec![
        code(true, Coded::Zero),
        code(false, Coded::NoScore),
        code(false, Coded::NotScored),
    ];
    let mut inputs = of(&made, &[rated(1), rated(1)]);
    inputs.codes = vec![(0, Some(0))];
    let found = outcome(&made, &inputs).unwrap();
    assert_eq!(found.scores[sum].bounds, Interval::point(w(1)));
    assert_eq!((found.rows[0].code, found.rows[1].code), (Some(0), None));
    inputs.codes = vec![(1, None)];
    assert!(outcome(&made, &inputs).unwrap().scores[sum].bounds.empty);
    inputs.codes = vec![(2, None)];
    assert_eq!(
        outcome(&made, &inputs).unwrap().rows[0].state,
        RowState::NotScored
    );
}

#[test]
fn closing_brings_policies_and_defaults() {
    let mut made = rubric(vec![levels(&[0, 3]), levels(&[0, 3])]);
    made.rows[0].unanswered = Some(Value::Level(0));
    made.asks.push(Input {
        name: String::new(),
        label: String::new(),
        about: None,
        kind: InputKind::YesNo,
        defaults: vec![(Reply::Yes(true), None)],
        source: None,
    });
    let sum = gather(&mut made, Gather::Sum);
    let best = ladder(&mut made, LadderKind::Award, vec![vec![Rule::Ask(0)]]);
    let open = run(&made, &[Answer::Unanswered, rated(1)]);
    assert_eq!(open.scores[sum].bounds, between(w(3), w(6)));
    assert_eq!(open.scores[sum].closed, Some(w(3)));
    assert_eq!(
        (open.ladders[best].rungs[0], open.ladders[best].closed),
        (RungState::Possible, Some(0))
    );
    let closed = Inputs {
        closed: true,
        ..of(&made, &[Answer::Unanswered, Answer::Unanswered])
    };
    let found = outcome(&made, &closed).unwrap();
    assert!(found.scores[sum].bounds.empty);
    assert_eq!(
        (found.rows[0].state, found.rows[0].level),
        (RowState::Unanswered, None)
    );
    assert_eq!(found.rows[0].counted, Some(Value::Level(0)));
    assert_eq!(found.ladders[best].rungs[0], RungState::Earned);
}

#[test]
fn what_counts_stands_beside_what_is_rated() {
    let mut made = rubric(vec![levels(&[0, 1, 2]), check(1), check(1)]);
    made.rows[0].counts_as = vec![(Value::Level(2), met(1))];
    made.rows[0].at_most = vec![(Value::Level(1), met(2))];
    made.order.push(Node::Row(0));
    let yes = Answer::Rated(Value::Met(true));
    let no = Answer::Rated(Value::Met(false));
    let of_first = |answers: &[Answer]| run(&made, answers).rows[0];
    let both = of_first(&[rated(0), yes, yes]);
    assert_eq!(
        (both.level, both.counted),
        (Some(Value::Level(0)), Some(Value::Level(1)))
    );
    assert_eq!(of_first(&[rated(0), no, no]).counted, None);
    let open = of_first(&[rated(2), no, Answer::Unanswered]);
    assert_eq!(open.points, between(w(1), w(2)));
    assert_eq!(
        of_first(&[Answer::Unanswered, yes, no]).points,
        Interval::point(w(2))
    );
}

#[test]
fn dates_go_by_today_and_are_undefined_without_it() {
    let mut made = rubric(vec![levels(&[0, 1]), levels(&[0, 1])]);
    made.rows[0].retired = Some(100);
    made.rows[1].counts_from = Some(50);
    let sum = gather(&mut made, Gather::Sum);
    let mut inputs = of(&made, &[rated(1), rated(1)]);
    assert!(outcome(&made, &inputs).unwrap().scores[sum].bounds.empty);
    inputs.today = Some(60);
    assert_eq!(
        outcome(&made, &inputs).unwrap().scores[sum].bounds,
        Interval::point(w(2))
    );
    inputs.today = Some(40);
    let early = outcome(&made, &inputs).unwrap();
    assert_eq!(
        (early.rows[1].state, early.scores[sum].bounds),
        (RowState::NotScored, Interval::point(w(1)))
    );
    inputs.today = Some(100);
    assert_eq!(
        outcome(&made, &inputs).unwrap().rows[0].state,
        RowState::NotAsked
    );
}

#[test]
fn a_required_comment_is_a_need_of_every_award() {
    let mut made = rubric(vec![levels(&[0, 1])]);
    made.rows[0].comment.mode = CommentMode::Required;
    let rule = every(&made, at_least(&made, 0));
    let award = ladder(&mut made, LadderKind::Award, vec![vec![rule.clone()]]);
    let result = ladder(&mut made, LadderKind::Result, vec![vec![rule]]);
    let open = run(&made, &[Answer::Unanswered]);
    assert_eq!(open.ladders[award].rungs[0], RungState::Possible);
    let mut inputs = of(&made, &[rated(1)]);
    let missing = outcome(&made, &inputs).unwrap();
    assert_eq!(
        (
            missing.ladders[award].rungs[0],
            missing.ladders[result].rungs[0]
        ),
        (RungState::Pending, RungState::Earned)
    );
    assert!(missing.rows[0].comment_missing);
    assert_eq!(missing.ladders[award].comments, [0]);
    inputs.remarks[0] = Remark::Text;
    assert_eq!(
        outcome(&made, &inputs).unwrap().ladders[award].rungs[0],
        RungState::Earned
    );
    made.rows[0].comment.link = true;
    assert_eq!(
        outcome(&made, &inputs).unwrap().ladders[award].rungs[0],
        RungState::Pending
    );
}

#[test]
fn evidence_is_open_until_complete_and_false_once_closed() {
    let mut made = rubric(vec![]);
    made.slots = vec![Slot::default()];
    let award = ladder(
        &mut made,
        LadderKind::Award,
        vec![vec![Rule::Complete(None)]],
    );
    let words = score(&mut made, Num::Fact(crate::model::Fact::Words, 0));
    let mut inputs = Inputs::new(&made);
    let open = outcome(&made, &inputs).unwrap();
    assert_eq!(
        (open.evidence, open.ladders[award].rungs[0]),
        (Truth::OPEN, RungState::Possible)
    );
    assert_eq!(
        open.scores[words].bounds,
        Interval::between(Some(w(0)), None)
    );
    inputs.closed = true;
    assert_eq!(
        outcome(&made, &inputs).unwrap().ladders[award].rungs[0],
        RungState::OutOfReach
    );
    inputs.slots[0].complete = true;
    inputs.slots[0].sums.words = None;
    let whole = outcome(&made, &inputs).unwrap();
    assert!(whole.evidence == Truth::TRUE && whole.scores[words].bounds.empty);
    made.slots.clear();
    assert_eq!(
        outcome(&made, &Inputs::new(&made)).unwrap().evidence,
        Truth::UNDEFINED
    );
}

#[test]
fn so_many_may_be_a_setting() {
    let mut made = rubric(vec![levels(&[0, 1]), levels(&[0, 1])]);
    made.settings.push(Input {
        name: String::new(),
        label: String::new(),
        about: None,
        kind: InputKind::Date,
        defaults: vec![(Reply::Number(w(2)), None)],
        source: None,
    });
    let rule = Rule::Quantified(
        Quantity::AtLeast(Amount::Setting(0, false)),
        Box::new(all(&made)),
        Box::new(at_least(&made, 1)),
    );
    let award = ladder(&mut made, LadderKind::Award, vec![vec![rule]]);
    let mut inputs = of(&made, &[rated(1), rated(0)]);
    assert_eq!(
        outcome(&made, &inputs).unwrap().ladders[award].rungs[0],
        RungState::OutOfReach
    );
    inputs.settings[0] = Some(Reply::Number(w(1)));
    assert_eq!(
        outcome(&made, &inputs).unwrap().ladders[award].rungs[0],
        RungState::Earned
    );
}
