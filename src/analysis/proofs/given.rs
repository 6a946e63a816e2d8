//! What can be given to a row, an ask or a slot, one by one, and how a line of
//! an example says it.

use super::reach::Reach;
use crate::eval::{Answer, Inputs, Remark, may_leave_out};
use crate::model::{InputKind, Marks, Range, Reply, Row, RowKind, Rubric, Value};
use crate::num::Rational;

/// More values than this are not listed.
const LISTED: usize = 128;

/// Something that is given, with everything it may be given.
#[derive(Clone, Debug)]
pub(super) struct Var {
    pub(super) thing: Thing,
    /// Ratings from the lowest to the highest, then leaving out.
    pub(super) choices: Vec<Choice>,
    /// How many of them are ratings.
    pub(super) rated: usize,
    /// Whether these are all there are.
    pub(super) all: bool,
}

/// What something is given to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Thing {
    Row(usize),
    Ask(usize),
    Slot(usize),
}

/// What is given.
#[derive(Clone, Copy, Debug)]
pub(super) enum Choice {
    Answer(Answer),
    Reply(Reply),
    Complete(bool),
}

/// Nothing given but the comments, which stand in no rating's way; no slot is complete.
pub(super) fn nothing(rubric: &Rubric) -> Inputs {
    let mut inputs = Inputs::new(rubric);
    inputs.remarks.fill(Remark::Link);
    inputs
        .slots
        .iter_mut()
        .for_each(|slot| slot.complete = false);
    inputs
}

/// Everything that decides what some rules come to.
pub(super) fn vars(rubric: &Rubric, reach: &Reach<'_>) -> Vec<Var> {
    let (mut all, mut rest) = (Vec::new(), Vec::new());
    // What cannot be listed is fixed last, that is, not at all.
    let mut add = |var: Var| {
        if var.all {
            all.push(var)
        } else {
            rest.push(var)
        }
    };
    for (index, row) in rubric.rows.iter().enumerate() {
        if reach.rows.get(index) == Some(&true) && !row.is_worked_out() {
            add(of_row(index, row, reach));
        }
    }
    for (index, ask) in rubric.asks.iter().enumerate() {
        if reach.asks.get(index) == Some(&true) {
            let (replies, whole) = replies(rubric, &ask.kind);
            add(var(Thing::Ask(index), replies, whole));
        }
    }
    for (slot, used) in reach.slots.iter().enumerate() {
        if *used {
            let both = vec![Choice::Complete(false), Choice::Complete(true)];
            add(var(Thing::Slot(slot), both, true));
        }
    }
    all.append(&mut rest);
    all
}

fn var(thing: Thing, choices: Vec<Choice>, all: bool) -> Var {
    Var {
        thing,
        rated: choices.len(),
        choices,
        all,
    }
}

fn of_row(index: usize, row: &Row, reach: &Reach<'_>) -> Var {
    let (values, all) = classes(row, reach).unwrap_or_else(|| ratings(row));
    let rated = values
        .into_iter()
        .map(|value| Choice::Answer(Answer::Rated(value)));
    let mut found = var(Thing::Row(index), rated.collect(), all);
    if may_leave_out(row, true).is_ok() {
        found.choices.push(Choice::Answer(Answer::LeftOut));
    }
    found
}

/// Where only tests of levels look at a row, one level for all that no test tells apart.
fn classes(row: &Row, reach: &Reach<'_>) -> Option<(Vec<Value>, bool)> {
    let RowKind::Criterion { scale, offered, .. } = &row.kind else {
        return None;
    };
    let told = reach.told.get(*scale).filter(|_| !reach.points)?;
    let first = |level: &usize| *level == offered.0 || told.has(*level);
    let levels = (offered.0..=offered.1).filter(first);
    Some((levels.map(Value::Level).collect(), true))
}

/// The ratings of a row from below, and whether these are all.
pub(super) fn ratings(row: &Row) -> (Vec<Value>, bool) {
    match &row.kind {
        RowKind::Check { .. } => (vec![Value::Met(false), Value::Met(true)], true),
        RowKind::Number(range) => {
            let (numbers, all) = numbers(range);
            (numbers.into_iter().map(Value::Number).collect(), all)
        }
        RowKind::Criterion { marks, offered, .. } => {
            let (mut values, mut whole) = (Vec::new(), true);
            for (level, one) in marks.iter().enumerate() {
                if !(offered.0..=offered.1).contains(&level) {
                } else if one.points().is_some() {
                    values.push(Value::Level(level));
                } else {
                    let (found, all) = numbers(&range(one));
                    values.extend(found.into_iter().map(|mark| Value::Mark(level, mark)));
                    whole &= all;
                }
            }
            (values, whole)
        }
    }
}

fn range(marks: &Marks) -> Range {
    Range {
        from: marks.from,
        to: Some(marks.to),
        step: marks.step,
        list: marks.list.clone(),
    }
}

/// The numbers of a range; only some of them where there are too many to list.
pub(super) fn numbers(range: &Range) -> (Vec<Rational>, bool) {
    if !range.list.is_empty() {
        return (range.list.clone(), true);
    }
    let mut found = vec![range.from];
    if let (Some(to), Some(step)) = (range.to, range.step) {
        let mut next = range.from.add(step);
        while let Some(value) = next.filter(|value| *value <= to) {
            if found.len() >= LISTED {
                break;
            }
            found.push(value);
            next = value.add(step);
        }
        let all = next.is_some_and(|value| value > to);
        if all {
            return (found, true);
        }
        found.truncate(1);
    }
    found.extend(range.to);
    (found, false)
}

fn replies(rubric: &Rubric, kind: &InputKind) -> (Vec<Choice>, bool) {
    let mut found = Vec::new();
    let mut whole = true;
    match kind {
        InputKind::YesNo => found.extend([false, true].map(|yes| Choice::Reply(Reply::Yes(yes)))),
        InputKind::Choice(scale) => {
            let levels = rubric
                .scales
                .get(*scale)
                .map_or(0, |scale| scale.levels.len());
            found.extend((0..levels).map(|level| Choice::Reply(Reply::Choice(level))));
        }
        InputKind::Number(range, _) => {
            let (numbers, all) = numbers(range);
            whole = all;
            found.extend(
                numbers
                    .into_iter()
                    .map(|one| Choice::Reply(Reply::Number(one))),
            );
        }
        InputKind::Date => whole = false,
    }
    (found, whole)
}

/// Gives it.
pub(super) fn give(inputs: &mut Inputs, thing: Thing, choice: Choice) {
    match (thing, choice) {
        (Thing::Row(row), Choice::Answer(answer)) => {
            if let Some(slot) = inputs.answers.get_mut(row) {
                *slot = answer;
            }
        }
        (Thing::Ask(ask), Choice::Reply(reply)) => {
            if let Some(slot) = inputs.replies.get_mut(ask) {
                *slot = Some(reply);
            }
        }
        (Thing::Slot(slot), Choice::Complete(complete)) => {
            if let Some(slot) = inputs.slots.get_mut(slot) {
                slot.complete = complete;
            }
        }
        _ => {}
    }
}

/// Takes it back.
pub(super) fn take(inputs: &mut Inputs, thing: Thing) {
    match thing {
        Thing::Row(row) => {
            if let Some(slot) = inputs.answers.get_mut(row) {
                *slot = Answer::Unanswered;
            }
        }
        Thing::Ask(ask) => {
            if let Some(slot) = inputs.replies.get_mut(ask) {
                *slot = None;
            }
        }
        Thing::Slot(_) => give(inputs, thing, Choice::Complete(false)),
    }
}

/// What was given, as the lines of an example say it.
pub(super) fn said(rubric: &Rubric, inputs: &Inputs, vars: &[Var]) -> Vec<(String, String)> {
    let each = vars.iter().filter_map(|var| match var.thing {
        Thing::Row(index) => {
            let row = rubric.rows.get(index)?;
            let value = match inputs.answers.get(index)? {
                Answer::Rated(value) => rating(rubric, row, *value)?,
                Answer::LeftOut => "left out".to_owned(),
                Answer::Unanswered => return None,
            };
            Some((row.name.clone(), value))
        }
        Thing::Ask(index) => {
            let ask = rubric.asks.get(index)?;
            let value = match (inputs.replies.get(index)?.as_ref()?, &ask.kind) {
                (Reply::Choice(choice), InputKind::Choice(scale)) => {
                    rubric.scales.get(*scale)?.levels.get(*choice)?.name.clone()
                }
                (Reply::Yes(yes), _) => if *yes { "yes" } else { "no" }.to_owned(),
                (Reply::Number(number), _) => plain(*number),
                _ => return None,
            };
            Some((ask.name.clone(), value))
        }
        Thing::Slot(index) => {
            let complete = inputs.slots.get(index)?.complete;
            let value = if complete { "complete" } else { "incomplete" };
            Some((rubric.slots.get(index)?.name.clone(), value.to_owned()))
        }
    });
    each.collect()
}

/// A rating in the words of an example.
pub(super) fn rating(rubric: &Rubric, row: &Row, value: Value) -> Option<String> {
    Some(match value {
        Value::Level(level) => {
            let scale = rubric.scales.get(row.scale()?)?;
            scale.levels.get(level)?.name.clone()
        }
        Value::Met(met) => if met { "met" } else { "not met" }.to_owned(),
        Value::Number(number) | Value::Mark(_, number) => plain(number),
    })
}

/// A number as an author writes it, with a point where it ends; else as a fraction.
pub(super) fn plain(value: Rational) -> String {
    let mut tens = Rational::ONE;
    for places in 0..=6_usize {
        let scaled = value.mul(tens).filter(|scaled| scaled.is_whole());
        if let Some(scaled) = scaled {
            let digits = scaled.numer().unsigned_abs().to_string();
            let sign = if value.is_negative() { "-" } else { "" };
            let digits = format!("{digits:0>width$}", width = places.saturating_add(1));
            let (whole, part) = digits.split_at(digits.len().saturating_sub(places));
            let point = if places > 0 { "." } else { "" };
            return format!("{sign}{whole}{point}{part}");
        }
        match tens.mul(Rational::whole(10)) {
            Some(more) => tens = more,
            None => break,
        }
    }
    value.to_string()
}
