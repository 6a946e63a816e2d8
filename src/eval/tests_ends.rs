//! The ends of simple scores can be had: they are the least and the most over
//! every completion.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests::*;
use super::tests_dice::{Dice, GATHERS, Mix, partial, random_rubric};
use super::tests_random::{Seen, sound};
use super::tests_sets::{in_part, picked};
use crate::model::{Num, Set};
use crate::num::Interval;

/// Whether bounds are exactly what can be had.
fn is_tight(bounds: &Interval, seen: &Seen) -> bool {
    let ends = bounds.lo == seen.values.iter().min().copied()
        && bounds.hi == seen.values.iter().max().copied();
    bounds.undefined == seen.undefined
        && bounds.empty == seen.values.is_empty()
        && (bounds.empty || ends)
}

#[test]
fn the_ends_of_simple_scores_can_be_had() {
    let mut dice = Dice(3);
    for round in 0..120 {
        let mix = Mix {
            lower: dice.one_in(3),
            bonus: dice.one_in(2),
            leave_out: dice.one_in(2),
            weights: true,
            ..Mix::default()
        };
        let mut made = random_rubric(&mut dice, mix);
        for how in GATHERS {
            gather(&mut made, how);
        }
        let given = partial(&made, &mut dice);
        for (index, (bounds, seen)) in sound(&made, &given, "tight").iter().enumerate() {
            assert!(
                is_tight(bounds, seen),
                "round {round} {:?}: {bounds:?} {seen:?} {given:?} {:?}",
                GATHERS[index],
                made.rows
            );
        }
    }
}

#[test]
fn the_ends_of_what_is_filtered_can_be_had() {
    let mut dice = Dice(4);
    for round in 0..120 {
        let mix = Mix {
            even: true,
            leave_out: dice.one_in(2),
            weights: true,
            ..Mix::default()
        };
        let mut made = random_rubric(&mut dice, mix);
        for how in GATHERS {
            let set = Set {
                that: vec![at_least(&made, 1)],
                ..all(&made)
            };
            score(&mut made, Num::Gather(how, Box::new(set), false));
        }
        let given = partial(&made, &mut dice);
        for (index, (bounds, seen)) in sound(&made, &given, "filtered").iter().enumerate() {
            assert!(
                is_tight(bounds, seen),
                "round {round} {:?}: {bounds:?} {seen:?} {given:?} {:?}",
                GATHERS[index],
                made.rows
            );
        }
    }
}

#[test]
fn the_ends_of_the_best_few_can_be_had() {
    let mut dice = Dice(5);
    for round in 0..120 {
        let mut made = random_rubric(
            &mut dice,
            Mix {
                even: true,
                ..Mix::default()
            },
        );
        let count = 1 + dice.roll(3);
        for how in GATHERS {
            let set = picked(&made, true, count);
            score(&mut made, Num::Gather(how, Box::new(set), false));
        }
        let given = partial(&made, &mut dice);
        for (index, (bounds, seen)) in sound(&made, &given, "best").iter().enumerate() {
            assert!(
                is_tight(bounds, seen),
                "round {round} {:?}: {bounds:?} {seen:?} {given:?}",
                GATHERS[index]
            );
        }
    }
}

#[test]
fn the_ends_of_what_is_chosen_can_be_had() {
    let mut dice = Dice(6);
    for round in 0..120 {
        let mut made = random_rubric(
            &mut dice,
            Mix {
                even: true,
                ..Mix::default()
            },
        );
        let count = 1 + dice.roll(3);
        let shares = in_part(&mut made, Some(count));
        score(&mut made, Num::Shares(Box::new(shares)));
        for how in GATHERS {
            gather(&mut made, how);
        }
        let given = partial(&made, &mut dice);
        for (index, (bounds, seen)) in sound(&made, &given, "chosen").iter().enumerate() {
            assert!(
                is_tight(bounds, seen),
                "round {round} {index}: {bounds:?} {seen:?} {count} {given:?}"
            );
        }
    }
}
