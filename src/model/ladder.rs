//! Ladders: results, awards and worked-out criteria. Bands and tables are
//! ladders whose needs compare a value or look levels up.

use super::Align;
use super::expr::Truth;

/// A ladder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ladder {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// What it is about.
    pub about: Option<String>,
    /// What it is.
    pub kind: LadderKind,
    /// The scale of its levels: one that is written, or its own.
    pub scale: usize,
    /// What rules out every rung.
    pub nevers: Vec<Need>,
    /// The rungs, best first (of a table: in the order of its lines).
    pub rungs: Vec<Rung>,
    /// The last resort: name, label and level.
    pub otherwise: Option<(String, String, usize)>,
    /// What to say while it is undecided.
    pub until_then: Option<String>,
    /// Who may overrule it.
    pub overruled: Option<Overruled>,
    /// What it is aligned with.
    pub aligns: Vec<Align>,
}

/// What a ladder is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LadderKind {
    /// A derived level.
    Result,
    /// A headline.
    Award,
    /// How this row is worked out.
    Row(usize),
}

/// Who may overrule a ladder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Overruled {
    /// The role.
    pub role: String,
    /// Whether a reason is asked for.
    pub reason: bool,
}

/// One rung.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rung {
    /// The name.
    pub name: String,
    /// The label.
    pub label: String,
    /// The level of the ladder's scale that it gives.
    pub level: usize,
    /// What it needs, all of it.
    pub needs: Vec<Need>,
    /// What it is aligned with.
    pub aligns: Vec<Align>,
}

/// One condition of a rung, with how to say it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// The condition.
    pub rule: Truth,
    /// The condition in the author's words, for the compiler's own messages.
    pub text: String,
    /// The condition as a tree of data, one node a line, each before what it
    /// holds: its kind, how many nodes it holds, and its text.
    pub said: String,
    /// The author's reason.
    pub message: Option<String>,
    /// Whether its numbers are shown as percents.
    pub percent: bool,
}
