//! Scales and their levels.

use super::{Literal, Name, Text};

/// `scale NAME "Label" { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scale {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// Compared and counted only.
    pub ordinal: bool,
    /// Worst to best, as written.
    pub levels: Vec<ScaleLevel>,
}

/// One level of a scale.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScaleLevel {
    /// The name.
    pub name: Name,
    /// The points.
    pub points: Option<Literal>,
    /// The label.
    pub label: Option<Text>,
    /// The description.
    pub description: Option<Text>,
}
