//! Reading the repository: its text files in order, and their lines and words.
#![allow(clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::Value as Json;
use std::path::{Path, PathBuf};

pub struct File {
    /// From the top of the repository, with `/`.
    pub path: String,
    pub text: String,
}

/// Read when the test runs, so that it can be pointed at a copy.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn json(path: &str) -> Json {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What git passes over, as `.gitignore` has it (names and paths, no patterns).
pub fn ignored() -> Vec<String> {
    let mut names = vec![".git".to_owned()];
    names.extend(read(".gitignore").lines().map(str::to_owned));
    names
}

pub fn passes_over(ignored: &[String], path: &str) -> bool {
    let name = path.rsplit('/').next();
    ignored.iter().any(|one| match one.strip_prefix('/') {
        Some(place) => path == place,
        None => name == Some(one),
    })
}

/// Every text file of the repository below a folder (`""` for all), in order.
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    fn walk(top: &Path, path: &str, ignored: &[String], found: &mut Vec<File>) {
        let full = top.join(path);
        if full.is_dir() {
            for entry in std::fs::read_dir(full).expect("a folder").flatten() {
                let name = entry.file_name().to_str().expect("a name").to_owned();
                let inner = if path.is_empty() {
                    name
                } else {
                    format!("{path}/{name}")
                };
                if !passes_over(ignored, &inner) {
                    walk(top, &inner, ignored, found);
                }
            }
        } else if let Ok(text) = std::fs::read_to_string(&full) {
            let path = path.to_owned();
            found.push(File { path, text });
        }
    }
    let mut found = Vec::new();
    walk(&root(), folder, &ignored(), &mut found);
    found.retain(|file| file.path.ends_with(ending));
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(
        !found.is_empty(),
        "no {ending} files in {folder:?}: the test looks at nothing"
    );
    found
}

pub fn sources() -> Vec<File> {
    files("src", ".rs")
}

/// The lines of a file without comments, with their numbers.
pub fn code(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let lines = file.text.lines().enumerate();
    lines.map(|(index, line)| (index + 1, line.split("//").next().unwrap_or_default()))
}

pub fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
}

pub fn tidy(wrong: &[String], mend: &str) {
    assert!(wrong.is_empty(), "\n{}\n-> {mend}\n", wrong.join("\n"));
}
