//! Evidence that shows nothing, and rows that an award needs and nothing shows.

use super::Proofs;
use super::visit::{self, Seen};
use crate::diag::{Code, Diagnostic};
use crate::eval::members_of;
use crate::model::{LadderKind, Member, Num, RowKind, SlotRule, Truth};

pub(super) fn slots(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    let names = |rule: &crate::model::SlotLine| matches!(rule.rule, SlotRule::NamesRows);
    let named = rubric.slots.iter().any(|slot| slot.lines.iter().any(names));
    // Where no row says what shows it, or each file says so itself, nothing is amiss.
    if named || rubric.rows.iter().all(|row| row.shown_by.is_empty()) {
        return;
    }
    idle(proofs);
    unshown(proofs);
}

/// A slot that no row is shown by and no rule asks for.
fn idle(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    let mut asked = vec![false; rubric.slots.len()];
    let mut all = false;
    visit::all(rubric, &mut |seen| match seen {
        Seen::Truth(Truth::Complete(Some(slot))) | Seen::Num(Num::Fact(_, slot)) => {
            if let Some(asked) = asked.get_mut(*slot) {
                *asked = true;
            }
        }
        Seen::Truth(Truth::Complete(None)) => all = true,
        _ => {}
    });
    for (index, slot) in rubric.slots.iter().enumerate() {
        let shows = rubric.rows.iter().any(|row| row.shown_by.contains(&index));
        if shows || asked.get(index) == Some(&true) {
            continue;
        }
        let span = proofs.places.slots.get(index).copied().unwrap_or_default();
        let help =
            "write `shown by` in the rows that it shows, ask for it in a rule, or take it out";
        let found = if all {
            let message = say!("`{}` is asked for, but no row is shown by it", slot.name);
            Diagnostic::note(Code::UnusedSlot, span, message)
        } else {
            let message = say!(
                "no row is shown by `{}`, and no rule asks for it",
                slot.name
            );
            Diagnostic::warning(Code::UnusedSlot, span, message)
        };
        proofs.say(found.help(help));
    }
}

/// A criterion that an award needs by itself or in a set, shown by nothing,
/// while others that it needs are shown.
fn unshown(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    for ladder in &rubric.ladders {
        if ladder.kind != LadderKind::Award {
            continue;
        }
        let mut needed: Vec<usize> = Vec::new();
        let needs = ladder.rungs.iter().flat_map(|rung| &rung.needs);
        for need in needs {
            let members = members_of(&need.rule).into_iter();
            needed.extend(members.filter_map(|member| match member {
                Member::Row(row) => Some(row),
                _ => None,
            }));
        }
        crate::num::sort_by(&mut needed, Ord::cmp);
        needed.dedup();
        let by_hand = |row: &usize| {
            let kind = rubric.rows.get(*row).map(|row| &row.kind);
            matches!(kind, Some(RowKind::Criterion { worked: None, .. }))
        };
        needed.retain(by_hand);
        let shown = |row: &usize| {
            rubric
                .rows
                .get(*row)
                .is_some_and(|row| !row.shown_by.is_empty())
        };
        if !needed.iter().any(shown) {
            continue;
        }
        for row in needed.into_iter().filter(|row| !shown(row)) {
            let Some(found) = rubric.rows.get(row) else {
                continue;
            };
            let message = say!(
                "`{}` needs `{}`, but no evidence shows it",
                ladder.name,
                found.name
            );
            let help = "write `shown by` in it, as in the others";
            let found = Diagnostic::note(Code::UnshownRow, proofs.row(row), message);
            proofs.say(found.help(help));
        }
    }
}
