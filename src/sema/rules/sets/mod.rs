//! Sets: which rows a phrase names, and what is done with them.

mod fits;
mod members;
mod shares;

use super::{Rules, Typed};
use crate::diag::{Code, Diagnostic};
use crate::model::{Gather, Member, Num, Pick, Set};
use crate::syntax::ast::{self, Name, SetFilter, SetHead};
use crate::text::Span;
use members::Seen;

impl Rules<'_, '_> {
    /// A set boiled down to a number.
    pub(super) fn gather(
        &mut self,
        gather: Gather,
        written: &ast::Set,
        stretch: bool,
    ) -> Option<Typed> {
        if gather == Gather::WeightedPercent {
            self.look(looks(written), written.span)?;
            if let Some(shares) = self.shares(written) {
                return self.shared(shares?, written, stretch);
            }
        }
        if matches!(&written.head, SetHead::Kind(ast::Kind::Parts, within) if within.is_empty()) {
            self.outside_parts(written)?;
        }
        let set = self.set(written)?;
        let percent = matches!(gather, Gather::Percent | Gather::WeightedPercent);
        if gather != Gather::Count {
            self.refuse_ordinal(&set.members, written.span);
            self.needs_points(&set.members, written.span)?;
        }
        if percent {
            self.needs_maximum(&set.members, written.span)?;
        }
        Some(Typed::plain(
            Num::Gather(gather, Box::new(set), stretch),
            percent,
        ))
    }

    /// The members of a set and what narrows it.
    pub(in crate::sema) fn set(&mut self, written: &ast::Set) -> Option<Set> {
        let (inner, pick) = match &written.head {
            SetHead::Best(count, inner) => (inner.as_ref(), Some((true, count))),
            SetHead::Newest(count, inner) => (inner.as_ref(), Some((false, count))),
            _ => (written, None),
        };
        self.look(looks(inner), inner.span)?;
        let mut members = self.head(&inner.head)?;
        let mut that = Vec::new();
        self.filters(&inner.filters, &mut members, &mut that)?;
        let pick = match pick {
            None => None,
            Some((best, count)) => {
                self.filters(&written.filters, &mut members, &mut that)?;
                if best {
                    self.refuse_ordinal(&members, inner.span);
                } else if members
                    .iter()
                    .any(|member| !matches!(member, Member::Row(_)))
                {
                    self.error(
                        Code::TypeMix,
                        inner.span,
                        "only rows are newer than others",
                        "name rows here",
                    );
                    return None;
                }
                Some(Pick {
                    best,
                    count: self.amount(count)?,
                })
            }
        };
        if members.is_empty() {
            return self.nobody(written.span);
        }
        Some(Set {
            members,
            that,
            pick,
            place: written.span,
            said: self.said_set(written),
        })
    }

    /// A set of no row; where a line was wrong, that one may have held its rows.
    pub(super) fn nobody<T>(&mut self, span: Span) -> Option<T> {
        if !self.torn {
            self.error(Code::EmptySet, span, "no row belongs to this set", "");
        }
        None
    }

    fn filters(
        &mut self,
        filters: &[SetFilter],
        members: &mut Vec<Member>,
        that: &mut Vec<crate::model::RowTest>,
    ) -> Option<()> {
        for filter in filters {
            match filter {
                SetFilter::Tagged { tags, not } => self.tagged(members, tags, *not)?,
                SetFilter::Without(names) => {
                    let mut gone = Seen::default();
                    for name in names {
                        self.named(name)?.into_iter().for_each(|member| {
                            gone.is_new(member);
                        });
                    }
                    members.retain(|member| gone.is_new(*member));
                }
                SetFilter::That(test) => that.push(self.row_test(test, members)?),
            }
        }
        Some(())
    }

    fn tagged(&mut self, members: &mut Vec<Member>, tags: &[Name], not: bool) -> Option<()> {
        let declared = self.declared;
        let mut known_all = true;
        for tag in tags {
            let known = || {
                let rows = declared.rubric.rows.iter();
                rows.flat_map(|row| &row.tags).map(String::as_str)
            };
            if !known().any(|known| known == tag.text) {
                let near = self.sink.nearest(&tag.text, known());
                known_all = false;
                let message = say!("no row is tagged `{}`", tag.text);
                let found = Diagnostic::error(Code::UnknownTag, tag.span, message);
                self.sink.push(found.suggest(near));
            }
        }
        members.retain(|member| {
            let Member::Row(row) = member else {
                return false;
            };
            let own = declared
                .rubric
                .rows
                .get(*row)
                .map(|row| row.tags.as_slice());
            let own = own.unwrap_or_default();
            tags.iter().any(|tag| own.contains(&tag.text)) != not
        });
        known_all.then_some(())
    }
}

/// How often a set looks at every row, at most.
fn looks(set: &ast::Set) -> usize {
    let head = match &set.head {
        // What a name holds is counted where it is looked up.
        SetHead::Name(_) | SetHead::List(_) => 1,
        SetHead::Kind(_, within) => within.len().saturating_add(1),
        SetHead::Best(_, inner) | SetHead::Newest(_, inner) => looks(inner),
    };
    let filters = set.filters.iter().map(|filter| match filter {
        SetFilter::Tagged { tags, .. } => tags.len(),
        SetFilter::Without(_) | SetFilter::That(_) => 1,
    });
    filters.fold(head, usize::saturating_add)
}
