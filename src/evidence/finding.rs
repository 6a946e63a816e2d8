//! What a precheck says: a verdict, its findings, and all a host needs to say
//! them in another language.

use crate::model::{Ends, Fact};
use crate::num::Rational;

/// What a slot comes to. A later one beats an earlier one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum State {
    /// Everything that must hold does.
    Complete,
    /// A link stands in it, and what is behind it cannot be seen from here.
    Unchecked,
    /// Something that must hold could not be determined: a person must look.
    NeedsALook,
    /// Something that must hold does not.
    Incomplete,
}

/// Whether a rule holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// What it needs is not known; `Finding::why` says why.
    Unknown,
}

/// Why something is not known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// The facts do not have it.
    Missing,
    /// It is behind a link.
    Link,
    /// It is protected by a password.
    Encrypted,
    /// No text was found in what may be a scan.
    Scan,
    /// The day of the assessment is not set.
    NoToday,
    /// There is more than can be searched or added.
    TooLong,
    /// In the words of whoever read the file.
    Said(String),
}

/// What was found in a text that should not be there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A number as pupils and staff have.
    Id,
    /// What the author's pattern finds.
    Pattern,
}

/// Where in the text of the item, in bytes of UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// What stands there.
    pub what: What,
    /// Its first byte.
    pub from: usize,
    /// The byte behind it.
    pub to: usize,
    /// The line, from 1.
    pub line: usize,
}

/// An item that is the same as another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Twin {
    /// The other one's slot, among the slots that were judged together; none for the same slot.
    pub slot: Option<usize>,
    /// The other one in its slot.
    pub item: usize,
}

/// What was seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FindingValue {
    /// Nothing to show.
    None,
    /// A number: bytes, pages, words, characters, seconds, pixels, items, people.
    Number(Rational),
    /// A kind, a name or a host.
    Text(String),
    /// A day, as days since 1970-01-01.
    Day(i64),
    /// The words mentioned (where the rule holds), or the ones missing.
    Words(Vec<String>),
    /// Where it was found; `true`: there are more.
    Places(Vec<Place>, bool),
    /// The item it is the same as.
    Twin(Twin),
}

/// What was asked for, worked out; the words of the rule stand in the slot's line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Nothing to count.
    None,
    /// From lowest to highest, in the unit of the value.
    Ends(Ends),
    /// The first and the last day allowed.
    Days(Option<i64>, Option<i64>),
}

/// One rule and what came of it, for one item or for the slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The line of the slot. None: the number of items (`item` is none too), or
    /// that nobody can see from here whether the link of an item opens.
    pub line: Option<usize>,
    /// The item, by index; none for a rule about all of them.
    pub item: Option<usize>,
    /// Whether it holds.
    pub holds: Holds,
    /// Advice only.
    pub soft: bool,
    /// What was seen.
    pub value: FindingValue,
    /// What was asked for.
    pub limit: Limit,
    /// Why it is unknown.
    pub why: Option<Why>,
    /// It rests on what a person told, not on a measurement.
    pub told: bool,
    /// Unknown only because of links.
    pub unchecked: bool,
}

/// Sums over all items of a slot. None where an item lacks the fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sums {
    /// Words.
    pub words: Option<Rational>,
    /// Pages.
    pub pages: Option<Rational>,
    /// How many items.
    pub items: Option<Rational>,
    /// Sentences.
    pub sentences: Option<Rational>,
    /// Characters.
    pub characters: Option<Rational>,
    /// Seconds.
    pub seconds: Option<Rational>,
    /// Bytes.
    pub bytes: Option<Rational>,
}

impl Sums {
    /// The sum a rule asks for.
    pub fn of(&self, fact: Fact) -> Option<Rational> {
        match fact {
            Fact::Words => self.words,
            Fact::Pages => self.pages,
            Fact::Items => self.items,
            Fact::Sentences => self.sentences,
            Fact::Characters => self.characters,
            Fact::Seconds => self.seconds,
            Fact::Bytes => self.bytes,
        }
    }
}

/// What came of a slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// What it comes to.
    pub state: State,
    /// Every rule, for every item it is about; those that hold too.
    pub findings: Vec<Finding>,
    /// What a rule of the rubric may ask of the slot.
    pub sums: Sums,
}

/// The state that some findings make.
pub(super) fn state(findings: &[Finding]) -> State {
    let one = |finding: &Finding| match finding.holds {
        _ if finding.soft => State::Complete,
        Holds::Yes => State::Complete,
        Holds::No => State::Incomplete,
        Holds::Unknown if finding.unchecked => State::Unchecked,
        Holds::Unknown => State::NeedsALook,
    };
    findings.iter().map(one).max().unwrap_or(State::Complete)
}
