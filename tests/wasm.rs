//! The engine inside Chromium: the vectors, the exports and their refusals.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use js_sys::{Array, Float64Array, JSON, Reflect};
use rubricate::wasm;
use wasm_bindgen::{JsCast, JsError, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

fn number(value: &JsValue, name: &str) -> u32 {
    member(value, name).as_f64().unwrap() as u32
}

fn compiled(source: &str) -> JsValue {
    parsed(wasm::compile(source, Vec::new()))
}

/// What a cold call gave.
fn parsed(given: Result<JsValue, JsError>) -> JsValue {
    given.unwrap_or_else(|_| panic!("a cold call threw"))
}

fn slots(session: u32) -> Vec<f64> {
    let memory = wasm::engine_memory();
    let buffer = memory
        .unchecked_into::<js_sys::WebAssembly::Memory>()
        .buffer();
    let (from, length) = (wasm::session_ptr(session), wasm::session_len(session));
    Float64Array::new_with_byte_offset_and_length(&buffer, from, length).to_vec()
}

const RUBRIC: &str = r#"rubric x "X" {
  scale m "M" { low 0; mid 1; high 2 }
  criterion a "A" on m
  number n "N" 0..1 step 0.1
  check c "C"
  score all = sum of rows
}"#;

#[wasm_bindgen_test]
fn every_value_is_as_worked_out_by_hand() {
    let cases = support::run_all();
    assert!(cases >= 900, "only {cases} cases ran");
}

#[wasm_bindgen_test]
fn an_edit_passes_numbers_and_reads_them_back() {
    let compiled = compiled(RUBRIC);
    let session = wasm::start(number(&compiled, "handle"));
    let layout = member(&compiled, "layout");
    let score = number(&layout, "scores") as usize;
    assert_eq!(wasm::rate_level(session, 0, 1), 0);
    assert_eq!(wasm::rate_number(session, 1, 3.0, 10.0), 0);
    assert_eq!(wasm::rate_met(session, 2, 1), 0);
    // 1 + 3/10 + 1 = 23/10, known: state, lowest, highest, value as n and d.
    assert_eq!(
        slots(session)[score..score + 7],
        [0.0, 23.0, 10.0, 23.0, 10.0, 23.0, 10.0]
    );
    assert_eq!(wasm::clear(session, 0), 0);
    // From 13/10 to 33/10, open.
    assert_eq!(
        slots(session)[score..score + 5],
        [1.0, 13.0, 10.0, 33.0, 10.0]
    );
}

#[wasm_bindgen_test]
fn what_does_not_fit_is_refused_and_changes_nothing() {
    let session = wasm::start(number(&compiled(RUBRIC), "handle"));
    let before = slots(session);
    assert_eq!(wasm::rate_level(session, 0, 9), 4);
    assert_eq!(wasm::rate_level(session, 1, 0), 3);
    assert_eq!(wasm::rate_level(session, 77, 0), 2);
    assert_eq!(wasm::rate_number(session, 1, 2.0, 1.0), 5);
    assert_eq!(wasm::rate_number(session, 1, 1.0, 3.0), 6);
    for bad in [f64::NAN, f64::INFINITY, 0.5, 1e300] {
        assert_eq!(wasm::rate_number(session, 1, bad, 1.0), 7);
    }
    assert_eq!(wasm::rate_number(session, 1, 1.0, 0.0), 7);
    assert_eq!(slots(session), before);
}

const GIVEN: &str = r#"rubric x "X" {
  ask stage "Stage" { first "First"; later "Later" }
  ask late "Late" 0..10 step 1 default 0
  setting pass "Pass" 0..2 default 1
  scale m "M" { low 0; high 2 }
  criterion a "A" on m { may be left out, with a reason; comment required }
  evidence plan "Plan" { accepts pdf; pages 1..3 }
  result r "R" from a { good pass "Good"; otherwise poor "Poor" }
  award w "W" {
    yes "Yes" { needs stage is later; needs evidence is complete }
    otherwise no_ "No"
    may be overruled by reviewer, with a reason
  }
  codes { off "Off" sets a to 0 }
  raters { self; reviewer 2..3, blind; combine by median, ties down }
  attempts of the whole { newest counts; at most 3 tries }
}"#;

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

fn json(value: &JsValue) -> serde_json::Value {
    let text = String::from(JSON::stringify(value).unwrap());
    serde_json::from_str(&text).unwrap()
}

#[wasm_bindgen_test]
fn whatever_a_person_gives_is_taken_or_refused_by_number() {
    let session = wasm::start(number(&compiled(GIVEN), "handle"));
    let before = slots(session);
    // A choice, a number, a setting, a day: kind, then top and bottom.
    assert_eq!(wasm::reply(session, 0, 0, 1, 1.0, 1.0), 0);
    assert_eq!(wasm::reply(session, 0, 1, 2, 3.0, 1.0), 0);
    assert_eq!(wasm::reply(session, 0, 1, 2, 11.0, 1.0), 5);
    assert_eq!(wasm::reply(session, 0, 1, 2, 1.0, 2.0), 6);
    assert_eq!(wasm::reply(session, 0, 1, 1, 0.0, 1.0), 3);
    assert_eq!(wasm::reply(session, 0, 9, 1, 0.0, 1.0), 2);
    for bad in [f64::NAN, f64::INFINITY, 0.5, 1e300] {
        assert_eq!(wasm::reply(session, 0, 1, 2, bad, 1.0), 7);
    }
    assert_eq!(wasm::reply(session, 1, 0, 2, 3.0, 2.0), 0);
    assert_eq!(wasm::today(session, 20_000.0), 0);
    // Left out with a reason only; the comment is wanted once the row is rated.
    assert_eq!(wasm::leave_out(session, 0, 0), 12);
    assert_eq!(wasm::leave_out(session, 0, 1), 0);
    assert_eq!(wasm::rate_level(session, 0, 1), 0);
    assert_eq!(slots(session)[10], 1.0);
    assert_eq!(wasm::comment(session, 0, 1), 0);
    assert_eq!(slots(session)[10], 0.0);
    // No ladder but the award may be overruled: 0 is the result.
    assert_eq!(wasm::overrule(session, 0, 0), 13);
    assert_eq!(wasm::overrule(session, 1, 7), 4);
    assert_eq!(wasm::overrule(session, 1, 0), 0);
    assert_eq!(wasm::overrule(session, 1, u32::MAX), 0);
    assert_eq!(wasm::code(session, 0, 0), 13, "it is given on no row");
    assert_eq!(wasm::code(session, 0, u32::MAX), 0);
    assert_eq!(wasm::clear_code(session, 0, u32::MAX), 0);
    assert_eq!(wasm::code(session, 0, u32::MAX), 0);
    assert_eq!(wasm::clear_code(session, u32::MAX, u32::MAX), 0);
    assert_eq!(wasm::close(session, 1), 0);
    assert_eq!(wasm::close(session, 0), 0);
    assert_eq!(slots(session).len(), before.len());
}

#[wasm_bindgen_test]
fn evidence_is_judged_as_it_comes_and_goes() {
    let session = wasm::start(number(&compiled(GIVEN), "handle"));
    let holds = |session| {
        let found = json(&parsed(wasm::findings(session)));
        let each = found.as_array().unwrap().iter();
        each.filter(|one| one["holds"] == "no")
            .map(|one| one["rule"].as_u64())
            .collect::<Vec<_>>()
    };
    assert_eq!(holds(session), [None], "nothing is in it");
    let long = texts(&["id", "f", "kind", "pdf", "pages", "4/1"]);
    assert_eq!(wasm::attach(session, 0, long), 0);
    assert_eq!(holds(session), [Some(1)], "four pages");
    // Held back, it is judged when it is let go.
    assert_eq!(wasm::hold(session, 1), 0);
    let short = texts(&["id", "f", "kind", "pdf", "pages", "2/1"]);
    assert_eq!(wasm::attach(session, 0, short), 0);
    assert_eq!(holds(session), [Some(1)]);
    assert_eq!(wasm::hold(session, 0), 0);
    assert_eq!(holds(session), Vec::<Option<u64>>::new());
    assert_eq!(wasm::detach(session, 0, "g"), 2);
    assert_eq!(wasm::detach(session, 0, "f"), 0);
    assert_eq!(wasm::attach(session, 9, texts(&["id", "f"])), 2);
    assert_eq!(holds(session), [None]);
}

#[wasm_bindgen_test]
fn the_outline_says_who_rates_and_what_a_need_waits_for() {
    let compiled = compiled(GIVEN);
    let outline = json(&member(&compiled, "outline"));
    assert_eq!(outline["raters"][0]["roles"][1]["name"], "reviewer");
    assert_eq!(outline["raters"][0]["roles"][1]["blind"], true);
    assert_eq!(outline["raters"][0]["combine"], "median");
    assert_eq!(outline["raters"][0]["ties"], "down");
    assert_eq!(outline["attempts"]["atMost"], 3);
    assert_eq!(outline["rows"][0]["leaveOut"], "with a reason");
    let needs = json(&member(&compiled, "layout"))["needs"].clone();
    let all = needs.as_array().unwrap().iter();
    let waits: Vec<_> = all
        .filter(|need| need["ladder"] == 1)
        .map(|need| (need["asks"].to_string(), need["slots"].to_string()))
        .collect();
    let pair = |asks: &str, slots: &str| (asks.to_owned(), slots.to_owned());
    assert_eq!(waits, [pair("[0]", "[]"), pair("[]", "[0]")]);
}

#[wasm_bindgen_test]
fn handles_that_are_gone_are_said() {
    let compiled = compiled(RUBRIC);
    let rubric = number(&compiled, "handle");
    let session = wasm::start(rubric);
    wasm::dispose_rubric(rubric);
    wasm::dispose_rubric(rubric);
    assert_eq!(wasm::start(rubric), 0);
    assert_eq!(wasm::clear(session, 0), 0, "a session outlives its rubric");
    wasm::dispose_session(session);
    wasm::dispose_session(session);
    assert_eq!(wasm::clear(session, 0), 1);
    assert_eq!(
        (wasm::session_ptr(session), wasm::session_len(session)),
        (0, 0)
    );
}

#[wasm_bindgen_test]
fn hostile_texts_are_refused_and_the_next_call_is_right() {
    let deep = format!(
        "rubric x \"X\" {{ score s = {}1{} }}",
        "(".repeat(300),
        ")".repeat(300)
    );
    let texts = [
        deep,
        "(".repeat(1 << 20),
        "{".repeat(100_000),
        "\u{0}\u{feff}\u{202e}".repeat(1000),
    ];
    for text in texts {
        let found: Array = parsed(wasm::check(&text, Vec::new(), true)).unchecked_into();
        assert!(found.length() > 0);
        let fine: Array = parsed(wasm::check(RUBRIC, Vec::new(), true)).unchecked_into();
        assert_eq!(fine.length(), 0);
    }
}
