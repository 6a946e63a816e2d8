//! What a vector gives, put into a session.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

use rubricate::eval::Remark;
use rubricate::evidence::Item;
use rubricate::model::{Input, InputKind, Reply, RowKind, Rubric, Value};
use rubricate::num::{Rational, date, parse_decimal};
use rubricate::session::Session;
use serde_json::Value as Json;
use std::rc::Rc;

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

fn value(written: &Json) -> Rational {
    match written {
        Json::String(text) => number(text),
        other => number(&other.to_string()),
    }
}

fn place<T>(all: &[T], name: &str, of: impl Fn(&T) -> &str) -> usize {
    let found = all.iter().position(|one| of(one) == name);
    found.unwrap_or_else(|| panic!("nothing is called {name}"))
}

pub fn row(rubric: &Rubric, name: &str) -> usize {
    place(&rubric.rows, name, |row| &row.name)
}

pub fn rate(session: &mut Session, name: &str, rating: &Json) {
    let index = row(session.rubric(), name);
    let known = &session.rubric().rows[index];
    let level = |name: &str| {
        let levels = &session.rubric().scales[known.scale()?].levels;
        levels.iter().position(|level| level.name == name)
    };
    let done = match (rating, &known.kind) {
        (Json::Null, _) => session.clear(index),
        (Json::Object(given), _) if given.contains_key("leftOut") => {
            let reason = given["leftOut"].as_str().expect("a reason");
            session.leave_out(index, !reason.trim().is_empty())
        }
        (Json::Object(given), _) => session.rate(index, Value::Number(value(&given["points"]))),
        (Json::Bool(met), _) => session.rate(index, Value::Met(*met)),
        (Json::String(text), RowKind::Check { .. }) => {
            session.rate(index, Value::Met(text == "met"))
        }
        (Json::String(text), _) => match level(text) {
            Some(level) => session.rate(index, Value::Level(level)),
            None => session.rate(index, Value::Number(number(text))),
        },
        (other, _) => session.rate(index, Value::Number(value(other))),
    };
    done.unwrap_or_else(|error| panic!("{name} {rating}: {error:?}"));
}

fn reply(rubric: &Rubric, input: &Input, written: &Json) -> Reply {
    match &input.kind {
        InputKind::Choice(scale) => {
            let name = written.as_str().expect("a choice");
            Reply::Choice(place(&rubric.scales[*scale].levels, name, |level| {
                &level.name
            }))
        }
        InputKind::Number(..) => Reply::Number(value(written)),
        InputKind::YesNo => {
            Reply::Yes(written == &Json::from(true) || written == &Json::from("yes"))
        }
        InputKind::Date => Reply::Number(Rational::whole(day(written))),
    }
}

fn day(written: &Json) -> i64 {
    date::parse(written.as_str().expect("a day")).expect("a day of the calendar")
}

fn item(rubric: &Rubric, facts: &Json) -> Item {
    let text = |name: &str| facts[name].as_str().map(str::to_owned);
    let count = |name: &str| facts.get(name).filter(|fact| !fact.is_null()).map(value);
    let list = |name: &str| facts[name].as_array().cloned().unwrap_or_default();
    let words = |name: &str| -> Vec<String> {
        let each = list(name);
        each.iter()
            .map(|one| one.as_str().expect("a text").to_owned())
            .collect()
    };
    Item {
        id: text("id").expect("an id"),
        kind: text("kind").expect("a kind"),
        declared_kind: text("declaredKind"),
        name: text("name"),
        bytes: count("bytes"),
        pages: count("pages"),
        words: count("words"),
        characters: count("characters"),
        sentences: count("sentences"),
        seconds: count("seconds"),
        width: count("width"),
        height: count("height"),
        sha256: text("sha256"),
        date: facts.get("date").filter(|date| !date.is_null()).map(day),
        author: text("author"),
        people: facts["people"].is_array().then(|| words("people")),
        encrypted: facts["encrypted"] == true,
        url: text("url"),
        text: text("text"),
        note: text("note"),
        shows: words("shows")
            .iter()
            .map(|name| row(rubric, name))
            .collect(),
        told: words("told"),
        undetermined: list("undetermined")
            .iter()
            .map(|one| (one["what"].to_string(), one["why"].to_string()))
            .collect(),
        counts: None,
    }
}

/// A session with everything a case gives.
pub fn start(rubric: &Rc<Rubric>, case: &Json, file: &str) -> Session {
    let mut session = Session::start(rubric.clone()).expect("a start");
    session.hold();
    let about = |what: &str| format!("{file}, {}: {what}", case["name"]);
    let members = |kind: &str| case[kind].as_object().cloned().unwrap_or_default();
    if let Some(today) = case.get("today").filter(|today| !today.is_null()) {
        session.today(Some(day(today))).expect("today");
    }
    for (name, written) in members("settings") {
        let index = place(&rubric.settings, &name, |input| &input.name);
        let reply = reply(rubric, &rubric.settings[index], &written);
        session
            .set(index, Some(reply))
            .unwrap_or_else(|error| panic!("{} {error:?}", about(&name)));
    }
    for (name, written) in members("answers") {
        let index = place(&rubric.asks, &name, |input| &input.name);
        let reply = reply(rubric, &rubric.asks[index], &written);
        session
            .answer(index, Some(reply))
            .unwrap_or_else(|error| panic!("{} {error:?}", about(&name)));
    }
    for (name, items) in members("evidence") {
        let index = place(&rubric.slots, &name, |slot| &slot.name);
        for facts in items.as_array().expect("a list of evidence") {
            session
                .attach(index, item(rubric, facts))
                .unwrap_or_else(|error| panic!("{} {error:?}", about(&name)));
        }
    }
    for (name, text) in members("comments") {
        let text = text.as_str().expect("a comment");
        let remark = match text {
            text if text.contains("http") => Remark::Link,
            text if text.trim().is_empty() => Remark::None,
            _ => Remark::Text,
        };
        session
            .comment(row(rubric, &name), remark)
            .unwrap_or_else(|error| panic!("{} {error:?}", about(&name)));
    }
    for (name, rating) in members("ratings") {
        rate(&mut session, &name, &rating);
    }
    for given in case["codes"].as_array().unwrap_or(&Vec::new()) {
        let code = place(
            &rubric.codes,
            given["code"].as_str().expect("a code"),
            |code| &code.name,
        );
        let on = given["row"]
            .as_str()
            .filter(|_| rubric.codes[code].this_row);
        session
            .code(code, on.map(|name| row(rubric, name)))
            .unwrap_or_else(|error| panic!("{} {error:?}", about("code")));
    }
    if let Some(by) = case
        .get("overrule")
        .filter(|by| by.as_object().is_some_and(|by| !by.is_empty()))
    {
        let index = place(
            &rubric.ladders,
            by["award"].as_str().expect("a name"),
            |ladder| &ladder.name,
        );
        let ladder = &rubric.ladders[index];
        let to = by["to"].as_str().expect("a rung");
        let rung = ladder
            .rungs
            .iter()
            .position(|rung| rung.name == to)
            .unwrap_or(ladder.rungs.len());
        session
            .overrule(index, Some(rung))
            .unwrap_or_else(|error| panic!("{} {error:?}", about("overrule")));
    }
    if case["close"] == true {
        session.close(true).expect("closed");
    }
    session
        .release()
        .unwrap_or_else(|error| panic!("{} {error:?}", about("all")));
    session
}
