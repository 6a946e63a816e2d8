//! Steps over the gallery, against an exhaustive search: a few things of a
//! full assessment are made worse or taken back, every combination of changes
//! to them is tried, and the first way ranks as the best of these does.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use rubricate::eval::{Answer, Inputs, Remark, RungState, outcome};
use rubricate::feedback::{Found, steps};
use rubricate::model::{CommentMode, InputKind, Reply, RowKind, Rubric, Value};
use rubricate::num::Rational;

/// A seeded generator, so that a failure comes again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % below
    }
}

/// The values of a row, the worst first; nothing for one with marks or too many numbers.
fn values(rubric: &Rubric, row: usize) -> Option<Vec<Value>> {
    let row = &rubric.rows[row];
    if row.is_worked_out() {
        return None;
    }
    match &row.kind {
        RowKind::Criterion { offered, marks, .. } => {
            let plain = marks.iter().all(|marks| marks.points().is_some());
            plain.then(|| (offered.0..=offered.1).map(Value::Level).collect())
        }
        RowKind::Check { points, .. } => {
            let worst = points.is_negative();
            Some(vec![Value::Met(worst), Value::Met(!worst)])
        }
        RowKind::Number(range) => {
            let (step, to) = (range.step?, range.to?);
            let mut all = vec![range.from];
            while let Some(next) = all[all.len() - 1].add(step).filter(|next| *next <= to) {
                all.push(next);
                if all.len() > 12 {
                    return None;
                }
            }
            if row.lower {
                all.reverse();
            }
            Some(all.into_iter().map(Value::Number).collect())
        }
    }
}

/// Everything given, each row at its best.
fn full(rubric: &Rubric) -> Inputs {
    let mut inputs = Inputs::new(rubric);
    inputs.today = Some(20_000);
    for row in 0..rubric.rows.len() {
        let known = &rubric.rows[row];
        let best = match (&known.kind, values(rubric, row)) {
            (_, Some(values)) => values.last().copied(),
            (RowKind::Number(range), _) if known.lower => Some(Value::Number(range.from)),
            (RowKind::Number(range), _) => range.to.map(Value::Number),
            (RowKind::Criterion { offered, marks, .. }, _) if !known.is_worked_out() => {
                Some(Value::Mark(offered.1, marks[offered.1].to))
            }
            _ => None,
        };
        if let Some(best) = best {
            inputs.answers[row] = Answer::Rated(best);
        }
        if known.comment.mode != CommentMode::None {
            inputs.remarks[row] = Remark::Link;
        }
        inputs.shown[row] = true;
    }
    for (ask, input) in rubric.asks.iter().enumerate() {
        inputs.replies[ask] = Some(match &input.kind {
            InputKind::Choice(_) => Reply::Choice(0),
            InputKind::Number(range, _) => Reply::Number(range.from),
            InputKind::YesNo => Reply::Yes(true),
            InputKind::Date => Reply::Number(Rational::whole(19_900)),
        });
    }
    inputs
        .slots
        .iter_mut()
        .for_each(|slot| slot.complete = true);
    inputs
}

/// One change: what it makes, and how many levels up.
type Deed = (Box<dyn Fn(&mut Inputs)>, usize);

/// Makes a few things worse; gives all that may be done about each.
fn worsen(rubric: &Rubric, inputs: &mut Inputs, dice: &mut Dice) -> Vec<Vec<Deed>> {
    let mut all: Vec<Vec<Deed>> = Vec::new();
    let mut touched = Vec::new();
    for _ in 0..5 {
        let row = dice.roll(rubric.rows.len());
        let comments = rubric.rows[row].comment.mode == CommentMode::Required;
        let Some(values) = values(rubric, row).filter(|_| !touched.contains(&row)) else {
            continue;
        };
        touched.push(row);
        let now = dice.roll(values.len());
        let open = dice.roll(3) == 0;
        inputs.answers[row] = if open {
            Answer::Unanswered
        } else {
            Answer::Rated(values[now])
        };
        let silent = comments && dice.roll(2) == 0;
        if silent {
            inputs.remarks[row] = Remark::None;
        }
        let mut deeds: Vec<Deed> = Vec::new();
        for comment in [false, true] {
            if comment && !silent {
                continue;
            }
            if comment {
                deeds.push((
                    Box::new(move |inputs| inputs.remarks[row] = Remark::Link),
                    0,
                ));
            }
            for (place, value) in values.iter().copied().enumerate() {
                if open || place > now {
                    let change = move |inputs: &mut Inputs| {
                        inputs.answers[row] = Answer::Rated(value);
                        if comment {
                            inputs.remarks[row] = Remark::Link;
                        }
                    };
                    deeds.push((Box::new(change), if open { place } else { place - now }));
                }
            }
        }
        all.push(deeds);
    }
    if !rubric.slots.is_empty() && dice.roll(2) == 0 {
        let slot = dice.roll(rubric.slots.len());
        inputs.slots[slot].complete = false;
        all.push(vec![(
            Box::new(move |inputs| inputs.slots[slot].complete = true),
            0,
        )]);
    }
    all
}

/// The fewest changes and then levels for every rung, by trying everything.
fn exhaustive(
    rubric: &Rubric,
    given: &Inputs,
    deeds: &[Vec<Deed>],
) -> Vec<Vec<Option<(usize, usize)>>> {
    let rungs = rubric
        .ladders
        .iter()
        .map(|ladder| vec![None; ladder.rungs.len()]);
    let mut best: Vec<Vec<Option<(usize, usize)>>> = rungs.collect();
    let total: usize = deeds.iter().map(|deeds| deeds.len() + 1).product();
    for mut place in 0..total {
        let (mut inputs, mut rank) = (given.clone(), (0, 0));
        for deeds in deeds {
            let choice = place % (deeds.len() + 1);
            place /= deeds.len() + 1;
            if let Some((change, levels)) = choice.checked_sub(1).map(|at| &deeds[at]) {
                change(&mut inputs);
                rank = (rank.0 + 1, rank.1 + levels);
            }
        }
        let found = outcome(rubric, &inputs).expect("an outcome");
        for (known, ladder) in best.iter_mut().zip(&found.ladders) {
            for (known, state) in known.iter_mut().zip(&ladder.rungs) {
                if *state == RungState::Earned && known.is_none_or(|known| rank < known) {
                    *known = Some(rank);
                }
            }
        }
    }
    best
}

#[test]
fn the_first_way_is_the_best_of_all_in_every_rubric_of_the_gallery() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/rubrics");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the gallery")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "rubric"))
        .collect();
    files.sort();
    let (mut dice, mut ways, mut none, mut most) = (Dice(5), 0, 0, 0);
    for path in &files {
        let rubric = support::compile(&std::fs::read_to_string(path).expect("a rubric"));
        for _ in 0..6 {
            let mut given = full(&rubric);
            let deeds = worsen(&rubric, &mut given, &mut dice);
            let total: usize = deeds.iter().map(|deeds| deeds.len() + 1).product();
            if total > 1_500 {
                continue;
            }
            let best = exhaustive(&rubric, &given, &deeds);
            for (ladder, rungs) in best.iter().enumerate() {
                for (rung, wanted) in rungs.iter().enumerate() {
                    let found = steps(&rubric, &given, (ladder, rung), 3, false);
                    let say = || format!("{path:?} {ladder} {rung} {found:?} {wanted:?} {given:?}");
                    match wanted {
                        Some((0, _)) => assert_eq!(found.found, Found::Reached, "{}", say()),
                        Some(wanted) => {
                            assert_eq!(found.found, Found::Ways, "{}", say());
                            assert!(found.shortest, "{}", say());
                            let first = &found.ways[0];
                            assert_eq!((first.changes.len(), first.levels), *wanted, "{}", say());
                            ways += 1;
                            most = most.max(wanted.0);
                        }
                        // What counts inside a file is not planned, so it rules nothing out.
                        None => {
                            let ends = [Found::NoWay, Found::Unknown];
                            assert!(ends.contains(&found.found), "{}", say());
                            none += 1;
                        }
                    }
                }
            }
        }
    }
    println!("{ways} {none} {most}");
    assert!(ways > 60 && none > 5 && most >= 4, "{ways} {none} {most}");
}
