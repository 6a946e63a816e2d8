//! Everything an outcome follows from, besides the rubric.

use super::answer::{Answer, Remark};
use crate::model::{Fact, Reply, Rubric};
use crate::num::Rational;

/// What one assessment was given.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inputs {
    /// Ratings by row.
    pub answers: Vec<Answer>,
    /// The comments beside them.
    pub remarks: Vec<Remark>,
    /// Replies by ask.
    pub replies: Vec<Option<Reply>>,
    /// What the host set, by setting; its default stands where there is none.
    pub settings: Vec<Option<Reply>>,
    /// Slots.
    pub slots: Vec<SlotState>,
    /// Whether an item of evidence names the row.
    pub shown: Vec<bool>,
    /// Codes given, with the row of a `this row` code. The first that reaches a row counts.
    pub codes: Vec<(usize, Option<usize>)>,
    /// Overrides by ladder: a rung, or as many as there are rungs for `otherwise`.
    pub overrides: Vec<Option<usize>>,
    /// The day of the assessment.
    pub today: Option<i64>,
    /// Whether it is closed.
    pub closed: bool,
    /// What will not come any more, closed or not.
    pub shut: Shut,
}

/// What will not come any more: a question of planning, which asks what stands
/// when these stay as they are. By index; what is not listed may still come.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shut {
    /// Slots that stay incomplete.
    pub slots: Vec<bool>,
    /// Rows whose comment stays missing.
    pub comments: Vec<bool>,
    /// Rows that no further item of evidence will name.
    pub shown: Vec<bool>,
}

impl Shut {
    pub(super) fn slot(&self, slot: usize) -> bool {
        self.slots.get(slot) == Some(&true)
    }

    pub(super) fn comment(&self, row: usize) -> bool {
        self.comments.get(row) == Some(&true)
    }

    pub(super) fn evidence(&self, row: usize) -> bool {
        self.shown.get(row) == Some(&true)
    }
}

/// What a slot came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SlotState {
    /// Whether it counts as complete.
    pub complete: bool,
    /// What is counted of it.
    pub sums: Sums,
}

/// Sums over the items of a slot; none where an item lacks the fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the facts of the language")]
pub struct Sums {
    pub words: Option<Rational>,
    pub pages: Option<Rational>,
    pub items: Option<Rational>,
    pub sentences: Option<Rational>,
    pub characters: Option<Rational>,
    pub seconds: Option<Rational>,
    pub bytes: Option<Rational>,
}

impl Default for Sums {
    /// Those of no items.
    fn default() -> Self {
        let none = Some(Rational::ZERO);
        Self {
            words: none,
            pages: none,
            items: none,
            sentences: none,
            characters: none,
            seconds: none,
            bytes: none,
        }
    }
}

impl Sums {
    /// Nothing is known of what is inside.
    pub const UNKNOWN: Self = Self {
        words: None,
        pages: None,
        items: None,
        sentences: None,
        characters: None,
        seconds: None,
        bytes: None,
    };

    /// Says what the sum of one fact is.
    pub fn set(&mut self, fact: Fact, value: Rational) {
        let place = match fact {
            Fact::Words => &mut self.words,
            Fact::Pages => &mut self.pages,
            Fact::Items => &mut self.items,
            Fact::Sentences => &mut self.sentences,
            Fact::Characters => &mut self.characters,
            Fact::Seconds => &mut self.seconds,
            Fact::Bytes => &mut self.bytes,
        };
        *place = Some(value);
    }

    /// The sum of one fact.
    pub fn get(&self, fact: Fact) -> Option<Rational> {
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

impl Inputs {
    /// Nothing given, open.
    pub fn new(rubric: &Rubric) -> Self {
        let slot = |optional: bool| SlotState {
            complete: optional,
            sums: Sums::default(),
        };
        Self {
            answers: vec![Answer::Unanswered; rubric.rows.len()],
            remarks: vec![Remark::None; rubric.rows.len()],
            replies: vec![None; rubric.asks.len()],
            settings: vec![None; rubric.settings.len()],
            slots: rubric.slots.iter().map(|one| slot(one.optional)).collect(),
            shown: vec![false; rubric.rows.len()],
            codes: Vec::new(),
            overrides: vec![None; rubric.ladders.len()],
            today: None,
            closed: false,
            shut: Shut::default(),
        }
    }
}
