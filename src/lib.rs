//! Rubricate: a rubric language and an exact, explaining scoring engine.
//!
//! Text goes one way through: [`syntax`] reads it, [`sema`] gives it meaning,
//! [`lower`] makes it plain data ([`model`]), [`eval`] scores that data exactly
//! and in bounds, [`session`] keeps a live assessment up to date, and [`wire`]
//! says it all to JavaScript. `ARCHITECTURE.md` has the table.

#[macro_use]
pub mod diag;

pub mod analysis;
pub mod editor;
pub mod eval;
pub mod evidence;
pub mod feedback;
pub mod format;
pub mod limits;
pub mod lower;
pub mod model;
pub mod num;
pub mod sema;
pub mod session;
pub mod syntax;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;
