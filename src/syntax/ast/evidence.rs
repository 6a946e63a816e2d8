//! Evidence slots and what must be true of what goes into them.

use super::{Date, Expr, Literal, Name, Text};
use crate::text::Span;

/// `evidence NAME "Label" { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// `about "..."`.
    pub about: Option<Text>,
    /// `only when C`.
    pub only_when: Option<Expr>,
    /// `optional`.
    pub optional: Option<Span>,
    /// Its rules, in order.
    pub lines: Vec<SlotLine>,
}

/// One rule of a slot: `RULE [advice] ["message"]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlotLine {
    /// What it asks.
    pub rule: SlotRule,
    /// Advice only, no must.
    pub advice: bool,
    /// The author's words.
    pub message: Option<Text>,
    /// Where it stands.
    pub span: Span,
}

/// `A..B`, `..B`, `A..`; a single number is both ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ends {
    /// The lowest.
    pub from: Option<Literal>,
    /// The highest.
    pub to: Option<Literal>,
}

/// What can be measured of an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// Bytes.
    Size,
    /// Pages.
    Pages,
    /// Words.
    Words,
    /// Characters.
    Characters,
    /// Seconds.
    Length,
    /// Pixels across.
    Width,
    /// Pixels down.
    Height,
}

/// What a slot asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SlotRule {
    /// `accepts pdf, docx, "rubric"`: kinds as names, extensions as texts. `any file` is the name `any_file`.
    Accepts(Vec<Name>, Vec<Text>),
    /// `items 1..2`.
    Items(Ends),
    /// `pages 1..3` and its kin, of each item; `total words 250..` of all together.
    Measured(Measure, Ends, bool),
    /// `dated ...`.
    Dated(Dated),
    /// `hosts "a", "b"`.
    Hosts(Vec<Text>),
    /// `named like "2025-*-lesson.pdf"`.
    NamedLike(Text),
    /// `mentions any of | all of "a", "b"`: whether all, and what.
    Mentions(bool, Vec<Text>),
    /// `avoids personal information`.
    AvoidsPersonal,
    /// `avoids "pattern"`.
    Avoids(Text),
    /// `people at least N`.
    PeopleAtLeast(Literal),
    /// `people not the author`.
    PeopleNotAuthor,
    /// `no duplicates`.
    NoDuplicates,
    /// `note required`.
    NoteRequired,
    /// `names rows`.
    NamesRows,
    /// `attest "I have consent from every family."`.
    Attest(Text),
}

/// When something must be from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Dated {
    /// `within 2 years`.
    Within(Literal),
    /// `after DATE`.
    After(Date),
    /// `before DATE`.
    Before(Date),
}
