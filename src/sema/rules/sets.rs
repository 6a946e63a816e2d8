//! Sets: which rows a phrase names, and what is done with them.

use super::{Rules, Typed};
use crate::diag::{Code, Diagnostic};
use crate::model::{Branch, Gather, Member, Num, RowKind, Set, Share};
use crate::num::Rational;
use crate::sema::names::Entity;
use crate::syntax::ast::{self, ExprKind, Kind, Name, SetFilter, SetHead};
use crate::text::{Span, nearest};

impl Rules<'_> {
    /// A set boiled down to a number.
    pub(super) fn gather(&mut self, gather: Gather, written: &ast::Set) -> Option<Typed> {
        if gather == Gather::WeightedPercent && written.filters.is_empty() {
            self.look(looks(written), written.span)?;
            if let Some(shares) = self.shares(&written.head) {
                return self.shared(shares?, written.span);
            }
        }
        let set = self.set(written)?;
        if gather != Gather::Count {
            self.refuse_ordinal(&set.members, written.span);
        }
        if matches!(gather, Gather::Percent | Gather::WeightedPercent) {
            self.needs_maximum(&set.members, written.span)?;
        }
        let percent = matches!(gather, Gather::Percent | Gather::WeightedPercent);
        Some((Num::Gather(gather, Box::new(set)), percent))
    }

    fn shared(&mut self, shares: Vec<Share>, span: Span) -> Option<Typed> {
        let members = rows_of(&shares);
        if members.is_empty() {
            self.error(Code::EmptySet, span, "no row belongs to this", "");
            return None;
        }
        self.refuse_ordinal(&members, span);
        self.needs_maximum(&members, span)?;
        Some((Num::Shares(shares), true))
    }

    /// The direct members of a part, or the parts, with their weights.
    fn shares(&mut self, head: &SetHead) -> Option<Option<Vec<Share>>> {
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

    fn refuse<T>(&mut self, code: Code, span: Span, message: String) -> Option<T> {
        self.error(
            code,
            span,
            message,
            "put every row into a part, or name the parts that count",
        );
        None
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

    /// An ordinal scale is never added up.
    pub(super) fn refuse_ordinal(&mut self, members: &[Member], span: Span) {
        let found = members.iter().find_map(|member| {
            let Member::Row(row) = member else {
                return None;
            };
            let scale = self.declared.scales.get(self.declared.scale_of(*row)?)?;
            scale.ordinal.then(|| {
                (
                    self.declared.rows.get(*row).map(|row| row.name.clone()),
                    scale.name.clone(),
                )
            })
        });
        if let Some((Some(row), scale)) = found {
            let message = format!(
                "`{row}` is rated on `{scale}`, which is ordinal: its levels are not added up"
            );
            self.error(
                Code::NotAveraged,
                span,
                message,
                "count instead: `count of criteria that are at least ...`",
            );
        }
    }

    fn needs_maximum(&mut self, members: &[Member], span: Span) -> Option<()> {
        for member in members {
            let Member::Row(row) = member else {
                self.error(
                    Code::NoMaximum,
                    span,
                    "a score has no highest number to take a percent of",
                    "name rows or parts here",
                );
                return None;
            };
            let row = self.declared.rows.get(*row)?;
            if row.most().is_none() {
                let message = format!(
                    "`{}` has no highest number, so there is no percent of it",
                    row.name
                );
                self.error(
                    Code::NoMaximum,
                    span,
                    message,
                    "give its range a top: `0..10`",
                );
                return None;
            }
        }
        Some(())
    }

    /// The members of a set and what narrows it.
    pub(super) fn set(&mut self, written: &ast::Set) -> Option<Set> {
        self.look(looks(written), written.span)?;
        let mut members = self.head(&written.head)?;
        let mut that = Vec::new();
        for filter in &written.filters {
            match filter {
                SetFilter::Tagged { tags, not } => self.tagged(&mut members, tags, *not)?,
                SetFilter::Without(names) => {
                    let mut gone = Seen::default();
                    for name in names {
                        self.named(name)?.into_iter().for_each(|member| {
                            gone.is_new(member);
                        });
                    }
                    members.retain(|member| gone.is_new(*member));
                }
                SetFilter::That(test) => that.push(self.row_test(test, &members)?),
            }
        }
        if members.is_empty() {
            self.error(
                Code::EmptySet,
                written.span,
                "no row belongs to this set",
                "",
            );
            return None;
        }
        Some(Set { members, that })
    }

    fn head(&mut self, head: &SetHead) -> Option<Vec<Member>> {
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

    fn part(&mut self, name: &Name) -> Option<usize> {
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

    /// What a name contributes to a set: a row, a score, or the rows of a part.
    fn named(&mut self, name: &Name) -> Option<Vec<Member>> {
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

    fn tagged(&mut self, members: &mut Vec<Member>, tags: &[Name], not: bool) -> Option<()> {
        let mut known_all = true;
        for tag in tags {
            let known = || {
                self.declared
                    .rows
                    .iter()
                    .flat_map(|row| &row.tags)
                    .map(String::as_str)
            };
            if !known().any(|known| known == tag.text) {
                let near = if self.sink.is_full() {
                    None
                } else {
                    nearest(&tag.text, known())
                };
                known_all = false;
                let message = format!("no row is tagged `{}`", tag.text);
                self.sink
                    .push(Diagnostic::error(Code::UnknownTag, tag.span, message).suggest(near));
            }
        }
        members.retain(|member| {
            let Member::Row(row) = member else {
                return false;
            };
            let own = self
                .declared
                .rows
                .get(*row)
                .map(|row| row.tags.as_slice())
                .unwrap_or_default();
            tags.iter().any(|tag| own.contains(&tag.text)) != not
        });
        known_all.then_some(())
    }
}

/// Which members were met before.
#[derive(Default)]
struct Seen {
    rows: Vec<bool>,
    scores: Vec<bool>,
}

impl Seen {
    fn is_new(&mut self, member: Member) -> bool {
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

/// How often a set looks at every row, at most.
fn looks(set: &ast::Set) -> usize {
    let head = match &set.head {
        // What a name holds is counted where it is looked up.
        SetHead::Name(_) | SetHead::List(_) => 1,
        SetHead::Kind(_, within) => within.len().saturating_add(1),
    };
    let filters = set.filters.iter().map(|filter| match filter {
        SetFilter::Tagged { tags, .. } => tags.len(),
        SetFilter::Without(_) | SetFilter::That(_) => 1,
    });
    filters.fold(head, usize::saturating_add)
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
