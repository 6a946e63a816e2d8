//! The members that the head of a set names.

use crate::diag::Code;
use crate::model::{Member, RowKind};
use crate::sema::names::Entity;
use crate::sema::rules::Rules;
use crate::syntax::ast::{ExprKind, Kind, Name, SetHead};

impl Rules<'_, '_> {
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
            SetHead::Best(_, inner) | SetHead::Newest(_, inner) => {
                let message = "the best of the best is one set: say how many once";
                self.error(Code::TypeMix, inner.span, message, "write `best 3 of ...`");
                None
            }
            SetHead::Kind(kind, within) => {
                let mut inside = Vec::new();
                for name in within {
                    inside.extend(self.part_called(name)?);
                }
                let fits = |row: &crate::model::Row| match kind {
                    Kind::Criteria => matches!(row.kind, RowKind::Criterion { .. }),
                    Kind::Checks => matches!(row.kind, RowKind::Check { .. }),
                    Kind::Numbers => matches!(row.kind, RowKind::Number(_)),
                    Kind::Rows | Kind::Parts => true,
                };
                let rows = self.declared.rubric.rows.iter().enumerate();
                let found = rows.filter(|(_, row)| {
                    fits(row)
                        && match kind {
                            Kind::Parts if within.is_empty() => row.part.is_some(),
                            // The direct parts: what stands beside them in the part is no member.
                            Kind::Parts => self.is_inside(self.around(row.part), &inside),
                            _ => within.is_empty() || self.is_inside(row.part, &inside),
                        }
                        && !row.not_scored
                });
                Some(found.map(|(index, _)| Member::Row(index)).collect())
            }
        }
    }

    /// What a name contributes to a set: rows, a score, a result, the rows of a part, the members of a series.
    pub(super) fn named(&mut self, name: &Name) -> Option<Vec<Member>> {
        let entity = self.entity(name)?;
        match entity {
            Entity::Row(row) => Some(vec![Member::Row(row)]),
            Entity::Score(score) => Some(vec![Member::Score(score)]),
            Entity::Ladder(ladder) => Some(vec![Member::Ladder(ladder)]),
            Entity::Part(part) => self.rows_in(&[part], name),
            Entity::Group(group) => {
                let group = self.declared.rubric.groups.get(group)?;
                let mut all = group.members.clone();
                if !group.parts.is_empty() {
                    let parts = group.parts.clone();
                    all.extend(self.rows_in(&parts, name)?);
                }
                Some(all)
            }
            Entity::Ask(_) | Entity::Setting(_) | Entity::Slot(_) => {
                self.wrong_kind(name, entity, "a set of rows", "")
            }
        }
    }

    fn rows_in(&mut self, parts: &[usize], name: &Name) -> Option<Vec<Member>> {
        self.look(1, name.span)?;
        let rows = self.declared.rubric.rows.iter().enumerate();
        let found = rows.filter(|(_, row)| !row.not_scored && self.is_inside(row.part, parts));
        Some(found.map(|(index, _)| Member::Row(index)).collect())
    }

    /// The part, or parts, that a name stands for.
    pub(super) fn part_called(&mut self, name: &Name) -> Option<Vec<usize>> {
        let entity = self.entity(name)?;
        match entity {
            Entity::Part(part) => return Some(vec![part]),
            Entity::Group(group) => {
                let parts = self.declared.rubric.groups.get(group)?.parts.clone();
                if !parts.is_empty() {
                    return Some(parts);
                }
            }
            _ => {}
        }
        let message = say!("`{}` is no part", name.text);
        self.error(Code::WrongKind, name.span, message, "");
        None
    }

    fn is_inside(&self, part: Option<usize>, inside: &[usize]) -> bool {
        let mut around = part;
        while let Some(part) = around {
            if inside.contains(&part) {
                return true;
            }
            around = self.around(Some(part));
        }
        false
    }

    /// The part that a part stands in.
    fn around(&self, part: Option<usize>) -> Option<usize> {
        self.declared.rubric.parts.get(part?)?.parent
    }
}

/// Which members were met before.
#[derive(Default)]
pub(super) struct Seen {
    flags: [Vec<bool>; 3],
}

impl Seen {
    pub(super) fn is_new(&mut self, member: Member) -> bool {
        let (kind, index) = match member {
            Member::Row(row) => (0, row),
            Member::Score(score) => (1, score),
            Member::Ladder(index) | Member::Ask(index) | Member::Setting(index) => (2, index),
        };
        let Some(flags) = self.flags.get_mut(kind) else {
            return true;
        };
        if flags.len() <= index {
            flags.resize(index.saturating_add(1), false);
        }
        flags
            .get_mut(index)
            .is_some_and(|seen| !std::mem::replace(seen, true))
    }
}
