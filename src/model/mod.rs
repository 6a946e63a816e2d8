//! The rubric as pure data: what is scored, by index, without a place in any
//! text. Everything the evaluator needs is here; nothing refers back.

pub mod evidence;
pub mod expr;
pub mod ladder;
pub mod linear;
pub mod people;
pub mod row;
pub mod value;

use crate::num::Rational;
use crate::text::Span;
pub use evidence::{Ends, Measure, Slot, SlotLine, SlotRule};
pub use expr::{
    Amount, Cmp, Compare, Gather, Member, Num, Pick, Quantity, RowTest, Set, Share, Shares, Truth,
};
pub use ladder::{Ladder, LadderKind, Need, Overruled, Rung};
pub use linear::{By, Linear, Term};
pub use people::{Attempts, Code, Coded, Combine, Raters, Role, Ties, Tries, TriesOf};
pub use row::{Comment, CommentMode, Fit, LevelText, Marks, Range, Row, RowKind};
pub use value::{Fact, Reply, Value};

/// One compiled rubric.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rubric {
    /// What its header says.
    pub header: Header,
    /// Its scales. Those behind `scales_written` are implied: of rows with
    /// their own levels, of ladders without a scale, of choices.
    pub scales: Vec<Scale>,
    /// How many of them the author named.
    pub scales_written: usize,
    /// Its parts, in order of the file.
    pub parts: Vec<Part>,
    /// Its rows, in order of the file.
    pub rows: Vec<Row>,
    /// Parts and rows as they nest.
    pub tree: Vec<Branch>,
    /// Names of series and of rules made for each of several parts, with their members.
    pub groups: Vec<Group>,
    /// What is asked of the person.
    pub asks: Vec<Input>,
    /// What the host sets.
    pub settings: Vec<Input>,
    /// What evidence goes into.
    pub slots: Vec<Slot>,
    /// Its scores, in order of the file.
    pub scores: Vec<Score>,
    /// Its results, awards and worked-out criteria, in order of the file.
    pub ladders: Vec<Ladder>,
    /// The order in which everything that rests on something else is worked out.
    pub order: Vec<Node>,
    /// Feedback under conditions.
    pub advice: Vec<Advice>,
    /// Condition codes.
    pub codes: Vec<Code>,
    /// How several raters become one.
    pub raters: Vec<Raters>,
    /// How several tries become one.
    pub attempts: Option<Attempts>,
    /// The rubric's own tests.
    pub examples: Vec<Example>,
    /// The same in other languages: language, and texts by path.
    pub translations: Vec<(String, Vec<(String, String)>)>,
    /// The order of a cohort: names.
    pub rank: Vec<String>,
    /// Readers see levels only.
    pub levels_only: bool,
    /// Names that readers do not see.
    pub hidden: Vec<String>,
    /// Where rows, scores and ladders are declared in the text.
    pub places: Vec<(Member, Span)>,
}

/// Something that is worked out after what it rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Node {
    /// A row with conditions of its own (`only when`, `counts as`, `at most`, `met when`, a required comment's test).
    /// Rows without any are known from the start and are not listed.
    Row(usize),
    /// A part with `only when` or `choose`.
    Part(usize),
    /// A slot with `only when`.
    Slot(usize),
    /// A score.
    Score(usize),
    /// A ladder.
    Ladder(usize),
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
    /// How long an award lasts: how much, and whether in months (else days).
    pub expires: Option<(Rational, bool)>,
}

/// A scale.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Scale {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// Compared and counted, never added up.
    pub ordinal: bool,
    /// Fewer points are better.
    pub lower: bool,
    /// Worst to best as written; choices in order.
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
    /// Its points, or the marks inside it.
    pub marks: Marks,
    /// What it is aligned with.
    pub aligns: Vec<Align>,
}

/// What something is aligned with: a text and an address.
pub type Align = (String, Option<String>);

/// A part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
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
    /// How many of its direct members count; all of them unless said.
    pub choose: Option<usize>,
    /// Asked only when this holds.
    pub only_when: Option<Truth>,
    /// What it is aligned with.
    pub aligns: Vec<Align>,
}

/// A member of the document: a part with its members, or a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Branch {
    /// A part and what is in it.
    Part(usize, Vec<Branch>),
    /// A row.
    Row(usize),
}

/// A name that stands for several things.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Group {
    /// The name.
    pub name: String,
    /// The parts it stands for, if it stands for parts.
    pub parts: Vec<usize>,
    /// Rows, scores and results.
    pub members: Vec<Member>,
}

/// An ask or a setting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What it is about.
    pub about: Option<String>,
    /// What it takes.
    pub kind: InputKind,
    /// Of an ask, what counts when it is closed without a reply; of a setting,
    /// what it is unless the host says, each from a day on (the first without).
    pub defaults: Vec<(Reply, Option<i64>)>,
    /// Where a default comes from.
    pub source: Option<String>,
}

/// What an ask or a setting takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputKind {
    /// A choice; its names are the levels of this scale.
    Choice(usize),
    /// A number, and whether it is shown as a percent.
    Number(Range, bool),
    /// Yes or no.
    YesNo,
    /// A day.
    Date,
}

/// A derived number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// How it is shown.
    pub shown: Shown,
    /// How it is worked out.
    pub rule: Num,
    /// Where that stands in the text.
    pub place: Span,
}

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// As a percent.
    Percent,
    /// "42 out of 60"; the rule is already multiplied.
    OutOf(Rational),
}

/// Feedback under a condition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advice {
    /// What it says; `{name}` shows a value.
    pub text: String,
    /// When it is said.
    pub when: Truth,
}

/// A test of the rubric, written in the rubric.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Example {
    /// The label.
    pub label: String,
    /// Ratings by row; the last one wins.
    pub ratings: Vec<(usize, Given)>,
    /// Replies to asks.
    pub replies: Vec<(usize, Reply)>,
    /// Slots that are complete or not.
    pub slots: Vec<(usize, bool)>,
    /// Codes with the row they are given on.
    pub codes: Vec<(usize, Option<usize>)>,
    /// The day.
    pub today: Option<i64>,
    /// What is claimed, each with its place in the text.
    pub claims: Vec<(Claim, Span)>,
}

/// What an example gives a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Given {
    /// This rating.
    Value(Value),
    /// It is left out.
    LeftOut,
}

/// What an example claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Claim {
    /// A condition holds.
    Holds(Truth),
    /// A rung is in a state: ladder and rung.
    Rung(usize, usize, Standing),
    /// A score, a result or an award is in a state.
    Value(Member, Standing),
}

/// What something is claimed to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Not decided yet.
    Open,
    /// Waits for a value.
    Pending,
    /// Cannot be had.
    OutOfReach,
}
