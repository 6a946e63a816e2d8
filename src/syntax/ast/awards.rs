//! What rests on rules: scores, results and awards with their rungs, and advice.

use super::{Align, Expr, Literal, Name, Text};
use crate::text::Span;

/// `score NAME ["Label"] [for each of (P, Q)] = NUMBER [as percent | out of N]`,
/// or `score NAME ["Label"] [for each of (P, Q)] = from A, B { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// `for each of (P, Q)`; `parts` may stand in it.
    pub each: Vec<Name>,
    /// The rule.
    pub form: ScoreForm,
    /// How it is shown.
    pub shown: Option<Shown>,
}

/// How a score is worked out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ScoreForm {
    /// A number.
    Rule(Expr),
    /// `from A, B { L1, L2 gives 2 ... otherwise 0 }`.
    Table {
        /// What is looked up.
        subjects: Vec<Name>,
        /// Its lines, first match.
        rows: Vec<TableRow<Expr>>,
        /// The last resort.
        otherwise: Option<Expr>,
    },
}

/// How a score is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown {
    /// `as percent`.
    Percent(Span),
    /// `out of 60`.
    OutOf(Literal),
}

/// `L1 or L2, any gives X`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableRow<T> {
    /// One cell for each subject.
    pub cells: Vec<TableCell>,
    /// What comes out.
    pub gives: T,
    /// Where it stands.
    pub span: Span,
}

/// A cell of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TableCell {
    /// `any`.
    Any(Span),
    /// One of these levels or choices.
    OneOf(Vec<Name>),
}

/// `result` and `award`: a derived level.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ladder {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// `on SCALE`.
    pub on: Option<Name>,
    /// `for each of (P, Q)`.
    pub each: Vec<Name>,
    /// How it is decided.
    pub form: LadderForm,
    /// `until then "Pending"`.
    pub until_then: Option<Text>,
    /// `may be overruled by ROLE[, with a reason]`.
    pub overruled: Option<Overruled>,
    /// `about "..."`.
    pub about: Option<Text>,
    /// `aligns ...`.
    pub aligns: Vec<Align>,
    /// Whether a line in it could not be read, which may have been the one that is missing.
    pub broken: bool,
}

/// `may be overruled by ROLE[, with a reason]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Overruled {
    /// By whom.
    pub role: Name,
    /// Whether a reason is asked for.
    pub reason: bool,
}

/// How a level is decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LadderForm {
    /// Rungs with what they need, best first.
    Rungs {
        /// What sends it to `otherwise` whatever else holds.
        nevers: Vec<Condition>,
        /// The rungs, best first.
        rungs: Vec<Rung>,
        /// The last resort.
        otherwise: Option<(Name, Option<Text>)>,
    },
    /// `from VALUE { LEVEL MINIMUM ["Label"] ... otherwise LEVEL }`.
    Bands {
        /// The value.
        value: Expr,
        /// What sends it to `otherwise` whatever else holds.
        nevers: Vec<Condition>,
        /// By falling minimums.
        bands: Vec<Band>,
        /// The last resort.
        otherwise: Option<(Name, Option<Text>)>,
    },
    /// `from A, B { L1, L2 gives L ... otherwise L }`.
    Table {
        /// What is looked up.
        subjects: Vec<Name>,
        /// What sends it to `otherwise` whatever else holds.
        nevers: Vec<Condition>,
        /// Its lines, first match.
        rows: Vec<TableRow<Name>>,
        /// The last resort.
        otherwise: Option<(Name, Option<Text>)>,
    },
}

/// `LEVEL MINIMUM ["Label"]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Band {
    /// The level.
    pub name: Name,
    /// The lowest value that gives it: a number, or the name of a setting or ask.
    pub minimum: Expr,
    /// The label.
    pub label: Option<Text>,
}

/// One rung of a ladder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rung {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// What it needs, all of it.
    pub needs: Vec<Condition>,
    /// `aligns ...`.
    pub aligns: Vec<Align>,
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
