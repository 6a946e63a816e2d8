//! `tests/FORMS.md` is true: no form is missing, every case it names exists and
//! was worked out by hand, the form stands in that case's rubric, and the case
//! speaks of the score, result or award the form is written in.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use serde_json::Value as Json;
use std::collections::BTreeMap;

/// How many forms each section has, so that none is lost unseen.
const SECTIONS: &[(&str, usize)] = &[
    ("Declarations", 63),
    ("Row properties", 19),
    ("Evidence properties", 33),
    ("Expressions: sets", 20),
    ("Expressions: numbers", 46),
    ("Expressions: counting in words", 15),
    ("Expressions: tests and comparisons", 33),
    ("Expressions: logic", 8),
    ("Meaning", 15),
];

/// The five kinds of case a form is shown by.
const KINDS: usize = 5;

struct Form {
    name: String,
    written: Vec<String>,
    /// Per kind the file and the name of the case, or why there is none.
    cases: Vec<Result<(String, String), String>>,
}

/// With single spaces, so that a form may stand on several lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn case(cell: &str) -> Result<(String, String), String> {
    if let Some(reason) = cell.strip_prefix("— ") {
        return Err(reason.to_owned());
    }
    let inner = cell.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (file, rest) = inner.unwrap_or_else(|| panic!("`{cell}` names no file"));
    let name = rest.strip_prefix(&format!("(vectors/{file}.json) *"));
    let name = name.and_then(|rest| rest.strip_suffix('*'));
    let name = name.unwrap_or_else(|| panic!("`{cell}` names no case"));
    Ok((file.to_owned(), name.to_owned()))
}

fn form(line: &str) -> Form {
    let inner = line
        .strip_prefix("| ")
        .and_then(|all| all.strip_suffix(" |"));
    let cells: Vec<&str> = inner.expect("a line").split(" | ").collect();
    assert_eq!(cells.len(), KINDS + 2, "{line}");
    let written = cells[1].split('`').skip(1).step_by(2);
    Form {
        name: cells[0].to_owned(),
        written: written.map(flat).collect(),
        cases: cells[2..].iter().map(|cell| case(cell)).collect(),
    }
}

fn sections() -> Vec<(String, Vec<Form>)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/FORMS.md");
    let text = std::fs::read_to_string(path).expect("the page of forms");
    let mut all: Vec<(String, Vec<Form>)> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            all.push((title.to_owned(), Vec::new()));
        } else if line.starts_with("| ") && !line.starts_with("| form |") {
            all.last_mut().expect("a section").1.push(form(line));
        }
    }
    all.retain(|(_, forms)| !forms.is_empty());
    all
}

fn vectors() -> BTreeMap<&'static str, (String, Json)> {
    let read = |(name, text): &(&'static str, &str)| {
        let file: Json = serde_json::from_str(text).expect("a vector");
        (*name, (support::source(&file["rubric"]), file))
    };
    support::VECTORS.iter().map(read).collect()
}

/// What is declared on the lines a form is written on: the kind's list in an outcome, and the name.
fn declared(rubric: &str, written: &[String]) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for line in rubric.lines().map(flat) {
        let mut words = line.split(' ');
        let list = match words.next() {
            Some("score") => "scores",
            Some("result") => "results",
            Some("award") => "awards",
            _ => continue,
        };
        if written.iter().any(|form| line.contains(form)) {
            all.push((list, words.next().unwrap_or_default().to_owned()));
        }
    }
    all
}

/// Whether a case expects something of one of them; `x for each of` makes `x_of_part`.
fn speaks_of(case: &Json, declared: &[(&str, String)]) -> bool {
    let expects = |(list, name): &(&str, String)| {
        let keys = case["expect"][*list].as_object();
        let each = format!("{name}_of_");
        keys.is_some_and(|all| all.keys().any(|key| key == name || key.starts_with(&each)))
    };
    declared.is_empty() || declared.iter().any(expects)
}

fn wrong_with(form: &Form, vectors: &BTreeMap<&str, (String, Json)>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut rubrics = String::new();
    for (file, name) in form.cases.iter().flatten() {
        let Some((rubric, vector)) = vectors.get(file.as_str()) else {
            wrong.push(format!("there is no {file}"));
            continue;
        };
        let flat_rubric = flat(rubric);
        if !form.written.iter().any(|form| flat_rubric.contains(form)) {
            wrong.push(format!("{file} does not write it"));
        }
        rubrics += &flat_rubric;
        let cases = vector["cases"].as_array().expect("cases");
        match cases.iter().find(|case| case["name"] == **name) {
            None => wrong.push(format!("{file} has no case `{name}`")),
            Some(case) if case["by_hand"].as_str().is_none_or(str::is_empty) => {
                wrong.push(format!("{file}, `{name}` is not worked out"));
            }
            Some(case) if !speaks_of(case, &declared(rubric, &form.written)) => {
                wrong.push(format!("{file}, `{name}` expects nothing of it"));
            }
            Some(_) => {}
        }
    }
    let absent = form.written.iter().filter(|form| !rubrics.contains(*form));
    wrong.extend(absent.map(|form| format!("`{form}` is in no rubric it names")));
    wrong.extend(form.cases.iter().filter_map(|case| {
        let empty = case.as_ref().is_err_and(|reason| reason.trim().is_empty());
        empty.then(|| "a dash gives no reason".to_owned())
    }));
    wrong
}

#[test]
fn no_form_is_missing() {
    let found = sections();
    let found: Vec<(&str, usize)> = found
        .iter()
        .map(|(title, forms)| (title.as_str(), forms.len()))
        .collect();
    assert_eq!(found, SECTIONS);
}

#[test]
fn every_form_is_shown_by_its_cases() {
    let vectors = vectors();
    let mut wrong = Vec::new();
    for (section, forms) in sections() {
        for form in forms {
            assert!(!form.written.is_empty(), "{} is not written", form.name);
            let shown = form.cases.iter().flatten().count();
            assert!(shown > 0, "{} has no case", form.name);
            let found = wrong_with(&form, &vectors);
            let named = |what: &String| format!("{section}, {}: {what}", form.name);
            wrong.extend(found.iter().map(named));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
