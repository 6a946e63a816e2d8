//! The needs of rungs: where the numbers of each stand, how to say it, and
//! which asks and slots it waits for.

use super::tape::Tape;
use crate::eval::{NeedValue, is_comparison, rows_of};
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
    text: String,
    message: Option<String>,
    percent: bool,
    at: usize,
    members: Vec<usize>,
    members_at: i64,
    compare_at: i64,
    below: i64,
    /// Asks and slots of evidence that it names, by index.
    asks: Vec<usize>,
    slots: Vec<usize>,
}

/// How many slots the numbers of a need take: its truth, a truth for each row it
/// names, and both sides of a comparison.
pub(super) fn need_length(rule: &Truth) -> usize {
    let sides = if is_comparison(rule) { SIDES } else { 0 };
    let members = rows_of(rule).len();
    members.saturating_add(sides).saturating_add(1)
}

pub(super) fn need_out(
    rubric: &Rubric,
    need: &Need,
    (ladder, rung): (usize, i32),
    at: usize,
) -> NeedOut {
    let members = rows_of(&need.rule);
    let slot = |at: usize| i64::try_from(at).unwrap_or(-1);
    let below = match need.rule {
        Truth::Rung(_, below) => slot(below),
        _ => -1,
    };
    let mut out = NeedOut {
        ladder,
        rung,
        never: rung < 0,
        text: need.text.clone(),
        message: need.message.clone(),
        percent: need.percent,
        at,
        members_at: -1,
        compare_at: -1,
        below,
        asks: Vec::new(),
        slots: Vec::new(),
        members,
    };
    let behind = at.saturating_add(1);
    if !out.members.is_empty() {
        out.members_at = slot(behind);
    }
    if is_comparison(&need.rule) {
        out.compare_at = slot(behind.saturating_add(out.members.len()));
    }
    out.waits_for(rubric, &need.rule);
    for named in [&mut out.asks, &mut out.slots] {
        crate::num::sort(named);
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
}
