//! Where the things of a rubric stand in its text, by their index in the
//! model, for those that speak of them later. A place that is not known is empty.

use crate::text::Span;

/// The places of a rubric.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Places {
    /// The levels of each scale that is written in this file.
    pub scales: Vec<Vec<Span>>,
    /// Rows.
    pub rows: Vec<RowPlace>,
    /// Parts: the name, and the weight.
    pub parts: Vec<(Span, Option<Weighed>)>,
    /// Slots.
    pub slots: Vec<Span>,
    /// Scores.
    pub scores: Vec<Span>,
    /// Results, awards and worked-out criteria.
    pub ladders: Vec<LadderPlace>,
    /// Blocks of raters.
    pub raters: Vec<Span>,
}

/// Where a row stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowPlace {
    /// Its name.
    pub name: Span,
    /// Its weight.
    pub weight: Option<Weighed>,
    /// Its texts by level, each with whether there is one.
    pub levels: Vec<Option<Span>>,
}

/// A weight as written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Weighed {
    /// Where it stands.
    pub span: Span,
    /// Whether it is written as a percentage.
    pub percent: bool,
}

/// Where a ladder stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LadderPlace {
    /// Its name.
    pub name: Span,
    /// Each rung with its needs.
    pub rungs: Vec<(Span, Vec<Span>)>,
    /// Its nevers.
    pub nevers: Vec<Span>,
}
