//! What a person is told beyond the outcome itself: how a value came about,
//! and what would have to change for a rung to be earned.

mod asks;
mod explain;
mod insides;
mod levers;
mod node;
mod rests;
mod search;
mod settle;
mod steps;
mod tell_conditions;
mod tell_numbers;
#[cfg(test)]
mod tests_deeds;
#[cfg(test)]
mod tests_eight;
#[cfg(test)]
mod tests_steps;
mod values;

pub use explain::{Subject, explain};
pub use levers::{Change, FACTS, Target};
pub use node::{About, By, Node, Told};
pub use steps::{Blocked, Found, Steps, Way, earned, steps};
pub use tell_numbers::fact_index;
