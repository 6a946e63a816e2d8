//! The canonical text of a rubric: one style, no comments, one spelling for
//! what can be said in several ways. Hashes are taken over it, so that they do
//! not depend on how a file is laid out, or on what a later formatter prefers.

mod canonical;
mod expr;
mod hash;
mod items;
mod pieces;
mod properties;
#[cfg(test)]
mod tests;
mod texts;

pub use canonical::{canonical, structure};
pub use hash::{Hashes, hashes};
pub use pieces::{Piece, pieces};
