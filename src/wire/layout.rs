//! The numbers an edit changes, at fixed places in one array of doubles. Texts
//! are not here: they crossed at compile. A number is written as top and bottom
//! of its fraction, so that JavaScript shows it exactly.

use super::needs::{NeedOut, need_length, need_out, write_need};
use super::tape::{Numbers, Tape};
use crate::eval::{Decision, LadderValue, Outcome, RowState, RowValue, RungState, ScoreValue};
use crate::evidence::State;
use crate::model::{Ladder, LadderKind, Need, Rubric, Value};
use crate::session::Session;
use serde::Serialize;

/// Slots of a row, a score, a slot of evidence, and of a ladder before those of
/// its rungs.
const ROW: usize = 11;
const SCORE: usize = 9;
const SLOT: usize = 2;
const LADDER: usize = 4;

/// Where everything is, by slot, with the texts of needs.
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

/// Where everything is, by slot.
#[derive(Clone, Debug, Default)]
pub struct Places {
    rows: usize,
    scores: usize,
    ladders: Vec<usize>,
    advice: usize,
    evidence: usize,
    progress: usize,
    /// The needs of each ladder: its nevers, then those of each rung. Nobody is told
    /// why a row is worked out as it is, yet.
    needs: Vec<Vec<usize>>,
    length: usize,
}

/// Gives the numbers of a rubric their places.
pub fn places(rubric: &Rubric) -> Places {
    let mut next = 0_usize;
    let mut take = |count: usize| {
        let at = next;
        next = next.saturating_add(count);
        at
    };
    let mut places = Places {
        rows: take(rubric.rows.len().saturating_mul(ROW)),
        scores: take(rubric.scores.len().saturating_mul(SCORE)),
        advice: take(rubric.advice.len()),
        evidence: take(rubric.slots.len().saturating_mul(SLOT)),
        progress: take(2),
        ..Places::default()
    };
    for ladder in &rubric.ladders {
        let rungs = ladder.rungs.len().saturating_mul(2).saturating_add(1);
        places.ladders.push(take(rungs.saturating_add(LADDER)));
    }
    for ladder in &rubric.ladders {
        let told = needs_of(ladder).map(|need| take(need_length(&need.rule)));
        let told = match ladder.kind {
            LadderKind::Row(_) => Vec::new(),
            _ => told.collect(),
        };
        places.needs.push(told);
    }
    places.length = next;
    places
}

fn needs_of(ladder: &Ladder) -> impl Iterator<Item = &Need> {
    let rungs = ladder.rungs.iter().flat_map(|rung| &rung.needs);
    ladder.nevers.iter().chain(rungs)
}

/// Lays the numbers of a rubric out.
pub fn layout(rubric: &Rubric) -> Layout {
    let places = places(rubric);
    let mut needs = Vec::new();
    for (index, (ladder, slots)) in rubric.ladders.iter().zip(&places.needs).enumerate() {
        let nevers = ladder.nevers.iter().map(|_| -1);
        let rungs = (0_i32..).zip(&ladder.rungs);
        let rungs = rungs.flat_map(|(place, rung)| rung.needs.iter().map(move |_| place));
        let each = needs_of(ladder).zip(nevers.chain(rungs)).zip(slots);
        for ((need, rung), at) in each {
            let mut next = *at;
            let mut take = |count: usize| {
                let at = next;
                next = next.saturating_add(count);
                at
            };
            needs.push(need_out(rubric, need, (index, rung), &mut take));
        }
    }
    Layout {
        rows: places.rows,
        scores: places.scores,
        ladders: places.ladders,
        advice: places.advice,
        evidence: places.evidence,
        progress: places.progress,
        needs,
        length: places.length,
    }
}

/// The numbers of a session that has just begun.
pub fn numbers(session: &Session, places: &Places) -> Numbers {
    let mut numbers = Numbers::new(places.length);
    numbers.begin();
    write_all(session, &mut Tape::onto(&mut numbers));
    numbers
}

/// Writes what the last edit moved.
pub fn write(session: &Session, places: &Places, numbers: &mut Numbers) {
    numbers.begin();
    let mut out = Tape::onto(numbers);
    if session.moved().everything {
        write_all(session, &mut out);
    } else {
        write_moved(session, places, &mut out);
    }
}

/// The exact text of the number at a slot, for one that is too long for
/// doubles. Cold: nearly no rubric needs it.
pub fn slot_text(session: &Session, slot: usize) -> Option<String> {
    let mut none = Numbers::default();
    let mut out = Tape::wanting(&mut none, slot);
    write_all(session, &mut out);
    out.text
}

fn write_moved(session: &Session, places: &Places, out: &mut Tape<'_>) {
    let (outcome, moved) = (session.outcome(), session.moved());
    let at =
        |first: usize, index: usize, each: usize| first.saturating_add(index.saturating_mul(each));
    for index in &moved.rows {
        if let Some(row) = outcome.rows.get(*index) {
            out.seek(at(places.rows, *index, ROW));
            write_row(row, out);
        }
    }
    for index in &moved.scores {
        if let Some(score) = outcome.scores.get(*index) {
            out.seek(at(places.scores, *index, SCORE));
            write_score(score, out);
        }
    }
    for (index, truth) in &moved.advice {
        out.seek(at(places.advice, *index, 1));
        out.push(f64::from(truth.bits()));
    }
    if moved.slots {
        out.seek(places.evidence);
        write_slots(session, out);
    }
    if moved.rated != (0, 0) {
        out.seek(places.progress);
        write_progress(outcome, out);
    }
    for index in &moved.ladders {
        if let (Some(ladder), Some(slot)) =
            (outcome.ladders.get(*index), places.ladders.get(*index))
        {
            out.seek(*slot);
            write_ladder(ladder, out);
        }
    }
    let need = |ladder: usize, need: usize| {
        let slot = places.needs.get(ladder)?.get(need)?;
        Some((*slot, outcome.ladders.get(ladder)?.need(need)?))
    };
    for (ladder, index, place) in &moved.members {
        if let Some((slot, need)) = need(*ladder, *index)
            && let Some(truth) = need.members.get(*place)
        {
            out.seek(slot.saturating_add(1).saturating_add(*place));
            out.push(f64::from(truth.bits()));
        }
    }
    for (ladder, index) in &moved.needs {
        if let Some((slot, need)) = need(*ladder, *index) {
            out.seek(slot);
            write_need(need, out);
        }
    }
}

fn write_all(session: &Session, out: &mut Tape<'_>) {
    let (rubric, outcome) = (session.rubric(), session.outcome());
    outcome.rows.iter().for_each(|row| write_row(row, out));
    for score in &outcome.scores {
        write_score(score, out);
    }
    out.extend(outcome.advice.iter().map(|truth| f64::from(truth.bits())));
    write_slots(session, out);
    write_progress(outcome, out);
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

fn write_score(score: &ScoreValue, out: &mut Tape<'_>) {
    let known = score.bounds.known();
    out.push(if score.bounds.empty {
        2.0
    } else if known.is_some() {
        0.0
    } else {
        1.0
    });
    out.ends(score.bounds);
    out.number(known);
    out.number(score.closed);
}

fn write_slots(session: &Session, out: &mut Tape<'_>) {
    for (asked, verdict) in session.outcome().slots.iter().zip(session.verdicts()) {
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
}

fn write_progress(outcome: &Outcome, out: &mut Tape<'_>) {
    let (rated, total) = outcome.progress;
    out.extend([index(Some(rated)), index(Some(total))]);
}

fn write_ladder(ladder: &LadderValue, out: &mut Tape<'_>) {
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

fn write_row(row: &RowValue, out: &mut Tape<'_>) {
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
