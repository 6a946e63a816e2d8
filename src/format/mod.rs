//! The text of a rubric: one style, one spelling for what can be said in
//! several ways. One printer serves two ends. For the hashes it prints the tree
//! in a fixed order, without comments, so that they do not depend on how a file
//! is laid out. For the formatter it prints the head of each statement as its
//! author worded it, and `written` puts the heads back where they stood, with
//! every comment.

mod canonical;
mod examples;
mod expr;
mod hash;
mod inputs;
mod people;
mod pieces;
mod printer;
mod properties;
mod rows;
mod rules;
mod say;
mod scales;
mod sets;
mod slots;
mod wrap;
mod written;

pub use canonical::{canonical, structure};
pub use hash::{Hashes, hash, hashes};
pub use pieces::{Piece, pieces};
pub use written::{format, formatted};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_written;
