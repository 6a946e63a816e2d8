//! Scales and their levels.

use super::{Literal, Name, Text};

/// `scale NAME "Label" [ordinal] [lower is better] { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scale {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// Compared and counted only.
    pub ordinal: bool,
    /// Fewer points are better.
    pub lower: bool,
    /// Worst to best, as written.
    pub levels: Vec<ScaleLevel>,
}

/// One level of a scale: `NAME [POINTS] ["Label"] ["description"] [advise "..."] [aligns "..." ["url"]]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScaleLevel {
    /// The name.
    pub name: Name,
    /// The points or marks.
    pub marks: Marks,
    /// The label.
    pub label: Option<Text>,
    /// The description.
    pub description: Option<Text>,
    /// What to do next (levels written inside a criterion).
    pub advice: Option<Text>,
    /// What it is aligned with.
    pub aligns: Vec<super::Align>,
}

/// What a level is worth.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Marks {
    /// Nothing is written.
    Unsaid,
    /// So many points.
    Points(Literal),
    /// `A..B [step S]`.
    Range(Literal, Literal, Option<Literal>),
    /// `8, 8.5, 10`.
    List(Vec<Literal>),
}
