//! The numbers an edit changes, at fixed places in one array of doubles. Texts
//! are not here: they crossed at compile. A number is written as top and bottom
//! of its fraction, so that JavaScript shows it exactly.

use crate::eval::{
    Decision, LadderValue, NeedValue, RowState, RowValue, RungState, is_comparison, rows_of,
};
use crate::evidence::State;
use crate::model::{LadderKind, Need, Rubric, Truth, Value};
use crate::num::{Interval, Rational};
use crate::session::Session;
use serde::Serialize;

/// Slots of a row, a score, a slot of evidence, of both sides of a comparison,
/// and of a ladder before those of its rungs.
const ROW: usize = 11;
const SCORE: usize = 9;
const SLOT: usize = 2;
const SIDES: usize = 8;
const LADDER: usize = 4;

/// Where a need's numbers are, and how to say it.
#[derive(Serialize, Clone, Debug)]
#[serde(rename_all = "camelCase")]
pub struct NeedOut {
    ladder: usize,
    rung: i32,
    never: bool,
    text: String,
    message: Option<String>,
    percent: bool,
    at: usize,
    members: Vec<usize>,
    members_at: i64,
    compare_at: i64,
    below: i64,
}

/// Where everything is, by slot.
#[derive(Serialize, Clone, Debug, Default)]
pub struct Layout {
    rows: usize,
    scores: usize,
    /// By ladder: four slots, one a rung with its state, and one a rung and one for
    /// `otherwise` with whether it can still come out.
    ladders: Vec<usize>,
    advice: usize,
    evidence: usize,
    progress: usize,
    needs: Vec<NeedOut>,
    length: usize,
}

/// Lays the numbers of a rubric out.
pub fn layout(rubric: &Rubric) -> Layout {
    let mut next = 0_usize;
    let mut take = |count: usize| {
        let at = next;
        next = next.saturating_add(count);
        at
    };
    let mut layout = Layout {
        rows: take(rubric.rows.len().saturating_mul(ROW)),
        scores: take(rubric.scores.len().saturating_mul(SCORE)),
        advice: take(rubric.advice.len()),
        evidence: take(rubric.slots.len().saturating_mul(SLOT)),
        progress: take(2),
        ..Layout::default()
    };
    for ladder in &rubric.ladders {
        let rungs = ladder.rungs.len().saturating_mul(2).saturating_add(1);
        layout.ladders.push(take(rungs.saturating_add(LADDER)));
    }
    for (index, ladder) in rubric.ladders.iter().enumerate() {
        if matches!(ladder.kind, LadderKind::Row(_)) {
            continue; // nobody is told why a row is worked out as it is, yet
        }
        for never in &ladder.nevers {
            layout.needs.push(need_out(never, index, -1, &mut take));
        }
        for (place, rung) in ladder.rungs.iter().enumerate() {
            let place = i32::try_from(place).unwrap_or(i32::MAX);
            for need in &rung.needs {
                layout.needs.push(need_out(need, index, place, &mut take));
            }
        }
    }
    layout.length = next;
    layout
}

fn need_out(
    need: &Need,
    ladder: usize,
    rung: i32,
    take: &mut dyn FnMut(usize) -> usize,
) -> NeedOut {
    let members = rows_of(&need.rule);
    let slot = |at: usize| i64::try_from(at).unwrap_or(-1);
    let below = match need.rule {
        Truth::Rung(_, below) => slot(below),
        _ => -1,
    };
    NeedOut {
        below,
        ladder,
        rung,
        never: rung < 0,
        text: need.text.clone(),
        message: need.message.clone(),
        percent: need.percent,
        at: take(1),
        members_at: if members.is_empty() {
            -1
        } else {
            slot(take(members.len()))
        },
        compare_at: if is_comparison(&need.rule) {
            slot(take(SIDES))
        } else {
            -1
        },
        members,
    }
}

/// Writes the numbers of a session, in the order they are laid out.
pub fn write(session: &Session, out: &mut Vec<f64>) {
    out.clear();
    let (rubric, outcome) = (session.rubric(), session.outcome());
    outcome.rows.iter().for_each(|row| write_row(row, out));
    for score in &outcome.scores {
        out.push(if score.bounds.empty {
            2.0
        } else if score.bounds.known().is_some() {
            0.0
        } else {
            1.0
        });
        ends(score.bounds, out);
        number(score.bounds.known(), out);
        number(score.closed, out);
    }
    out.extend(outcome.advice.iter().map(|truth| f64::from(truth.bits())));
    for (asked, verdict) in outcome.slots.iter().zip(session.verdicts()) {
        let state = match verdict.state {
            State::Complete => 0.0,
            State::Incomplete => 1.0,
            State::NeedsALook => 2.0,
            State::Unchecked => 3.0,
        };
        out.extend([
            f64::from(u8::from(*asked)),
            if *asked { state } else { 0.0 },
        ]);
    }
    let (rated, total) = outcome.progress;
    out.extend([index(Some(rated)), index(Some(total))]);
    outcome
        .ladders
        .iter()
        .for_each(|ladder| write_ladder(ladder, out));
    for (ladder, value) in rubric.ladders.iter().zip(&outcome.ladders) {
        if !matches!(ladder.kind, LadderKind::Row(_)) {
            let needs = value.nevers.iter().chain(value.needs.iter().flatten());
            needs.for_each(|need| write_need(need, out));
        }
    }
}

fn write_ladder(ladder: &LadderValue, out: &mut Vec<f64>) {
    let (state, rung) = match ladder.decision {
        Decision::Decided(rung) => (0.0, Some(rung)),
        Decision::Open(rung) => (1.0, rung),
        Decision::Pending(rung) => (2.0, rung),
    };
    out.extend([
        state,
        index(rung),
        index(ladder.closed),
        index(ladder.overruled),
    ]);
    out.extend(ladder.rungs.iter().map(|state| match state {
        RungState::Earned => 0.0,
        RungState::Possible => 1.0,
        RungState::OutOfReach => 2.0,
        RungState::Pending => 3.0,
    }));
    let possible = |place: usize| f64::from(u8::from(ladder.possible.contains(&place)));
    out.extend((0..=ladder.rungs.len()).map(possible));
}

fn index(value: Option<usize>) -> f64 {
    value
        .and_then(|value| i32::try_from(value).ok())
        .map_or(-1.0, f64::from)
}

fn write_row(row: &RowValue, out: &mut Vec<f64>) {
    out.push(match row.state {
        RowState::Unanswered => 0.0,
        RowState::LeftOut => 1.0,
        RowState::NotScored => 2.0,
        RowState::NotAsked => 3.0,
        RowState::Rated => 4.0,
    });
    out.push(place(row.level));
    number(row.points.known(), out);
    ends(row.points, out);
    // A number that counts is the points themselves.
    out.push(match row.counted {
        Some(Value::Number(_)) => 0.0,
        counted => place(counted),
    });
    out.push(index(row.code));
    out.push(f64::from(u8::from(row.comment_missing)));
}

fn place(value: Option<Value>) -> f64 {
    match value {
        Some(Value::Level(level) | Value::Mark(level, _)) => index(Some(level)),
        Some(Value::Met(met)) => f64::from(u8::from(met)),
        Some(Value::Number(_)) | None => -1.0,
    }
}

fn write_need(need: &NeedValue, out: &mut Vec<f64>) {
    out.push(f64::from(need.truth.bits()));
    out.extend(need.members.iter().map(|truth| f64::from(truth.bits())));
    if let Some((left, right)) = need.sides {
        ends(left, out);
        ends(right, out);
    }
}

fn ends(interval: Interval, out: &mut Vec<f64>) {
    if interval.empty {
        out.extend([0.0, 0.0, 0.0, 0.0]);
        return;
    }
    match interval.lo {
        Some(lo) => number(Some(lo), out),
        None => out.extend([-1.0, 0.0]),
    }
    match interval.hi {
        Some(hi) => number(Some(hi), out),
        None => out.extend([1.0, 0.0]),
    }
}

/// Top and bottom; bottom 0 for no number; bottom -1 with the nearest double
/// for one whose parts are no exact doubles.
fn number(value: Option<Rational>, out: &mut Vec<f64>) {
    let Some(value) = value else {
        out.extend([0.0, 0.0]);
        return;
    };
    match value.parts_f64() {
        Some((top, bottom)) => out.extend([top, bottom]),
        None => out.extend([value.nearest_f64(), -1.0]),
    }
}

/// The exact text of the number at a slot of the scores, for one that is too
/// long for doubles. Cold: nearly no rubric needs it.
pub fn slot_text(session: &Session, slot: usize) -> Option<String> {
    let layout = layout(session.rubric());
    let at = slot.checked_sub(layout.scores)?;
    let score = session.outcome().scores.get(at.checked_div(SCORE)?)?;
    let value = match at.checked_rem(SCORE)? {
        1 => score.bounds.lo,
        3 => score.bounds.hi,
        5 => score.bounds.known(),
        7 => score.closed,
        _ => None,
    };
    value.map(|value| value.to_string())
}
