//! Places in text, and words that are near each other.

mod lines;
mod near;
mod span;

pub use lines::Lines;
pub use near::nearest;
pub use span::Span;
