//! Tables of two or more ratings: a line is a condition over levels, and the
//! first line that holds counts.

use super::{Rules, Typed};
use crate::diag::Code;
use crate::model::{Cmp, Member, Num, RowTest, Truth};
use crate::syntax::ast::{Expr, Name, TableCell, TableRow};

/// Pairs that reach `otherwise` are listed while there are no more than these.
const LISTED: usize = 512;

impl Rules<'_, '_> {
    /// `score NAME = from A, B { L1, L2 gives 2 ... otherwise 0 }`.
    pub(super) fn number_table(
        &mut self,
        name: &Name,
        subjects: &[Name],
        rows: &[TableRow<Expr>],
        otherwise: Option<&Expr>,
    ) -> Option<Typed> {
        let members = self.subjects(subjects)?;
        let mut read = Vec::new();
        for row in rows {
            read.push((
                self.line(&members, &row.cells, row.span),
                self.num(&row.gives),
            ));
        }
        let Some(otherwise) = otherwise else {
            let message = say!("table `{}` has no `otherwise`", name.text);
            self.error(
                Code::AwardShape,
                name.span,
                message,
                "add what it gives in all other cases: `otherwise 0`",
            );
            return None;
        };
        let mut found = self.num(otherwise)?;
        let mut cases = Vec::new();
        for (when, gives) in read {
            let gives = gives?;
            found.percent |= gives.percent;
            cases.push((when?, gives.rule));
        }
        found.rule = Num::First(cases, Box::new(found.rule));
        Some(found)
    }

    /// What a table looks up: rows on a scale, results, awards, asks and settings with choices.
    pub(super) fn subjects(&mut self, names: &[Name]) -> Option<Vec<Member>> {
        let mut all = Vec::new();
        for name in names {
            let entity = self.entity(name)?;
            let member = super::row_tests::member(entity);
            let found = member.filter(|member| {
                self.declared.scale_of(*member).is_some() || self.is_met_or_not(*member)
            });
            let Some(found) = found else {
                return self.wrong_kind(
                    name,
                    entity,
                    "something with levels",
                    "name a criterion, a check, a result, or an ask with choices",
                );
            };
            self.refuse_unscored(found, name);
            all.push(found);
        }
        Some(all)
    }

    pub(super) fn is_met_or_not(&self, member: Member) -> bool {
        matches!(member, Member::Row(row) if self.is_check(row))
    }

    /// One line of a table as a condition.
    pub(super) fn line(
        &mut self,
        members: &[Member],
        cells: &[TableCell],
        span: crate::text::Span,
    ) -> Option<Truth> {
        if cells.len() != members.len() {
            let message = say!(
                "this line has {} cells, and the table looks up {}",
                cells.len(),
                members.len()
            );
            self.error(
                Code::AwardShape,
                span,
                message,
                "write one level or `any` for each",
            );
            return None;
        }
        let mut all = Vec::new();
        for (member, cell) in members.iter().zip(cells) {
            let TableCell::OneOf(names) = cell else {
                continue;
            };
            let tests: Option<Vec<Truth>> =
                names.iter().map(|name| self.cell(*member, name)).collect();
            let mut tests = tests?;
            all.push(if tests.len() == 1 {
                tests.pop()?
            } else {
                Truth::Or(tests)
            });
        }
        Some(match all.len() {
            0 => Truth::Constant(true),
            1 => all.pop()?,
            _ => Truth::And(all),
        })
    }

    fn cell(&mut self, member: Member, name: &Name) -> Option<Truth> {
        let test = match self.declared.level_of(member, &name.text) {
            Some(level) => RowTest::Level(Cmp::Eq, vec![level]),
            None if self.is_met_or_not(member) && name.text == "met" => RowTest::Met,
            None if self.is_met_or_not(member) && name.text == "not_met" => {
                RowTest::Not(Box::new(RowTest::Met))
            }
            None => {
                self.no_level_in(member, name);
                return None;
            }
        };
        Some(Truth::Test(member, Box::new(test)))
    }

    fn no_level_in(&mut self, member: Member, name: &Name) {
        let scale = self.declared.scale_of(member);
        let scale = scale.and_then(|scale| self.declared.rubric.scales.get(scale));
        let levels = scale
            .map(|scale| scale.levels.as_slice())
            .unwrap_or_default();
        let near = self
            .sink
            .nearest(&name.text, levels.iter().map(|level| level.name.as_str()));
        let message = say!("no level here is called `{}`", name.text);
        let found = crate::diag::Diagnostic::error(Code::UnknownLevel, name.span, message);
        self.sink.push(found.suggest(near));
    }

    /// The combinations of levels that reach `otherwise`, for a table small enough to list.
    pub(super) fn unlisted<T>(&self, members: &[Member], rows: &[TableRow<T>]) -> Vec<String> {
        let levels: Vec<Vec<&str>> = members
            .iter()
            .map(|member| self.level_names(*member))
            .collect();
        let count = levels
            .iter()
            .fold(1_usize, |all, one| all.saturating_mul(one.len()));
        if count > LISTED {
            return Vec::new();
        }
        let mut found = Vec::new();
        for place in 0..count {
            let mut rest = place;
            let mut picked: Vec<&str> = Vec::new();
            for one in &levels {
                let index = rest.checked_rem(one.len()).unwrap_or_default();
                rest = rest.checked_div(one.len()).unwrap_or_default();
                picked.extend(one.get(index).copied());
            }
            let holds = |row: &TableRow<T>| {
                row.cells
                    .iter()
                    .zip(&picked)
                    .all(|(cell, level)| match cell {
                        TableCell::Any(_) => true,
                        TableCell::OneOf(names) => names.iter().any(|name| name.text == *level),
                    })
            };
            if !rows.iter().any(holds) {
                found.push(picked.join(", "));
            }
        }
        found
    }

    fn level_names(&self, member: Member) -> Vec<&str> {
        let scale = self.declared.scale_of(member);
        let Some(scale) = scale.and_then(|scale| self.declared.rubric.scales.get(scale)) else {
            return vec!["met", "not_met"];
        };
        let offered = match member {
            Member::Row(row) => self.declared.rubric.rows.get(row).map(offered),
            _ => None,
        };
        let offered = offered.unwrap_or((0, scale.levels.len()));
        let levels = scale.levels.iter().enumerate();
        let levels = levels.filter(|(index, _)| (offered.0..=offered.1).contains(index));
        levels.map(|(_, level)| level.name.as_str()).collect()
    }
}

fn offered(row: &crate::model::Row) -> (usize, usize) {
    match row.kind {
        crate::model::RowKind::Criterion { offered, .. } => offered,
        _ => (0, 0),
    }
}
