//! Places in text, and words that are near each other.

mod index;
mod lines;
mod near;
pub mod pattern;
mod span;

pub use index::Index;
pub use lines::Lines;
pub use near::{apart, nearest};
pub use pattern::pattern_problem;
pub use span::Span;
