//! The facts of one item, and how a rule looks one up: known, or why not.

use super::count::{Counts, count};
use super::finding::Why;
use super::kinds::{self, Kind};
use crate::model::Measure;
use crate::num::Rational;

/// One file, link or text of a slot, as whoever read it reports it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Item {
    /// The caller's own name for it.
    pub id: String,
    /// What it is by its content: `pdf`, `image`, `png`, `link`, `other`, ...
    pub kind: String,
    /// What its name says it is.
    pub declared_kind: Option<String>,
    /// The file name.
    pub name: Option<String>,
    /// Bytes.
    pub bytes: Option<Rational>,
    /// Pages.
    pub pages: Option<Rational>,
    /// Words; not read where the text is given.
    pub words: Option<Rational>,
    /// Characters; not read where the text is given.
    pub characters: Option<Rational>,
    /// Sentences; not read where the text is given.
    pub sentences: Option<Rational>,
    /// Seconds.
    pub seconds: Option<Rational>,
    /// Pixels across.
    pub width: Option<Rational>,
    /// Pixels down.
    pub height: Option<Rational>,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: Option<String>,
    /// The day it is from, as days since 1970-01-01.
    pub date: Option<i64>,
    /// Who made it.
    pub author: Option<String>,
    /// Who is in it.
    pub people: Option<Vec<String>>,
    /// Protected by a password.
    pub encrypted: bool,
    /// Where a link leads.
    pub url: Option<String>,
    /// What it says.
    pub text: Option<String>,
    /// What the person says about it.
    pub note: Option<String>,
    /// The rows it shows.
    pub shows: Vec<usize>,
    /// Facts, by name (`date`, `people`, ...), that a person told.
    pub told: Vec<String>,
    /// Facts, by name, that could not be determined, and why.
    pub undetermined: Vec<(String, String)>,
    /// What was counted of the text; see [`Item::count`].
    pub counts: Option<Counts>,
}

impl Item {
    /// Counts the text now, so that no later verdict has to. To be called
    /// again whenever the text changes.
    pub fn count(&mut self) {
        self.counts = self.text.as_deref().map(count);
    }
}

/// A fact, or why it is not known.
pub(super) type Known<T> = Result<T, Why>;

/// An item while it is judged: its text is counted once.
pub(super) struct Seen<'a> {
    pub(super) item: &'a Item,
    pub(super) kind: Kind,
    counts: Option<Counts>,
}

/// Facts that stand inside the file, which a password hides.
const INSIDE: [&str; 5] = ["pages", "words", "characters", "sentences", "text"];

impl<'a> Seen<'a> {
    pub(super) fn of(item: &'a Item) -> Self {
        let text = item.text.as_deref();
        Self {
            item,
            kind: kinds::kind(&item.kind),
            counts: item.counts.or_else(|| text.map(count)),
        }
    }

    pub(super) fn is_link(&self) -> bool {
        self.kind == Kind::Link
    }

    /// Whether it is a text without a file around it, or the same in a file.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text | Kind::Markdown)
    }

    pub(super) fn is_told(&self, what: &str) -> bool {
        self.item.told.iter().any(|told| told == what)
    }

    /// A fact that was given counts, unless it is said to be undetermined or
    /// a password hides it; what a person told counts in any case.
    pub(super) fn known<T>(&self, what: &str, value: Option<T>) -> Known<T> {
        if !self.is_told(what)
            && let Some(why) = self.hidden(what)
        {
            return Err(why);
        }
        value.ok_or_else(|| self.hidden(what).unwrap_or_else(|| self.lack()))
    }

    fn hidden(&self, what: &str) -> Option<Why> {
        let mut undetermined = self.item.undetermined.iter();
        match undetermined.find(|(name, _)| name == what) {
            Some((_, why)) if why.trim().is_empty() => Some(self.lack()),
            Some((_, why)) => Some(Why::Said(why.trim().to_owned())),
            None => (self.item.encrypted && INSIDE.contains(&what)).then_some(Why::Encrypted),
        }
    }

    fn lack(&self) -> Why {
        if self.is_link() {
            Why::Link
        } else {
            Why::Missing
        }
    }

    pub(super) fn measure(&self, measure: Measure) -> Known<Rational> {
        let item = self.item;
        match measure {
            Measure::Size => self.known("bytes", item.bytes.or_else(|| self.typed())),
            Measure::Pages => self.known("pages", item.pages),
            Measure::Words => {
                let counted = self.counted("words", item.words, |counts| counts.words);
                counted.and_then(|words| self.unless_scanned("words", words))
            }
            Measure::Characters => {
                let counted = self.counted("characters", item.characters, |all| all.characters);
                counted.and_then(|all| self.unless_scanned("characters", all))
            }
            Measure::Length => self.known("seconds", item.seconds),
            Measure::Width => self.known("width", item.width),
            Measure::Height => self.known("height", item.height),
        }
    }

    pub(super) fn sentences(&self) -> Known<Rational> {
        let given = self.item.sentences;
        let counted = self.counted("sentences", given, |counts| counts.sentences);
        counted.and_then(|all| self.unless_scanned("sentences", all))
    }

    /// The words it holds, as a text.
    pub(super) fn text(&self) -> Known<&'a str> {
        let text = self.known("text", self.item.text.as_deref())?;
        if text.trim().is_empty() && self.may_be_scanned() {
            return Err(Why::Scan);
        }
        Ok(text)
    }

    /// What stands in the text is counted here, so that there is one rule.
    fn counted(
        &self,
        what: &str,
        given: Option<Rational>,
        pick: impl Fn(&Counts) -> i64,
    ) -> Known<Rational> {
        let counted = self.counts.as_ref().map(pick).map(Rational::whole);
        self.known(what, counted.or(given))
    }

    /// A scan or a photograph in which nobody found a letter may be full of them.
    fn unless_scanned(&self, what: &str, value: Rational) -> Known<Rational> {
        if value.is_zero() && self.may_be_scanned() && !self.is_told(what) {
            return Err(Why::Scan);
        }
        Ok(value)
    }

    fn may_be_scanned(&self) -> bool {
        matches!(self.kind, Kind::Pdf | Kind::Image)
    }

    /// A text typed into the page is as large as its UTF-8.
    fn typed(&self) -> Option<Rational> {
        let text = self.item.text.as_ref().filter(|_| self.is_text())?;
        i64::try_from(text.len()).ok().map(Rational::whole)
    }
}

/// The name that a measure has among the facts.
pub(super) fn fact_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Size => "bytes",
        Measure::Pages => "pages",
        Measure::Words => "words",
        Measure::Characters => "characters",
        Measure::Length => "seconds",
        Measure::Width => "width",
        Measure::Height => "height",
    }
}
