//! Names get meaning and rules get types. Every problem is collected; what
//! follows from a reported one is not reported again.

mod declare;
mod names;
mod percent;
mod rules;

use crate::diag::{Code, Diagnostic};
use crate::model;
use crate::syntax::{Parsed, ast};

pub use declare::Declared;

/// A checked file: declarations and typed rules, with all diagnostics.
#[derive(Debug)]
pub struct Checked {
    /// What is declared.
    pub declared: Declared,
    /// Scores with their rules.
    pub scores: Vec<model::Score>,
    /// The order to work scores out in.
    pub score_order: Vec<usize>,
    /// Awards with their rules.
    pub awards: Vec<model::Award>,
    /// Conditional advice.
    pub advice: Vec<model::Advice>,
    /// Everything that was found, in order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether one of them is an error.
    pub failed: bool,
}

/// Checks a parsed file.
pub fn check(parsed: Parsed) -> Checked {
    let Parsed {
        text,
        rubric,
        diagnostics: mut sink,
        ..
    } = parsed;
    let items = flatten(&rubric.items);
    // A name that an unclosed brace may have hidden must not be blamed.
    let broken = sink.has(Code::Unclosed) || sink.has(Code::Unopened);
    let declared = declare::declare(&rubric, &mut sink);
    let (mut scores, mut awards, mut advice) = (Vec::new(), Vec::new(), Vec::new());
    let written: Vec<&ast::Expr> = items
        .iter()
        .filter_map(|item| {
            if let ast::Item::Score(score) = item {
                Some(&score.rule)
            } else {
                None
            }
        })
        .collect();
    let percents = percent::percents(&declared, &written);
    let mut rules = rules::Rules::new(&declared, &text, &mut sink, percents, broken);
    for item in items {
        match item {
            ast::Item::Score(score) => scores.push(rules.score(score)),
            ast::Item::Award(award) => awards.push(rules.award(award, awards.len())),
            ast::Item::Advise(advise) => advice.extend(rules.advise(advise)),
            _ => {}
        }
    }
    let score_order = names::order(&declared, &scores, &mut sink);
    let failed = sink.has_errors();
    Checked {
        declared,
        scores,
        score_order,
        awards,
        advice,
        diagnostics: sink.finish(),
        failed,
    }
}

/// Every item at any depth, in order of the file.
fn flatten(items: &[ast::Item]) -> Vec<&ast::Item> {
    let mut all = Vec::new();
    for item in items {
        all.push(item);
        if let ast::Item::Part(part) = item {
            all.extend(flatten(&part.items));
        }
    }
    all
}
