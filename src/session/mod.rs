//! A live assessment: answers by row, and an outcome that is always up to
//! date. An edit that is refused changes nothing.

use crate::eval::{Answer, Outcome, Overflow, Refusal, Value, outcome};
use crate::model::Rubric;
use std::rc::Rc;

/// Why an edit was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EditError {
    /// There is no such row.
    NoRow,
    /// The row does not take the value.
    Refused(Refusal),
    /// The numbers would no longer be exact.
    Overflow,
}

/// One person's answers and what they come to.
#[derive(Debug)]
pub struct Session {
    rubric: Rc<Rubric>,
    answers: Vec<Answer>,
    outcome: Outcome,
    /// Whether the outcome waits until many edits are in.
    held: bool,
}

impl Session {
    /// Starts with nothing answered.
    pub fn start(rubric: Rc<Rubric>) -> Result<Self, Overflow> {
        let answers = vec![Answer::Unanswered; rubric.rows.len()];
        let outcome = outcome(&rubric, &answers)?;
        Ok(Self {
            rubric,
            answers,
            outcome,
            held: false,
        })
    }

    /// The rubric it is about.
    pub fn rubric(&self) -> &Rubric {
        &self.rubric
    }

    /// The answers, by row.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// What they come to.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Rates a row.
    pub fn rate(&mut self, row: usize, value: Value) -> Result<(), EditError> {
        value
            .fits(self.rubric.rows.get(row).ok_or(EditError::NoRow)?)
            .map_err(EditError::Refused)?;
        self.answer(row, Answer::Rated(value))
    }

    /// Takes a rating back.
    pub fn clear(&mut self, row: usize) -> Result<(), EditError> {
        self.answer(row, Answer::Unanswered)
    }

    /// Lets edits come in without working anything out.
    pub fn hold(&mut self) {
        self.held = true;
    }

    /// Whether the outcome is held back.
    pub fn is_held(&self) -> bool {
        self.held
    }

    /// Works out what the edits since `hold` come to. On an overflow the
    /// outcome stays as it was before them.
    pub fn release(&mut self) -> Result<(), Overflow> {
        self.held = false;
        self.outcome = outcome(&self.rubric, &self.answers)?;
        Ok(())
    }

    fn answer(&mut self, row: usize, answer: Answer) -> Result<(), EditError> {
        let slot = self.answers.get_mut(row).ok_or(EditError::NoRow)?;
        let before = std::mem::replace(slot, answer);
        if self.held {
            return Ok(());
        }
        match outcome(&self.rubric, &self.answers) {
            Ok(outcome) => {
                self.outcome = outcome;
                Ok(())
            }
            Err(Overflow) => {
                if let Some(slot) = self.answers.get_mut(row) {
                    *slot = before;
                }
                Err(EditError::Overflow)
            }
        }
    }
}
