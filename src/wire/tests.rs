//! The numbers of a session that is edited are, slot by slot, those of one that
//! was given everything at once; and what is listed as changed is what changed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::eval::{Remark, outcome};
use crate::model::{Reply, RowKind, Value};
use crate::num::Rational;
use crate::session::Session;
use std::path::Path;
use std::rc::Rc;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        let found = usize::try_from(self.0 >> 33).unwrap_or_default();
        found.checked_rem(below).unwrap_or_default()
    }
}

/// Every rubric there is in the repository's tests and on its page.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for place in ["www/rubrics", "tests/language"] {
        for file in std::fs::read_dir(root.join(place)).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|kind| kind == "rubric") {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                all.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    for file in std::fs::read_dir(root.join("tests/vectors")).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let vectors: serde_json::Value = serde_json::from_str(&text).unwrap();
        let Some(lines) = vectors["rubric"].as_array() else {
            continue;
        };
        let lines: Vec<&str> = lines.iter().filter_map(|line| line.as_str()).collect();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        all.push((name, lines.join("\n")));
    }
    all.sort();
    all
}

/// Something a row may be rated with, or nearly.
fn value(dice: &mut Dice, kind: &RowKind) -> Value {
    let whole = |dice: &mut Dice| Rational::whole(i64::try_from(dice.roll(12)).unwrap());
    match kind {
        RowKind::Criterion { marks, .. } if dice.roll(4) > 0 => {
            Value::Level(dice.roll(marks.len()))
        }
        RowKind::Criterion { marks, .. } => Value::Number(marks[dice.roll(marks.len())].from),
        RowKind::Check { .. } => Value::Met(dice.roll(2) > 0),
        RowKind::Number(range) => Value::Number(range.from.add(whole(dice)).unwrap()),
    }
}

/// One edit, which may be refused.
fn edit(dice: &mut Dice, session: &mut Session) {
    let rubric = Rc::new(session.rubric().clone());
    let row = dice.roll(rubric.rows.len());
    let _ = match dice.roll(20) {
        0 => session.clear(row),
        1 => session.leave_out(row, true),
        2 => session.comment(
            row,
            [Remark::None, Remark::Text, Remark::Link][dice.roll(3)],
        ),
        3 | 4 => {
            let reply = match dice.roll(3) {
                0 => Reply::Choice(dice.roll(3)),
                1 => Reply::Yes(dice.roll(2) > 0),
                _ => Reply::Number(Rational::whole(i64::try_from(dice.roll(9)).unwrap())),
            };
            let (ask, setting) = (
                dice.roll(rubric.asks.len()),
                dice.roll(rubric.settings.len()),
            );
            match dice.roll(5) {
                0 => session.set(setting, Some(reply)),
                1 => session.answer(ask, None),
                _ => session.answer(ask, Some(reply)),
            }
        }
        5 => session.overrule(
            dice.roll(rubric.ladders.len()),
            (dice.roll(2) > 0).then_some(0),
        ),
        6 if dice.roll(4) == 0 => session.close(!session.inputs().closed),
        7 if dice.roll(2) == 0 => session.code(dice.roll(rubric.codes.len()), None),
        8 => session.clear_code(None),
        9 => {
            session.hold();
            let _ = session.clear(row);
            session.release()
        }
        _ => {
            let value = value(dice, &rubric.rows[row].kind);
            session.rate(row, value)
        }
    };
}

fn follow(dice: &mut Dice, name: &str, rubric: Rubric) -> usize {
    let mut session = Session::start(Rc::new(rubric)).unwrap();
    let places = places(session.rubric());
    let mut kept = numbers(&session, &places);
    let mut again = 0_usize;
    for step in 0..60 {
        edit(dice, &mut session);
        let before = kept.slots.clone();
        write(&session, &places, &mut kept);
        let fresh = outcome(session.rubric(), session.inputs()).unwrap();
        assert_eq!(session.outcome(), &fresh, "{name}, step {step}");
        let bits = |slots: &[f64]| {
            slots
                .iter()
                .map(|slot| slot.to_bits())
                .collect::<Vec<u64>>()
        };
        let whole = numbers(&session, &places);
        assert_eq!(bits(&kept.slots), bits(&whole.slots), "{name}, step {step}");
        let count = usize::try_from(kept.changed[1]).unwrap();
        let mut listed: Vec<u32> = kept.changed.iter().skip(2).take(count).copied().collect();
        listed.sort_unstable();
        let differ = (0_u32..).zip(before.iter().zip(&kept.slots));
        let differ = differ.filter(|(_, (was, is))| was != is).map(|(at, _)| at);
        assert_eq!(listed, differ.collect::<Vec<u32>>(), "{name}, step {step}");
        again = again.saturating_add(usize::from(!session.moved().everything));
    }
    again
}

#[test]
fn what_an_edit_writes_is_what_writing_everything_gives() {
    let mut dice = Dice(5);
    let (mut run, mut again) = (0_usize, 0_usize);
    for (name, source) in sources() {
        let Some(rubric) = compile(&source, &[]).rubric else {
            continue;
        };
        if !rubric.rows.is_empty() {
            run = run.saturating_add(1);
            again = again.saturating_add(follow(&mut dice, &name, rubric));
        }
    }
    // Most rubrics are whole, and most of their edits are not worked out afresh.
    assert!(run > 60 && again > run.saturating_mul(30), "{run} {again}");
}
