//! The members that the head of a set names.

use crate::diag::Code;
use crate::model::{Member, RowKind};
use crate::sema::names::Entity;
use crate::sema::rules::Rules;
use crate::syntax::ast::{ExprKind, Kind, Name, SetHead};

impl Rules<'_> {
    pub(super) fn head(&mut self, head: &SetHead) -> Option<Vec<Member>> {
        match head {
            SetHead::Name(name) => self.named(name),
            SetHead::List(all) => {
                let (mut members, mut seen) = (Vec::new(), Seen::default());
                for expr in all {
                    self.node(expr.span)?;
                    let ExprKind::Name(name) = &expr.kind else {
                        self.error(
                            Code::TypeMix,
                            expr.span,
                            "a set lists names",
                            "give the rule a name with `score`, and list that",
                        );
                        return None;
                    };
                    let named = self.named(name)?;
                    members.extend(named.into_iter().filter(|member| seen.is_new(*member)));
                }
                Some(members)
            }
            SetHead::Kind(kind, within) => {
                let inside: Option<Vec<usize>> =
                    within.iter().map(|name| self.part(name)).collect();
                let inside = inside?;
                let fits = |row: &crate::model::Row| match kind {
                    Kind::Criteria => matches!(row.kind, RowKind::Criterion { .. }),
                    Kind::Checks => matches!(row.kind, RowKind::Check { .. }),
                    Kind::Numbers => matches!(row.kind, RowKind::Number { .. }),
                    Kind::Rows | Kind::Parts => true,
                };
                let rows = self.declared.rows.iter().enumerate();
                let found = rows.filter(|(_, row)| {
                    fits(row) && (inside.is_empty() || self.is_inside(row.part, &inside))
                });
                Some(found.map(|(index, _)| Member::Row(index)).collect())
            }
        }
    }

    /// What a name contributes to a set: a row, a score, or the rows of a part.
    pub(super) fn named(&mut self, name: &Name) -> Option<Vec<Member>> {
        let Some(entity) = self.declared.names.get(&name.text) else {
            self.unknown(name);
            return None;
        };
        self.called(name, entity);
        match entity {
            Entity::Row(row) => Some(vec![Member::Row(row)]),
            Entity::Score(score) => Some(vec![Member::Score(score)]),
            Entity::Part(part) => {
                self.look(1, name.span)?;
                let rows = self.declared.rows.iter().enumerate();
                Some(
                    rows.filter(|(_, row)| self.is_inside(row.part, &[part]))
                        .map(|(index, _)| Member::Row(index))
                        .collect(),
                )
            }
            Entity::Award => {
                self.error(
                    Code::WrongKind,
                    name.span,
                    format!("`{}` is an award, not a set of rows", name.text),
                    "",
                );
                None
            }
        }
    }

    pub(super) fn part(&mut self, name: &Name) -> Option<usize> {
        match self.declared.names.get(&name.text) {
            Some(Entity::Part(part)) => {
                self.called(name, Entity::Part(part));
                Some(part)
            }
            Some(_) => {
                self.error(
                    Code::WrongKind,
                    name.span,
                    format!("`{}` is no part", name.text),
                    "",
                );
                None
            }
            None => {
                self.unknown(name);
                None
            }
        }
    }

    fn is_inside(&self, part: Option<usize>, inside: &[usize]) -> bool {
        let mut around = part;
        while let Some(part) = around {
            if inside.contains(&part) {
                return true;
            }
            around = self.declared.parts.get(part).and_then(|part| part.parent);
        }
        false
    }
}

/// Which members were met before.
#[derive(Default)]
pub(super) struct Seen {
    rows: Vec<bool>,
    scores: Vec<bool>,
}

impl Seen {
    pub(super) fn is_new(&mut self, member: Member) -> bool {
        let (flags, index) = match member {
            Member::Row(row) => (&mut self.rows, row),
            Member::Score(score) => (&mut self.scores, score),
        };
        if flags.len() <= index {
            flags.resize(index.saturating_add(1), false);
        }
        flags
            .get_mut(index)
            .is_some_and(|seen| !std::mem::replace(seen, true))
    }
}
