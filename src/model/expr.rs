//! Rules over rows: numbers, conditions and sets, resolved. The depth of a
//! rule is bounded by the brackets of its text, so walking it is safe.

use super::linear::Linear;
use crate::num::{Rational, Rounding};

/// A number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Num {
    /// Itself.
    Constant(Rational),
    /// The points of a row.
    Row(usize),
    /// A score.
    Score(usize),
    /// The first, then the rest added.
    Add(Vec<Num>),
    /// All multiplied.
    Mul(Vec<Num>),
    /// The first divided by the second.
    Div(Box<Num>, Box<Num>),
    /// Turned round.
    Neg(Box<Num>),
    /// Rounded to a multiple of the step.
    Round(Box<Num>, Rational, Rounding),
    /// No less than the second.
    AtLeast(Box<Num>, Box<Num>),
    /// No more than the second.
    AtMost(Box<Num>, Box<Num>),
    /// The second when the condition holds, else the third.
    If(Box<Truth>, Box<Num>, Box<Num>),
    /// The value of the first condition that holds, else the last.
    First(Vec<(Truth, Num)>, Box<Num>),
    /// A set boiled down.
    Gather(Gather, Box<Set>),
    /// Weighted mean of shares.
    Shares(Vec<Share>),
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

/// A member of a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Member {
    /// A row.
    Row(usize),
    /// A score.
    Score(usize),
}

/// A set: its members in order of the file, and what narrows it at run time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Set {
    /// Who may be in it.
    pub members: Vec<Member>,
    /// Who is: all of these hold.
    pub that: Vec<RowTest>,
}

/// A member of a weighted percent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Share {
    /// A row with its weight.
    Row(usize, Rational),
    /// A part with its weight and its members.
    Part(Rational, Vec<Share>),
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
    /// Its level against a level, by scale (none where a scale lacks it).
    Level(Cmp, Vec<Option<usize>>),
    /// Its points against a number.
    Points(Cmp, Box<Num>),
    /// A check that is met.
    Met,
    /// Rated at all.
    Answered,
    /// Turned round.
    Not(Box<RowTest>),
    /// One test or another.
    If(Box<Truth>, Box<RowTest>, Box<RowTest>),
}

/// How many of a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantity {
    /// All of them.
    Every,
    /// At least this many.
    AtLeast(usize),
    /// At most this many.
    AtMost(usize),
    /// Exactly this many.
    Exactly(usize),
    /// At least this share; the count needed is rounded up.
    AtLeastShare(Rational),
    /// At most this share.
    AtMostShare(Rational),
    /// Exactly this share.
    ExactlyShare(Rational),
    /// More than half.
    Most,
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
    /// A rung of an award.
    Rung(usize, usize),
}
