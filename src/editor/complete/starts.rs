//! What a line may begin with, block by block.

use super::offer::Offer;
use crate::editor::place::Block;
use crate::editor::sheet::Kind;
use crate::syntax::statement_words;

const ROW: &[&str] = &[
    "weight",
    "tags",
    "about",
    "aligns",
    "shown by",
    "comment",
    "may be left out",
    "not applicable",
    "unanswered",
    "only when",
    "bonus",
    "adds nothing",
    "not scored",
    "counts as",
    "counts from",
    "retired",
    "at most",
];
const SLOT: &[&str] = &[
    "about",
    "accepts",
    "items",
    "optional",
    "size",
    "pages",
    "words",
    "characters",
    "length",
    "width",
    "height",
    "total",
    "dated",
    "hosts",
    "named like",
    "mentions",
    "avoids",
    "people",
    "no duplicates",
    "note required",
    "names rows",
    "only when",
    "attest",
];
const LADDER: &[&str] = &[
    "never when",
    "otherwise",
    "until then",
    "may be overruled by",
    "about",
    "aligns",
];
const RATERS: &[&str] = &[
    "self",
    "peer",
    "reviewer",
    "instructor",
    "judge",
    "combine by",
    "whose score counts",
    "adjudicate",
    "without conflicted",
    "confirm self",
];
const ATTEMPTS: &[&str] = &[
    "newest counts",
    "best counts",
    "mean of all",
    "mean of newest",
    "mean of best",
    "median of newest",
    "each newer try counts",
    "at least",
    "at most",
    "only rows below",
];
/// Whole statements to begin with.
const SNIPPETS: &[(&str, &str, &str)] = &[
    (
        "scale ...",
        "scale mastery \"Mastery\" {\n  not_yet    0 \"Not yet\"\n  developing 1 \"Developing\"\n  proficient 2 \"Proficient\"\n}",
        "A scale of three levels.",
    ),
    (
        "criterion ...",
        "criterion name \"Label\" on scale",
        "A row that is rated with a level.",
    ),
    (
        "award ...",
        "award badge \"Badge\" {\n  earned \"Earned\" {\n    needs every criterion is at least proficient\n  }\n  otherwise not_yet \"Not yet\"\n}",
        "An award with one rung.",
    ),
    (
        "evidence ...",
        "evidence plan \"Plan\" {\n  accepts pdf, docx\n}",
        "A slot for files.",
    ),
];
const FILE: &str = "rubric my_rubric \"My rubric\" {\n  scale mastery \"Mastery\" {\n    not_yet    0 \"Not yet\"\n    proficient 1 \"Proficient\"\n  }\n  criterion first \"First\" on mastery\n}\n";

impl Offer<'_, '_> {
    pub(super) fn starts(&mut self) {
        let (header, items) = statement_words();
        match self.spot.block {
            Block::File => {
                self.words(&["rubric"]);
                self.snippet("rubric ...", FILE, "A rubric with a scale and a criterion.");
            }
            Block::Rubric => {
                self.words(items);
                self.words(header);
                for (label, insert, detail) in SNIPPETS {
                    self.snippet(label, insert, detail);
                }
            }
            Block::Part => {
                self.words(&["criterion", "check", "number", "part"]);
                self.properties(ROW);
                self.properties(&["choose", "raters"]);
                self.words(items);
            }
            Block::Criterion => {
                self.levels(&self.owners_here());
                self.properties(ROW);
                self.properties(&["levels", "otherwise", "never when"]);
            }
            Block::Row => self.properties(ROW),
            Block::Input => self.properties(&["about", "default"]),
            Block::Slot => self.properties(SLOT),
            Block::Ladder => {
                self.levels(&self.owners_here());
                self.properties(LADDER);
            }
            Block::Table => {
                let subject = self.spot.head.iter().rposition(|word| *word == "from");
                let subject = subject.and_then(|at| self.spot.head.get(at.saturating_add(1)));
                if let Some(subject) = subject {
                    self.levels(&self.called(subject));
                }
                self.words(&["otherwise", "any"]);
            }
            Block::Rung => self.properties(&["needs", "aligns"]),
            Block::Raters => self.words(RATERS),
            Block::Attempts => self.words(ATTEMPTS),
            Block::Example => {
                self.words(&["expects", "every", "today", "code"]);
                self.names(|kind| kind.is_row() || matches!(kind, Kind::Ask | Kind::Slot));
            }
            Block::Translate => {
                self.names(|kind| kind.is_common() || matches!(kind, Kind::Scale | Kind::Rubric));
            }
            Block::Scale | Block::Codes | Block::Other => {}
        }
    }
}
