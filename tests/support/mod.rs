//! Running a vector: a rubric, what a person gave, and what was worked out by hand.
#![allow(
    dead_code,
    unused_imports,
    clippy::panic,
    clippy::expect_used,
    missing_docs
)]

pub mod corpus;
mod given;
mod told;
mod vectors;

pub use given::{number, rate, start};
pub use told::told;
pub use vectors::VECTORS;

use rubricate::model::Rubric;
use rubricate::wire;
use serde_json::Value as Json;
use std::rc::Rc;

pub fn compile(source: &str) -> Rubric {
    compile_with(source, &[])
}

pub fn compile_with(source: &str, files: &[(String, String)]) -> Rubric {
    let compiled = wire::compile(source, files);
    match compiled.rubric {
        Some(rubric) => rubric,
        None => panic!("{}", lines(&compiled.diagnostics).join("\n")),
    }
}

pub fn lines(found: &[wire::DiagnosticOut]) -> Vec<String> {
    found
        .iter()
        .map(|one| {
            format!(
                "{}:{} {} {}",
                one.span.line, one.span.column, one.code, one.message
            )
        })
        .collect()
}

/// Runs every vector; returns how many cases there were. All that differ are named at once.
pub fn run_all() -> usize {
    let (mut cases, mut wrong) = (0, Vec::new());
    for (name, text) in VECTORS {
        cases += run(name, text, &mut wrong);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
    cases
}

/// A source as text, or as a list of lines.
pub fn source(written: &Json) -> String {
    match written.as_array() {
        Some(lines) => {
            let lines = lines.iter().map(|line| line.as_str().expect("a line"));
            lines.collect::<Vec<_>>().join("\n")
        }
        None => written.as_str().expect("a source").to_owned(),
    }
}

fn run(name: &str, text: &str, wrong: &mut Vec<String>) -> usize {
    let file: Json = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let files: Vec<(String, String)> = file["files"]
        .as_object()
        .map(|files| {
            let each = files.iter();
            each.map(|(path, text)| (path.clone(), source(text)))
                .collect()
        })
        .unwrap_or_default();
    let rubric = Rc::new(compile_with(&source(&file["rubric"]), &files));
    let cases = file["cases"].as_array().expect("cases");
    for case in cases {
        let session = start(&rubric, case, name);
        let found = told(&session);
        let mut differ = Vec::new();
        differences("", &case["expect"], &found, &mut differ);
        if !differ.is_empty() {
            let (title, by_hand) = (&case["name"], &case["by_hand"]);
            wrong.push(format!(
                "{name}, {title}: {by_hand}\n  {}",
                differ.join("\n  ")
            ));
        }
    }
    cases.len()
}

/// What is written has to be found; what is not written is not spoken of.
fn differences(path: &str, wanted: &Json, found: &Json, differ: &mut Vec<String>) {
    match wanted.as_object() {
        Some(members) => {
            for (name, wanted) in members {
                differences(&format!("{path}.{name}"), wanted, &found[name], differ);
            }
        }
        None if wanted == found => {}
        None => differ.push(format!("{path}: wanted {wanted}, found {found}")),
    }
}
