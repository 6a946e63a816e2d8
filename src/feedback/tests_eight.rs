//! What is promised of eight rows, where they have many values.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests_steps::{ask, words_of};
use super::*;
use crate::eval::tests::*;
use crate::eval::tests_dice::Dice;
use crate::eval::tests_rules::random_rule;
use crate::eval::{Answer, Inputs};
use crate::model::{Cmp, LadderKind, Member, Num, RowKind, Slot, Value};

/// Rows of four levels and numbers of eleven values, with questions and slots:
/// what is promised of eight rows is kept.
#[test]
fn eight_rows_of_many_values_are_proven() {
    let mut dice = Dice(9);
    for round in 0..12 {
        let rows = (0..8).map(|index| {
            let mut row = match index % 4 {
                3 if round % 2 == 0 => number(0, 10),
                _ => levels(&[0, 1, 2, 3]),
            };
            row.weight = Some(w(1 + i64::try_from(dice.roll(4)).unwrap()));
            row
        });
        let mut made = rubric(rows.collect());
        let mean = gather(&mut made, crate::model::Gather::WeightedPercent);
        let percent = Num::Mul(vec![Num::Of(Member::Score(mean)), Num::Constant(w(20))]);
        let enough = compare(Cmp::Ge, percent, 9 + i64::try_from(dice.roll(9)).unwrap());
        let mut needs = vec![enough, random_rule(&mut dice, &made)];
        for slot in 0..3 {
            made.slots.push(Slot::default());
            needs.push(words_of(&mut made, &mut dice, slot));
            needs.push(ask(&mut made));
        }
        ladder(&mut made, LadderKind::Award, vec![needs]);
        let mut given = Inputs::new(&made);
        for row in 0..8 {
            if dice.one_in(2) {
                let number = matches!(made.rows[row].kind, RowKind::Number(_));
                given.answers[row] = Answer::Rated(if number {
                    Value::Number(w(1))
                } else {
                    Value::Level(dice.roll(2))
                });
            }
        }
        let start = std::time::Instant::now();
        let found = steps(&made, &given, (0, 0), 3, false);
        println!(
            "{round} {:?} {} {:?}",
            found.found,
            found.shortest,
            start.elapsed()
        );
        assert!(
            found.found == Found::NoWay || found.shortest,
            "{round} {found:?}"
        );
    }
}
