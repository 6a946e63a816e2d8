//! A file: its header, and what a rubric or a part holds.

use super::{
    Advise, Ask, Attempts, Code, Date, Example, Expr, Given, Ladder, Literal, Name, Raters, Row,
    Scale, Score, Setting, Slot, Test, Text,
};
use crate::text::Span;

/// A whole file: one rubric.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rubric {
    /// The stable name.
    pub name: Option<Name>,
    /// The title.
    pub title: Option<Text>,
    /// Lines such as `version "2.1.0"`: the word and its texts.
    pub header: Vec<(Name, Vec<Text>)>,
    /// `expires after 3 years`.
    pub expires: Option<Literal>,
    /// What the rubric holds, in order.
    pub items: Vec<Item>,
}

/// Something in a rubric or a part.
#[allow(
    clippy::large_enum_variant,
    reason = "rows are the most of them, and the largest"
)]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item {
    /// A scale.
    Scale(Scale),
    /// A part with its own items.
    Part(Part),
    /// A criterion, check or number.
    Row(Row),
    /// A question about the person or the submission.
    Ask(Ask),
    /// A value the host sets.
    Setting(Setting),
    /// A slot for files, links and texts.
    Slot(Slot),
    /// A derived number.
    Score(Score),
    /// A derived level.
    Result(Ladder),
    /// A ladder that is a headline.
    Award(Ladder),
    /// Feedback under a condition.
    Advise(Advise),
    /// `raters { ... }`.
    Raters(Raters),
    /// `attempts of each part { ... }`.
    Attempts(Attempts),
    /// `codes { ... }`.
    Codes(Vec<Code>),
    /// `example "Label" { ... }`.
    Example(Example),
    /// `use "path.rubric"`.
    Use(Text),
    /// `translate "fr" { ... }`.
    Translate(Translate),
    /// `rank by SCORE, then ROW`.
    Rank(Vec<Name>),
    /// `show levels only`, `hide total`.
    Show(ShowLine),
    /// A line that could not be read, with the name it would have declared.
    Broken(Name),
}

/// `part NAME "Label" { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// `1..3`: a series.
    pub series: Option<Series>,
    /// Its properties.
    pub properties: Properties,
    /// `choose 2`: how many of the direct members count.
    pub choose: Option<Literal>,
    /// Its members and whatever else is declared inside.
    pub items: Vec<Item>,
}

/// `1..6` behind a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Series {
    /// The first number.
    pub from: Literal,
    /// The last number.
    pub to: Literal,
}

/// Properties that rows and parts share. A property that is not said is empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Properties {
    /// `weight 2`.
    pub weight: Option<Literal>,
    /// `tags a, b`.
    pub tags: Vec<Name>,
    /// `about "..."`.
    pub about: Option<Text>,
    /// `aligns "text" ["url"]`.
    pub aligns: Vec<Align>,
    /// `shown by SLOT, ...`.
    pub shown_by: Vec<Name>,
    /// `comment ...`.
    pub comment: Option<CommentRule>,
    /// `may be left out[, with a reason]`.
    pub leave_out: Option<LeaveOut>,
    /// `not applicable counts as LEVEL | met`.
    pub not_applicable: Option<Given>,
    /// `unanswered counts as LEVEL | NUMBER | not met`.
    pub unanswered: Option<Given>,
    /// `only when C`.
    pub only_when: Option<Expr>,
    /// `bonus`.
    pub bonus: Option<Span>,
    /// `adds nothing`.
    pub adds_nothing: Option<Span>,
    /// `not scored`.
    pub not_scored: Option<Span>,
    /// `counts from DATE`.
    pub counts_from: Option<Date>,
    /// `retired DATE`.
    pub retired: Option<Date>,
    /// `counts as LEVEL when C`, in order.
    pub counts_as: Vec<(Given, Expr)>,
    /// `at most LEVEL when C`.
    pub at_most: Vec<(Given, Expr)>,
    /// `raters { ... }` inside a part.
    pub raters: Option<Raters>,
}

/// `aligns "text" ["url"]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Align {
    /// The text.
    pub text: Text,
    /// The address.
    pub url: Option<Text>,
}

/// `may be left out[, with a reason]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeaveOut {
    /// Whether a reason is asked for.
    pub reason: bool,
    /// Where it stands.
    pub span: Span,
}

/// `comment none | optional | required [when TEST] [with a link]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CommentRule {
    /// Which.
    pub mode: CommentMode,
    /// Only when this holds of the row.
    pub when: Option<Test>,
    /// With a link in it.
    pub link: bool,
    /// Where it stands.
    pub span: Span,
}

/// Whether a comment is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CommentMode {
    /// None is taken.
    None,
    /// One may be given.
    Optional,
    /// One must be given.
    Required,
}

/// `translate "fr" { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Translate {
    /// The language.
    pub language: Text,
    /// Its texts.
    pub texts: Vec<Translated>,
}

/// `NAME.LEVEL "text"`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Translated {
    /// The names between the points, one or two.
    pub path: Vec<Name>,
    /// The text.
    pub text: Text,
}

/// What readers see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ShowLine {
    /// `show levels only`.
    LevelsOnly(Span),
    /// `hide total, points`.
    Hide(Vec<Name>),
}
