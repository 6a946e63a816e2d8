//! What can be said about a rubric before anybody uses it.

mod examples;
mod told;

pub use examples::examples;
