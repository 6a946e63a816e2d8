//! Evidence slots as data.

use super::expr::Truth;
use crate::num::Rational;

/// A slot.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Slot {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What it is about.
    pub about: Option<String>,
    /// Complete without items.
    pub optional: bool,
    /// Asked only when this holds.
    pub only_when: Option<Truth>,
    /// How few and how many items it takes; `1..1` unless said.
    pub items: Ends,
    /// What must hold, or should.
    pub lines: Vec<SlotLine>,
}

/// One rule of a slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlotLine {
    /// What it asks.
    pub rule: SlotRule,
    /// Advice only.
    pub soft: bool,
    /// The author's words.
    pub message: Option<String>,
}

/// From lowest to highest, either open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Ends {
    /// The lowest.
    pub from: Option<Rational>,
    /// The highest.
    pub to: Option<Rational>,
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

/// What a slot asks. The number of items stands in the slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SlotRule {
    /// Kinds (`pdf`, `video`, `link`, ...; `any_file`) and extensions.
    Accepts(Vec<String>, Vec<String>),
    /// A measure of each item, or (`true`) of all together.
    Measured(Measure, Ends, bool),
    /// No older than so many months and days before the assessment's day.
    DatedWithin {
        /// Months.
        months: i64,
        /// Days.
        days: i64,
    },
    /// On this day or later... the day itself is not after it.
    DatedAfter(i64),
    /// Before this day.
    DatedBefore(i64),
    /// One of these hosts, or below one of them.
    Hosts(Vec<String>),
    /// A file name with wildcards.
    NamedLike(String),
    /// Any (or all, when `true`) of these words are in it.
    Mentions(bool, Vec<String>),
    /// No personal information.
    AvoidsPersonal,
    /// Nothing that this pattern finds.
    Avoids(String),
    /// So many different people.
    PeopleAtLeast(i64),
    /// Someone other than the author.
    PeopleNotAuthor,
    /// Nothing twice.
    NoDuplicates,
    /// A note on each item.
    NoteRequired,
    /// Each item says which rows it shows.
    NamesRows,
    /// What the person states.
    Attest(String),
}
