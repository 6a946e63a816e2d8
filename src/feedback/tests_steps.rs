//! Steps against an exhaustive search that shares nothing with it but the
//! evaluator: every combination of changes is made, and its outcome looked at.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::levers::make;
use super::tests_deeds::{Deed, Give, deeds};
use super::*;
use crate::eval::tests::*;
use crate::eval::tests_dice::{Dice, Mix, partial, random_rubric};
use crate::eval::tests_rules::{nested, random_rule, with_rules};
use crate::eval::{Answer, Inputs, Remark, RungState, Sums, outcome};
use crate::model::{
    Cmp, CommentMode, Fact, Input, InputKind, LadderKind, Member, Num, RowKind, Rubric, Slot,
    Truth as Rule, Value,
};

fn done(given: &Inputs, deeds: &[Deed]) -> Inputs {
    let mut next = given.clone();
    for deed in deeds {
        match deed.give {
            Give::Row(row, value, comment) => {
                if let Some(value) = value {
                    next.answers[row] = Answer::Rated(value);
                }
                if comment {
                    next.remarks[row] = Remark::Link;
                }
            }
            Give::Ask(ask, reply) => next.replies[ask] = Some(reply),
            Give::Slot(slot, words) => {
                next.slots[slot].complete = true;
                next.slots[slot].sums = Sums::UNKNOWN;
                next.slots[slot].sums.words = Some(w(words));
            }
        }
    }
    next
}

fn earned(rubric: &Rubric, given: &Inputs, ladder: usize, rung: usize) -> bool {
    outcome(rubric, given).unwrap().ladders[ladder].rungs[rung] == RungState::Earned
}

/// How a way ranks: changes, levels, first ratings where they matter.
type Rank = (usize, usize, usize);

/// By every combination: the best for each rung of each ladder.
fn exhaustive(rubric: &Rubric, given: &Inputs, rated_first: bool) -> Vec<Vec<Option<Rank>>> {
    let each = rubric.ladders.iter();
    let mut best: Vec<Vec<Option<Rank>>> =
        each.map(|ladder| vec![None; ladder.rungs.len()]).collect();
    let mut combos: Vec<Vec<Deed>> = vec![Vec::new()];
    for options in deeds(rubric, given) {
        let more: Vec<Vec<Deed>> = combos
            .iter()
            .flat_map(|before| {
                options.iter().map(|deed| {
                    let mut next = before.clone();
                    next.push(deed.clone());
                    next
                })
            })
            .collect();
        combos.extend(more);
    }
    for combo in &combos {
        let levels = combo.iter().map(|deed| deed.levels).sum();
        let first = combo.iter().map(|deed| deed.first).sum::<usize>();
        let rank = (combo.len(), levels, if rated_first { first } else { 0 });
        let found = outcome(rubric, &done(given, combo)).unwrap();
        for (ladder, value) in found.ladders.iter().enumerate() {
            for (rung, state) in value.rungs.iter().enumerate() {
                let known = &mut best[ladder][rung];
                if *state == RungState::Earned && known.is_none_or(|known| rank < known) {
                    *known = Some(rank);
                }
            }
        }
    }
    best
}

#[derive(Default, Debug)]
struct Seen {
    reached: usize,
    ways: usize,
    further: usize,
    no_way: usize,
    most: usize,
}

fn rank(rubric: &Rubric, given: &Inputs, way: &Way, rated_first: bool) -> Rank {
    let _ = rubric;
    let first = way.changes.iter().filter(|change| match change.target {
        Target::Row(row) => !matches!(given.answers[row], Answer::Rated(_)),
        _ => true,
    });
    let first = if rated_first { first.count() } else { 0 };
    (way.changes.len(), way.levels, first)
}

fn compare_all(made: &Rubric, given: &Inputs, rated_first: bool, seen: &mut Seen) {
    let best = exhaustive(made, given, rated_first);
    for (ladder, rungs) in best.iter().enumerate() {
        for (rung, wanted) in rungs.iter().enumerate() {
            let found = steps(made, given, (ladder, rung), 3, rated_first);
            let say = || {
                format!(
                    "{wanted:?} of {ladder} {rung} {found:?}\n{given:?}\n{:?}\n{:?}\n{:?}",
                    made.ladders, made.rows, made.scores
                )
            };
            match wanted {
                Some((0, ..)) => {
                    seen.reached += 1;
                    assert_eq!(found.found, Found::Reached, "{}", say());
                }
                None => {
                    seen.no_way += 1;
                    assert_eq!(found.found, Found::NoWay, "{}", say());
                }
                Some(wanted) => {
                    seen.ways += 1;
                    assert_eq!(
                        (found.found, found.shortest),
                        (Found::Ways, true),
                        "{}",
                        say()
                    );
                    let first = rank(made, given, &found.ways[0], rated_first);
                    assert_eq!(first, *wanted, "{}", say());
                    seen.most = seen.most.max(first.0);
                    seen.further += found.ways.len() - 1;
                    led_there(made, given, &found, (ladder, rung), rated_first, &say);
                }
            }
        }
    }
}

/// Every way leads there, none does with one change fewer, and they come ranked and differ.
fn led_there(
    made: &Rubric,
    given: &Inputs,
    found: &Steps,
    (ladder, rung): (usize, usize),
    rated_first: bool,
    say: &dyn Fn() -> String,
) {
    let after = |changes: &[Change]| {
        let mut next = given.clone();
        changes
            .iter()
            .for_each(|change| make(change, &mut next, made));
        next
    };
    for way in &found.ways {
        assert!(
            earned(made, &after(&way.changes), ladder, rung),
            "{way:?} {}",
            say()
        );
        for gone in 0..way.changes.len() {
            let mut less = way.changes.clone();
            less.remove(gone);
            assert!(
                !earned(made, &after(&less), ladder, rung),
                "{way:?} {}",
                say()
            );
        }
    }
    for pair in found.ways.windows(2) {
        let ranks = [0, 1].map(|place| rank(made, given, &pair[place], rated_first));
        let targets = |way: &Way| way.changes.iter().map(|one| one.target).collect::<Vec<_>>();
        assert!(
            ranks[0] <= ranks[1] && targets(&pair[0]) != targets(&pair[1]),
            "{}",
            say()
        );
    }
}

/// Marks that can be counted.
fn stepped(made: &mut Rubric) {
    for row in &mut made.rows {
        if let RowKind::Criterion { marks, .. } = &mut row.kind {
            marks.iter_mut().for_each(|marks| marks.step = Some(w(1)));
        }
    }
}

fn combinations(made: &Rubric, given: &Inputs) -> usize {
    deeds(made, given)
        .iter()
        .map(|options| options.len() + 1)
        .product()
}

/// A question with yes and no.
pub(super) fn ask(made: &mut Rubric) -> Rule {
    made.asks.push(Input {
        name: String::new(),
        label: String::new(),
        about: None,
        kind: InputKind::YesNo,
        defaults: vec![],
        source: None,
    });
    Rule::Ask(made.asks.len() - 1)
}

/// So many words in a slot, by themselves or as a score.
pub(super) fn words_of(made: &mut Rubric, dice: &mut Dice, slot: usize) -> Rule {
    let words = Num::Fact(Fact::Words, slot);
    let words = if dice.one_in(3) {
        Num::Of(Member::Score(score(made, words)))
    } else {
        words
    };
    let cmp = [Cmp::Ge, Cmp::Gt, Cmp::Le, Cmp::Lt, Cmp::Eq][dice.roll(5)];
    compare(cmp, words, 1 + i64::try_from(dice.roll(4)).unwrap())
}

fn random(dice: &mut Dice, round: usize) -> Rubric {
    let mix = Mix {
        conditions: dice.one_in(2),
        lower: dice.one_in(3),
        negative: dice.one_in(4),
        bonus: dice.one_in(3),
        leave_out: dice.one_in(2),
        weights: true,
        all: dice.one_in(2),
        ..Mix::default()
    };
    let mut made = random_rubric(dice, mix);
    stepped(&mut made);
    if dice.one_in(3) {
        let choose = (!dice.one_in(2)).then_some(1 + round % 2);
        let shares = nested(dice, &mut made, choose);
        score(&mut made, crate::model::Num::Shares(Box::new(shares)));
    }
    if dice.one_in(2) {
        made.rows[0].comment.mode = CommentMode::Required;
        made.rows[1].comment.mode = CommentMode::None;
    }
    with_rules(dice, &mut made);
    let mut needs = vec![random_rule(dice, &made)];
    if dice.one_in(2) {
        made.slots.push(Slot::default());
        needs.push(Rule::Complete(None));
    }
    if let (false, true) = (made.slots.is_empty(), dice.one_in(2)) {
        let own = words_of(&mut made, dice, 0);
        needs.push(own);
    }
    if dice.one_in(2) {
        let yes = ask(&mut made);
        needs.push(if dice.one_in(2) {
            Rule::Not(Box::new(yes))
        } else {
            yes
        });
    }
    let other = random_rule(dice, &made);
    ladder(&mut made, LadderKind::Award, vec![needs, vec![other]]);
    made
}

#[test]
fn the_shortest_way_is_what_an_exhaustive_search_finds() {
    let (mut dice, mut seen, mut compared) = (Dice(11), Seen::default(), 0);
    for round in 0..900 {
        let made = random(&mut dice, round);
        let given = partial(&made, &mut dice);
        if combinations(&made, &given) > 400 {
            continue;
        }
        compared += 1;
        compare_all(&made, &given, dice.one_in(2), &mut seen);
    }
    println!("{compared} {seen:?}");
    assert!(
        compared > 80 && seen.ways > 200 && seen.further > 30,
        "{compared} {seen:?}"
    );
    assert!(seen.no_way > 50 && seen.most > 2, "{seen:?}");
}

/// Eight criteria or checks, each its own weight, with a bar on their mean and a count.
fn eight(dice: &mut Dice) -> Rubric {
    let rows = (0..8).map(|index| {
        let mut row = if index % 3 == 0 {
            check(2)
        } else {
            levels(&[0, 1, 2])
        };
        row.weight = Some(w(1 + i64::try_from(dice.roll(4)).unwrap()));
        row
    });
    let mut made = rubric(rows.collect());
    let mean = gather(&mut made, crate::model::Gather::WeightedPercent);
    let bar = 1 + i64::try_from(dice.roll(9)).unwrap();
    let percent = crate::model::Num::Mul(vec![
        crate::model::Num::Of(crate::model::Member::Score(mean)),
        crate::model::Num::Constant(w(10)),
    ]);
    let enough = compare(crate::model::Cmp::Ge, percent, bar);
    let other = random_rule(dice, &made);
    ladder(
        &mut made,
        LadderKind::Award,
        vec![vec![enough.clone(), other], vec![enough]],
    );
    made
}

/// With questions and slots beside the rows, it is the rows that are counted.
#[test]
fn eight_rows_are_proven_whatever_stands_beside_them() {
    let (mut dice, mut seen) = (Dice(5), Seen::default());
    for _ in 0..2 {
        let mut made = eight(&mut dice);
        made.slots.push(Slot::default());
        let mut given = Inputs::new(&made);
        for row in 0..8 {
            let check = matches!(made.rows[row].kind, RowKind::Check { .. });
            given.answers[row] = Answer::Rated(if check {
                Value::Met(false)
            } else {
                Value::Level(1)
            });
            given.remarks[row] = Remark::Text;
        }
        let yes = ask(&mut made);
        given.replies.push(None);
        let words = words_of(&mut made, &mut dice, 0);
        let enough = made.ladders[0].rungs[1].needs[0].rule.clone();
        let all = vec![enough, yes, words, Rule::Complete(None)];
        ladder(&mut made, LadderKind::Award, vec![all]);
        given.overrides.push(None);
        compare_all(&made, &given, false, &mut seen);
    }
    assert!(seen.ways > 3 && seen.most > 4, "{seen:?}");
}

#[test]
fn eight_rows_are_proven() {
    let (mut dice, mut seen) = (Dice(3), Seen::default());
    for _ in 0..3 {
        let made = eight(&mut dice);
        let mut given = Inputs::new(&made);
        for row in 0..8 {
            if dice.one_in(2) {
                let check = matches!(made.rows[row].kind, RowKind::Check { .. });
                given.answers[row] = Answer::Rated(if check {
                    Value::Met(false)
                } else {
                    Value::Level(dice.roll(2))
                });
            }
            // A comment makes no difference here, so the search leaves it aside.
            given.remarks[row] = Remark::Text;
        }
        compare_all(&made, &given, true, &mut seen);
    }
    assert!(seen.ways > 3 && seen.most > 2, "{seen:?}");
}
