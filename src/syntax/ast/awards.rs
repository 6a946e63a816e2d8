//! What rests on rules: scores, awards with their rungs, and advice.

use super::{Expr, Name, Text};

/// `score NAME "Label" = NUMBER`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// The rule.
    pub rule: Expr,
}

/// `award NAME "Label" { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Award {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// What sends it to `otherwise` whatever else holds.
    pub nevers: Vec<Condition>,
    /// The rungs, best first.
    pub rungs: Vec<Rung>,
    /// The last resort.
    pub otherwise: Option<(Name, Option<Text>)>,
    /// Whether a line in it could not be read, which may have been the one that is missing.
    pub broken: bool,
}

/// One rung of an award.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rung {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// What it needs, all of it.
    pub needs: Vec<Condition>,
}

/// A condition with the author's reason.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Condition {
    /// The condition.
    pub rule: Expr,
    /// The author's reason.
    pub message: Option<Text>,
}

/// `advise "text" when C`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advise {
    /// The text.
    pub text: Text,
    /// When it is given.
    pub when: Expr,
}
