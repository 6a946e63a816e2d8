//! Sets: which rows a phrase names, and what is done with them.

mod fits;
mod members;
mod shares;

use super::{Rules, Typed};
use crate::diag::{Code, Diagnostic};
use crate::model::{Gather, Member, Num, Set};
use crate::syntax::ast::{self, Name, SetFilter, SetHead};
use crate::text::nearest;
use members::Seen;

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
