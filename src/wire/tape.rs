//! The array of doubles as it is written. A number goes in as top and bottom of
//! its fraction; of one number the exact text may be asked for instead.

use crate::num::{Interval, Rational};

/// The numbers of a session, and which of them the last edit changed.
#[derive(Debug, Default)]
pub struct Numbers {
    /// The numbers, as they are laid out.
    pub slots: Vec<f64>,
    /// How often they were written; how many of them the last time changed; their
    /// places; then what was left there by earlier times.
    pub changed: Vec<u32>,
}

/// Where the places of changed numbers begin.
const LIST: usize = 2;

impl Numbers {
    /// Room for so many, none of them written.
    pub(super) fn new(length: usize) -> Self {
        Self {
            slots: vec![f64::NAN; length],
            changed: vec![0; length.saturating_add(LIST)],
        }
    }

    /// From here on changes are those of another edit.
    pub(super) fn begin(&mut self) {
        if let [stamp, count, ..] = self.changed.as_mut_slice() {
            (*stamp, *count) = (stamp.wrapping_add(1), 0);
        }
    }

    fn put(&mut self, at: usize, value: f64) {
        let Some(slot) = self.slots.get_mut(at) else {
            return;
        };
        if *slot == value {
            return;
        }
        *slot = value;
        let [_, count, list @ ..] = self.changed.as_mut_slice() else {
            return;
        };
        let next = usize::try_from(*count).unwrap_or(usize::MAX);
        if let (Some(place), Ok(at)) = (list.get_mut(next), u32::try_from(at)) {
            *place = at;
        }
        *count = count.saturating_add(1);
    }
}

/// What is written, in order from a place on.
pub(super) struct Tape<'n> {
    numbers: &'n mut Numbers,
    at: usize,
    /// The slot whose number is wanted as text.
    wanted: Option<usize>,
    pub(super) text: Option<String>,
}

impl<'n> Tape<'n> {
    pub(super) fn onto(numbers: &'n mut Numbers) -> Self {
        Self {
            numbers,
            at: 0,
            wanted: None,
            text: None,
        }
    }

    /// Keeps the text of the number at a slot.
    pub(super) fn wanting(numbers: &'n mut Numbers, slot: usize) -> Self {
        Self {
            wanted: Some(slot),
            ..Self::onto(numbers)
        }
    }

    /// Goes on writing at a slot.
    pub(super) fn seek(&mut self, slot: usize) {
        self.at = slot;
    }

    pub(super) fn push(&mut self, value: f64) {
        self.numbers.put(self.at, value);
        self.at = self.at.saturating_add(1);
    }

    pub(super) fn extend(&mut self, values: impl IntoIterator<Item = f64>) {
        values.into_iter().for_each(|value| self.push(value));
    }

    /// Top and bottom; bottom 0 for no number; bottom -1 with the nearest double
    /// for one whose parts are no exact doubles.
    pub(super) fn number(&mut self, value: Option<Rational>) {
        if self.wanted == Some(self.at) {
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
