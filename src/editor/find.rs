//! What a name stands for where it is used: its own part first, then the parts
//! around it. Members of a series are found by the pieces of their name.

use super::sheet::{Decl, Kind, Place, Sheet};
use crate::syntax::ast::Name;
use crate::text::Span;

/// How many pieces a name of a member may have.
const PIECES: usize = 8;
/// How many declarations of one name are looked at.
const ALIKE: usize = 128;
/// How many of one name are looked through for them.
const STEPS: usize = 1_000;
/// How many declarations are looked at to keep what belongs to each part.
const KEPT: usize = 20_000_000;

impl Sheet<'_> {
    /// The first declarations of a name that fit, in the order of the file.
    fn only(&self, name: &str, fits: fn(Kind) -> bool) -> Vec<usize> {
        let (mut all, mut next) = (Vec::new(), self.names.get(name));
        let mut steps = 0..STEPS;
        while let Some((index, decl)) = next.and_then(|index| Some((index, self.decl(index)?))) {
            if fits(decl.kind) {
                all.push(index);
            }
            if all.len() > ALIKE || steps.next().is_none() {
                break;
            }
            next = decl.next;
        }
        all
    }

    /// A scale or the rubric itself: what translations name beside the one space.
    pub(super) fn of_file(&self, name: &str) -> Option<usize> {
        let fits = |kind| matches!(kind, Kind::Scale | Kind::Rubric);
        self.only(name, fits).first().copied()
    }

    /// What was declared in a place.
    pub(super) fn declared(&self, name: &Name) -> Option<usize> {
        let at = self
            .by_place
            .partition_point(|[at, ..]| *at < name.span.start);
        let found = self.by_place.get(at)?;
        let [at, index, _] = *found;
        usize::try_from(index)
            .ok()
            .filter(|_| at == name.span.start)
    }

    pub(super) fn scale(&self, name: &str) -> Option<usize> {
        self.only(name, |kind| kind == Kind::Scale).first().copied()
    }

    pub(super) fn code(&self, name: &str) -> Option<usize> {
        self.only(name, |kind| kind == Kind::Code).first().copied()
    }

    /// The levels, choices or rungs of that name that belong to one of these.
    pub(super) fn owned_by(&self, name: &str, owners: &[usize]) -> Vec<usize> {
        if let [owner] = owners {
            let key = [&owner.to_string(), " ", name].concat();
            return self.owned_names.get(&key).into_iter().collect();
        }
        let mut known = self.only(name, Kind::is_owned);
        known.truncate(ALIKE);
        let sorted = owners.is_sorted();
        let belongs = |owner: usize| {
            if sorted {
                owners.binary_search(&owner).is_ok()
            } else {
                owners.contains(&owner)
            }
        };
        known.retain(|index| {
            self.decl(*index)
                .and_then(|decl| decl.owner)
                .is_some_and(belongs)
        });
        known
    }

    /// The series of parts around a part, the part included, from the outside in.
    fn around(&self, part: Option<usize>) -> Vec<usize> {
        let (mut all, mut next) = (Vec::new(), part);
        while let Some((index, decl)) = next.and_then(|index| Some((index, self.decl(index)?))) {
            if decl.series {
                all.push(index);
            }
            next = decl.part;
        }
        all.reverse();
        all
    }

    /// What a name in the one space stands for, used inside a part.
    pub(super) fn common(&self, name: &str, part: Option<usize>) -> Vec<usize> {
        let mut known = self.only(name, Kind::is_common);
        known.truncate(ALIKE);
        if known.len() < 2 {
            return known;
        }
        // The innermost series that holds some of them.
        let scope = self.around(part);
        for depth in (0..=scope.len()).rev() {
            let outer = scope.get(..depth).unwrap_or_default();
            let path = |index: &usize| self.around(self.decl(*index).and_then(|decl| decl.part));
            let own: Vec<usize> = known
                .iter()
                .filter(|one| path(one) == outer)
                .copied()
                .collect();
            if !own.is_empty() {
                return own;
            }
            let below = |one: &&usize| path(one).starts_with(outer);
            if known.iter().any(|one| below(&one)) {
                known.retain(|one| below(&one));
                return known;
            }
        }
        known
    }

    /// The pieces of a name of a member: `unit_1_plan`, `exit_ticket_2`,
    /// `total_of_plan`. The last piece is what the whole name stands for.
    pub(super) fn member(&self, name: &str, at: Span, part: Option<usize>) -> Vec<(Place, usize)> {
        let mut all = Vec::new();
        let found = self.pieces(name, at.start, part, PIECES, &mut all);
        if !found {
            all.clear();
        }
        all
    }

    fn pieces(
        &self,
        name: &str,
        start: u32,
        part: Option<usize>,
        left: usize,
        all: &mut Vec<(Place, usize)>,
    ) -> bool {
        let Some(left) = left.checked_sub(1) else {
            return false;
        };
        for (cut, _) in name.match_indices('_') {
            let (head, rest) = name.split_at_checked(cut).unwrap_or((name, ""));
            let rest = rest.get(1..).unwrap_or_default();
            let place = |length: usize| (start, Span::new(0, length).end.saturating_add(start));
            for index in self.common(head, part) {
                let Some(decl) = self.decl(index) else {
                    continue;
                };
                let before = all.len();
                all.push((place(cut), index));
                let next = start.saturating_add(Span::new(0, cut).end);
                if self.goes_on(decl, index, rest, next.saturating_add(1), left, all) {
                    return true;
                }
                all.truncate(before);
            }
        }
        false
    }

    /// Whether the rest of a name says which member it is.
    fn goes_on(
        &self,
        decl: &Decl,
        index: usize,
        rest: &str,
        start: u32,
        left: usize,
        all: &mut Vec<(Place, usize)>,
    ) -> bool {
        if decl.each
            && let Some(of) = rest.strip_prefix("of_")
        {
            let at = start.saturating_add(3);
            let end = at.saturating_add(Span::new(0, of.len()).end);
            if let Some(part) = self.common(of, None).first() {
                all.push(((at, end), *part));
                return true;
            }
            return self.pieces(of, at, None, left, all);
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !decl.series || digits == 0 {
            return false;
        }
        let behind = rest.get(digits..).unwrap_or_default();
        if behind.is_empty() {
            return true;
        }
        let Some(inner) = behind.strip_prefix('_').filter(|_| decl.kind == Kind::Part) else {
            return false;
        };
        let at = start.saturating_add(Span::new(0, digits.saturating_add(1)).end);
        let end = at.saturating_add(Span::new(0, inner.len()).end);
        let within = |one: &usize| self.decl(*one).is_some_and(|one| self.lies_in(one, index));
        if let Some(found) = self.common(inner, Some(index)).into_iter().find(within) {
            all.push(((at, end), found));
            return true;
        }
        self.pieces(inner, at, Some(index), left, all)
    }

    /// Whether a declaration stands in a part, at any depth.
    pub(super) fn lies_in(&self, decl: &Decl, part: usize) -> bool {
        let mut next = decl.part;
        while let Some(around) = next {
            if around == part {
                return true;
            }
            next = self.decl(around).and_then(|decl| decl.part);
        }
        false
    }

    /// Whose levels something is tested with; of a part those of its rows.
    pub(super) fn owners(&self, index: usize) -> Vec<usize> {
        let Some(decl) = self.decl(index) else {
            return Vec::new();
        };
        if decl.kind != Kind::Part {
            return decl.levels.into_iter().collect();
        }
        if let Some(Some(known)) = self.part_owners.get(index) {
            return known.clone();
        }
        self.owners_of(|one| one.kind.is_row() && self.lies_in(one, index))
    }

    /// The same for all rows.
    pub(super) fn owners_of_rows(&self) -> Vec<usize> {
        match &self.row_owners {
            Some(known) => known.clone(),
            None => self.owners_of(|decl| decl.kind.is_row()),
        }
    }

    /// Keeps whose levels the rows of each part and of the file have: many rules ask it.
    pub(super) fn keep_owners(&mut self) {
        self.row_owners = Some(self.owners_of_rows());
        let part = |decl: &Decl| decl.kind == Kind::Part;
        let mut kept = Vec::new();
        let mut work = 0_usize;
        for index in 0..self.decls.len() {
            let wanted = self.decl(index).is_some_and(part) && work < KEPT;
            kept.push(wanted.then(|| self.owners(index)));
            work = work.saturating_add(if wanted { self.decls.len() } else { 0 });
        }
        self.part_owners = kept;
        let mut alike = self
            .decls
            .iter()
            .enumerate()
            .filter(|(_, decl)| decl.kind.is_owned());
        let many = |name: &str| self.only(name, Kind::is_owned).len() > ALIKE;
        self.crowded = self.decls.len() > ALIKE
            && alike.any(|(at, decl)| {
                // Asked once for each name, at its first declaration.
                self.names.get(&decl.name) == Some(at) && many(&decl.name)
            });
    }

    /// Whose levels all these are tested with, each once.
    pub(super) fn owners_of(&self, fits: impl Fn(&Decl) -> bool) -> Vec<usize> {
        let mut known = vec![false; self.decls.len()];
        for decl in self.decls.iter().filter(|decl| fits(decl)) {
            if let Some(known) = decl.levels.and_then(|owner| known.get_mut(owner)) {
                *known = true;
            }
        }
        (0..known.len())
            .filter(|index| known.get(*index) == Some(&true))
            .collect()
    }
}
