//! What can be said about a rubric before anybody uses it.

mod examples;
mod proofs;
mod told;

pub use examples::examples;
pub use proofs::{Proved, prove};
