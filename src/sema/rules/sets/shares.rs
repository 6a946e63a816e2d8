//! Shares: the members of a weighted percent, part by part.

use crate::diag::Code;
use crate::model::{Branch, Member, Num, RowTest, Share, Shares};
use crate::num::Rational;
use crate::sema::names::Entity;
use crate::sema::rules::{Rules, Typed};
use crate::syntax::ast::{ExprKind, Kind, Name, Set, SetHead};
use crate::text::Span;

impl Rules<'_, '_> {
    /// The members of a weighted percent as they nest; nothing when the set is flat.
    pub(super) fn shares(&mut self, written: &Set) -> Option<Option<Vec<Share>>> {
        match &written.head {
            SetHead::Name(name) => match self.declared.find(&name.text, self.scope)? {
                Entity::Part(part) => {
                    self.called(name, Entity::Part(part));
                    Some(self.members_of(part))
                }
                Entity::Group(group) => {
                    let parts = self.declared.rubric.groups.get(group)?.parts.clone();
                    (!parts.is_empty()).then(|| self.parts(&parts))
                }
                _ => None,
            },
            SetHead::Kind(Kind::Parts, within) if within.is_empty() => {
                Some(self.all_parts(written))
            }
            SetHead::Kind(Kind::Parts, within) => Some(self.parts_in(within)),
            SetHead::List(all) => {
                let part = |name: &Name| {
                    matches!(
                        self.declared.find(&name.text, self.scope),
                        Some(Entity::Part(_) | Entity::Group(_))
                    )
                };
                let names = all.iter().filter_map(|expr| match &expr.kind {
                    ExprKind::Name(name) => Some(name),
                    _ => None,
                });
                let names: Vec<&Name> = names.collect();
                let nested = names.len() == all.len() && names.iter().any(|name| part(name));
                nested.then(|| self.listed(&names))
            }
            _ => None,
        }
    }

    /// A row beside the parts would be left out of a score silently.
    pub(super) fn outside_parts(&mut self, written: &Set) -> Option<()> {
        let outside = self
            .declared
            .rubric
            .tree
            .iter()
            .find_map(|branch| match branch {
                Branch::Row(row) => self.declared.rubric.rows.get(*row),
                Branch::Part(..) => None,
            });
        let row = outside.filter(|row| !row.not_scored && !row.adds_nothing);
        let Some(row) = row else { return Some(()) };
        let message = say!("`parts` leaves `{}` out, which stands in no part", row.name);
        self.error(
            Code::WrongKind,
            written.span,
            message,
            "put every row into a part, or name the parts that count",
        );
        None
    }

    fn all_parts(&mut self, written: &Set) -> Option<Vec<Share>> {
        self.outside_parts(written)?;
        let parts = self.declared.rubric.tree.iter();
        let parts: Vec<Branch> = parts
            .filter(|branch| matches!(branch, Branch::Part(..)))
            .cloned()
            .collect();
        Some(self.weighed(&parts))
    }

    /// The direct parts of each of these parts.
    fn parts_in(&mut self, within: &[Name]) -> Option<Vec<Share>> {
        let mut all = Vec::new();
        for name in within {
            for part in self.part_called(name)? {
                let members = find(&self.declared.rubric.tree, part)?;
                let parts = members
                    .iter()
                    .filter(|member| matches!(member, Branch::Part(..)));
                let parts: Vec<Branch> = parts.cloned().collect();
                all.extend(self.weighed(&parts));
            }
        }
        Some(all)
    }

    /// Parts and rows by name, each with its own weight.
    fn listed(&mut self, names: &[&Name]) -> Option<Vec<Share>> {
        let mut all = Vec::new();
        for name in names {
            match self.entity(name)? {
                Entity::Part(part) => all.extend(self.parts(&[part])?),
                Entity::Group(group)
                    if !self.declared.rubric.groups.get(group)?.parts.is_empty() =>
                {
                    let parts = self.declared.rubric.groups.get(group)?.parts.clone();
                    all.extend(self.parts(&parts)?);
                }
                _ => {
                    for member in self.named(name)? {
                        let Member::Row(row) = member else { continue };
                        let weight = self.declared.rubric.rows.get(row)?.weighs();
                        all.push(Share::Row(row, weight));
                    }
                }
            }
        }
        Some(all)
    }

    fn parts(&mut self, parts: &[usize]) -> Option<Vec<Share>> {
        let mut all = Vec::new();
        for part in parts {
            let inner = find(&self.declared.rubric.tree, *part)?.to_vec();
            all.extend(self.weighed(&[Branch::Part(*part, inner)]));
        }
        Some(all)
    }

    fn members_of(&mut self, part: usize) -> Option<Vec<Share>> {
        let inner = find(&self.declared.rubric.tree, part)?.to_vec();
        if self.declared.rubric.parts.get(part)?.choose.is_some() {
            // The part itself chooses: it stands as the one member.
            return Some(self.weighed(&[Branch::Part(part, inner)]));
        }
        Some(self.weighed(&inner))
    }

    pub(super) fn shared(
        &mut self,
        mut shares: Vec<Share>,
        written: &Set,
        stretch: bool,
    ) -> Option<Typed> {
        let mut members = rows_of(&shares);
        let mut that: Vec<RowTest> = Vec::new();
        if !written.filters.is_empty() {
            self.filters(&written.filters, &mut members, &mut that)?;
            let kept = |row: usize| members.contains(&Member::Row(row));
            shares = pruned(shares, &kept);
        }
        self.shares_fit(&members, written.span)?;
        let said = self.said_set(written);
        Some(Typed::plain(
            Num::Shares(Box::new(Shares {
                members: shares,
                that,
                stretch,
                place: written.span,
                said,
            })),
            true,
        ))
    }

    fn shares_fit(&mut self, members: &[Member], span: Span) -> Option<()> {
        if members.is_empty() {
            return self.nobody(span);
        }
        self.refuse_ordinal(members, span);
        self.needs_points(members, span)?;
        self.needs_maximum(members, span)
    }

    fn weighed(&self, branches: &[Branch]) -> Vec<Share> {
        let rubric = &self.declared.rubric;
        let each = branches.iter().filter_map(|branch| match branch {
            Branch::Row(row) => {
                let found = rubric.rows.get(*row)?;
                let counts = !found.not_scored && !found.adds_nothing;
                counts.then(|| Share::Row(*row, found.weighs()))
            }
            Branch::Part(part, inner) => {
                let weight = rubric.parts.get(*part)?.weight.unwrap_or(Rational::ONE);
                Some(Share::Part(*part, weight, self.weighed(inner)))
            }
        });
        each.filter(|share| !is_empty(share)).collect()
    }
}

fn is_empty(share: &Share) -> bool {
    matches!(share, Share::Part(_, _, inner) if inner.iter().all(is_empty))
}

/// The same without rows that are not kept, and without parts that lose all.
fn pruned(shares: Vec<Share>, kept: &dyn Fn(usize) -> bool) -> Vec<Share> {
    let each = shares.into_iter().filter_map(|share| match share {
        Share::Row(row, weight) => kept(row).then_some(Share::Row(row, weight)),
        Share::Part(part, weight, inner) => {
            let inner = pruned(inner, kept);
            (!inner.is_empty()).then_some(Share::Part(part, weight, inner))
        }
    });
    each.collect()
}

/// The members of a part, found anywhere in the tree.
fn find(tree: &[Branch], wanted: usize) -> Option<&[Branch]> {
    tree.iter().find_map(|branch| match branch {
        Branch::Part(part, inner) if *part == wanted => Some(inner.as_slice()),
        Branch::Part(_, inner) => find(inner, wanted),
        Branch::Row(_) => None,
    })
}

fn rows_of(shares: &[Share]) -> Vec<Member> {
    let mut all = Vec::new();
    for share in shares {
        match share {
            Share::Row(row, _) => all.push(Member::Row(*row)),
            Share::Part(_, _, inner) => all.extend(rows_of(inner)),
        }
    }
    all
}
