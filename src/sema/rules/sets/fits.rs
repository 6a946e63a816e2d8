//! Whether the members of a set can be boiled down as asked.

use crate::diag::Code;
use crate::model::{LadderKind, Member};
use crate::sema::rules::Rules;
use crate::text::Span;

impl Rules<'_, '_> {
    /// An ordinal scale is never added up. Ladders on a scale of their own are ordinal too.
    pub(in crate::sema::rules) fn refuse_ordinal(&mut self, members: &[Member], span: Span) {
        let rubric = &self.declared.rubric;
        let found = members.iter().find_map(|member| {
            let scale = rubric.scales.get(self.declared.scale_of(*member)?)?;
            if !scale.ordinal {
                return None;
            }
            let name = match member {
                Member::Row(row) => rubric.rows.get(*row)?.name.clone(),
                Member::Ladder(ladder) => rubric.ladders.get(*ladder)?.name.clone(),
                _ => return None,
            };
            Some((*member, name, scale.name.clone()))
        });
        let Some((member, name, scale)) = found else {
            return;
        };
        let own = matches!(member, Member::Ladder(ladder) if rubric.ladders.get(ladder).is_some_and(|ladder| !matches!(ladder.kind, LadderKind::Row(_)) && ladder.name == scale));
        let (message, help) = if own {
            (
                say!("`{}` has levels without points", name),
                "put it on a scale with points, `result NAME on SCALE`, or test its level",
            )
        } else {
            (
                say!(
                    "`{}` is rated on `{}`, which is ordinal: its levels are not added up",
                    name,
                    scale
                ),
                "count instead: `count of criteria that are at least ...`",
            )
        };
        self.error(Code::NotAveraged, span, message, help);
    }

    pub(super) fn needs_maximum(&mut self, members: &[Member], span: Span) -> Option<()> {
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
            let row = self.declared.rubric.rows.get(*row)?;
            if row.most().is_none() {
                let message = say!(
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

    /// Something in the set has to add up to something.
    pub(super) fn needs_points(&mut self, members: &[Member], span: Span) -> Option<()> {
        let adds = |member: &Member| match member {
            Member::Row(row) => {
                let row = self.declared.rubric.rows.get(*row);
                row.is_some_and(|row| !row.adds_nothing && !row.not_scored)
            }
            _ => true,
        };
        if members.iter().any(adds) {
            return Some(());
        }
        let message = "nothing in this set adds anything";
        self.error(
            Code::EmptySet,
            span,
            message,
            "count them instead, or take `adds nothing` out there",
        );
        None
    }
}
