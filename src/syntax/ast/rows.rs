//! Rows: criteria, checks and numbers.

use super::{Literal, Name, Properties, Text};

/// A criterion, check or number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// Its kind.
    pub kind: RowKind,
    /// Its properties.
    pub properties: Properties,
    /// Level lines.
    pub levels: Vec<RowLevel>,
}

/// What kind of row it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowKind {
    /// Rated with a level of a scale.
    Criterion {
        /// The scale.
        scale: Name,
    },
    /// Met or not met.
    Check {
        /// Points when met; 1 unless said.
        points: Option<Literal>,
    },
    /// A free number.
    Number {
        /// The lowest.
        from: Literal,
        /// The highest, if there is one.
        to: Option<Literal>,
        /// The step.
        step: Option<Literal>,
    },
}

/// `LEVEL "descriptor" advise "text"`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowLevel {
    /// The level.
    pub name: Name,
    /// What it looks like on this row.
    pub descriptor: Text,
    /// What to do next.
    pub advice: Option<Text>,
}
