//! What may become of a slot: it is completed, or it gets more of what rules count in it.

use super::levers::{Change, FACTS, Lever, Target, plain};
use super::rests::Rests;
use crate::eval::{Inputs, Walk};
use crate::model::{Ends, Fact, Measure, Rubric, Slot, SlotRule};
use crate::num::Rational;

/// A slot that is not complete, or whose inside a rule counts.
pub(super) fn of_slot(
    rubric: &Rubric,
    inputs: &Inputs,
    rests: &Rests<'_>,
    index: usize,
) -> Option<Lever> {
    let (slot, state) = (rubric.slots.get(index)?, inputs.slots.get(index)?);
    let facts = rests.facts.iter().filter(|(_, at)| *at == index);
    let facts: Vec<Fact> = facts.map(|(fact, _)| *fact).collect();
    if state.complete && facts.is_empty() {
        return None;
    }
    let mut sampled = facts.len() > FACTS || rests.buried.iter().any(|(_, at)| *at == index);
    let target = Target::Slot(index);
    let mut all: Vec<Change> = vec![plain(target)];
    for (place, fact) in facts.iter().take(FACTS).enumerate() {
        let (counts, unsure) = counts(rubric, inputs, rests, (*fact, index), slot);
        sampled |= unsure;
        let with = |change: &Change, count: i64| {
            let mut change = *change;
            if let Some(room) = change.facts.get_mut(place) {
                *room = Some((*fact, count));
            }
            change
        };
        let more = counts
            .iter()
            .flat_map(|count| all.iter().map(|change| with(change, *count)));
        let more: Vec<Change> = more.collect();
        all.extend(more);
    }
    // It holds enough of nothing that is said: that completes a slot, and leaves one that is.
    all.retain(|change| !state.complete || change.facts != plain(target).facts);
    let each = all.into_iter().enumerate();
    let each = each.map(|(fine, change)| (change, fine)).collect();
    Some(Lever::new(target, false, each, sampled))
}

/// So much of a fact as may be needed, the nearest to what is there first: what it
/// is compared with, and just beside. Whether others may do as well.
fn counts(
    rubric: &Rubric,
    inputs: &Inputs,
    rests: &Rests<'_>,
    (fact, index): (Fact, usize),
    slot: &Slot,
) -> (Vec<i64>, bool) {
    let now = inputs.slots.get(index).and_then(|one| one.sums.get(fact));
    let now = now.and_then(whole).unwrap_or(0);
    let ends = ends(slot, fact);
    let inside = |count: &i64| {
        let count = Rational::whole(*count);
        ends.from.is_none_or(|from| from <= count) && ends.to.is_none_or(|to| count <= to)
    };
    let least = ends.from.and_then(Rational::neg).and_then(whole);
    let least = least.and_then(i64::checked_neg).unwrap_or(0);
    let (mut all, mut unsure) = (vec![now, least], false);
    let walk = Walk::new(rubric, inputs, false).ok();
    let own = rests
        .bars
        .iter()
        .filter(|bar| (bar.0, bar.1) == (fact, index));
    for (_, _, bar) in own {
        let at = walk.as_ref().and_then(|walk| walk.num(bar).ok());
        let Some(at) = at.and_then(|at| at.known()).and_then(whole) else {
            unsure = true;
            continue;
        };
        for beside in [-1, 0, 1, 2] {
            all.extend(at.checked_add(beside).filter(|count| *count >= 0));
        }
    }
    all.retain(inside);
    crate::num::sort_by_key(&mut all, |count| (count.abs_diff(now), *count));
    all.dedup();
    (all, unsure)
}

fn whole(value: Rational) -> Option<i64> {
    i64::try_from(value.floor()).ok()
}

/// From how few to how many the musts of a slot let be in it, all items together.
fn ends(slot: &Slot, fact: Fact) -> Ends {
    let measure = match fact {
        Fact::Items => return slot.items,
        Fact::Words => Measure::Words,
        Fact::Pages => Measure::Pages,
        Fact::Characters => Measure::Characters,
        Fact::Seconds => Measure::Length,
        Fact::Bytes => Measure::Size,
        Fact::Sentences => return Ends::default(),
    };
    let mut found = Ends::default();
    for line in slot.lines.iter().filter(|line| !line.soft) {
        let SlotRule::Measured(what, ends, total) = &line.rule else {
            continue;
        };
        if *what != measure {
            continue;
        }
        let items = |count: Option<Rational>| if *total { Some(Rational::ONE) } else { count };
        // With no item at all there is nothing to measure; one is the least otherwise.
        let few = items(slot.items.from).map(|few| few.max(Rational::ONE));
        let from = ends.from.and_then(|from| from.mul(few?));
        let to = ends.to.and_then(|to| to.mul(items(slot.items.to)?));
        found.from = from.max(found.from);
        found.to = match (to, found.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    found
}
