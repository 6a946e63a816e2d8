//! All threads of a program walk the text together. A step is entered once a
//! letter, by the thread that comes first, so a text costs at most its letters
//! times the steps of the program.

use super::parse::Spot;
use super::program::{Program, Step};
use super::set::{Class, Set};

/// Steps for one text: a book for a common pattern, a second for the worst.
const STEPS: usize = 50_000_000;

/// A step of the program, and where the thread began.
type Thread = (usize, usize);
type Letter = (usize, char);

/// The threads at one place of the text.
struct Threads {
    list: Vec<Thread>,
    /// For every step the last round in which it was entered.
    entered: Vec<usize>,
    round: usize,
    /// Steps still to enter; kept for its room.
    open: Vec<usize>,
    work: usize,
}

/// Where the program looks.
struct View<'a> {
    program: &'a Program,
    letters: &'a [Letter],
}

/// The first place, at `from` or later, that fits: the letter it begins at and
/// the one behind it. The outer nothing: more text than can be searched.
pub(super) fn find(
    program: &Program,
    letters: &[Letter],
    from: usize,
    steps: &mut usize,
) -> Option<Option<(usize, usize)>> {
    let view = View { program, letters };
    let mut now = Threads::of(program, *steps);
    let (mut last, mut then): (Vec<Thread>, Vec<Thread>) = (Vec::new(), Vec::new());
    let (mut at, mut found) = (from, None);
    loop {
        now.begin();
        std::mem::swap(&mut last, &mut then);
        then.clear();
        for (step, began) in &last {
            view.enter(&mut now, *step, *began, at);
        }
        // Whoever begins earlier comes first; with something found nobody begins.
        if found.is_none() {
            view.enter(&mut now, 0, at, at);
        }
        *steps = now.work;
        if *steps > STEPS {
            return None;
        }
        if let Some(began) = view.take(&now, &mut then, at) {
            found = Some((began, at));
        }
        if letters.get(at).is_none() || then.is_empty() && found.is_some() {
            return Some(found);
        }
        at = at.saturating_add(1);
    }
}

impl Threads {
    fn of(program: &Program, work: usize) -> Self {
        Self {
            list: Vec::new(),
            entered: vec![0; program.steps.len()],
            round: 0,
            open: Vec::new(),
            work,
        }
    }

    fn begin(&mut self) {
        self.list.clear();
        self.round = self.round.saturating_add(1);
        self.work = self.work.saturating_add(1);
    }
}

/// Whether the program fits an empty text.
pub(super) fn finds_nothing(program: &Program) -> bool {
    matches!(find(program, &[], 0, &mut 0), Some(Some(_)))
}

impl View<'_> {
    /// All threads take the letter, or stop; where one fits those behind it are
    /// given up, and where it began is told.
    fn take(&self, now: &Threads, then: &mut Vec<Thread>, at: usize) -> Option<usize> {
        let letter = self.letter(Some(at));
        for (step, began) in &now.list {
            match self.program.steps.get(*step) {
                Some(Step::Done) => return Some(*began),
                Some(Step::One(set)) if letter.is_some_and(|c| self.fits(set, c)) => {
                    then.push((step.saturating_add(1), *began));
                }
                _ => {}
            }
        }
        None
    }

    /// Enters a step and all that are reached from it without a letter.
    fn enter(&self, threads: &mut Threads, step: usize, began: usize, at: usize) {
        threads.open.push(step);
        while let Some(step) = threads.open.pop() {
            threads.work = threads.work.saturating_add(1);
            let Some(entered) = threads.entered.get_mut(step) else {
                continue;
            };
            if *entered == threads.round {
                continue;
            }
            *entered = threads.round;
            match self.program.steps.get(step) {
                Some(Step::Go(to)) => threads.open.push(*to),
                Some(Step::Fork(first, second)) => threads.open.extend([*second, *first]),
                Some(Step::Place(spot)) if self.is_at(*spot, at) => {
                    threads.open.push(step.saturating_add(1));
                }
                Some(Step::One(_) | Step::Done) => threads.list.push((step, began)),
                _ => {}
            }
        }
    }

    fn letter(&self, at: Option<usize>) -> Option<char> {
        self.letters.get(at?).map(|(_, c)| *c)
    }

    fn is_at(&self, spot: Spot, at: usize) -> bool {
        let (before, behind) = (self.letter(at.checked_sub(1)), self.letter(Some(at)));
        let is_word = |c: Option<char>| c.is_some_and(|c| Class::Word.has(c));
        match spot {
            Spot::Start => before.is_none(),
            Spot::End => behind.is_none(),
            Spot::Edge => is_word(before) != is_word(behind),
            Spot::NoEdge => is_word(before) == is_word(behind),
        }
    }

    fn fits(&self, set: &Set, c: char) -> bool {
        let other = |c: char| c.to_lowercase().chain(c.to_uppercase());
        let holds = set.holds(c) || self.program.any_case && other(c).any(|c| set.holds(c));
        holds != set.turned
    }
}
