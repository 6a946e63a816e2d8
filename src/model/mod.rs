//! The rubric as pure data: what is scored, by index, without a place in any
//! text. Everything the evaluator needs is here; nothing refers back.

pub mod expr;
pub mod linear;

use crate::num::Rational;
pub use expr::{Cmp, Compare, Gather, Member, Num, Quantity, RowTest, Set, Share, Truth};
pub use linear::{By, Linear, Term};

/// One compiled rubric.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rubric {
    /// What its header says.
    pub header: Header,
    /// Its scales.
    pub scales: Vec<Scale>,
    /// Its parts, in order of the file.
    pub parts: Vec<Part>,
    /// Its rows, in order of the file.
    pub rows: Vec<Row>,
    /// Parts and rows as they nest.
    pub tree: Vec<Branch>,
    /// Its scores, in order of the file.
    pub scores: Vec<Score>,
    /// The order in which scores are worked out.
    pub score_order: Vec<usize>,
    /// Its awards; the first is the headline.
    pub awards: Vec<Award>,
    /// Feedback under conditions.
    pub advice: Vec<Advice>,
}

/// What stands in the head of a rubric.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Header {
    /// The stable name.
    pub name: String,
    /// The title.
    pub title: String,
    /// The author's version.
    pub version: Option<String>,
    /// The language of its texts.
    pub language: Option<String>,
    /// Who issues it, and where.
    pub issuer: Option<(String, Option<String>)>,
    /// What it is about.
    pub about: Option<String>,
    /// Fields and grades.
    pub fields: Vec<String>,
    /// What it rests on.
    pub sources: Vec<(String, Option<String>)>,
    /// The licence.
    pub licence: Option<String>,
    /// How long an award lasts, as written.
    pub expires: Option<String>,
}

/// A scale.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scale {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// Compared and counted, never added up.
    pub ordinal: bool,
    /// Worst to best.
    pub levels: Vec<Level>,
}

/// A level of a scale.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What it means on every row.
    pub description: Option<String>,
    /// Its points.
    pub points: Rational,
}

/// A part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What it is about.
    pub about: Option<String>,
    /// Its own weight, if one is written.
    pub weight: Option<Rational>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The part around it.
    pub parent: Option<usize>,
}

/// A member of the document: a part with its members, or a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Branch {
    /// A part and what is in it.
    Part(usize, Vec<Branch>),
    /// A row.
    Row(usize),
}

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What it is about.
    pub about: Option<String>,
    /// Its tags, those of its parts included.
    pub tags: Vec<String>,
    /// Its weight, if one is written; it counts 1 otherwise.
    pub weight: Option<Rational>,
    /// The part it stands in.
    pub part: Option<usize>,
    /// How it is rated.
    pub kind: RowKind,
    /// Texts for its levels.
    pub levels: Vec<LevelText>,
}

/// What a row says about one level of its scale.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LevelText {
    /// What it looks like here.
    pub descriptor: Option<String>,
    /// What to do next.
    pub advice: Option<String>,
}

/// How a row is rated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowKind {
    /// With a level of a scale.
    Criterion {
        /// The scale.
        scale: usize,
        /// The points of its levels, worst to best.
        points: Vec<Rational>,
    },
    /// Met or not met.
    Check {
        /// Points when met.
        points: Rational,
    },
    /// With a number.
    Number {
        /// The lowest.
        from: Rational,
        /// The highest, if there is one.
        to: Option<Rational>,
        /// The step, counted from the lowest.
        step: Option<Rational>,
    },
}

impl Row {
    /// The fewest points a rating can give.
    pub fn least(&self) -> Option<Rational> {
        match &self.kind {
            RowKind::Criterion { points, .. } => points.iter().min().copied(),
            RowKind::Check { points } => Some((*points).min(Rational::ZERO)),
            RowKind::Number { from, .. } => Some(*from),
        }
    }

    /// The most points a rating can give; none when there is no top.
    pub fn most(&self) -> Option<Rational> {
        match &self.kind {
            RowKind::Criterion { points, .. } => points.iter().max().copied(),
            RowKind::Check { points } => Some((*points).max(Rational::ZERO)),
            RowKind::Number { to, .. } => *to,
        }
    }

    /// How many levels it has; none for checks and numbers.
    pub fn level_count(&self) -> usize {
        match &self.kind {
            RowKind::Criterion { points, .. } => points.len(),
            RowKind::Check { .. } | RowKind::Number { .. } => 0,
        }
    }

    /// What it weighs.
    pub fn weighs(&self) -> Rational {
        self.weight.unwrap_or(Rational::ONE)
    }
}

/// A derived number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// Whether it is shown as a percent.
    pub percent: bool,
    /// How it is worked out.
    pub rule: Num,
}

/// A ladder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Award {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What rules out every rung.
    pub nevers: Vec<Need>,
    /// The rungs, best first.
    pub rungs: Vec<Rung>,
    /// The name and label of the last resort.
    pub otherwise: Option<(String, String)>,
}

/// One rung.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rung {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What it needs, all of it.
    pub needs: Vec<Need>,
}

/// One condition of a rung, with how to say it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// The condition.
    pub rule: Truth,
    /// The condition in the reader's words.
    pub text: String,
    /// The author's reason.
    pub message: Option<String>,
    /// Whether its numbers are shown as percents.
    pub percent: bool,
}

/// Feedback under a condition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advice {
    /// What it says.
    pub text: String,
    /// When it is said.
    pub when: Truth,
}
