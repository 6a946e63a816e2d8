//! The numbers an edit changes, at fixed places in one array of doubles. Texts
//! are not here: they crossed at compile. A number is written as top and bottom
//! of its fraction, so that JavaScript shows it exactly.

use crate::eval::{Answer, Decision, NeedValue, RungState, Value, is_comparison, rows_of};
use crate::model::{Need, Row, Rubric, Truth};
use crate::num::{Interval, Rational};
use crate::session::Session;
use serde::Serialize;

/// Slots of a row, a score, an award, and of both sides of a comparison.
const ROW: usize = 8;
const SCORE: usize = 9;
const AWARD: usize = 3;
const SIDES: usize = 8;

/// Where a need's numbers are, and how to say it.
#[derive(Serialize, Clone, Debug)]
#[serde(rename_all = "camelCase")]
pub struct NeedOut {
    award: usize,
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
    awards: usize,
    rungs: usize,
    advice: usize,
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
    let rungs: usize = rubric.awards.iter().map(|award| award.rungs.len()).sum();
    let mut layout = Layout {
        rows: take(rubric.rows.len().saturating_mul(ROW)),
        scores: take(rubric.scores.len().saturating_mul(SCORE)),
        awards: take(rubric.awards.len().saturating_mul(AWARD)),
        rungs: take(rungs),
        advice: take(rubric.advice.len()),
        progress: take(2),
        ..Layout::default()
    };
    for (index, award) in rubric.awards.iter().enumerate() {
        for never in &award.nevers {
            layout.needs.push(need_out(never, index, -1, &mut take));
        }
        for (place, rung) in award.rungs.iter().enumerate() {
            for need in &rung.needs {
                layout.needs.push(need_out(
                    need,
                    index,
                    i32::try_from(place).unwrap_or(i32::MAX),
                    &mut take,
                ));
            }
        }
    }
    layout.length = next;
    layout
}

fn need_out(
    need: &Need,
    award: usize,
    rung: i32,
    take: &mut impl FnMut(usize) -> usize,
) -> NeedOut {
    let members = rows_of(&need.rule);
    let slot = |at: usize| i64::try_from(at).unwrap_or(-1);
    let below = match need.rule {
        Truth::Rung(_, below) => slot(below),
        _ => -1,
    };
    NeedOut {
        below,
        award,
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
    let outcome = session.outcome();
    let answered = session.rubric().rows.iter().zip(session.answers());
    answered.for_each(|(row, answer)| write_row(row, *answer, out));
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
    for award in &outcome.awards {
        let (state, rung) = match award.decision {
            Decision::Decided(rung) => (0.0, Some(rung)),
            Decision::Open(rung) => (1.0, rung),
            Decision::Pending(rung) => (2.0, rung),
        };
        out.extend([state, index(rung), index(award.closed)]);
    }
    out.extend(
        outcome
            .awards
            .iter()
            .flat_map(|award| &award.rungs)
            .map(|state| match state {
                RungState::Earned => 0.0,
                RungState::Possible => 1.0,
                RungState::OutOfReach => 2.0,
                RungState::Pending => 3.0,
            }),
    );
    out.extend(outcome.advice.iter().map(|truth| f64::from(truth.bits())));
    let rated = session
        .answers()
        .iter()
        .filter(|answer| matches!(answer, Answer::Rated(_)))
        .count();
    out.extend([index(Some(rated)), index(Some(session.answers().len()))]);
    for award in &outcome.awards {
        award
            .nevers
            .iter()
            .chain(award.needs.iter().flatten())
            .for_each(|need| write_need(need, out));
    }
}

fn index(value: Option<usize>) -> f64 {
    value
        .and_then(|value| i32::try_from(value).ok())
        .map_or(-1.0, f64::from)
}

fn write_row(row: &Row, answer: Answer, out: &mut Vec<f64>) {
    out.push(match answer {
        Answer::Unanswered => 0.0,
        Answer::LeftOut => 1.0,
        Answer::NotScored => 2.0,
        Answer::NotAsked => 3.0,
        Answer::Rated(_) => 4.0,
    });
    let Answer::Rated(value) = answer else {
        out.push(-1.0);
        number(None, out);
        ends(Interval::between(row.least(), row.most()), out);
        return;
    };
    out.push(match value {
        Value::Level(level) => index(Some(level)),
        Value::Met(met) => f64::from(u8::from(met)),
        Value::Number(_) => -1.0,
    });
    let points = value.points(row);
    number(points, out);
    ends(Interval::between(points, points), out);
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
