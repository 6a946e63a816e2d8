//! The numbers an edit changes, at fixed places in one array of doubles. Texts
//! are not here: they crossed at compile. A number is written as top and bottom
//! of its fraction, so that JavaScript shows it exactly.

use super::needs::{NeedOut, need_out, write_need};
use super::tape::Tape;
use crate::eval::{Decision, LadderValue, RowState, RowValue, RungState};
use crate::evidence::State;
use crate::model::{LadderKind, Rubric, Value};
use crate::session::Session;
use serde::Serialize;

/// Slots of a row, a score, a slot of evidence, and of a ladder before those of
/// its rungs.
const ROW: usize = 11;
const SCORE: usize = 9;
const SLOT: usize = 2;
const LADDER: usize = 4;

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
            layout
                .needs
                .push(need_out(rubric, never, (index, -1), &mut take));
        }
        for (place, rung) in ladder.rungs.iter().enumerate() {
            let place = i32::try_from(place).unwrap_or(i32::MAX);
            for need in &rung.needs {
                layout
                    .needs
                    .push(need_out(rubric, need, (index, place), &mut take));
            }
        }
    }
    layout.length = next;
    layout
}

/// Writes the numbers of a session, in the order they are laid out.
pub fn write(session: &Session, slots: &mut Vec<f64>) {
    let mut out = Tape::onto(std::mem::take(slots));
    write_all(session, &mut out);
    *slots = out.slots;
}

/// The exact text of the number at a slot, for one that is too long for
/// doubles. Cold: nearly no rubric needs it.
pub fn slot_text(session: &Session, slot: usize) -> Option<String> {
    let mut out = Tape::wanting(slot);
    write_all(session, &mut out);
    out.text
}

fn write_all(session: &Session, out: &mut Tape) {
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
        out.ends(score.bounds);
        out.number(score.bounds.known());
        out.number(score.closed);
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

fn write_ladder(ladder: &LadderValue, out: &mut Tape) {
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

fn write_row(row: &RowValue, out: &mut Tape) {
    out.push(match row.state {
        RowState::Unanswered => 0.0,
        RowState::LeftOut => 1.0,
        RowState::NotScored => 2.0,
        RowState::NotAsked => 3.0,
        RowState::Rated => 4.0,
    });
    out.push(place(row.level));
    out.number(row.points.known());
    out.ends(row.points);
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
