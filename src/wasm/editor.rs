//! The exports for editors: cold calls on a source, without a handle. `files`
//! are what it may use: path and text in turn.

use super::{pairs, plain};
use crate::wire;
use wasm_bindgen::prelude::*;

/// A source in one style.
#[wasm_bindgen]
pub fn format(source: &str) -> String {
    crate::format::format(source)
}

/// What fits at a UTF-16 offset.
#[wasm_bindgen]
pub fn complete(source: &str, offset: u32, files: Vec<String>) -> Result<JsValue, JsError> {
    plain(&wire::editor::complete(source, offset, &pairs(files)))
}

/// What stands at a UTF-16 offset.
#[wasm_bindgen]
pub fn hover(source: &str, offset: u32, files: Vec<String>) -> Result<JsValue, JsError> {
    plain(&wire::editor::hover(source, offset, &pairs(files)))
}

/// What a source declares.
#[wasm_bindgen]
pub fn symbols(source: &str) -> Result<JsValue, JsError> {
    plain(&wire::editor::symbols(source))
}

/// Every place of a name: from, to, declared there or not, in turn.
#[wasm_bindgen]
pub fn references(source: &str, offset: u32, files: Vec<String>) -> Vec<u32> {
    wire::editor::references(source, offset, &pairs(files))
}

/// Another name for what stands at a UTF-16 offset.
#[wasm_bindgen]
pub fn rename(
    source: &str,
    offset: u32,
    name: &str,
    files: Vec<String>,
) -> Result<JsValue, JsError> {
    plain(&wire::editor::rename(source, offset, name, &pairs(files)))
}

/// Colours: from, to and kind, in turn.
#[wasm_bindgen]
pub fn tokens(source: &str, files: Vec<String>) -> Vec<u32> {
    wire::editor::tokens(source, &pairs(files))
}

/// The words of the language and their meanings, in turn.
#[wasm_bindgen]
pub fn words() -> Result<JsValue, JsError> {
    plain(&wire::editor::words())
}
