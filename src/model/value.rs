//! Values that are given: ratings, replies, and the facts a rule may ask for.

use crate::num::Rational;

/// A rating.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// A level of the row's scale, by index. Of a range level the mark stays open.
    Level(usize),
    /// A check, met or not.
    Met(bool),
    /// A number; on a criterion a mark, with the level that holds it.
    Number(Rational),
    /// A mark inside a range level: the level and the mark.
    Mark(usize, Rational),
}

/// What an ask or a setting holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reply {
    /// A choice, by index (a level of the input's own scale).
    Choice(usize),
    /// A number; a day as days since 1970-01-01.
    Number(Rational),
    /// Yes or no.
    Yes(bool),
}

/// What is counted of a slot: the sum over its items.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fact {
    /// Words.
    Words,
    /// Pages.
    Pages,
    /// Items.
    Items,
    /// Sentences.
    Sentences,
    /// Characters.
    Characters,
    /// Seconds.
    Seconds,
    /// Bytes.
    Bytes,
}
