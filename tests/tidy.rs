//! The house in order: what a reader may rely on without looking. Each check
//! reads the files of the repository and says what to do where one is broken.
//! Limits and exceptions are a ratchet: an exception that is no longer needed
//! fails too, so the lists only shrink.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

#[path = "support/house.rs"]
mod house;

use house::{File, code, files, ignored, json, passes_over, read, root, sources, tidy, words};
use rubricate::diag::Code;

/// The layers from the lowest up: a file uses its own and lower rows, and in
/// its own row only what stands left of it. The two of a pair know nothing of
/// each other (`syntax` of the `model`, `model` of the `syntax`).
const LAYERS: &[&[&str]] = &[
    &["text", "num", "limits"],
    &["diag"],
    &["syntax", "model"],
    &["sema", "format", "editor"],
    &["lower"],
    &["eval", "evidence"],
    &["cohort", "analysis", "feedback", "review"],
    &["exchange"],
    &["session"],
    &["wire"],
    &["wasm"],
];
const PAIRS: &[(&str, &str)] = &[("model", "syntax")];

/// What works on the rubric as data sees neither its text nor its tree.
const BLIND: &[&str] = &[
    "eval", "evidence", "cohort", "analysis", "feedback", "review",
];
const UNSEEN: &[&str] = &["syntax", "sema", "format", "lower"];

/// Words that may stand in some files only.
const FENCES: &[(&[&str], &[&str])] = &[
    (&["pest", "pest_derive"], &["src/syntax/"]),
    (
        &["serde", "serde_json"],
        // `wasm` hands a value of `wire` over to JavaScript; the bound needs the trait's name.
        &["src/wire/", "src/exchange/", "src/wasm.rs", "src/wasm/"],
    ),
    (
        &[
            "wasm_bindgen",
            "js_sys",
            "web_sys",
            "serde_wasm_bindgen",
            "console_error_panic_hook",
        ],
        &["src/wasm.rs", "src/wasm/"],
    ),
    (
        &["f32", "f64"],
        // A rational gives its nearest double, for drawing.
        &[
            "src/wire/",
            "src/wasm.rs",
            "src/wasm/",
            "src/num/rational.rs",
        ],
    ),
];

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 60;
/// Longer files, each with its reason behind it.
const LONG_FILES: &[&str] = &[
    "src/sema/declare/rows.rs",
    "src/sema/order.rs",
    "src/syntax/parser.rs",
    "src/syntax/tests/forms.rs",
];
/// Longer functions, `file name`, each with its reason behind it.
const LONG_FUNCTIONS: &[&str] = &[
    "src/sema/examples.rs state", // one arm for each kind of line
    "src/sema/order.rs blame",
    "src/syntax/statements/slots.rs slot_rule", // one arm for each rule
    "src/syntax/tests/forms.rs what_a_statement_says_is_kept", // a table
    "src/wire/rows.rs row_out",                 // one line for each member
];

/// What may stand at the top of the repository.
const TOP: &[&str] = &[
    ".ci",
    ".gitignore",
    ".npmrc",
    "ARCHITECTURE.md",
    "BENCHMARKS.md",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "grammar",
    "package-lock.json",
    "package.json",
    "pkg",
    "src",
    "tests",
    "webdriver.json",
    "www",
];

/// Hosts that hand out packages, cut in two so that this file does not name them.
const HOSTS: &[(&str, &str)] = &[
    ("crates", ".io"),
    ("npmjs", ".org"),
    ("npmjs", ".com"),
    ("yarnpkg", ".com"),
    ("jsdelivr", ".net"),
    ("unpkg", ".com"),
    ("esm", ".sh"),
    ("skypack", ".dev"),
    ("cdnjs", ".com"),
    ("cdnjs", ".cloudflare"),
    ("pypi", ".org"),
];

/// The layer a file of `src` stands in; none for `lib.rs`.
fn layer(path: &str) -> Option<&str> {
    let name = path.strip_prefix("src/")?.split('/').next()?;
    Some(name.strip_suffix(".rs").unwrap_or(name)).filter(|name| *name != "lib")
}

fn place(layer: &str) -> Option<(usize, usize)> {
    LAYERS.iter().enumerate().find_map(|(row, names)| {
        let column = names.iter().position(|name| *name == layer)?;
        Some((row, column))
    })
}

/// What a file names behind `crate::`, one by one or in braces.
fn uses(file: &File) -> Vec<String> {
    let text: Vec<&str> = code(file).map(|(_, line)| line).collect();
    let text = text.join("\n");
    let mut found = Vec::new();
    for rest in text.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            found.extend(words(rest).next().map(str::to_owned));
            continue;
        };
        let (mut depth, mut first) = (1, String::new());
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 || (depth == 1 && c == ',') {
                found.extend(words(first.trim()).next().map(str::to_owned));
                first.clear();
            } else {
                first.push(c);
            }
            if depth == 0 {
                break;
            }
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn may_use(from: &str, to: &str) -> bool {
    let (Some(from_place), Some(to_place)) = (place(from), place(to)) else {
        return false;
    };
    let pair = PAIRS.contains(&(from, to)) || PAIRS.contains(&(to, from));
    let blind = BLIND.contains(&from) && UNSEEN.contains(&to);
    to_place <= from_place && !pair && !blind
}

#[test]
fn layers_look_down_only() {
    let (mut seen, mut wrong) = (0, Vec::new());
    for file in &sources() {
        let Some(own) = layer(&file.path) else {
            continue;
        };
        if place(own).is_none() {
            wrong.push(format!("{}: `{own}` is no layer of LAYERS", file.path));
            continue;
        }
        for other in uses(file) {
            seen += 1;
            if !may_use(own, &other) {
                wrong.push(format!("{}: `{own}` uses `{other}`", file.path));
            }
        }
        let at_top = file.path.ends_with("/mod.rs") && file.path.matches('/').count() == 2;
        for (line, text) in code(file) {
            if text.contains("super::super") || at_top && text.starts_with("use super") {
                wrong.push(format!("{}:{line}: say `crate::` instead", file.path));
            }
        }
    }
    assert!(seen > 50, "only {seen} uses of `crate::`");
    tidy(
        &wrong,
        "move the code to the layer it belongs in (the order is in LAYERS)",
    );
}

#[test]
fn every_source_file_says_what_it_is() {
    let silent = sources().into_iter();
    let silent: Vec<String> = silent
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path)
        .collect();
    tidy(
        &silent,
        "begin the file with `//!`: what comes in, what goes out",
    );
}

#[test]
fn files_and_functions_stay_short() {
    let (mut functions, mut wrong) = (0, Vec::new());
    let (mut files_left, mut left) = (LONG_FILES.to_vec(), LONG_FUNCTIONS.to_vec());
    for file in &sources() {
        let length = file.text.lines().count();
        if length > FILE_LINES {
            let before = files_left.len();
            files_left.retain(|known| *known != file.path);
            if before == files_left.len() {
                wrong.push(format!(
                    "{}: {length} lines, {FILE_LINES} at most",
                    file.path
                ));
            }
        }
        for (name, length) in lengths(&file.text) {
            functions += 1;
            let known = format!("{} {name}", file.path);
            if length > FUNCTION_LINES {
                let before = left.len();
                left.retain(|one| *one != known);
                if before == left.len() {
                    wrong.push(format!("{known}: {length} lines, {FUNCTION_LINES} at most"));
                }
            }
        }
    }
    let needless = files_left.into_iter().chain(left);
    wrong.extend(needless.map(|one| format!("{one}: short now, so take it off the list")));
    assert!(functions > 100, "only {functions} functions found");
    tidy(&wrong, "split it by purpose (aim at 300 lines a file)");
}

/// The functions of a formatted file with their lengths.
fn lengths(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let before = line.split("fn ").next().unwrap_or_default();
        let head = |c: char| c.is_ascii_alphabetic() || " _:()".contains(c);
        if !line.contains("fn ") || !before.chars().all(head) {
            continue;
        }
        let name = line.split("fn ").nth(1).and_then(|rest| words(rest).next());
        let ends = |line: &&&str| {
            let at_indent = line.len() > indent && line.as_bytes()[indent] != b' ';
            let margin = line.bytes().take(indent).all(|byte| byte == b' ');
            at_indent && margin && (line.ends_with('}') || line.ends_with(';'))
        };
        let length = lines[index..].iter().take_while(|line| !ends(line)).count() + 1;
        found.push((name.unwrap_or_default().to_owned(), length));
    }
    found
}

#[test]
fn every_library_stays_behind_its_fence() {
    let (mut met, mut wrong) = (vec![0; FENCES.len()], Vec::new());
    for file in &sources() {
        for (line, text) in code(file) {
            for (index, (fenced, inside)) in FENCES.iter().enumerate() {
                let Some(word) = words(text).find(|word| fenced.contains(word)) else {
                    continue;
                };
                met[index] += 1;
                if !inside.iter().any(|folder| file.path.starts_with(folder)) {
                    let homes = inside.join(", ");
                    wrong.push(format!("{}:{line}: `{word}` belongs in {homes}", file.path));
                }
            }
        }
    }
    assert!(
        met.iter().all(|met| *met > 0),
        "a fence meets nothing: {met:?}"
    );
    tidy(&wrong, "wrap what is needed in a type of that layer");
}

#[test]
fn no_file_names_a_host_of_packages() {
    let hosts: Vec<String> = HOSTS.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let (mut seen, mut wrong) = (0, Vec::new());
    for file in files("", "") {
        // Cargo cannot write its lock without the index's name; npm can, and does.
        if file.path == "Cargo.lock" {
            continue;
        }
        seen += 1;
        for (index, line) in file.text.lines().enumerate() {
            let line = line.to_ascii_lowercase();
            if let Some(host) = hosts.iter().find(|host| line.contains(host.as_str())) {
                wrong.push(format!("{}:{}: {host}", file.path, index + 1));
            }
        }
    }
    assert!(seen > 100, "only {seen} text files");
    tidy(
        &wrong,
        "say it without the address; nothing is fetched from there at run time",
    );
}

#[test]
fn every_diagnostic_is_exercised() {
    let mut told = files("tests/language", ".rubric");
    told.iter_mut().for_each(|file| {
        let claims = file.text.split("#!").skip(1);
        let codes: Vec<&str> = claims
            .filter_map(|claim| words(claim.trim()).next())
            .collect();
        file.text = codes.join(" ");
    });
    told.extend(files("pkg/test", ".mjs"));
    told.extend(files("tests/vectors", ".json"));
    told.extend(
        sources()
            .into_iter()
            .filter(|file| file.path.ends_with("/tests.rs")),
    );
    let unmet = Code::ALL.iter().filter(|code| {
        let found = |file: &File| words(&file.text).any(|word| word == code.text());
        !told.iter().any(found)
    });
    let unmet: Vec<String> = unmet
        .map(|code| format!("{}: {}", code.text(), code.meaning()))
        .collect();
    assert!(!Code::ALL.is_empty(), "no codes");
    tidy(
        &unmet,
        "write a line that earns it in tests/language, with `#! CODE words`",
    );
}

/// The value of a line `name = ...` of Cargo.toml, the version where it is a table.
fn cargo(name: &str) -> String {
    let text = read("Cargo.toml");
    let line = text.lines().find_map(|line| {
        let (key, value) = line.split_once(" = ")?;
        (key == name).then(|| value.to_owned())
    });
    let value = line.unwrap_or_else(|| panic!("Cargo.toml: no `{name}`"));
    let value = value
        .split_once("version = ")
        .map_or(value.as_str(), |(_, rest)| rest);
    value
        .split('"')
        .nth(1)
        .expect("a version in quotes")
        .to_owned()
}

#[test]
fn versions_agree() {
    let own = cargo("version");
    let told = [
        (
            "pkg/package.json",
            json("pkg/package.json")["version"].clone(),
        ),
        (
            "www/package.json, dependencies",
            json("www/package.json")["dependencies"]["rubricate"].clone(),
        ),
        (
            "package-lock.json, pkg",
            json("package-lock.json")["packages"]["pkg"]["version"].clone(),
        ),
    ];
    let wrong: Vec<String> = told
        .into_iter()
        .filter(|(_, found)| found.as_str() != Some(&own))
        .map(|(place, found)| format!("{place}: {found}, Cargo.toml: {own}"))
        .collect();
    tidy(&wrong, "set every version to the one in Cargo.toml");
}

#[test]
fn what_must_match_to_the_digit_is_pinned() {
    // The glue is written by tools of the same version; the grammar leans on pest's own rules.
    let loose = [
        "wasm-bindgen",
        "wasm-bindgen-test",
        "js-sys",
        "web-sys",
        "pest",
        "pest_derive",
    ];
    let loose: Vec<String> = loose
        .into_iter()
        .filter(|name| !cargo(name).starts_with('='))
        .map(|name| format!("Cargo.toml: {name} {}", cargo(name)))
        .collect();
    tidy(&loose, "pin it: `\"=1.2.3\"`");
}

#[test]
fn nothing_strange_stands_at_the_top() {
    let ignored = ignored();
    let entries = std::fs::read_dir(root()).expect("the repository");
    let found: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !passes_over(&ignored, name))
        .collect();
    assert!(found.len() > 5, "only {found:?}");
    let strange: Vec<String> = found
        .into_iter()
        .filter(|name| !TOP.contains(&name.as_str()))
        .collect();
    tidy(
        &strange,
        "put it into a folder, ignore it, or add it to TOP with a reason",
    );
}
