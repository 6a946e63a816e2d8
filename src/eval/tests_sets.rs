//! Sets boiled down: bonus rows, lower is better, best, newest, choose, filters.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests::*;
use super::*;
use crate::model::{
    Amount, Branch, By, Gather, Linear, Member, Node, Num, Part, Pick, RowTest, Rubric, Set, Share,
    Shares, Term,
};
use crate::num::Interval;

/// A part around all rows, with its place in the tree.
pub(crate) fn in_part(rubric: &mut Rubric, choose: Option<usize>) -> Shares {
    let rows = 0..rubric.rows.len();
    rubric.parts.push(Part {
        choose,
        ..Part::default()
    });
    rubric.rows.iter_mut().for_each(|row| row.part = Some(0));
    rubric.tree = vec![Branch::Part(0, rows.clone().map(Branch::Row).collect())];
    rubric.order.insert(0, Node::Part(0));
    let members = rows.map(|row| Share::Row(row, rubric.rows[row].weighs()));
    Shares {
        members: vec![Share::Part(0, w(1), members.collect())],
        ..Shares::default()
    }
}

pub(crate) fn picked(rubric: &Rubric, best: bool, count: usize) -> Set {
    Set {
        pick: Some(Pick {
            best,
            count: Amount::Count(count),
        }),
        ..all(rubric)
    }
}

#[test]
fn bonus_earns_and_adds_nothing_to_what_is_possible() {
    let mut made = rubric(vec![levels(&[0, 4]), levels(&[0, 2])]);
    made.rows[1].bonus = true;
    let percent = gather(&mut made, Gather::Percent);
    let mean = gather(&mut made, Gather::Mean);
    let sum = gather(&mut made, Gather::Sum);
    let found = run(&made, &[rated(1), rated(1)]);
    let known = |score: usize| found.scores[score].bounds.known();
    assert_eq!(
        (known(percent), known(mean), known(sum)),
        (Some(r(3, 2)), Some(w(6)), Some(w(6)))
    );
    made.rows[0].bonus = true;
    assert!(
        run(&made, &[rated(1), rated(1)]).scores[percent]
            .bounds
            .empty
    );
}

#[test]
fn what_adds_nothing_is_counted_only() {
    let mut made = rubric(vec![levels(&[0, 4]), check(1)]);
    made.rows[1].adds_nothing = true;
    let count = gather(&mut made, Gather::Count);
    let sum = gather(&mut made, Gather::Sum);
    let alone = score(&mut made, Num::Of(Member::Row(1)));
    let found = run(&made, &[rated(1), Answer::Rated(Value::Met(true))]);
    let known = |score: usize| found.scores[score].bounds.known();
    assert_eq!(
        (known(count), known(sum), known(alone)),
        (Some(w(2)), Some(w(4)), Some(w(1)))
    );
}

#[test]
fn lower_is_better_turns_shares_and_best_round() {
    let mut made = rubric(vec![number(0, 10), number(0, 10)]);
    made.rows.iter_mut().for_each(|row| row.lower = true);
    let percent = gather(&mut made, Gather::Percent);
    let sum = gather(&mut made, Gather::Sum);
    let best = picked(&made, true, 1);
    let best = score(&mut made, Num::Gather(Gather::Sum, Box::new(best), false));
    let given = |value| Answer::Rated(Value::Number(w(value)));
    let found = run(&made, &[given(2), given(6)]);
    let known = |score: usize| found.scores[score].bounds.known();
    assert_eq!(
        (known(percent), known(sum), known(best)),
        (Some(r(3, 5)), Some(w(8)), Some(w(2)))
    );
    let open = run(&made, &[given(2), Answer::Unanswered]);
    assert_eq!(open.scores[best].bounds, between(w(0), w(2)));
}

#[test]
fn the_best_few_stay_in_play() {
    let mut made = rubric(vec![
        levels(&[0, 2, 4]),
        levels(&[0, 2, 4]),
        levels(&[0, 2, 4]),
    ]);
    let set = picked(&made, true, 2);
    let best = score(&mut made, Num::Gather(Gather::Mean, Box::new(set), false));
    let found = run(&made, &[rated(2), rated(1), Answer::Unanswered]);
    assert_eq!(found.scores[best].bounds, between(w(3), w(4)));
    let whole = run(&made, &[rated(0), rated(1), rated(1)]);
    assert_eq!(whole.scores[best].bounds, Interval::point(w(2)));
}

#[test]
fn the_newest_few_are_the_last_that_are_rated() {
    let mut made = rubric(vec![levels(&[0, 1]), levels(&[0, 2]), levels(&[0, 4])]);
    let set = picked(&made, false, 1);
    let newest = score(&mut made, Num::Gather(Gather::Sum, Box::new(set), false));
    let found = run(&made, &[rated(1), rated(1), Answer::Unanswered]);
    assert_eq!(found.scores[newest].bounds, between(w(0), w(4)));
    assert_eq!(found.scores[newest].closed, Some(w(2)));
}

#[test]
fn a_part_chooses_its_best_members() {
    let mut made = rubric(vec![
        levels(&[0, 2, 4]),
        levels(&[0, 2, 4]),
        levels(&[0, 2, 4]),
    ]);
    let shares = in_part(&mut made, Some(2));
    let percent = score(&mut made, Num::Shares(Box::new(shares)));
    let count = gather(&mut made, Gather::Count);
    let sum = gather(&mut made, Gather::Sum);
    let found = run(&made, &[rated(2), rated(1), rated(0)]);
    let known = |score: usize| found.scores[score].bounds.known();
    assert_eq!(
        (known(percent), known(count), known(sum)),
        (Some(r(3, 4)), Some(w(2)), Some(w(6)))
    );
    let open = run(&made, &[rated(2), rated(1), Answer::Unanswered]);
    assert_eq!(open.scores[percent].bounds, between(r(3, 4), w(1)));
    assert_eq!(open.scores[sum].bounds, between(w(6), w(8)));
    assert_eq!(open.scores[count].bounds, Interval::point(w(2)));
}

#[test]
fn a_filter_that_keeps_nobody_is_not_a_void_set() {
    let mut made = rubric(vec![levels(&[0, 2]), levels(&[0, 2])]);
    made.rows
        .iter_mut()
        .for_each(|row| row.leave_out = Some(false));
    let set = || Set {
        that: vec![at_least(&made, 1)],
        ..all(&made)
    };
    let rules: Vec<Num> = [Gather::Count, Gather::Sum, Gather::Mean, Gather::Percent]
        .into_iter()
        .map(|how| Num::Gather(how, Box::new(set()), false))
        .collect();
    rules.into_iter().for_each(|rule| {
        score(&mut made, rule);
    });
    let none = run(&made, &[rated(0), rated(0)]);
    let found: Vec<_> = none.scores.iter().map(|one| one.bounds.known()).collect();
    assert_eq!(found, [Some(w(0)), Some(w(0)), None, None]);
    let void = run(&made, &[Answer::LeftOut, Answer::LeftOut]);
    assert!(void.scores.iter().all(|one| one.bounds.empty));
}

#[test]
fn left_out_rows_are_members_where_that_is_asked() {
    let mut made = rubric(vec![levels(&[0, 2]), levels(&[0, 2])]);
    made.rows[0].leave_out = Some(false);
    let set = Set {
        that: vec![RowTest::LeftOut],
        ..all(&made)
    };
    let out = score(&mut made, Num::Gather(Gather::Count, Box::new(set), false));
    let known = |answers: &[Answer]| run(&made, answers).scores[out].bounds;
    assert_eq!(known(&[Answer::LeftOut, rated(0)]), Interval::point(w(1)));
    assert_eq!(known(&[rated(0), rated(0)]), Interval::point(w(0)));
    assert_eq!(
        known(&[Answer::Unanswered, Answer::Unanswered]),
        between(w(0), w(1))
    );
}

#[test]
fn a_short_form_stands_while_every_row_of_it_counts() {
    let mut made = rubric(vec![levels(&[0, 1]), levels(&[0, 2])]);
    let set = Box::new(all(&made));
    let term = |row, levels: [i64; 2]| Term {
        row,
        ends: (levels[0], levels[1]),
        by: By::Level(levels.to_vec()),
    };
    let linear = Linear {
        site: 0,
        terms: vec![term(0, [0, 1]), term(1, [0, 2])],
        bottom: 2,
    };
    let long = Num::Gather(Gather::Mean, set, false);
    let short = score(&mut made, Num::Linear(linear, Box::new(long.clone())));
    let long = score(&mut made, long);
    let open = Answer::Unanswered;
    for given in [
        [rated(1), open],
        [rated(1), rated(1)],
        [rated(1), Answer::LeftOut],
    ] {
        for closed in [false, true] {
            let inputs = Inputs {
                closed,
                ..of(&made, &given)
            };
            let found = outcome(&made, &inputs).unwrap();
            assert_eq!(found.scores[short], found.scores[long], "{given:?}");
        }
    }
}
