//! One walker over a domain of values. `Exact` takes what is open as
//! undefined (what the outcome would be if closed now); `Bounds` takes it as
//! everything it may still become. Both run the same rules.

mod answer;
mod bounds;
mod domain;
mod exact;
mod gather;
mod outcome;
mod truths;
mod walk;

pub use answer::{Answer, Refusal, Value};
pub use bounds::Bounds;
pub use domain::Domain;
pub use exact::Exact;
pub use outcome::{
    AwardValue, Decision, NeedValue, Outcome, RungState, ScoreValue, is_comparison, outcome,
    rows_of,
};
pub use walk::{Overflow, Walk};
