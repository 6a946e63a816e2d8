//! The one space of names. Names inside a part in series are found from the
//! inside out: `plan` is `unit_1_plan` inside `unit_1`, and the set of all outside.

use crate::diag::{Code, Diagnostic, Sink};
use crate::syntax::ast::Name;
use crate::text::{Index, Span};

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entity {
    /// A row.
    Row(usize),
    /// A part.
    Part(usize),
    /// A series, or rules made for each of several parts.
    Group(usize),
    /// An evidence slot.
    Slot(usize),
    /// A score.
    Score(usize),
    /// A result or an award.
    Ladder(usize),
    /// An ask.
    Ask(usize),
    /// A setting.
    Setting(usize),
}

impl Entity {
    /// What it is, with its article.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Row(_) => "a row",
            Self::Part(_) => "a part",
            Self::Group(_) => "a set",
            Self::Slot(_) => "an evidence slot",
            Self::Score(_) => "a score",
            Self::Ladder(_) => "a result or an award",
            Self::Ask(_) => "an ask",
            Self::Setting(_) => "a setting",
        }
    }
}

/// Where a name is used: what stands before names here, from the outside in,
/// the number of the innermost series, and the part that `it` is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Scope {
    /// `unit_1_`, `unit_1_week_2_`.
    pub(super) prefixes: Vec<String>,
    /// The number of the innermost series.
    pub(super) number: Option<i64>,
    /// The part a rule is made for.
    pub(super) it: Option<usize>,
}

impl Scope {
    /// A name declared here, in full.
    pub(super) fn full(&self, name: &str) -> String {
        match self.prefixes.last() {
            Some(prefix) => format!("{prefix}{name}"),
            None => name.to_owned(),
        }
    }

    /// The same text with the number of the series in it.
    pub(super) fn numbered(&self, text: &str) -> String {
        match self.number {
            Some(number) if text.contains("{number}") => {
                text.replace("{number}", &number.to_string())
            }
            _ => text.to_owned(),
        }
    }

    /// The scope inside member `number` of the series `name`.
    pub(super) fn inside(&self, name: &str, number: i64) -> Self {
        let mut inner = self.clone();
        inner
            .prefixes
            .push(format!("{}_{number}_", self.full(name)));
        inner.number = Some(number);
        inner
    }

    /// The scope of member `number` of a series of rows: its texts know the number.
    pub(super) fn counted(&self, number: i64) -> Self {
        Self {
            number: Some(number),
            ..self.clone()
        }
    }
}

/// Words that sets begin with name nothing else.
const TAKEN: &[&str] = &[
    "criteria",
    "criterion",
    "checks",
    "check",
    "numbers",
    "number",
    "rows",
    "row",
    "parts",
    "part",
    "today",
    "half",
];

/// All names with what they stand for.
#[derive(Debug, Default)]
pub struct Names {
    index: Index,
    /// In the order of the file; a name whose declaration was wrong stands for nothing.
    known: Vec<Known>,
}

#[derive(Debug)]
struct Known {
    name: Name,
    entity: Option<Entity>,
}

impl Names {
    /// Declares a name; `full` is the name with what its series puts before it.
    pub(super) fn add(&mut self, name: &Name, full: &str, entity: Entity, sink: &mut Sink) {
        if TAKEN.contains(&full) {
            let message = say!("`{}` is a word of the language", full);
            let better = format!("{full}_1");
            let found =
                Diagnostic::error(Code::NameTaken, name.span, message).help("choose another name");
            sink.push(found.fix(say!("rename to `{}`", better), name.span, better));
            self.set(full, name.span, None);
            return;
        }
        match self.known(full) {
            Some(first) if first.entity.is_some() => {
                let place = first.name.span;
                taken(full, name.span, place, sink);
            }
            _ => self.set(full, name.span, Some(entity)),
        }
    }

    /// The group of a name, if it has one or may get `next`; a clash is an error.
    pub(super) fn group(
        &mut self,
        full: &str,
        place: Span,
        next: usize,
        sink: &mut Sink,
    ) -> Option<usize> {
        match self.known(full) {
            Some(Known {
                entity: Some(Entity::Group(group)),
                ..
            }) => Some(*group),
            Some(Known {
                entity: Some(_),
                name,
            }) => {
                let first = name.span;
                taken(full, place, first, sink);
                None
            }
            _ => {
                self.set(full, place, Some(Entity::Group(next)));
                Some(next)
            }
        }
    }

    fn set(&mut self, full: &str, span: Span, entity: Option<Entity>) {
        self.index.set(full, self.known.len());
        self.known.push(Known {
            name: Name {
                text: full.to_owned(),
                span,
            },
            entity,
        });
    }

    fn known(&self, name: &str) -> Option<&Known> {
        self.known.get(self.index.get(name)?)
    }

    /// A name whose declaration was wrong: its uses are not blamed.
    pub(super) fn excuse(&mut self, name: &Name) {
        if self.known(&name.text).is_none() {
            self.set(&name.text, name.span, None);
        }
    }

    pub(super) fn is_excused(&self, name: &str) -> bool {
        self.known(name).is_some_and(|known| known.entity.is_none())
    }

    /// What a name stands for, from the inside out.
    pub(super) fn get(&self, name: &str, scope: &Scope) -> Option<Entity> {
        let inner = scope.prefixes.iter().rev();
        let full = inner.map(|prefix| format!("{prefix}{name}"));
        let found = full.filter_map(|full| self.known(&full)).next();
        found.or_else(|| self.known(name))?.entity
    }

    pub(super) fn near(&self, name: &str, sink: &Sink) -> Option<&str> {
        let known = self.known.iter().filter(|known| known.entity.is_some());
        let named = known.map(|known| known.name.text.as_str());
        sink.nearest(name, named.chain(TAKEN.iter().copied()))
    }
}

fn taken(full: &str, place: Span, first: Span, sink: &mut Sink) {
    let message = say!("the name `{}` is taken", full);
    sink.push(
        Diagnostic::error(Code::Duplicate, place, message)
            .help("names are unique in a file; choose another one and keep the label")
            .label(first, "it is used here first"),
    );
}
