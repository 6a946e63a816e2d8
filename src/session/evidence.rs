//! Edits of evidence: every piece that comes or goes is followed by a precheck
//! of all slots, since one file may stand in two of them.

use super::{EditError, Edited, Session};
use crate::eval::{Inputs, SlotState, Sums};
use crate::evidence::{Item, State, Verdict, judge_all};
use crate::model::Rubric;

impl Session {
    /// Puts a piece of evidence into a slot; one with the same id there is replaced.
    pub fn attach(&mut self, slot: usize, item: Item) -> Edited {
        let there = self.items.get(slot).ok_or(EditError::Unknown)?;
        let mut items = there.clone();
        match items.iter_mut().find(|known| known.id == item.id) {
            Some(known) => *known = item,
            None => items.push(item),
        }
        self.hand_in(slot, items)
    }

    /// Takes a piece of evidence out of a slot.
    pub fn detach(&mut self, slot: usize, id: &str) -> Edited {
        let there = self.items.get(slot).ok_or(EditError::Unknown)?;
        let mut items = there.clone();
        items.retain(|item| item.id != id);
        if items.len() == there.len() {
            return Err(EditError::Unknown);
        }
        self.hand_in(slot, items)
    }

    fn hand_in(&mut self, slot: usize, items: Vec<Item>) -> Edited {
        let Some(place) = self.items.get_mut(slot) else {
            return Err(EditError::Unknown);
        };
        let before = std::mem::replace(place, items);
        let done = self.judge_again();
        if let (Err(_), Some(place)) = (&done, self.items.get_mut(slot)) {
            *place = before;
        }
        done
    }

    /// What was given, as it stands once it is open again: on the day that it is then.
    pub fn reopened(&self, today: Option<i64>) -> Inputs {
        let mut inputs = self.inputs.clone();
        (inputs.closed, inputs.today) = (false, today);
        judged(&self.rubric, &self.items, &mut inputs);
        inputs
    }

    /// Checks all evidence anew; nothing changes when nothing comes of it.
    /// While the outcome is held back this waits too, or a hundred files would
    /// be read a hundred times.
    pub(super) fn judge_again(&mut self) -> Edited {
        self.unjudged = self.held;
        if self.held {
            return Ok(());
        }
        let before = (self.inputs.slots.clone(), self.inputs.shown.clone());
        let verdicts = judged(&self.rubric, &self.items, &mut self.inputs);
        let done = self.work_out(crate::eval::Edit::Other);
        match done {
            Ok(()) => self.verdicts = verdicts,
            Err(_) => (self.inputs.slots, self.inputs.shown) = before,
        }
        done
    }
}

/// Prechecks the evidence and puts what rules need of it among the inputs.
pub(super) fn judged(rubric: &Rubric, items: &[Vec<Item>], inputs: &mut Inputs) -> Vec<Verdict> {
    let verdicts = judge_all(&rubric.slots, items, inputs.today);
    let state = |verdict: &Verdict| SlotState {
        complete: verdict.state != State::Incomplete,
        sums: Sums {
            words: verdict.sums.words,
            pages: verdict.sums.pages,
            items: verdict.sums.items,
            sentences: verdict.sums.sentences,
            characters: verdict.sums.characters,
            seconds: verdict.sums.seconds,
            bytes: verdict.sums.bytes,
        },
    };
    inputs.slots = verdicts.iter().map(state).collect();
    inputs.shown = vec![false; rubric.rows.len()];
    for row in items.iter().flatten().flat_map(|item| &item.shows) {
        if let Some(shown) = inputs.shown.get_mut(*row) {
            *shown = true;
        }
    }
    verdicts
}
