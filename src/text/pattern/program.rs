//! The tree of a pattern to a program: what one thread does at each place.

use super::parse::{Node, Spot};
use super::set::Set;

/// Steps of a program: bounds what a letter of text can cost.
const LONGEST: usize = 1_000;
/// Parts written out, empty ones too: bounds what a pattern can cost.
const WORK: usize = 10_000;

/// One step.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Takes a letter of a set and goes on.
    One(Set),
    /// Goes on at such a place only.
    Place(Spot),
    /// Goes on at both, the first first.
    Fork(usize, usize),
    /// Goes on there.
    Go(usize),
    /// It fits.
    Done,
}

/// A pattern written out.
#[derive(Clone, Debug)]
pub struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) any_case: bool,
}

/// Writes a pattern out, or says that it is too long for that.
pub(super) fn write(node: &Node, any_case: bool) -> Result<Program, String> {
    let mut writer = Writer {
        steps: Vec::new(),
        work: 0,
    };
    let written = writer.node(node).and_then(|()| writer.push(Step::Done));
    match written {
        Some(_) => Ok(Program {
            steps: writer.steps,
            any_case,
        }),
        None => Err("with all its repeats written out this pattern is too long".into()),
    }
}

struct Writer {
    steps: Vec<Step>,
    work: usize,
}

impl Writer {
    fn next(&self) -> usize {
        self.steps.len()
    }

    fn push(&mut self, step: Step) -> Option<usize> {
        let at = self.next();
        if at >= LONGEST {
            return None;
        }
        self.steps.push(step);
        Some(at)
    }

    fn set(&mut self, at: usize, step: Step) {
        if let Some(place) = self.steps.get_mut(at) {
            *place = step;
        }
    }

    fn node(&mut self, node: &Node) -> Option<()> {
        self.work = self.work.checked_add(1).filter(|work| *work <= WORK)?;
        match node {
            Node::Empty => {}
            Node::One(set) => {
                self.push(Step::One(set.clone()))?;
            }
            Node::Place(spot) => {
                self.push(Step::Place(*spot))?;
            }
            Node::Row(row) => row.iter().try_for_each(|one| self.node(one))?,
            Node::Either(ways) => self.either(ways)?,
            Node::Repeat(node, from, to, greedy) => self.repeat(node, *from, *to, *greedy)?,
        }
        Some(())
    }

    fn either(&mut self, ways: &[Node]) -> Option<()> {
        let (last, ways) = ways.split_last()?;
        let mut ends = Vec::new();
        for way in ways {
            let fork = self.push(Step::Done)?;
            self.node(way)?;
            ends.push(self.push(Step::Done)?);
            self.set(fork, Step::Fork(fork.checked_add(1)?, self.next()));
        }
        self.node(last)?;
        for end in ends {
            self.set(end, Step::Go(self.next()));
        }
        Some(())
    }

    fn repeat(&mut self, node: &Node, from: usize, to: Option<usize>, greedy: bool) -> Option<()> {
        for _ in 0..from {
            self.node(node)?;
        }
        let Some(to) = to else {
            let fork = self.push(Step::Done)?;
            self.node(node)?;
            self.push(Step::Go(fork))?;
            self.fork(fork, self.next(), greedy)?;
            return Some(());
        };
        let mut forks = Vec::new();
        for _ in from..to {
            forks.push(self.push(Step::Done)?);
            self.node(node)?;
        }
        for fork in forks {
            self.fork(fork, self.next(), greedy)?;
        }
        Some(())
    }

    /// On with the part that is repeated, or past it.
    fn fork(&mut self, at: usize, past: usize, greedy: bool) -> Option<()> {
        let on = at.checked_add(1)?;
        let step = if greedy {
            Step::Fork(on, past)
        } else {
            Step::Fork(past, on)
        };
        self.set(at, step);
        Some(())
    }
}
