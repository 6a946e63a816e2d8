//! One walk over the rules of a rubric. Every value is everything it may still
//! become: an interval, a set of levels, a truth with its possibilities. What
//! the outcome would be if it were closed now is the same walk over inputs in
//! which nothing is open, so the two cannot drift apart.

mod again;
mod answer;
mod choice;
mod choose;
mod fraction;
mod gather;
mod inputs;
mod ladders;
mod live;
mod members;
mod numbers;
mod outcome;
mod parts;
mod picks;
mod plan;
mod possible;
mod quantities;
mod reads;
mod rows;
mod shares;
mod sums;
#[cfg(test)]
pub(crate) mod tests;
#[cfg(test)]
pub(crate) mod tests_dice;
#[cfg(test)]
mod tests_ends;
#[cfg(test)]
mod tests_ladders;
#[cfg(test)]
mod tests_live;
#[cfg(test)]
mod tests_random;
#[cfg(test)]
mod tests_rows;
#[cfg(test)]
pub(crate) mod tests_rules;
#[cfg(test)]
mod tests_sets;
mod truths;
mod values;
mod walk;

pub use crate::model::Value;
pub use answer::{Answer, Refusal, Remark, fit, may_leave_out, reply_fits};
pub use inputs::{Inputs, Shut, SlotState, Sums};
pub use live::{Edit, Live};
pub use outcome::{is_comparison, members_of, outcome, parts_of, setting_problems};
pub use parts::{Part, Why};
pub use values::{
    Decision, LadderValue, Moved, NeedValue, Outcome, RowState, RowValue, RungState, ScoreValue,
};
pub use walk::{Overflow, Walk};
