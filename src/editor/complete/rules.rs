//! Conditions and numbers: what may stand next in a rule.

use super::offer::Offer;
use crate::editor::place::Block;
use crate::editor::sheet::Kind;

/// Words behind which a value or a condition begins.
const BEGINS: &[&str] = &[
    "needs",
    "when",
    "and",
    "or",
    "not",
    "if",
    "then",
    "else",
    "=",
    "(",
    "+",
    "-",
    "*",
    "/",
    ">=",
    ">",
    "<=",
    "<",
    "!=",
    "expects",
    "round",
    "from",
    "otherwise",
    "gives",
    "least",
    "most",
    ",",
];
/// Statements that hold a rule.
const RULES: &[&str] = &[
    "needs",
    "never",
    "only",
    "score",
    "result",
    "award",
    "advise",
    "expects",
    "counts",
    "at",
    "check",
    "criterion",
    "otherwise",
    "every",
];

impl Offer<'_, '_> {
    /// Behind `is` and its kin. False where no test is being written.
    pub(super) fn tested(&mut self) -> bool {
        let spot = self.spot;
        let test =
            ["is", "are"].contains(&spot.last()) || spot.ends("is not") || spot.ends("are not");
        let limit = ["at least", "at most", "above", "below"]
            .into_iter()
            .find(|limit| spot.ends(limit));
        if test {
            let (owners, kinds) = self.tested_with();
            self.levels(&owners);
            if kinds.contains(&Kind::Slot) || spot.words.contains(&"evidence") {
                return self.put_words(&["complete", "incomplete"]);
            }
            if kinds.contains(&Kind::Check) {
                self.words(&["met", "not met"]);
            }
            if spot.first() == "expects" {
                self.words(&["open", "pending", "out of reach"]);
            }
            return self.put_words(&[
                "at least", "at most", "above", "below", "not", "answered", "left out",
            ]);
        }
        let Some(limit) = limit else {
            return false;
        };
        let before = spot.words.len().saturating_sub(limit.split(' ').count());
        let verb = spot
            .words
            .get(before.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        if !["is", "are", "not", "when"].contains(&verb) {
            return false;
        }
        let owners = if spot.first() == "comment" {
            self.owners_here()
        } else {
            self.tested_with().0
        };
        self.levels(&owners);
        self.names(|kind| matches!(kind, Kind::Setting | Kind::Score | Kind::Ask));
        true
    }

    fn put_words(&mut self, words: &[&str]) -> bool {
        self.words(words);
        true
    }

    /// `comment required when`: a test of the row itself.
    pub(super) fn test_words(&mut self, owners: Vec<usize>) {
        self.words(&["at least", "at most", "above", "below", "not"]);
        self.levels(&owners);
    }

    /// Everything else: a value where one begins, or what may stand behind one.
    pub(super) fn rule(&mut self) {
        let spot = self.spot;
        let first = spot.first();
        if !RULES.contains(&first) && !matches!(spot.block, Block::Rung) {
            return self.head(first);
        }
        if BEGINS.contains(&spot.last()) {
            return self.value();
        }
        if spot.words.len() == 2
            && matches!(first, "score" | "result" | "award" | "criterion" | "check")
            || spot.last() == "\""
        {
            return self.head(first);
        }
        self.operators();
    }

    fn value(&mut self) {
        let logic = !matches!(
            self.spot.last(),
            "+" | "-" | "*" | "/" | ">=" | ">" | "<=" | "<"
        );
        if matches!(self.spot.last(), ">=" | ">" | "<=" | "<" | "!=") {
            let owners = self.tested_with().0;
            self.levels(&owners);
        }
        if matches!(self.spot.block, Block::Rung | Block::Ladder) && logic {
            self.rungs();
        }
        self.names(|kind| kind.is_common() && kind != Kind::Part && kind != Kind::Slot);
        if logic {
            self.words(&[
                "every", "at least", "any", "no", "most", "exactly", "any of", "all of", "not",
                "if", "evidence", "half", "at most",
            ]);
            self.names(|kind| kind == Kind::Slot);
        }
        self.words(&[
            "sum of",
            "mean of",
            "percent of",
            "weighted percent of",
            "weighted mean of",
            "weighted sum of",
            "median of",
            "lowest of",
            "highest of",
            "count of",
            "round",
            "first of",
            "most points of",
            "days from",
            "today",
            "no score",
            "true",
            "false",
        ]);
    }

    /// Rungs of the ladder around.
    fn rungs(&mut self) {
        let of = self.owners_here();
        self.levels(&of);
    }

    fn operators(&mut self) {
        self.words(&[
            "is",
            "is at least",
            "is at most",
            "is above",
            "is below",
            "is not",
            "and",
            "or",
        ]);
        self.words(&[
            "are",
            "tagged",
            "in",
            "that are",
            "without",
            "has a comment",
            "has a score",
            "but at least",
            "but at most",
        ]);
        match self.spot.first() {
            "needs" | "never" => self.words(&["message"]),
            "score" => self.words(&["as percent", "out of", "to nearest", "up to", "down to"]),
            "criterion" | "result" | "award" => self.words(&["from", "on", "for each of"]),
            _ => {}
        }
        self.words(&["then", "else", "when", "by"]);
    }

    /// What may stand in the head of a declaration.
    fn head(&mut self, first: &str) {
        match first {
            "criterion" => self.words(&["on", "from"]),
            "check" => self.words(&["met when"]),
            "number" => self.words(&["in", "step", "lower is better"]),
            "scale" | "levels" => self.words(&["ordinal", "lower is better"]),
            "ask" | "setting" => self.words(&["yes/no", "date", "in", "step", "default"]),
            "result" | "award" => self.words(&["on", "from", "for each of"]),
            "score" => self.words(&["for each of"]),
            "needs" | "never" => self.operators(),
            "advise" => self.words(&["when"]),
            "expires" => self.words(&["after"]),
            "not" => self.words(&["scored", "applicable counts as"]),
            "unanswered" => self.words(&["counts as"]),
            "shown" => self.words(&["by"]),
            "weight" | "version" => {}
            _ => self.words(&["advice", "advise", "for learner", "aligns"]),
        }
    }
}
