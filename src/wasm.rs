//! The exports. No logic: handles are integers, hot calls take and return
//! numbers, cold calls return plain objects.

mod table;

mod editor;
use crate::eval::{Refusal, Remark, Value};
use crate::model::Reply;
use crate::num::Rational;
use crate::session::{EditError, Edited, Session};
use crate::{model, wire};
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use table::Table;
use wasm_bindgen::prelude::*;

/// A session with the numbers JavaScript reads.
struct Live {
    session: Session,
    places: wire::Places,
    numbers: wire::Numbers,
}

thread_local! {
    static RUBRICS: RefCell<Table<Rc<model::Rubric>>> = const { RefCell::new(Table::new()) };
    static SESSIONS: RefCell<Table<Live>> = const { RefCell::new(Table::new()) };
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Compiled {
    handle: u32,
    diagnostics: Vec<wire::DiagnosticOut>,
    outline: Option<wire::Outline>,
    layout: Option<wire::Layout>,
    content_hash: String,
    structure_hash: String,
}

fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|error| JsError::new(&error.to_string()))
}

/// Pairs of path and text, from both in turn.
fn pairs(files: Vec<String>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut files = files.into_iter();
    while let (Some(path), Some(text)) = (files.next(), files.next()) {
        all.push((path, text));
    }
    all
}

/// Reports a panic in the console before the instance traps.
#[wasm_bindgen(start)]
pub fn begin() {
    console_error_panic_hook::set_once();
}

/// Every diagnostic of a source, with the files it may use, and what is proved of it if asked.
#[wasm_bindgen]
pub fn check(source: &str, files: Vec<String>, prove: bool) -> Result<JsValue, JsError> {
    plain(&wire::checked(source, &pairs(files), prove))
}

/// SHA-256 of a text, in hexadecimal digits.
#[wasm_bindgen]
pub fn hash(text: &str) -> String {
    crate::format::hash(text)
}

/// What a source is made of, piece by piece, with hashes.
#[wasm_bindgen]
pub fn pieces(source: &str, files: Vec<String>) -> Result<JsValue, JsError> {
    plain(&wire::pieces(source, &pairs(files)))
}

/// Compiles a source; handle 0 when there are errors.
#[wasm_bindgen]
pub fn compile(source: &str, files: Vec<String>) -> Result<JsValue, JsError> {
    let compiled = wire::compile(source, &pairs(files));
    let outline = compiled.rubric.as_ref().map(wire::outline);
    let layout = compiled.rubric.as_ref().map(wire::layout);
    let handle = compiled.rubric.map_or(0, |rubric| {
        RUBRICS.with_borrow_mut(|table| table.add(Rc::new(rubric)))
    });
    plain(&Compiled {
        handle,
        diagnostics: compiled.diagnostics,
        outline,
        layout,
        content_hash: compiled.hashes.content,
        structure_hash: compiled.hashes.structure,
    })
}

/// Starts a session; 0 when there is no such rubric.
#[wasm_bindgen]
pub fn start(rubric: u32) -> u32 {
    let rubric = RUBRICS.with_borrow(|table| table.get(rubric).cloned());
    let Some(session) = rubric.and_then(|rubric| Session::start(rubric).ok()) else {
        return 0;
    };
    let places = wire::places(session.rubric());
    let numbers = wire::numbers(&session, &places);
    let live = Live {
        session,
        places,
        numbers,
    };
    SESSIONS.with_borrow_mut(|table| table.add(live))
}

fn edit(session: u32, change: impl FnOnce(&mut Session) -> Edited) -> u32 {
    SESSIONS.with_borrow_mut(|table| {
        let Some(live) = table.get_mut(session) else {
            return 1;
        };
        match change(&mut live.session) {
            Ok(()) if live.session.is_held() => 0,
            Ok(()) => {
                wire::write(&live.session, &live.places, &mut live.numbers);
                0
            }
            Err(error) => status(error),
        }
    })
}

/// A number of a session; 0 when there is no such session.
fn of(session: u32, number: fn(&Live) -> usize) -> u32 {
    SESSIONS.with_borrow(|table| {
        let number = table.get(session).map(number);
        number
            .and_then(|number| u32::try_from(number).ok())
            .unwrap_or(0)
    })
}

/// Why an edit was refused, as a number that JavaScript has words for.
fn status(error: EditError) -> u32 {
    match error {
        EditError::Unknown => 2,
        EditError::Overflow => 7,
        EditError::MayNot => 13,
        EditError::Order(_) => 14,
        EditError::Refused(refusal) => match refusal {
            Refusal::Kind => 3,
            Refusal::Level => 4,
            Refusal::Range => 5,
            Refusal::Step => 6,
            Refusal::NotOffered => 8,
            Refusal::Points => 9,
            Refusal::WorkedOut => 10,
            Refusal::LeftOut => 11,
            Refusal::Reason => 12,
        },
    }
}

fn at(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// What stands for none among indices.
fn some(index: u32) -> Option<usize> {
    (index != u32::MAX).then(|| at(index))
}

fn rational(n: f64, d: f64) -> Option<Rational> {
    let whole =
        |x: f64| (x.trunc() == x && x.abs() <= 9_007_199_254_740_992.0).then_some(x as i128);
    whole(n)
        .zip(whole(d))
        .and_then(|(n, d)| Rational::new(n, d))
}

/// Rates a criterion with a level of its scale, by index.
#[wasm_bindgen]
pub fn rate_level(session: u32, row: u32, level: u32) -> u32 {
    edit(session, |session| {
        session.rate(at(row), Value::Level(at(level)))
    })
}

/// Rates a row with `n / d`, both whole and below 2^53; a criterion takes a mark.
#[wasm_bindgen]
pub fn rate_number(session: u32, row: u32, n: f64, d: f64) -> u32 {
    match rational(n, d) {
        Some(value) => edit(session, |session| {
            session.rate(at(row), Value::Number(value))
        }),
        None => 7,
    }
}

/// Marks a check as met (1) or not met (0).
#[wasm_bindgen]
pub fn rate_met(session: u32, row: u32, met: u32) -> u32 {
    edit(session, |session| {
        session.rate(at(row), Value::Met(met != 0))
    })
}

/// Leaves a row out, with a reason (1) or without (0).
#[wasm_bindgen]
pub fn leave_out(session: u32, row: u32, reason: u32) -> u32 {
    edit(session, |session| session.leave_out(at(row), reason != 0))
}

/// Takes a rating back.
#[wasm_bindgen]
pub fn clear(session: u32, row: u32) -> u32 {
    edit(session, |session| session.clear(at(row)))
}

/// Says that no comment (0), a comment (1) or one with a link (2) stands beside a row.
#[wasm_bindgen]
pub fn comment(session: u32, row: u32, kind: u32) -> u32 {
    let remark = match kind {
        0 => Remark::None,
        1 => Remark::Text,
        _ => Remark::Link,
    };
    edit(session, |session| session.comment(at(row), remark))
}

/// Answers an ask (`setting` 0) or sets a setting (1): kind 0 takes it back, 1 is
/// a choice by index, 2 the number `n / d`, 3 yes (1) or no (0), 4 a day.
#[wasm_bindgen]
pub fn reply(session: u32, setting: u32, index: u32, kind: u32, n: f64, d: f64) -> u32 {
    let reply = match kind {
        0 => None,
        1 => Some(Reply::Choice(at(n as u32))),
        3 => Some(Reply::Yes(n != 0.0)),
        _ => match rational(n, d) {
            Some(value) => Some(Reply::Number(value)),
            None => return 7,
        },
    };
    edit(session, |session| match setting {
        0 => session.answer(at(index), reply),
        _ => session.set(at(index), reply),
    })
}

/// Says which day it is, in days since 1970-01-01; none for what is not finite.
#[wasm_bindgen]
pub fn today(session: u32, day: f64) -> u32 {
    edit(session, |session| {
        session.today(day.is_finite().then_some(day as i64))
    })
}

/// Puts a piece of evidence into a slot: names and values of its facts in turn.
#[wasm_bindgen]
pub fn attach(session: u32, slot: u32, facts: Vec<String>) -> u32 {
    edit(session, |session| {
        session.attach(at(slot), wire::item(&facts))
    })
}

/// Takes a piece of evidence out of a slot.
#[wasm_bindgen]
pub fn detach(session: u32, slot: u32, id: &str) -> u32 {
    edit(session, |session| session.detach(at(slot), id))
}

/// Gives a code, on one row where it is one for `this row` (the largest index otherwise).
#[wasm_bindgen]
pub fn code(session: u32, code: u32, row: u32) -> u32 {
    edit(session, |session| session.code(at(code), some(row)))
}

/// Takes a code back; the largest index in its place takes every code back.
#[wasm_bindgen]
pub fn clear_code(session: u32, code: u32, row: u32) -> u32 {
    edit(session, |session| {
        session.clear_code(some(code).map(|code| (code, some(row))))
    })
}

/// Overrules a ladder with a rung; the largest index lifts that again.
#[wasm_bindgen]
pub fn overrule(session: u32, ladder: u32, rung: u32) -> u32 {
    edit(session, |session| session.overrule(at(ladder), some(rung)))
}

/// Closes an assessment (1), or opens it again (0).
#[wasm_bindgen]
pub fn close(session: u32, on: u32) -> u32 {
    edit(session, |session| session.close(on != 0))
}

/// Holds the outcome back while much comes in (1), or works it out (0).
#[wasm_bindgen]
pub fn hold(session: u32, on: u32) -> u32 {
    edit(session, |session| {
        if on != 0 {
            session.hold();
            return Ok(());
        }
        session.release()
    })
}

/// Everything the precheck says.
#[wasm_bindgen]
pub fn findings(session: u32) -> Result<JsValue, JsError> {
    SESSIONS.with_borrow(|table| match table.get(session) {
        Some(live) => plain(&wire::findings(&live.session)),
        None => plain(&Vec::<u32>::new()),
    })
}

/// How a value came about, one node a line: of a row (kind 0), a score (1), a
/// ladder (2), or from 3 on a rung of it. Nothing where its numbers are too long.
#[wasm_bindgen]
pub fn explain(session: u32, kind: u32, index: u32) -> Option<String> {
    SESSIONS
        .with_borrow(|table| wire::explain(&table.get(session)?.session, at(kind), at(index)).ok())
}

/// What it takes to reach a rung: at most so many ways, those of rated rows first (1) or not (0).
#[wasm_bindgen]
pub fn steps(
    session: u32,
    ladder: u32,
    rung: u32,
    most: u32,
    rated_first: u32,
    today: f64,
) -> Option<String> {
    SESSIONS.with_borrow(|table| {
        let session = &table.get(session)?.session;
        let rung = (at(ladder), at(rung));
        let today = today.is_finite().then_some(today as i64);
        Some(wire::steps(
            session,
            rung,
            at(most),
            rated_first != 0,
            today,
        ))
    })
}

/// Where a session's numbers are in memory; 0 when there is no such session.
#[wasm_bindgen]
pub fn session_ptr(session: u32) -> u32 {
    of(session, |live| live.numbers.slots.as_ptr().addr())
}

/// How many numbers a session has.
#[wasm_bindgen]
pub fn session_len(session: u32) -> u32 {
    of(session, |live| live.numbers.slots.len())
}

/// Where it stands which numbers the last edit changed: how often numbers were
/// written, how many of them the last time changed, and their places (as many as
/// there are numbers, at most). It and the numbers stay where they are as long as
/// the session lives.
#[wasm_bindgen]
pub fn changed_ptr(session: u32) -> u32 {
    of(session, |live| live.numbers.changed.as_ptr().addr())
}

/// The exact text of a number too long for doubles.
#[wasm_bindgen]
pub fn exact(session: u32, slot: u32) -> Option<String> {
    SESSIONS.with_borrow(|table| wire::slot_text(&table.get(session)?.session, at(slot)))
}

/// Lets a rubric go. Its sessions live on.
#[wasm_bindgen]
pub fn dispose_rubric(rubric: u32) {
    RUBRICS.with_borrow_mut(|table| table.remove(rubric));
}

/// Lets a session go.
#[wasm_bindgen]
pub fn dispose_session(session: u32) {
    SESSIONS.with_borrow_mut(|table| table.remove(session));
}

/// The memory that sessions' numbers stand in.
#[wasm_bindgen]
pub fn engine_memory() -> JsValue {
    wasm_bindgen::memory()
}
