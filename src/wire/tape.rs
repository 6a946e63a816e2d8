//! The array of doubles as it is written. A number goes in as top and bottom of
//! its fraction; of one number the exact text may be asked for instead.

use crate::num::{Interval, Rational};

/// What is written, in order.
#[derive(Default)]
pub(super) struct Tape {
    pub(super) slots: Vec<f64>,
    /// The slot whose number is wanted as text.
    wanted: Option<usize>,
    pub(super) text: Option<String>,
}

impl Tape {
    /// Writes over what stands there; the memory is used again.
    pub(super) fn onto(mut slots: Vec<f64>) -> Self {
        slots.clear();
        Self {
            slots,
            ..Self::default()
        }
    }

    /// Keeps the text of the number at a slot.
    pub(super) fn wanting(slot: usize) -> Self {
        Self {
            wanted: Some(slot),
            ..Self::default()
        }
    }

    pub(super) fn push(&mut self, value: f64) {
        self.slots.push(value);
    }

    pub(super) fn extend(&mut self, values: impl IntoIterator<Item = f64>) {
        self.slots.extend(values);
    }

    /// Top and bottom; bottom 0 for no number; bottom -1 with the nearest double
    /// for one whose parts are no exact doubles.
    pub(super) fn number(&mut self, value: Option<Rational>) {
        if self.wanted == Some(self.slots.len()) {
            self.text = value.map(|value| value.to_string());
        }
        let pair = match value.map(|value| value.parts_f64().ok_or(value)) {
            None => (0.0, 0.0),
            Some(Ok(pair)) => pair,
            Some(Err(value)) => (value.nearest_f64(), -1.0),
        };
        self.extend([pair.0, pair.1]);
    }

    /// Both ends; one that is not there is minus or plus 1 over 0.
    pub(super) fn ends(&mut self, interval: Interval) {
        if interval.empty {
            return self.extend([0.0; 4]);
        }
        for (end, without) in [(interval.lo, -1.0), (interval.hi, 1.0)] {
            match end {
                Some(end) => self.number(Some(end)),
                None => self.extend([without, 0.0]),
            }
        }
    }
}
