//! The needs of rungs: where the numbers of each stand, how to say it, and
//! which asks and slots it waits for.

use super::tape::Tape;
use crate::eval::{NeedValue, is_comparison, members_of, parts_of};
use crate::model::{Member, Need, Rubric, Truth};
use serde::Serialize;

/// Slots of both sides of a comparison.
const SIDES: usize = 8;

/// Where a need's numbers are, and how to say it.
#[derive(Serialize, Clone, Debug)]
#[serde(rename_all = "camelCase")]
pub struct NeedOut {
    ladder: usize,
    rung: i32,
    never: bool,
    /// The condition as a tree, one node a line; empty of a part.
    said: String,
    message: Option<String>,
    at: usize,
    /// Rows by index, then ladders, counted on behind the rows.
    members: Vec<usize>,
    members_at: i64,
    compare_at: i64,
    below: i64,
    /// Asks and slots of evidence that it names, by index.
    asks: Vec<usize>,
    slots: Vec<usize>,
    /// The conditions that it joins.
    parts: Vec<NeedOut>,
}

/// How many slots the numbers of a need take: its truth, a truth for each member it
/// names, both sides of a comparison, and the same of what it joins.
pub(super) fn need_length(rule: &Truth) -> usize {
    let sides = if is_comparison(rule) { SIDES } else { 0 };
    let own = members_of(rule).len().saturating_add(sides);
    let parts = parts_of(rule).into_iter().map(need_length);
    parts.fold(own.saturating_add(1), usize::saturating_add)
}

pub(super) fn need_out(
    rubric: &Rubric,
    need: &Need,
    place: (usize, i32),
    take: &mut dyn FnMut(usize) -> usize,
) -> NeedOut {
    NeedOut {
        said: need.said.clone(),
        message: need.message.clone(),
        ..rule_out(rubric, &need.rule, place, take)
    }
}

/// A condition and those it joins, in the order in which their numbers are written.
fn rule_out(
    rubric: &Rubric,
    rule: &Truth,
    (ladder, rung): (usize, i32),
    take: &mut dyn FnMut(usize) -> usize,
) -> NeedOut {
    let members = members_of(rule);
    let members = members.into_iter().filter_map(|member| match member {
        Member::Row(row) => Some(row),
        Member::Ladder(ladder) => Some(rubric.rows.len().saturating_add(ladder)),
        _ => None,
    });
    let members: Vec<usize> = members.collect();
    let slot = |at: usize| i64::try_from(at).unwrap_or(-1);
    let below = match rule {
        Truth::Rung(_, below) => slot(*below),
        _ => -1,
    };
    let mut out = NeedOut {
        ladder,
        rung,
        never: rung < 0,
        said: String::new(),
        message: None,
        at: take(1),
        members_at: -1,
        compare_at: -1,
        below,
        asks: Vec::new(),
        slots: Vec::new(),
        parts: Vec::new(),
        members,
    };
    if !out.members.is_empty() {
        out.members_at = slot(take(out.members.len()));
    }
    if is_comparison(rule) {
        out.compare_at = slot(take(SIDES));
    }
    for part in parts_of(rule) {
        let part = rule_out(rubric, part, (ladder, rung), take);
        out.parts.push(part);
    }
    out.waits_for(rubric, rule);
    for named in [&mut out.asks, &mut out.slots] {
        crate::num::sort_by(named, Ord::cmp);
        named.dedup();
    }
    out
}

impl NeedOut {
    /// The asks and slots that a condition names itself; those behind a score
    /// are the score's matter. As deep as brackets go, so it ends.
    fn waits_for(&mut self, rubric: &Rubric, rule: &Truth) {
        match rule {
            Truth::And(all) | Truth::Or(all) | Truth::Count(_, all) => {
                all.iter().for_each(|rule| self.waits_for(rubric, rule));
            }
            Truth::Not(rule) => self.waits_for(rubric, rule),
            Truth::If(condition, then, other) => {
                for rule in [condition, then, other] {
                    self.waits_for(rubric, rule);
                }
            }
            Truth::Ask(ask) | Truth::Test(Member::Ask(ask), _) => self.asks.push(*ask),
            Truth::Complete(Some(slot)) => self.slots.push(*slot),
            Truth::Complete(None) => self.slots.extend(0..rubric.slots.len()),
            _ => {}
        }
    }
}

pub(super) fn write_need(need: &NeedValue, out: &mut Tape<'_>) {
    out.push(f64::from(need.truth.bits()));
    out.extend(need.members.iter().map(|truth| f64::from(truth.bits())));
    if let Some((left, right)) = need.sides {
        out.ends(left);
        out.ends(right);
    }
    need.parts.iter().for_each(|part| write_need(part, out));
}
