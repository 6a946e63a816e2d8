//! Sets of letters in a pattern.

use super::digit as value;

/// Letters of a kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Digit,
    Word,
    Space,
}

impl Class {
    pub(super) fn has(self, c: char) -> bool {
        match self {
            Self::Digit => value(c).is_some(),
            Self::Word => c.is_alphanumeric() || c == '_',
            Self::Space => c.is_whitespace(),
        }
    }
}

/// Some letters, or all others.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) ranges: Vec<(char, char)>,
    /// `false`: all that are not of the class.
    pub(super) classes: Vec<(Class, bool)>,
    pub(super) turned: bool,
}

impl Set {
    pub(super) fn letter(c: char) -> Self {
        Self {
            ranges: vec![(c, c)],
            classes: Vec::new(),
            turned: false,
        }
    }

    pub(super) fn class(class: Class, has: bool) -> Self {
        Self {
            ranges: Vec::new(),
            classes: vec![(class, has)],
            turned: false,
        }
    }

    /// Whether it is named in the set, turned round or not.
    pub(super) fn holds(&self, c: char) -> bool {
        let ranged = |(from, to): &(char, char)| (*from..=*to).contains(&c);
        let classed = |(class, has): &(Class, bool)| class.has(c) == *has;
        self.ranges.iter().any(ranged) || self.classes.iter().any(classed)
    }
}
