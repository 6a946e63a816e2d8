//! The precheck: the facts of a slot's items come in, a verdict with its
//! findings goes out, and a sentence for each. Facts are what a reader saw or
//! a person told; nothing here opens a file, follows a link or asks a clock.

mod content;
mod count;
mod finding;
mod hosts;
mod item;
mod judge;
mod kinds;
mod origin;
mod personal;
mod rules;
mod say;
mod sentence;
mod together;
mod unknown;
mod wild;
mod words;

#[cfg(test)]
mod tests;

pub use crate::text::pattern_problem;
pub use count::{Counts, count};
pub use finding::{
    Finding, FindingValue, Holds, Limit, Place, State, Sums, Twin, Verdict, What, Why,
};
pub use item::Item;
pub use judge::{judge, judge_all};
pub use sentence::sentence;
