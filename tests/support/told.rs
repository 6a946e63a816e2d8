//! What a session says, in the shape of a vector.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use rubricate::eval::{Decision, RowState, RungState};
use rubricate::evidence::State;
use rubricate::model::{Ladder, LadderKind, RowKind, Value};
use rubricate::num::{Rational, Truth};
use rubricate::session::Session;
use serde_json::{Map, Value as Json, json};

/// Everything a session says.
pub fn told(session: &Session) -> Json {
    let (rubric, outcome) = (session.rubric(), session.outcome());
    let mut all = json!({ "scores": {}, "results": {}, "awards": {}, "rows": {} });
    for index in 0..rubric.scores.len() {
        all["scores"][&rubric.scores[index].name] = score(session, index);
    }
    for (index, ladder) in rubric.ladders.iter().enumerate() {
        let kind = match ladder.kind {
            LadderKind::Result => "results",
            LadderKind::Award => "awards",
            LadderKind::Row(_) => continue,
        };
        all[kind][&ladder.name] = told_ladder(session, index);
    }
    for (index, row) in rubric.rows.iter().enumerate() {
        all["rows"][&row.name] = told_row(session, index);
    }
    all["progress"] = json!({ "rated": outcome.progress.0, "total": outcome.progress.1 });
    all["evidence"] = evidence(session);
    let given = rubric
        .advice
        .iter()
        .zip(&outcome.advice)
        .filter(|(_, truth)| **truth == Truth::TRUE);
    all["advice"] = given.map(|(advice, _)| advice.text.clone()).collect();
    all
}

fn text(value: Option<Rational>) -> Json {
    value.map_or(Json::Null, |value| Json::String(value.to_string()))
}

fn score(session: &Session, index: usize) -> Json {
    let score = session.outcome().scores[index];
    let bounds = score.bounds;
    let known = bounds.known();
    let state = match known {
        Some(_) => "known",
        None if bounds.empty => "undefined",
        None => "open",
    };
    json!({
        "state": state,
        "exact": text(known),
        "lowest": text(bounds.lo.filter(|_| !bounds.empty)),
        "highest": text(bounds.hi.filter(|_| !bounds.empty)),
        "ifClosed": text(score.closed),
    })
}

fn rung(ladder: &Ladder, place: Option<usize>) -> Json {
    let otherwise = || ladder.otherwise.as_ref().map(|(name, ..)| name.clone());
    let name = |place: usize| {
        ladder
            .rungs
            .get(place)
            .map(|rung| rung.name.clone())
            .or_else(otherwise)
    };
    place.and_then(name).map_or(Json::Null, Json::String)
}

fn told_ladder(session: &Session, index: usize) -> Json {
    let (ladder, value) = (
        &session.rubric().ladders[index],
        &session.outcome().ladders[index],
    );
    let (state, now) = match (value.overruled, value.decision) {
        (Some(place), _) => ("decided", Some(place)),
        (None, Decision::Decided(place)) => ("decided", Some(place)),
        (None, Decision::Open(place)) => ("open", place),
        (None, Decision::Pending(place)) => ("pending", place),
    };
    let level = |place: usize| match ladder.rungs.get(place) {
        Some(rung) => rung.level,
        None => ladder.otherwise.as_ref().map_or(0, |(_, _, level)| *level),
    };
    let mut possible = value.possible.clone();
    possible.sort_by_key(|place| std::cmp::Reverse(level(*place)));
    let mut names: Vec<Json> = possible
        .into_iter()
        .map(|place| rung(ladder, Some(place)))
        .collect();
    names.dedup();
    let rungs = ladder.rungs.iter().zip(&value.rungs);
    let rungs: Map<String, Json> = rungs
        .map(|(rung, state)| (rung.name.clone(), Json::from(rung_state(*state))))
        .collect();
    let now = rung(ladder, now);
    json!({
        "state": state, "rung": now, "level": now, "possible": names, "rungs": rungs,
        "ifClosed": rung(ladder, value.closed),
        "overruled": value.overruled.map(|place| json!({ "to": rung(ladder, Some(place)) })),
    })
}

fn rung_state(state: RungState) -> &'static str {
    match state {
        RungState::Earned => "earned",
        RungState::Possible => "possible",
        RungState::OutOfReach => "out of reach",
        RungState::Pending => "pending",
    }
}

fn told_row(session: &Session, index: usize) -> Json {
    let (rubric, value) = (session.rubric(), session.outcome().rows[index]);
    let name = |value: Option<Value>| match (value, &rubric.rows[index].kind) {
        (Some(Value::Level(level) | Value::Mark(level, _)), RowKind::Criterion { scale, .. }) => {
            Json::from(rubric.scales[*scale].levels[level].name.clone())
        }
        (Some(Value::Met(true)), _) => Json::from("met"),
        (Some(Value::Met(false)), _) => Json::from("not met"),
        _ => Json::Null,
    };
    let state = match value.state {
        RowState::Unanswered => "unanswered",
        RowState::LeftOut => "left out",
        RowState::NotScored => "not scored",
        RowState::NotAsked => "not asked",
        RowState::Rated => "rated",
    };
    let points = value.points;
    json!({
        "state": state,
        "level": name(value.level),
        "counted": match value.counted {
            Some(Value::Number(number)) => text(Some(number)),
            counted => name(counted),
        },
        "points": text(points.known()),
        "lowest": text(points.lo.filter(|_| !points.empty)),
        "highest": text(points.hi.filter(|_| !points.empty)),
        "code": value.code.map(|code| rubric.codes[code].name.clone()),
    })
}

fn evidence(session: &Session) -> Json {
    let name = |state: State| match state {
        State::Complete => "complete",
        State::Incomplete => "incomplete",
        State::NeedsALook => "needs a look",
        State::Unchecked => "unchecked",
    };
    let rubric = session.rubric();
    let asked = &session.outcome().slots;
    let verdicts = session.verdicts().iter().zip(asked);
    let states: Vec<State> = verdicts
        .map(|(verdict, asked)| {
            if *asked {
                verdict.state
            } else {
                State::Complete
            }
        })
        .collect();
    let worst = states.iter().max().copied().unwrap_or(State::Complete);
    let slots = rubric.slots.iter().zip(&states);
    let slots: Map<String, Json> = slots
        .map(|(slot, state)| (slot.name.clone(), json!({ "state": name(*state) })))
        .collect();
    json!({ "state": name(worst), "slots": slots })
}
