//! What a person is told beyond the outcome itself: how a value came about,
//! and what would have to change for a rung to be earned.

mod levers;
mod rests;
mod search;
mod settle;
mod steps;
#[cfg(test)]
mod tests_steps;

pub use levers::{Change, Target};
pub use steps::{Blocked, Found, Steps, Way, steps};
