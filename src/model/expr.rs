//! Rules over rows: numbers, conditions and sets, resolved. The depth of a
//! rule is bounded by the brackets of its text, so walking it is safe.

use super::linear::Linear;
use super::value::Fact;
use crate::num::{Rational, Rounding};
use crate::text::Span;

/// A number. Days are numbers too: days since 1970-01-01.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Num {
    /// Itself.
    Constant(Rational),
    /// No number at all: `no score`.
    Undefined,
    /// The points of a row, the value of a score, the points of a derived level,
    /// a number or day that is asked or set.
    Of(Member),
    /// The day of the assessment; undefined when nobody said it.
    Today,
    /// What is counted of a slot.
    Fact(Fact, usize),
    /// The first, then the rest added.
    Add(Vec<Num>),
    /// All multiplied.
    Mul(Vec<Num>),
    /// The first divided by the second; undefined by 0.
    Div(Box<Num>, Box<Num>),
    /// Turned round.
    Neg(Box<Num>),
    /// A day so many whole months later (earlier when negative); a day that the month lacks becomes its last.
    AddMonths(Box<Num>, i64),
    /// Rounded to a multiple of the step.
    Round(Box<Num>, Rational, Rounding),
    /// No less than the second.
    AtLeast(Box<Num>, Box<Num>),
    /// No more than the second.
    AtMost(Box<Num>, Box<Num>),
    /// The second when the condition holds, else the third.
    If(Box<Truth>, Box<Num>, Box<Num>),
    /// The value of the first condition that holds, else the last. Tables are this too.
    First(Vec<(Truth, Num)>, Box<Num>),
    /// A set boiled down; `true` measures percents from the lowest possible.
    Gather(Gather, Box<Set>, bool),
    /// Weighted mean of shares, as rows nest in parts.
    Shares(Box<Shares>),
    /// A short form, and what it stands for when a row does not count.
    Linear(Linear, Box<Num>),
}

/// What a set is boiled down to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gather {
    /// Points added up.
    Sum,
    /// Their mean.
    Mean,
    /// The middle one; the mean of the middle two.
    Median,
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
    /// Mean by weight.
    WeightedMean,
    /// Weight times points, added up.
    WeightedSum,
    /// Points by points possible, on the sums.
    Percent,
    /// Weighted mean of each member's own share.
    WeightedPercent,
    /// How many.
    Count,
}

/// Something that has a value, a level or both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Member {
    /// A row.
    Row(usize),
    /// A score.
    Score(usize),
    /// A result, an award.
    Ladder(usize),
    /// An ask.
    Ask(usize),
    /// A setting.
    Setting(usize),
}

/// A set: its members in order of the file, and what narrows it at run time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Set {
    /// Who may be in it: rows, scores and ladders.
    pub members: Vec<Member>,
    /// Who is: all of these hold.
    pub that: Vec<RowTest>,
    /// Which of those: the best or the newest few.
    pub pick: Option<Pick>,
    /// Where its words stand in the text.
    pub place: Span,
    /// The same as a tree of data, one node a line, for whoever says it in a language.
    pub said: String,
}

/// `best N of S`, `newest N of S`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pick {
    /// The best, else the newest.
    pub best: bool,
    /// How many.
    pub count: Amount,
}

/// A weighted percent of a part, of parts, or of rows with their nest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shares {
    /// Its members.
    pub members: Vec<Share>,
    /// Which rows in it count: all of these hold.
    pub that: Vec<RowTest>,
    /// Measured from the lowest possible.
    pub stretch: bool,
    /// Where its words stand in the text.
    pub place: Span,
    /// The same as a tree of data, one node a line, for whoever says it in a language.
    pub said: String,
}

/// A member of a weighted percent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Share {
    /// A row with its weight.
    Row(usize, Rational),
    /// A part with its weight and its members (which the part itself may choose from).
    Part(usize, Rational, Vec<Share>),
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

/// Two numbers compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Compare {
    /// How.
    pub cmp: Cmp,
    /// The left one.
    pub left: Num,
    /// The right one.
    pub right: Num,
}

/// A test of one member of a set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowTest {
    /// Its level against a level, by the member's own scale: scale and level.
    Level(Cmp, Vec<(usize, usize)>),
    /// Its points against a number.
    Points(Cmp, Box<Num>),
    /// A check that is met.
    Met,
    /// Rated at all.
    Answered,
    /// Left out as not applicable.
    LeftOut,
    /// A comment stands beside it.
    HasComment,
    /// An item of evidence names it.
    Shown,
    /// It has a number.
    HasScore,
    /// Turned round.
    Not(Box<RowTest>),
    /// The test of the first condition that holds, else the last.
    First(Vec<(Truth, RowTest)>, Box<RowTest>),
}

/// How many, as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Amount {
    /// So many.
    Count(usize),
    /// So large a share; what it needs is rounded up.
    Share(Rational),
    /// What a setting says: a count, or a share when `true`.
    Setting(usize, bool),
}

/// How many of a set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Quantity {
    /// All of them.
    Every,
    /// More than half.
    Most,
    /// At least so many.
    AtLeast(Amount),
    /// At most so many.
    AtMost(Amount),
    /// Exactly so many.
    Exactly(Amount),
}

/// A condition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Truth {
    /// Itself.
    Constant(bool),
    /// All hold.
    And(Vec<Truth>),
    /// One holds.
    Or(Vec<Truth>),
    /// Turned round.
    Not(Box<Truth>),
    /// One or the other.
    If(Box<Truth>, Box<Truth>, Box<Truth>),
    /// Two numbers compared.
    Compare(Box<Compare>),
    /// One member tested.
    Test(Member, Box<RowTest>),
    /// So many of a set pass a test.
    Quantified(Quantity, Box<Set>, Box<RowTest>),
    /// So many of these hold.
    Count(Quantity, Vec<Truth>),
    /// A rung of a ladder: its truth, whatever an override says.
    Rung(usize, usize),
    /// A yes/no ask.
    Ask(usize),
    /// A slot is complete; without one, every slot that is asked.
    Complete(Option<usize>),
    /// A number has a value.
    HasScore(Box<Num>),
}
