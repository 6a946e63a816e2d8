//! Shares: the members of a weighted percent, part by part.

use crate::diag::Code;
use crate::model::{Branch, Member, Num, Share};
use crate::num::Rational;
use crate::sema::names::Entity;
use crate::sema::rules::{Rules, Typed};
use crate::syntax::ast::{Kind, SetHead};
use crate::text::Span;

impl Rules<'_> {
    /// The direct members of a part, or the parts, with their weights.
    pub(super) fn shares(&mut self, head: &SetHead) -> Option<Option<Vec<Share>>> {
        match head {
            SetHead::Name(name) => {
                let Some(Entity::Part(part)) = self.declared.names.get(&name.text) else {
                    return None;
                };
                self.called(name, Entity::Part(part));
                Some(find(&self.declared.tree, part).map(|members| self.weighed(members)))
            }
            SetHead::Kind(Kind::Parts, within) if within.is_empty() => {
                let outside = self.declared.tree.iter().find_map(|branch| match branch {
                    Branch::Row(row) => self.declared.rows.get(*row),
                    Branch::Part(..) => None,
                });
                if let Some(row) = outside {
                    let message =
                        format!("`parts` leaves `{}` out, which stands in no part", row.name);
                    return Some(self.refuse(Code::WrongKind, name_span(head), message));
                }
                Some(Some(self.weighed(&self.declared.tree)))
            }
            SetHead::Kind(Kind::Parts, within) => {
                let mut all = Vec::new();
                for name in within {
                    let part = self.part(name)?;
                    let members = find(&self.declared.tree, part)?;
                    let parts: Vec<Branch> = members
                        .iter()
                        .filter(|member| matches!(member, Branch::Part(..)))
                        .cloned()
                        .collect();
                    all.extend(self.weighed(&parts));
                }
                Some(Some(all))
            }
            _ => None,
        }
    }

    pub(super) fn shared(&mut self, shares: Vec<Share>, span: Span) -> Option<Typed> {
        let members = rows_of(&shares);
        if members.is_empty() {
            self.error(Code::EmptySet, span, "no row belongs to this", "");
            return None;
        }
        self.refuse_ordinal(&members, span);
        self.needs_maximum(&members, span)?;
        Some((Num::Shares(shares), true))
    }

    fn weighed(&self, branches: &[Branch]) -> Vec<Share> {
        branches
            .iter()
            .filter_map(|branch| match branch {
                Branch::Row(row) => Some(Share::Row(*row, self.declared.rows.get(*row)?.weighs())),
                Branch::Part(part, inner) => {
                    let weight = self
                        .declared
                        .parts
                        .get(*part)?
                        .weight
                        .unwrap_or(Rational::ONE);
                    Some(Share::Part(weight, self.weighed(inner)))
                }
            })
            .filter(|share| !matches!(share, Share::Part(_, inner) if rows_of(inner).is_empty()))
            .collect()
    }

    fn refuse<T>(&mut self, code: Code, span: Span, message: String) -> Option<T> {
        self.error(
            code,
            span,
            message,
            "put every row into a part, or name the parts that count",
        );
        None
    }
}

fn name_span(head: &SetHead) -> Span {
    match head {
        SetHead::Name(name) => name.span,
        SetHead::Kind(_, within) => within.first().map(|name| name.span).unwrap_or_default(),
        SetHead::List(all) => all.first().map(|expr| expr.span).unwrap_or_default(),
    }
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
            Share::Part(_, inner) => all.extend(rows_of(inner)),
        }
    }
    all
}
