//! What can be proved of a rubric before anybody is rated by it, each with a
//! witness: ratings that show it, or the bound that rules it out. A proof that
//! would take too long stops at its budget and says nothing; a claim that could
//! be wrong is not made.

mod given;
mod implied;
mod levels;
mod needs;
mod raters;
mod reach;
mod rungs;
mod search;
mod slots;
mod thresholds;
mod unused;
mod visit;
mod weights;

use crate::diag::{Code, Diagnostic, Places, Said};
use crate::eval::Inputs;
use crate::limits;
use crate::model::Rubric;
use crate::text::Span;
use given::{Var, give, nothing, said};
use search::Search;

/// More ratings than this are counted, not named.
const NAMED: usize = 4;

/// What was proved.
#[derive(Debug)]
pub struct Proved {
    /// Proof by proof.
    pub found: Vec<Diagnostic>,
    /// The work it took, in rows and nodes looked at.
    pub work: usize,
}

/// Everything that is proved of a rubric.
pub fn prove(rubric: &Rubric, places: &Places) -> Proved {
    let mut proofs = Proofs {
        rubric,
        places,
        search: Search::new(rubric),
        found: Vec::new(),
    };
    rungs::rungs(&mut proofs);
    unused::unused(&mut proofs);
    weights::weights(&mut proofs);
    thresholds::thresholds(&mut proofs);
    levels::levels(&mut proofs);
    slots::slots(&mut proofs);
    raters::raters(&mut proofs);
    let work = proofs.search.worked();
    Proved {
        found: proofs.found,
        work,
    }
}

/// What the proofs share.
#[derive(Debug)]
struct Proofs<'a> {
    rubric: &'a Rubric,
    places: &'a Places,
    search: Search<'a>,
    found: Vec<Diagnostic>,
}

impl Proofs<'_> {
    /// Reports it, once a place: the members of a series stand in one line.
    fn say(&mut self, found: Diagnostic) {
        let same = |one: &Diagnostic| (one.code, one.span) == (found.code, found.span);
        if self.found.len() < limits::DIAGNOSTICS && !self.found.iter().any(same) {
            self.found.push(found);
        }
    }

    /// Reports something with its help.
    fn warn(&mut self, code: Code, span: Span, message: Said, help: impl Into<Said>) {
        self.say(Diagnostic::warning(code, span, message).help(help));
    }

    /// The same with a witness: what is given, and what comes of it.
    fn shown(
        &self,
        found: Diagnostic,
        inputs: &Inputs,
        vars: &[Var],
        mut what: Said,
    ) -> Diagnostic {
        let witness = said(self.rubric, inputs, vars);
        if witness.is_empty() {
            return found;
        }
        let more = witness.len().saturating_sub(NAMED);
        let first = witness.iter().take(NAMED);
        let first: Vec<String> = first
            .map(|(name, value)| format!("{name} {value}"))
            .collect();
        let first = first.join(", ");
        let given = match more {
            0 => first,
            more => format!("{first} and {more} more"),
        };
        what.data.insert(0, given);
        let span = found.span;
        let mut found = found.label(span, what);
        found.witness = witness;
        found
    }

    /// Everything at its lowest.
    fn lowest(&self, vars: &[Var]) -> Inputs {
        let mut inputs = nothing(self.rubric);
        for var in vars {
            if let Some(choice) = var.choices.first() {
                give(&mut inputs, var.thing, *choice);
            }
        }
        inputs
    }

    fn rung(&self, ladder: usize, rung: usize) -> Span {
        let ladder = self.places.ladders.get(ladder);
        let rung = ladder.and_then(|ladder| ladder.rungs.get(rung));
        rung.map(|(span, _)| *span).unwrap_or_default()
    }

    fn need(&self, ladder: usize, rung: usize, need: usize) -> Span {
        let ladder = self.places.ladders.get(ladder);
        let rung = ladder.and_then(|ladder| ladder.rungs.get(rung));
        let need = rung.and_then(|(_, needs)| needs.get(need));
        need.copied().unwrap_or_default()
    }

    /// Whether the text of a ladder makes others too, for other parts or rows of a series.
    fn is_shared(&self, ladder: usize) -> bool {
        let place = |ladder: usize| self.places.ladders.get(ladder).map(|ladder| ladder.name);
        // They stand side by side.
        let next = place(ladder.saturating_add(1));
        let before = ladder.checked_sub(1).and_then(place);
        place(ladder).is_some() && (place(ladder) == next || place(ladder) == before)
    }

    /// Whether a rung is a line of a table: what it asks stands where it stands.
    fn is_line(&self, ladder: usize, rung: usize) -> bool {
        self.need(ladder, rung, 0) == self.rung(ladder, rung)
    }

    fn never(&self, ladder: usize, never: usize) -> Span {
        let ladder = self.places.ladders.get(ladder);
        let never = ladder.and_then(|ladder| ladder.nevers.get(never));
        never.copied().unwrap_or_default()
    }

    fn row(&self, row: usize) -> Span {
        self.places
            .rows
            .get(row)
            .map(|row| row.name)
            .unwrap_or_default()
    }

    fn score(&self, score: usize) -> Span {
        self.places.scores.get(score).copied().unwrap_or_default()
    }
}

/// Several names as one text, past a few as a count.
fn listed(names: &[&str]) -> String {
    let more = names.len().saturating_sub(NAMED);
    let first = names.iter().take(NAMED);
    let first: Vec<String> = first.map(|name| format!("`{name}`")).collect();
    match (first.as_slice(), more) {
        ([one], 0) => one.clone(),
        ([rest @ .., last], 0) => format!("{} and {last}", rest.join(", ")),
        (all, more) => format!("{} and {more} more", all.join(", ")),
    }
}
