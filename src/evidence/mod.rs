//! The precheck: the facts of a slot's items come in, a verdict with its
//! findings goes out, all of it data: the sentences are made where they are shown. Facts are what a reader saw or
//! a person told; nothing here opens a file, follows a link or asks a clock.

mod count;
mod finding;
mod hosts;
mod item;
mod judge;
mod kinds;
mod personal;
mod rules;
mod together;
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
