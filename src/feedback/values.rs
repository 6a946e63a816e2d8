//! What a row or a question may be given, value by value, the worst first.

use crate::model::{Marks, Range, Row, RowKind, Value};
use crate::num::Rational;

/// More values than these are not tried one by one on one row.
const VALUES: usize = 256;

/// Everything a row may be rated, the worst first, each with how many levels up
/// from the worst it is and its place within the level; and whether there is more between.
pub(super) fn values(row: &Row) -> (Vec<(Value, usize, usize)>, bool) {
    match &row.kind {
        RowKind::Criterion { offered, marks, .. } => {
            let (mut all, mut sampled) = (Vec::new(), false);
            for (level, one) in marks.iter().enumerate() {
                if !(offered.0..=offered.1).contains(&level) {
                    continue;
                }
                let up = level.saturating_sub(offered.0);
                all.push((Value::Level(level), up, 0));
                if one.points().is_none() {
                    let (inside, more) = within(&as_range(one), row.lower);
                    sampled |= more;
                    for (place, mark) in inside.into_iter().enumerate() {
                        all.push((Value::Mark(level, mark), up, place.saturating_add(1)));
                    }
                }
            }
            (all, sampled)
        }
        RowKind::Check { points, .. } => {
            // Where being met costs points, not being met is better.
            let worst = points.is_negative();
            let all = [(Value::Met(worst), 0, 0), (Value::Met(!worst), 1, 0)];
            (all.to_vec(), false)
        }
        RowKind::Number(range) => {
            let (inside, sampled) = within(range, row.lower);
            let mut all = Vec::with_capacity(inside.len());
            for (up, value) in inside.into_iter().enumerate() {
                all.push((Value::Number(value), up, 0));
            }
            (all, sampled)
        }
    }
}

fn as_range(marks: &Marks) -> Range {
    Range {
        from: marks.from,
        to: Some(marks.to),
        step: marks.step,
        list: marks.list.clone(),
    }
}

/// The numbers of a range, the worst first; whole steps where it has none, and
/// whether others lie between or beyond.
pub(super) fn within(range: &Range, lower: bool) -> (Vec<Rational>, bool) {
    let mut all = range.list.clone();
    let mut sampled = range.to.is_none();
    if all.is_empty() {
        let step = range.step.unwrap_or(Rational::ONE);
        sampled |= range.step.is_none();
        let mut next = Some(range.from);
        while let Some(value) = next.filter(|value| range.to.is_none_or(|to| *value <= to)) {
            if all.len() == VALUES {
                sampled = true;
                break;
            }
            all.push(value);
            next = value.add(step);
        }
        // The far end is the best there is, however many steps away.
        if let Some(to) = range
            .to
            .filter(|to| all.last() != Some(to) && range.step.is_none_or(|_| sampled))
        {
            let whole = to.sub(range.from).and_then(|rest| rest.div(step));
            if range.step.is_none() || whole.is_some_and(Rational::is_whole) {
                all.push(to);
            }
        }
    }
    if lower {
        all.reverse();
    }
    (all, sampled)
}

/// How many levels up from the worst a rating is.
pub(super) fn height(row: &Row, now: Value, values: &[(Value, usize, usize)]) -> usize {
    let same = |one: &&(Value, usize, usize)| match (one.0, now) {
        (Value::Level(a) | Value::Mark(a, _), Value::Level(b) | Value::Mark(b, _)) => a == b,
        (a, b) => !better(row, b, a),
    };
    let found = values.iter().find(same).or(values.last());
    found.map_or(0, |(_, up, _)| *up)
}

/// Whether one rating is better than another.
pub(super) fn better(row: &Row, a: Value, b: Value) -> bool {
    let above = |a: Rational, b: Rational| if row.lower { a < b } else { a > b };
    match (a, b) {
        (Value::Mark(x, a), Value::Mark(y, b)) if x == y => above(a, b),
        (Value::Mark(x, _), Value::Level(y)) if x == y => true,
        (Value::Level(x) | Value::Mark(x, _), Value::Level(y) | Value::Mark(y, _)) => x > y,
        (Value::Number(a), Value::Number(b)) => above(a, b),
        _ => false,
    }
}
