//! A file with the names it declares and every place where they are used.

use super::used::Files;
use super::uses;
use crate::num::sort_by;
use crate::syntax::{Parsed, parse};
use crate::text::{Index, Span};

/// What a name is a name of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The rubric itself.
    Rubric,
    /// A scale.
    Scale,
    /// A level of a scale or of a criterion.
    Level,
    /// A part.
    Part,
    /// A criterion.
    Criterion,
    /// A check.
    Check,
    /// A number.
    Number,
    /// A question.
    Ask,
    /// A value the host sets.
    Setting,
    /// A choice of an ask or a setting.
    Choice,
    /// An evidence slot.
    Slot,
    /// A score.
    Score,
    /// A result.
    Result,
    /// An award.
    Award,
    /// A rung of a result or an award.
    Rung,
    /// A tag.
    Tag,
    /// A condition code.
    Code,
}

impl Kind {
    /// The word for it in the interface.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rubric => "rubric",
            Self::Scale => "scale",
            Self::Level => "level",
            Self::Part => "part",
            Self::Criterion | Self::Check | Self::Number => "row",
            Self::Ask => "ask",
            Self::Setting => "setting",
            Self::Choice => "choice",
            Self::Slot => "slot",
            Self::Score => "score",
            Self::Result => "result",
            Self::Award => "award",
            Self::Rung => "rung",
            Self::Tag => "tag",
            Self::Code => "code",
        }
    }

    pub(super) fn is_row(self) -> bool {
        matches!(self, Self::Criterion | Self::Check | Self::Number)
    }

    /// Whether it lies in the one space of names.
    pub(super) fn is_common(self) -> bool {
        self.is_row()
            || matches!(
                self,
                Self::Part
                    | Self::Ask
                    | Self::Setting
                    | Self::Slot
                    | Self::Score
                    | Self::Result
                    | Self::Award
            )
    }

    /// Whether it belongs to an owner: a level, a choice, a rung.
    pub(super) fn is_owned(self) -> bool {
        matches!(self, Self::Level | Self::Choice | Self::Rung)
    }
}

/// A declaration.
#[derive(Clone, Debug)]
pub(super) struct Decl {
    pub(super) kind: Kind,
    pub(super) name: String,
    /// Where the name stands in its declaration.
    pub(super) span: Span,
    /// What readers call it.
    pub(super) label: Option<String>,
    /// What it says about itself, or what the level means.
    pub(super) about: Option<String>,
    /// The points of a level as written.
    pub(super) points: String,
    /// Of a level, a choice or a rung: what it belongs to.
    pub(super) owner: Option<usize>,
    /// The part around it.
    pub(super) part: Option<usize>,
    /// Whether that part or one around it is a series.
    pub(super) inside: bool,
    /// Whether it is a series itself.
    pub(super) series: bool,
    /// Whether it is made for each of several parts.
    pub(super) each: bool,
    /// The next declaration of the same name.
    pub(super) next: Option<usize>,
    /// Whose levels it is rated or decided with.
    pub(super) levels: Option<usize>,
    /// The name of the scale it is on.
    pub(super) scale: Option<String>,
    /// The file it is declared in, where that is another one.
    pub(super) file: Option<String>,
}

impl Decl {
    /// Whether it is declared in this place of this file.
    pub(super) fn is_at(&self, place: Span) -> bool {
        self.file.is_none() && place.holds(self.span)
    }
}

/// A place where something declared is named. Of `unit_1_plan` a place is the
/// piece that names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Use {
    pub(super) span: Place,
    pub(super) decl: usize,
}

/// Start and end, so that places sort.
pub(super) type Place = (u32, u32);

/// A file laid open.
pub(super) struct Sheet<'a> {
    pub(super) source: &'a str,
    /// What `use` may name.
    pub(super) files: Files<'a>,
    pub(super) parsed: Parsed,
    pub(super) decls: Vec<Decl>,
    /// The first declaration of each name.
    pub(super) names: Index,
    /// Where each was declared, with its number, in the order of the text.
    pub(super) by_place: Vec<[u32; 3]>,
    /// What belongs to an owner, by the owner's number and the name.
    pub(super) owned_names: Index,
    /// Whose levels all rows have, and those of each part, once they were asked for.
    pub(super) row_owners: Option<Vec<usize>>,
    pub(super) part_owners: Vec<Option<Vec<usize>>>,
    /// Whether a name stands for more than is looked at.
    pub(super) crowded: bool,
    /// Tags by name.
    pub(super) tags: Index,
    /// In the order of the text, declarations included.
    pub(super) uses: Vec<Use>,
}

impl<'a> Sheet<'a> {
    /// Nothing is read yet.
    pub(super) fn empty(source: &'a str, files: Files<'a>) -> Self {
        Self {
            source,
            files,
            parsed: Parsed::default(),
            decls: Vec::new(),
            names: Index::default(),
            by_place: Vec::new(),
            owned_names: Index::default(),
            row_owners: None,
            part_owners: Vec::new(),
            crowded: false,
            tags: Index::default(),
            uses: Vec::new(),
        }
    }

    pub(super) fn new(source: &'a str, files: Files<'a>) -> Self {
        let mut sheet = Self::empty(source, files);
        sheet.parsed = parse(source);
        // The tree is read while the rest of the sheet grows.
        let rubric = std::mem::take(&mut sheet.parsed.rubric);
        sheet.declare(&rubric);
        sheet.declare_used(&rubric);
        sheet.link();
        sheet.keep_places();
        sheet.keep_owners();
        uses::read(&mut sheet, &rubric);
        sheet.parsed.rubric = rubric;
        sheet.sort();
        sheet
    }

    fn keep_places(&mut self) {
        let each = self.decls.iter().enumerate();
        let each = each.filter(|(_, decl)| decl.file.is_none());
        let each = each.map(|(index, decl)| [decl.span.start, fit(index), 0]);
        self.by_place = each.collect();
        sort_by(&mut self.by_place, Ord::cmp);
    }

    fn sort(&mut self) {
        let each = self.uses.iter();
        let mut all: Vec<[u32; 3]> = each
            .map(|one| [one.span.0, one.span.1, fit(one.decl)])
            .collect();
        sort_by(&mut all, Ord::cmp);
        all.dedup();
        let each = all.into_iter().map(|[start, end, decl]| Use {
            span: (start, end),
            decl: usize::try_from(decl).unwrap_or(usize::MAX),
        });
        self.uses = each.collect();
    }

    pub(super) fn decl(&self, index: usize) -> Option<&Decl> {
        self.decls.get(index)
    }

    /// What is named at a byte: at, in, or right behind the name.
    pub(super) fn named(&self, offset: u32) -> Vec<Use> {
        let to = self.uses.partition_point(|one| one.span.0 <= offset);
        let before = self.uses.get(..to).unwrap_or_default();
        let near = before.iter().rev().take(64);
        let mut found: Vec<Use> = near.filter(|one| offset <= one.span.1).copied().collect();
        // Between two pieces the one that begins here.
        if let Some(start) = found.first().map(|one| one.span.0) {
            found.retain(|one| one.span.0 == start);
        }
        found.reverse();
        found
    }

    pub(super) fn places(&self, decl: usize) -> Vec<Span> {
        let all = self.uses.iter().filter(|one| one.decl == decl);
        all.map(|one| span(one.span)).collect()
    }
}

pub(super) fn span(place: Place) -> Span {
    Span {
        start: place.0,
        end: place.1,
    }
}

fn fit(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
