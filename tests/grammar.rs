//! The rubrics in the prose of `grammar/`: every fence is compiled, and every
//! value that a fence claims is worked out.
//!
//! What stands behind the three backticks says what a fence is:
//!
//! - `rubric` is sound: not even a warning;
//! - `rubric base` is sound too, and the fences behind it are read inside it;
//! - `rubric error CODE CODE` has exactly these mistakes, in this order;
//! - `rubric proves CODE CODE` is sound, and exactly this is proved of it
//!   (`rubric proves nothing`: nothing is).
//!
//! A fence that does not begin with `rubric` holds lines of a rubric: they are
//! read at the end of the base, or of an empty rubric where there is none. A
//! line `#= ROW RATING, ROW RATING => NAME VALUE` is a claim, as in
//! `tests/language`.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use rubricate::diag::Code;
use rubricate::session::Session;
use rubricate::wire;
use serde_json::Value as Json;
use std::rc::Rc;

/// Each page, with how many sound and how many faulty fences it has at least.
const PROSE: &[(&str, usize, usize)] = &[
    ("grammar/README.md", 3, 3),
    ("grammar/GUIDE.md", 40, 12),
    ("grammar/REFERENCE.md", 3, 3),
    ("grammar/IDIOMS.md", 10, 0),
    ("grammar/CODES.md", 30, 30),
];

struct Fence {
    /// The file and the line of its head.
    place: String,
    /// What stands behind the backticks.
    info: String,
    source: String,
}

fn read(path: &str) -> String {
    let full = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rubric fences of a file, each as a whole rubric.
fn fences(path: &str) -> Vec<Fence> {
    let text = read(path);
    let mut lines = text.lines().enumerate();
    let (mut found, mut base) = (Vec::new(), "rubric empty { }".to_owned());
    while let Some((index, line)) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let inner = lines.by_ref().take_while(|(_, line)| *line != "```");
        let inner: Vec<&str> = inner.map(|(_, line)| line).collect();
        let inner = inner.join("\n");
        let Some(("rubric", info)) = info.split_once(' ').or(Some((info, ""))) else {
            continue;
        };
        let whole = inner
            .lines()
            .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .is_some_and(|line| line.starts_with("rubric"));
        let source = if whole {
            inner
        } else {
            let head = base.trim_end().strip_suffix('}').expect("a base");
            format!("{head}\n{inner}\n}}\n")
        };
        if info == "base" {
            base.clone_from(&source);
        }
        found.push(Fence {
            place: format!("{path}:{}", index + 1),
            info: info.to_owned(),
            source,
        });
    }
    found
}

#[test]
fn every_fence_is_as_its_head_says() {
    for (path, least_sound, least_faulty) in PROSE {
        let (mut sound, mut faulty, mut wrong) = (0, 0, Vec::new());
        for Fence {
            place,
            info,
            source,
        } in fences(path)
        {
            let found = match info.starts_with("proves") {
                true => wire::prove(&source, &[]),
                false => wire::check(&source, &[]),
            };
            let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
            let wanted: Vec<&str> = match info.split_once(' ') {
                Some(("proves", "nothing")) => Vec::new(),
                Some(("error" | "proves", codes)) => codes.split(' ').collect(),
                _ if ["", "base"].contains(&info.as_str()) => Vec::new(),
                _ => panic!("{place}: `{info}` is not `base`, `error CODE` or `proves CODE`"),
            };
            if wanted.is_empty() {
                sound += 1;
            } else {
                faulty += 1;
            }
            if codes != wanted {
                let lines = support::lines(&found).join("\n  ");
                wrong.push(format!("{place}: wanted {wanted:?}, found\n  {lines}"));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
        assert!(sound >= *least_sound, "{path}: only {sound} sound fences");
        assert!(
            faulty >= *least_faulty,
            "{path}: only {faulty} faulty fences"
        );
    }
}

#[test]
fn every_claim_comes_out() {
    let (mut claims, mut wrong) = (0, Vec::new());
    for Fence { place, source, .. } in PROSE.iter().flat_map(|(path, ..)| fences(path)) {
        let told: Vec<&str> = source
            .lines()
            .filter_map(|line| Some(line.split_once("#=")?.1))
            .collect();
        if told.is_empty() {
            continue;
        }
        let rubric = Rc::new(support::compile(&source));
        for claim in told {
            let (ratings, expected) = claim.split_once("=>").expect("ratings => values");
            let mut session = Session::start(rubric.clone()).expect("a start");
            for rating in listed(ratings) {
                let (row, value) = rating.split_once(' ').expect("ROW RATING");
                let value = match value {
                    "met" => true.into(),
                    "not met" => false.into(),
                    _ => value.into(),
                };
                support::rate(&mut session, row, &value);
            }
            for expected in listed(expected) {
                claims += 1;
                let (name, wanted) = expected.split_once(' ').expect("NAME VALUE");
                let found = said(&session, name);
                if found != wanted {
                    wrong.push(format!("{place}:{claim}: {name} is {found}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(claims >= 20, "only {claims} claims");
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|one| !one.is_empty())
}

/// A score's value (`2/3`, `0..1`, `none`) or an award's rung (`-` while none is decided).
fn said(session: &Session, name: &str) -> String {
    let rubric = session.rubric();
    let text = |json: &Json| json.as_str().map(str::to_owned);
    let told = support::told(session);
    if rubric.scores.iter().any(|score| score.name == name) {
        let score = &told["scores"][name];
        let end = |name: &str| text(&score[name]).unwrap_or_else(|| "*".to_owned());
        return match score["state"].as_str() {
            Some("undefined") => "none".to_owned(),
            Some("open") => format!("{}..{}", end("lowest"), end("highest")),
            _ => end("exact"),
        };
    }
    let kinds = ["awards", "results"].into_iter();
    let ladder = kinds.filter_map(|kind| told[kind].get(name)).next();
    ladder
        .and_then(|ladder| text(&ladder["rung"]))
        .unwrap_or_else(|| "-".to_owned())
}

#[test]
fn the_guide_explains_every_code() {
    let guide = read("grammar/GUIDE.md");
    let missing: Vec<&str> = Code::ALL
        .iter()
        .map(|code| code.text())
        .filter(|code| !guide.contains(&format!("| {code} |")))
        .collect();
    assert!(
        missing.is_empty(),
        "add a row to the table of codes in grammar/GUIDE.md: {missing:?}"
    );
}

/// Codes that no short example can show: limits, and a fault of the engine.
const WITHOUT: &[&str] = &["R001", "R002", "R003", "R009"];

#[test]
fn the_catalogue_shows_every_code_wrong_and_right() {
    let page = read("grammar/CODES.md");
    let mut rest = page.as_str();
    for code in Code::ALL {
        let head = format!("## {}\n\n{}", code.text(), code.meaning());
        let (_, behind) = rest
            .split_once(&head)
            .unwrap_or_else(|| panic!("grammar/CODES.md lacks, in order: {head}"));
        let section = behind.split("\n## ").next().expect("a section");
        assert!(
            section.contains(&format!("Mend: {}.", code.mend())),
            "{}: the mend is not as the code says it",
            code.text()
        );
        let has = |head: &str| section.contains(&format!("```rubric {head}"));
        let error = has(&format!("error {}\n", code.text())) && section.contains("```rubric\n");
        let proved = has(&format!("proves {}", code.text())) && has("proves nothing\n");
        let shown = error || proved;
        let wanted = !WITHOUT.contains(&code.text());
        assert_eq!(shown, wanted, "{}: wrong and right", code.text());
        rest = behind;
    }
}
