//! The exports. No logic: handles are integers, hot calls take and return
//! numbers, cold calls return plain objects.

use crate::eval::{Refusal, Value};
use crate::num::Rational;
use crate::session::{EditError, Session};
use crate::{model, wire};
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A session with the numbers JavaScript reads.
struct Live {
    session: Session,
    slots: Vec<f64>,
}

/// Objects by handle, in rising order; a handle is never given out twice.
struct Table<T> {
    last: u32,
    held: Vec<(u32, T)>,
}

impl<T> Table<T> {
    const fn new() -> Self {
        Self {
            last: 0,
            held: Vec::new(),
        }
    }

    fn add(&mut self, value: T) -> u32 {
        self.last = self.last.saturating_add(1);
        self.held.push((self.last, value));
        self.last
    }

    fn place(&self, handle: u32) -> Option<usize> {
        self.held
            .binary_search_by_key(&handle, |(known, _)| *known)
            .ok()
    }

    fn get(&self, handle: u32) -> Option<&T> {
        self.held.get(self.place(handle)?).map(|(_, value)| value)
    }

    fn get_mut(&mut self, handle: u32) -> Option<&mut T> {
        let place = self.place(handle)?;
        self.held.get_mut(place).map(|(_, value)| value)
    }

    fn remove(&mut self, handle: u32) {
        if let Some(place) = self.place(handle) {
            self.held.remove(place);
        }
    }
}

thread_local! {
    static RUBRICS: RefCell<Table<Rc<model::Rubric>>> = const { RefCell::new(Table::new()) };
    static SESSIONS: RefCell<Table<Live>> = const { RefCell::new(Table::new()) };
}

#[derive(Serialize)]
struct Compiled {
    handle: u32,
    diagnostics: Vec<wire::DiagnosticOut>,
    outline: Option<wire::Outline>,
    layout: Option<wire::Layout>,
}

fn plain<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|error| JsError::new(&error.to_string()))
}

/// Reports a panic in the console before the instance traps.
#[wasm_bindgen(start)]
pub fn begin() {
    console_error_panic_hook::set_once();
}

/// Every diagnostic of a source.
#[wasm_bindgen]
pub fn check(source: &str) -> Result<JsValue, JsError> {
    plain(&wire::check(source))
}

/// Compiles a source; handle 0 when there are errors.
#[wasm_bindgen]
pub fn compile(source: &str) -> Result<JsValue, JsError> {
    let (rubric, diagnostics) = wire::compile(source);
    let outline = rubric.as_ref().map(wire::outline);
    let layout = rubric.as_ref().map(wire::layout);
    let handle = rubric.map_or(0, |rubric| {
        RUBRICS.with_borrow_mut(|table| table.add(Rc::new(rubric)))
    });
    plain(&Compiled {
        handle,
        diagnostics,
        outline,
        layout,
    })
}

/// Starts a session; 0 when there is no such rubric.
#[wasm_bindgen]
pub fn start(rubric: u32) -> u32 {
    let rubric = RUBRICS.with_borrow(|table| table.get(rubric).cloned());
    let Some(session) = rubric.and_then(|rubric| Session::start(rubric).ok()) else {
        return 0;
    };
    let mut slots = Vec::new();
    wire::write(&session, &mut slots);
    SESSIONS.with_borrow_mut(|table| table.add(Live { session, slots }))
}

fn edit(session: u32, change: impl FnOnce(&mut Session) -> Result<(), EditError>) -> u32 {
    SESSIONS.with_borrow_mut(|table| {
        let Some(live) = table.get_mut(session) else {
            return 1;
        };
        match change(&mut live.session) {
            Ok(()) if live.session.is_held() => 0,
            Ok(()) => {
                wire::write(&live.session, &mut live.slots);
                0
            }
            Err(EditError::NoRow) => 2,
            Err(EditError::Refused(Refusal::Kind)) => 3,
            Err(EditError::Refused(Refusal::Level)) => 4,
            Err(EditError::Refused(Refusal::Range)) => 5,
            Err(EditError::Refused(Refusal::Step)) => 6,
            Err(EditError::Overflow) => 7,
        }
    })
}

fn at(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX)
}

/// Rates a criterion with a level, by index.
#[wasm_bindgen]
pub fn rate_level(session: u32, row: u32, level: u32) -> u32 {
    edit(session, |session| {
        session.rate(at(row), Value::Level(at(level)))
    })
}

/// Rates a number row with `n / d`, both whole and below 2^53.
#[wasm_bindgen]
pub fn rate_number(session: u32, row: u32, n: f64, d: f64) -> u32 {
    let whole =
        |x: f64| (x.trunc() == x && x.abs() <= 9_007_199_254_740_992.0).then_some(x as i128);
    match whole(n)
        .zip(whole(d))
        .and_then(|(n, d)| Rational::new(n, d))
    {
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

/// Holds the outcome back while many ratings come in (1), or works it out (0).
#[wasm_bindgen]
pub fn hold(session: u32, on: u32) -> u32 {
    edit(session, |session| {
        if on != 0 {
            session.hold();
            return Ok(());
        }
        session.release().map_err(|_| EditError::Overflow)
    })
}

/// Takes a rating back.
#[wasm_bindgen]
pub fn clear(session: u32, row: u32) -> u32 {
    edit(session, |session| session.clear(at(row)))
}

/// Where a session's numbers are in memory; 0 when there is no such session.
#[wasm_bindgen]
pub fn session_ptr(session: u32) -> u32 {
    SESSIONS.with_borrow(|table| {
        table
            .get(session)
            .and_then(|live| u32::try_from(live.slots.as_ptr().addr()).ok())
            .unwrap_or(0)
    })
}

/// How many numbers a session has.
#[wasm_bindgen]
pub fn session_len(session: u32) -> u32 {
    SESSIONS.with_borrow(|table| {
        table
            .get(session)
            .and_then(|live| u32::try_from(live.slots.len()).ok())
            .unwrap_or(0)
    })
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
