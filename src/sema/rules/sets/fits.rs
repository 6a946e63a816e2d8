//! Whether the members of a set can be boiled down as asked.

use crate::diag::Code;
use crate::model::Member;
use crate::sema::rules::Rules;
use crate::text::Span;

impl Rules<'_> {
    /// An ordinal scale is never added up.
    pub(in crate::sema::rules) fn refuse_ordinal(&mut self, members: &[Member], span: Span) {
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
}
