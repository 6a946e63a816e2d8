//! Exact numbers: rationals that are always reduced, intervals of them, and
//! truth that may still be open. Overflow is a value (`None`), never a wrap.

pub mod date;
mod decimal;
mod interval;
mod levels;
mod rational;
mod rounding;
mod sort;
mod truth;

pub use decimal::{decimal_text, parse_decimal};
pub use interval::Interval;
pub use levels::Levels;
pub use rational::{Rational, common_bottom};
pub use rounding::{Rounding, round};
pub use sort::{sort_by, sort_by_key};
pub use truth::{Tally, Truth, at_least};
