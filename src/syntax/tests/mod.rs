//! The reader of the language: what it takes, what it says of mistakes, and
//! that no text can hurt it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects
)]

mod forms;
mod hostile;
mod trees;
mod whole;

use super::ast::{Expr, ExprKind, Item, ScoreForm};
use super::parse;
use crate::diag::Diagnostic;

/// Lines inside a rubric of their own.
fn inside(lines: &str) -> String {
    format!("rubric t \"T\" {{\n{lines}\n}}\n")
}

fn found(source: &str) -> Vec<Diagnostic> {
    parse(source).diagnostics.finish()
}

/// What lines inside a rubric become; they are sound.
fn items(lines: &str) -> Vec<Item> {
    let source = inside(lines);
    let parsed = parse(&source);
    let items = parsed.rubric.items;
    let found = parsed.diagnostics.finish();
    assert!(found.is_empty(), "{lines}\n{found:#?}");
    assert!(
        !items.iter().any(|item| matches!(item, Item::Broken(_))),
        "{lines}"
    );
    items
}

fn item(lines: &str) -> Item {
    items(lines).into_iter().next().expect("an item")
}

/// The rule of `score s = RULE`.
fn rule(rule: &str) -> Expr {
    match item(&format!("score s = {rule}")) {
        Item::Score(score) => match score.form {
            ScoreForm::Rule(rule) => rule,
            ScoreForm::Table { .. } => panic!("a table"),
        },
        other => panic!("{other:?}"),
    }
}

/// A rule written out with all its brackets, to see how it was read.
fn shape(expr: &Expr) -> String {
    trees::shape(expr)
}

#[test]
fn the_whole_example_is_sound() {
    let parsed = parse(whole::WHOLE);
    let found = parsed.diagnostics.finish();
    assert!(found.is_empty(), "{found:#?}");
    let rubric = parsed.rubric;
    assert_eq!(rubric.items.len(), 18);
    assert_eq!(rubric.header.len(), 6);
    assert!(
        matches!(rubric.expires, Some(ref time) if time.value == crate::num::Rational::whole(36))
    );
    let _ = ExprKind::Today;
}
