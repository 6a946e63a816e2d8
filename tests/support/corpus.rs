//! Every rubric of the repository, and random edits of them.

use std::path::{Path, PathBuf};

/// Files that hold rubrics, or prose with rubrics in fences.
const PROSE: &[&str] = &[
    "grammar/README.md",
    "grammar/GUIDE.md",
    "grammar/REFERENCE.md",
    "grammar/IDIOMS.md",
    "pkg/README.md",
    "README.md",
];

/// Where each stands, and its text. Lines of a rubric are put into one.
pub fn corpus() -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for folder in ["tests/language", "www/rubrics", "pkg/test/wrong"] {
        rubrics(&root.join(folder), &mut all);
    }
    for path in PROSE {
        let text = std::fs::read_to_string(root.join(path)).expect("a page");
        let mut inside: Option<Vec<&str>> = None;
        for (index, line) in text.lines().enumerate() {
            match &mut inside {
                Some(lines) if line == "```" => {
                    let text = lines.join("\n");
                    let whole = text.lines().any(|line| line.starts_with("rubric"));
                    let text = if whole {
                        text
                    } else {
                        format!("rubric r {{\n{text}\n}}\n")
                    };
                    all.push((format!("{path}:{index}"), text));
                    inside = None;
                }
                Some(lines) => lines.push(line),
                None if line.starts_with("```rubric") => inside = Some(Vec::new()),
                None => {}
            }
        }
    }
    all.sort();
    all
}

fn rubrics(folder: &Path, all: &mut Vec<(String, String)>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            rubrics(&path, all);
        } else if path.extension().is_some_and(|end| end == "rubric") {
            let text = std::fs::read_to_string(&path).expect("a rubric");
            all.push((path.display().to_string(), text));
        }
    }
}

/// Numbers that look random and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    /// From 0 up to and without `end`.
    pub fn upto(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.upto(all.len())]
    }
}

/// What an author may type.
const BITS: &[&str] = &[
    " ",
    "\n",
    "\n\n",
    "\n\n\n",
    "# note\n",
    "  # behind\n",
    ";",
    "{ ",
    " }",
    "(",
    ")",
    "\"",
    "\"x\"",
    ", ",
    "and ",
    " or ",
    "not ",
    "is ",
    "at least ",
    "tagged a ",
    "\t",
    "é",
    "😀",
    "\r\n",
    "weight 2\n",
    "tags a, b\n",
    "{ # why\n",
    "}  # end\n",
    "if ",
    "1",
    "% ",
    "..",
    "\"\"\"",
    "\\",
    "\u{a0}",
    "of ",
];

/// One edit: something put in, taken out, doubled or moved.
pub fn edited(text: &str, dice: &mut Dice) -> String {
    let places: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let spaces: Vec<usize> = text.match_indices([' ', '\n']).map(|(at, _)| at).collect();
    let from = if spaces.is_empty() || dice.upto(3) == 0 {
        *dice.pick(&places)
    } else {
        *dice.pick(&spaces)
    };
    let (head, tail) = text.split_at(from);
    match dice.upto(5) {
        0 | 1 => format!("{head}{}{tail}", dice.pick(BITS)),
        2 => {
            let cut = tail.char_indices().map(|(at, _)| at).nth(1 + dice.upto(12));
            format!("{head}{}", tail.split_at(cut.unwrap_or(tail.len())).1)
        }
        3 => {
            let mut lines: Vec<&str> = text.split('\n').collect();
            let (a, b) = (dice.upto(lines.len()), dice.upto(lines.len()));
            lines.swap(a, b);
            lines.join("\n")
        }
        _ => {
            let lines: Vec<&str> = text.split('\n').collect();
            let line = *dice.pick(&lines);
            format!("{head}\n{line}\n{tail}")
        }
    }
}
