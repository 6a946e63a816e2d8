//! Names and their numbers. One map type for all layers: its code is in the
//! module once, and no choice of names makes it slow.

use std::collections::BTreeMap;

/// From a name to a number.
#[derive(Debug, Default)]
pub struct Index {
    known: BTreeMap<String, usize>,
}

impl Index {
    /// The number of a name.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.known.get(name).copied()
    }

    /// Gives a name a number; an earlier one is replaced.
    pub fn set(&mut self, name: &str, number: usize) {
        self.known.insert(name.to_owned(), number);
    }
}
