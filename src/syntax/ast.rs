//! The tree of a rubric as it was written: names are text, every node knows
//! its place. Nothing is resolved here.

use crate::num::Rational;
use crate::text::Span;

/// A name with its place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A string with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// What it says, escapes read.
    pub value: String,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// A number as written: `40%` has the value 2/5 and `percent` set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Literal {
    /// The value.
    pub value: Rational,
    /// Whether a percent sign stands behind it.
    pub percent: bool,
    /// Where it stands.
    pub span: Span,
}

/// A whole file: one rubric.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rubric {
    /// The stable name.
    pub name: Option<Name>,
    /// The title.
    pub title: Option<Text>,
    /// Lines such as `version "2.1.0"`: the word and its texts.
    pub header: Vec<(Name, Vec<Text>)>,
    /// `expires after 3 years`, as written.
    pub expires: Option<String>,
    /// What the rubric holds, in order.
    pub items: Vec<Item>,
}

/// Something in a rubric or a part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item {
    /// A scale.
    Scale(Scale),
    /// A part with its own items.
    Part(Part),
    /// A criterion, check or number.
    Row(Row),
    /// A derived number.
    Score(Score),
    /// A ladder that is a headline.
    Award(Award),
    /// Feedback under a condition.
    Advise(Advise),
    /// A line that could not be read, with the name it would have declared.
    Broken(Name),
}

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

/// Properties that rows and parts share.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Properties {
    /// The weight.
    pub weight: Option<Literal>,
    /// The tags.
    pub tags: Vec<Name>,
    /// What it is about.
    pub about: Option<Text>,
}

/// `part NAME "Label" { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// Its properties.
    pub properties: Properties,
    /// Its members and whatever else is declared inside.
    pub items: Vec<Item>,
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

/// An expression with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// Operators that chain: a run of one precedence is one node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    /// `or`
    Or,
    /// `and`
    And,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
}

/// How two values compare.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cmp {
    /// At least.
    Ge,
    /// Above.
    Gt,
    /// At most.
    Le,
    /// Below.
    Lt,
    /// The same.
    Eq,
    /// Not the same.
    Ne,
}

/// What a set is boiled down to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    /// Points added up.
    Sum,
    /// Their mean.
    Mean,
    /// The middle one.
    Median,
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
    /// Mean by row weight.
    WeightedMean,
    /// Row weight times points, added up.
    WeightedSum,
    /// Points by points possible.
    Percent,
    /// Weighted mean of shares.
    WeightedPercent,
    /// How many.
    Count,
}

/// How a number is rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// To the nearest step; which way a tie goes was not said.
    NearestUnsaid,
    /// To the nearest, ties up.
    TiesUp,
    /// To the nearest, ties down.
    TiesDown,
    /// To the nearest, ties to the even multiple.
    TiesEven,
    /// Up.
    Up,
    /// Down.
    Down,
}

/// What an expression is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ExprKind {
    /// A number.
    Number(Literal),
    /// `true` or `false`.
    Truth(bool),
    /// A bare name.
    Name(Name),
    /// A run of operators of one precedence.
    Chain(Box<Expr>, Vec<(Op, Expr)>),
    /// Two values compared by a sign.
    Compare(Box<Expr>, Cmp, Box<Expr>),
    /// `X is TEST`.
    Is(Box<Expr>, Box<Test>),
    /// `not C`.
    Not(Box<Expr>),
    /// `-N`.
    Neg(Box<Expr>),
    /// `if C then A else B`.
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `first of (A when C, ..., otherwise E)`: values with their conditions, then the last.
    First(Vec<(Expr, Expr)>, Box<Expr>),
    /// `round E to ...`.
    Round(Box<Expr>, Direction, Literal),
    /// `E, but at least A` (`Ge`) or `at most` (`Le`).
    Limit(Box<Expr>, Cmp, Box<Expr>),
    /// `sum of S` and its kin.
    Aggregate(Operation, Box<Set>),
    /// `most points of ROW`.
    MostPoints(Name),
    /// `every S is TEST`, or `any of (C, C)` without a test.
    Quantified(Quantity, Box<Set>, Option<Box<Test>>),
    /// Several in brackets: a set or a list of conditions.
    List(Vec<Expr>),
}

/// How many of a set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Quantity {
    /// All.
    Every,
    /// One at least.
    Any,
    /// None.
    No,
    /// More than half.
    Most,
    /// `at least N`, N a count or a share.
    AtLeast(Literal),
    /// `at most N`.
    AtMost(Literal),
    /// `exactly N`.
    Exactly(Literal),
}

/// Which kind of row a set word names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Criteria.
    Criteria,
    /// Checks.
    Checks,
    /// Numbers.
    Numbers,
    /// Rows of every kind.
    Rows,
    /// Parts.
    Parts,
}

/// A set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Set {
    /// What it starts from.
    pub head: SetHead,
    /// What narrows it.
    pub filters: Vec<SetFilter>,
    /// Where it stands.
    pub span: Span,
}

/// What a set starts from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SetHead {
    /// `criteria in (P, Q)`.
    Kind(Kind, Vec<Name>),
    /// `(a, b, c)`.
    List(Vec<Expr>),
    /// A part's name, or one row.
    Name(Name),
}

/// What narrows a set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SetFilter {
    /// `tagged T or U`; `not tagged T`.
    Tagged {
        /// Any of these.
        tags: Vec<Name>,
        /// Turned round.
        not: bool,
    },
    /// `that are TEST`.
    That(Test),
    /// `without (a, b)`.
    Without(Vec<Name>),
}

/// A test of one value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Test {
    /// `not` before it.
    pub not: bool,
    /// What it asks.
    pub kind: TestKind,
    /// Where it stands.
    pub span: Span,
}

/// What a test asks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TestKind {
    /// Compared with a level or a number; a bare operand compares by `Eq`.
    Against(Cmp, Box<Expr>),
    /// `answered`.
    Answered,
}
