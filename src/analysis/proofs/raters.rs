//! Several raters: a median that may fall between two levels, and levels that a
//! combined number cannot be compared with.

use super::Proofs;
use super::reach::is_inside;
use super::visit::{self, Seen};
use crate::diag::Code;
use crate::model::{Combine, Raters, Row, RowKind, RowTest, Tries};
use crate::text::Span;

pub(super) fn raters(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    for (index, raters) in rubric.raters.iter().enumerate() {
        let span = proofs.places.raters.get(index).copied().unwrap_or_default();
        let rated = rubric
            .rows
            .iter()
            .filter(|row| is_rated(proofs, raters, index, row));
        let rated: Vec<&Row> = rated.collect();
        let median = raters.combine == Some(Combine::Median) && raters.ties.is_none();
        let levels =
            |row: &Row| matches!(row.kind, RowKind::Criterion { .. } | RowKind::Check { .. });
        if median && may_be_even(raters) && rated.iter().any(|row| levels(row)) {
            let message = "an even number of raters has two ratings in the middle, and no line says which counts";
            let help = "write `combine by median, ties down`, or `ties up` or `ties even`";
            proofs.warn(Code::NoTies, span, message.into(), help);
        }
        let number = median || matches!(raters.combine, Some(Combine::Mean | Combine::Sum));
        if number {
            rising(proofs, &rated, span, "raters");
        }
    }
    let counts = rubric.attempts.as_ref().map(|attempts| attempts.counts);
    let numbers = !matches!(counts, None | Some(Tries::Newest | Tries::Best));
    if numbers {
        let rows: Vec<&Row> = rubric.rows.iter().collect();
        rising(proofs, &rows, Span::default(), "tries");
    }
}

/// Whether a row is rated by these: by those of the innermost part that has its own.
fn is_rated(proofs: &Proofs<'_>, raters: &Raters, index: usize, row: &Row) -> bool {
    let all = proofs.rubric.raters.iter().enumerate();
    let inside =
        |part: Option<usize>| part.is_none_or(|part| is_inside(proofs.rubric, row.part, part));
    let nearer = all.filter(|(other, _)| *other != index).any(|(_, other)| {
        let deeper = match (other.part, raters.part) {
            (Some(other), Some(own)) => is_inside(proofs.rubric, Some(other), own),
            (Some(_), None) => true,
            (None, _) => false,
        };
        deeper && inside(other.part)
    });
    inside(raters.part) && !nearer && !row.is_worked_out()
}

/// Whether the number of those whose ratings are combined may be even. Ratings
/// of oneself are never mixed in.
fn may_be_even(raters: &Raters) -> bool {
    let counted = raters.roles.iter().filter(|role| match &raters.counts {
        Some(counts) => role.name == *counts,
        None => role.name != "self",
    });
    let (mut from, mut to) = (0_usize, Some(0_usize));
    for role in counted {
        from = from.saturating_add(role.from);
        to = to.zip(role.to).and_then(|(all, to)| all.checked_add(to));
    }
    // Without anybody named, nothing is known.
    to != Some(0) && (to != Some(from) || from & 1 == 0)
}

/// Levels that a test names, on scales whose points do not rise.
fn rising(proofs: &mut Proofs<'_>, rows: &[&Row], span: Span, who: &str) {
    let rubric = proofs.rubric;
    let mut tested = vec![false; rubric.scales.len()];
    visit::all(rubric, &mut |seen| {
        if let Seen::Test(RowTest::Level(_, bars)) = seen {
            for (scale, _) in bars {
                if let Some(slot) = tested.get_mut(*scale) {
                    *slot = true;
                }
            }
        }
    });
    for row in rows {
        let RowKind::Criterion {
            scale,
            marks,
            offered,
            ..
        } = &row.kind
        else {
            continue;
        };
        let Some(found) = rubric.scales.get(*scale).filter(|scale| !scale.ordinal) else {
            continue;
        };
        let offered = offered.0..=offered.1;
        let marks: Vec<_> = marks
            .iter()
            .enumerate()
            .filter(|(level, _)| offered.contains(level))
            .collect();
        let flat = marks.windows(2).find_map(|two| match two {
            [(_, low), (level, high)] if high.from <= low.to => Some(*level),
            _ => None,
        });
        let (Some(level), Some(true)) = (flat, tested.get(*scale)) else {
            continue;
        };
        let written = proofs
            .places
            .scales
            .get(*scale)
            .and_then(|levels| levels.get(level));
        let place = written.copied().unwrap_or(span);
        let message = say!(
            "{} are combined into a number, but the points of `{}` do not rise here, so no level can be told from it",
            who,
            found.name
        );
        let help = "let the points rise from level to level, or make the scale `ordinal`";
        proofs.warn(Code::NotRising, place, message, help);
    }
}
