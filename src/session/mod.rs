//! A live assessment: what one person gave (ratings, answers, evidence and the
//! rest), and an outcome that is always up to date. An edit that is refused
//! changes nothing.

mod evidence;
mod rows;

use crate::eval::{
    Edit, Inputs, Live, Moved, Outcome, Overflow, Refusal, reply_fits, setting_problems,
};
use crate::evidence::{Item, Verdict};
use crate::model::{Input, Reply, Rubric};
use std::rc::Rc;

/// Why an edit was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EditError {
    /// There is no such row, ask, slot or award.
    Unknown,
    /// It does not take the value.
    Refused(Refusal),
    /// The rubric does not allow it here.
    MayNot,
    /// This setting would put the bands of a result out of order.
    Order(usize),
    /// The numbers would no longer be exact.
    Overflow,
}

impl From<Overflow> for EditError {
    fn from(_: Overflow) -> Self {
        Self::Overflow
    }
}

/// What an edit comes to.
pub type Edited = Result<(), EditError>;

/// One person's inputs and what they come to.
#[derive(Debug)]
pub struct Session {
    rubric: Rc<Rubric>,
    inputs: Inputs,
    /// Pieces of evidence, by slot.
    items: Vec<Vec<Item>>,
    /// What the precheck says of each slot.
    verdicts: Vec<Verdict>,
    live: Live,
    /// Whether the outcome waits until many edits are in.
    held: bool,
    /// Whether evidence came or went since it was last judged.
    unjudged: bool,
}

impl Session {
    /// Starts with nothing given.
    pub fn start(rubric: Rc<Rubric>) -> Result<Self, Overflow> {
        let mut inputs = Inputs::new(&rubric);
        let items = vec![Vec::new(); rubric.slots.len()];
        let verdicts = evidence::judged(&rubric, &items, &mut inputs);
        let live = Live::new(&rubric, &inputs)?;
        Ok(Self {
            rubric,
            inputs,
            items,
            verdicts,
            live,
            held: false,
            unjudged: false,
        })
    }

    /// The rubric it is about.
    pub fn rubric(&self) -> &Rubric {
        &self.rubric
    }

    /// What was given.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The pieces of evidence, by slot.
    pub fn items(&self) -> &[Vec<Item>] {
        &self.items
    }

    /// What the precheck says, by slot.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// What it all comes to.
    pub fn outcome(&self) -> &Outcome {
        self.live.outcome()
    }

    /// What the last edit moved in the outcome.
    pub fn moved(&self) -> &Moved {
        self.live.moved()
    }

    /// Answers an ask, or with nothing takes the answer back.
    pub fn answer(&mut self, ask: usize, reply: Option<Reply>) -> Edited {
        fits(&self.rubric, self.rubric.asks.get(ask), reply)?;
        self.put(Edit::Ask(ask), |inputs| inputs.replies.get_mut(ask), reply)
    }

    /// Sets what the host sets, or with nothing goes back to the default.
    pub fn set(&mut self, setting: usize, reply: Option<Reply>) -> Edited {
        fits(&self.rubric, self.rubric.settings.get(setting), reply)?;
        self.put(
            Edit::Other,
            |inputs| inputs.settings.get_mut(setting),
            reply,
        )
    }

    /// Says which day it is.
    pub fn today(&mut self, day: Option<i64>) -> Edited {
        self.put(Edit::Other, |inputs| Some(&mut inputs.today), day)?;
        self.judge_again()
    }

    /// Gives a code, on one row where it is one for `this row`.
    pub fn code(&mut self, code: usize, row: Option<usize>) -> Edited {
        let known = self.rubric.codes.get(code).ok_or(EditError::Unknown)?;
        let reaches = |row| known.sets.iter().any(|(reached, _)| *reached == row);
        if known.this_row != row.is_some() || !row.is_none_or(reaches) {
            return Err(EditError::MayNot);
        }
        let mut codes = self.inputs.codes.clone();
        if !codes.contains(&(code, row)) {
            codes.push((code, row));
        }
        self.put(Edit::Other, |inputs| Some(&mut inputs.codes), codes)
    }

    /// Takes a code back; without one, every code.
    pub fn clear_code(&mut self, code: Option<(usize, Option<usize>)>) -> Edited {
        let mut codes = self.inputs.codes.clone();
        codes.retain(|given| code.is_some_and(|gone| gone != *given));
        self.put(Edit::Other, |inputs| Some(&mut inputs.codes), codes)
    }

    /// Overrules a result or an award with one of its rungs (as many as there are
    /// for `otherwise`), or with nothing lifts that again.
    pub fn overrule(&mut self, ladder: usize, rung: Option<usize>) -> Edited {
        let known = self.rubric.ladders.get(ladder).ok_or(EditError::Unknown)?;
        let last = known.rungs.len();
        let has = |rung: usize| rung < last || rung == last && known.otherwise.is_some();
        if known.overruled.is_none() {
            return Err(EditError::MayNot);
        }
        if !rung.is_none_or(has) {
            return Err(EditError::Refused(Refusal::Level));
        }
        self.put(
            Edit::Ladder(ladder),
            |inputs| inputs.overrides.get_mut(ladder),
            rung,
        )
    }

    /// Closes the assessment, or opens it again.
    pub fn close(&mut self, closed: bool) -> Edited {
        self.put(Edit::Other, |inputs| Some(&mut inputs.closed), closed)
    }

    /// Lets edits come in without working anything out.
    pub fn hold(&mut self) {
        self.held = true;
    }

    /// Whether the outcome is held back.
    pub fn is_held(&self) -> bool {
        self.held
    }

    /// Works out what the edits since `hold` come to. When that fails the
    /// outcome stays as it was before them.
    pub fn release(&mut self) -> Edited {
        self.held = false;
        if self.unjudged {
            return self.judge_again();
        }
        self.work_out(Edit::Other)
    }

    /// Puts a value in its place among the inputs; it goes back when nothing comes of it.
    fn put<T>(
        &mut self,
        edit: Edit,
        place: impl Fn(&mut Inputs) -> Option<&mut T>,
        value: T,
    ) -> Edited {
        let slot = place(&mut self.inputs).ok_or(EditError::Unknown)?;
        let before = std::mem::replace(slot, value);
        let done = self.work_out(edit);
        if let (Err(_), Some(slot)) = (&done, place(&mut self.inputs)) {
            *slot = before;
        }
        done
    }

    fn work_out(&mut self, edit: Edit) -> Edited {
        if self.held {
            self.live.lose();
            return Ok(());
        }
        if matches!(edit, Edit::Other | Edit::Ask(_))
            && self.inputs.settings.iter().any(Option::is_some)
            && let Some(setting) = setting_problems(&self.rubric, &self.inputs)
        {
            return Err(EditError::Order(setting));
        }
        self.live.edit(&self.rubric, &self.inputs, edit)?;
        Ok(())
    }
}

fn fits(rubric: &Rubric, input: Option<&Input>, reply: Option<Reply>) -> Edited {
    let input = input.ok_or(EditError::Unknown)?;
    let Some(reply) = reply else {
        return Ok(());
    };
    reply_fits(input, rubric, reply).map_err(EditError::Refused)
}
