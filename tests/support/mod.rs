//! Running a vector: a rubric, ratings, and what was worked out by hand.
#![allow(dead_code, clippy::panic, clippy::expect_used, missing_docs)]

use rubricate::eval::{Answer, Decision, RungState, Value};
use rubricate::model::{RowKind, Rubric};
use rubricate::num::{Interval, Rational, parse_decimal};
use rubricate::session::Session;
use rubricate::wire;
use serde_json::Value as Json;
use std::rc::Rc;

/// Every vector file, so that the browser can run them too. A test holds the list true.
macro_rules! vectors {
    ($($name:literal),* $(,)?) => {
        pub const VECTORS: &[(&str, &str)] = &[$(($name, include_str!(concat!("../vectors/", $name, ".json")))),*];
    };
}
vectors![
    "aggregates",
    "choice",
    "comparisons",
    "counting",
    "exact",
    "first_of",
    "ladders",
    "levels",
    "limits",
    "logic",
    "never",
    "open_top",
    "rounding",
    "sets",
    "weights",
];

pub fn compile(source: &str) -> Rubric {
    let (rubric, found) = wire::compile(source);
    match rubric {
        Some(rubric) => rubric,
        None => panic!("{}", lines(&found).join("\n")),
    }
}

pub fn lines(found: &[wire::DiagnosticOut]) -> Vec<String> {
    found
        .iter()
        .map(|one| {
            format!(
                "{}:{} {} {}",
                one.span.line, one.span.column, one.code, one.message
            )
        })
        .collect()
}

/// Reads `4.9`, `49/10` or `-1/2`, as vectors write numbers.
pub fn number(text: &str) -> Rational {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (n, d) = text.split_once('/').unwrap_or((text, "1"));
    let value = parse_decimal(n)
        .zip(parse_decimal(d))
        .and_then(|(n, d)| n.div(d))
        .and_then(|value| value.mul(Rational::whole(sign)));
    value.unwrap_or_else(|| panic!("`{text}` is no number"))
}

pub fn rate(session: &mut Session, name: &str, rating: &Json) {
    let place = session
        .rubric()
        .rows
        .iter()
        .position(|row| row.name == name);
    let row = place.unwrap_or_else(|| panic!("no row {name}"));
    let value = match (&session.rubric().rows[row].kind, rating) {
        (_, Json::Null) => return session.clear(row).expect("a row can be cleared"),
        (_, Json::Bool(met)) => Value::Met(*met),
        (RowKind::Criterion { scale, .. }, Json::String(level)) => {
            let levels = &session.rubric().scales[*scale].levels;
            let found = levels.iter().position(|known| known.name == *level);
            Value::Level(found.unwrap_or_else(|| panic!("no level {level}")))
        }
        (_, Json::String(text)) => Value::Number(number(text)),
        (_, Json::Number(number_)) => Value::Number(number(&number_.to_string())),
        _ => panic!("{name}: {rating}"),
    };
    session
        .rate(row, value)
        .unwrap_or_else(|error| panic!("{name}: {error:?}"));
}

fn end(interval: &Interval, low: bool) -> Json {
    let end = if low { interval.lo } else { interval.hi };
    end.filter(|_| !interval.empty)
        .map_or(Json::Null, |end| Json::String(end.to_string()))
}

/// What a session says about what a vector speaks of, in the vector's shape.
pub fn told(session: &Session, expect: &Json) -> Json {
    let mut told = Json::Object(Default::default());
    let names = |kind: &str| -> Vec<String> {
        let record = expect.get(kind).and_then(Json::as_object);
        record
            .map(|record| record.keys().cloned().collect())
            .unwrap_or_default()
    };
    for name in names("scores") {
        told["scores"][&name] = score(session, &name);
    }
    for name in names("awards") {
        told["awards"][&name] = award(session, &name);
    }
    for name in names("rows") {
        told["rows"][&name] = row(session, &name);
    }
    told
}

fn score(session: &Session, name: &str) -> Json {
    let place = session
        .rubric()
        .scores
        .iter()
        .position(|score| score.name == name);
    let value = session.outcome().scores[place.expect("a score")].bounds;
    let known = value.known().filter(|_| !value.undefined);
    let state = match known {
        Some(_) => "known",
        None if value.empty => "undefined",
        None => "open",
    };
    serde_json::json!({
        "state": state,
        "exact": known.map(|value| value.to_string()),
        "lowest": end(&value, true),
        "highest": end(&value, false),
    })
}

fn award(session: &Session, name: &str) -> Json {
    let rubric = session.rubric();
    let place = rubric
        .awards
        .iter()
        .position(|award| award.name == name)
        .expect("an award");
    let (award, value) = (&rubric.awards[place], &session.outcome().awards[place]);
    let (state, rung) = match value.decision {
        Decision::Decided(rung) => ("decided", Some(rung)),
        Decision::Open(rung) => ("open", rung),
        Decision::Pending(rung) => ("pending", rung),
    };
    let otherwise = || award.otherwise.as_ref().map(|rung| rung.0.clone());
    let named = rung.and_then(|rung| {
        award
            .rungs
            .get(rung)
            .map(|rung| rung.name.clone())
            .or_else(otherwise)
    });
    let rungs: serde_json::Map<String, Json> = award
        .rungs
        .iter()
        .zip(&value.rungs)
        .map(|(rung, state)| (rung.name.clone(), Json::from(rung_state(*state))))
        .collect();
    serde_json::json!({ "state": state, "rung": named, "rungs": rungs })
}

fn rung_state(state: RungState) -> &'static str {
    match state {
        RungState::Earned => "earned",
        RungState::Possible => "possible",
        RungState::OutOfReach => "out of reach",
        RungState::Pending => "pending",
    }
}

fn row(session: &Session, name: &str) -> Json {
    let place = session
        .rubric()
        .rows
        .iter()
        .position(|row| row.name == name)
        .expect("a row");
    let (row, answer) = (&session.rubric().rows[place], session.answers()[place]);
    let state = match answer {
        Answer::Unanswered => "unanswered",
        Answer::LeftOut => "left out",
        Answer::NotScored => "not scored",
        Answer::NotAsked => "not asked",
        Answer::Rated(_) => "rated",
    };
    let (mut level, mut points) = (None, None);
    if let Answer::Rated(value) = answer {
        points = value.points(row).map(|points| points.to_string());
        level = match (value, &row.kind) {
            (Value::Level(level), RowKind::Criterion { scale, .. }) => {
                Some(session.rubric().scales[*scale].levels[level].name.clone())
            }
            (Value::Met(true), _) => Some("met".to_owned()),
            (Value::Met(false), _) => Some("not met".to_owned()),
            _ => None,
        };
    }
    serde_json::json!({ "state": state, "level": level, "points": points })
}

/// Runs every vector; returns how many cases there were. All that differ are named at once.
pub fn run_all() -> usize {
    let (mut cases, mut wrong) = (0, Vec::new());
    for (name, text) in VECTORS {
        cases += run(name, text, &mut wrong);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
    cases
}

fn run(name: &str, text: &str, wrong: &mut Vec<String>) -> usize {
    let file: Json = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let rubric = Rc::new(compile(file["rubric"].as_str().expect("a rubric")));
    let cases = file["cases"].as_array().expect("cases");
    for case in cases {
        let mut session = Session::start(rubric.clone()).expect("a start");
        for (row, rating) in case["ratings"].as_object().expect("ratings") {
            rate(&mut session, row, rating);
        }
        let (wanted, found) = (&case["expect"], told(&session, &case["expect"]));
        if found != *wanted {
            let (title, by_hand) = (&case["name"], &case["by_hand"]);
            wrong.push(format!(
                "{name}, {title}: {by_hand}\n wanted {wanted}\n found  {found}"
            ));
        }
    }
    cases.len()
}
