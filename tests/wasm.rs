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

use js_sys::{Array, Float64Array, Reflect};
use rubricate::wasm;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn member(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

fn number(value: &JsValue, name: &str) -> u32 {
    member(value, name).as_f64().unwrap() as u32
}

fn compiled(source: &str) -> JsValue {
    wasm::compile(source, Vec::new()).unwrap_or_else(|_| panic!("compile threw"))
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
    assert!(cases >= 600, "only {cases} cases ran");
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
        let found: Array = wasm::check(&text, Vec::new())
            .unwrap_or_else(|_| panic!("check threw"))
            .unchecked_into();
        assert!(found.length() > 0);
        let fine: Array = wasm::check(RUBRIC, Vec::new())
            .unwrap_or_else(|_| panic!("check threw"))
            .unchecked_into();
        assert_eq!(fine.length(), 0);
    }
}
