//! The fewest and smallest changes that reach a rung, or what rules it out.

use super::levers::{At, Change, Lever, Target, levers, make};
use super::rests::{Rests, lean};
use super::search::{Plan, Search, Spent};
use crate::eval::{Inputs, Walk, outcome};
use crate::model::{Rubric, Truth as Rule};
use crate::num::{Interval, Rational, Truth};

/// Walks taken to prove that a way is the shortest: many where few rows may be
/// changed, since that is promised; else as many as a reader waits for, in a
/// rubric of `ROWS` rows. In a larger one each takes longer, so there are fewer.
const FEW: usize = 8;
const PROMISED: usize = 60_000;
/// Of rows with more values than these, such as numbers in many steps, nothing is
/// promised; a reader waits for so many walks all the same.
const VALUES: usize = 24;
const WIDE: usize = 8_000;
const WALKS: usize = 3_000;
const ROWS: usize = 12;
/// Walks taken at least, and the share of all for finding some way after that.
const LEAST: usize = 300;

/// What was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// It is earned already.
    Reached,
    /// There are ways.
    Ways,
    /// Nothing that may be changed reaches it.
    NoWay,
    /// None was met, and it is not ruled out.
    Unknown,
}

/// Changes that reach the rung together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// Each of them, rows first, in order of the file.
    pub changes: Vec<Change>,
    /// How many levels up, all together.
    pub levels: usize,
}

/// A condition that fails whatever is changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Blocked {
    /// Whether it is a `never`, and its place among those or among the needs of the rung.
    pub never: bool,
    /// Its place.
    pub place: usize,
    /// Both sides of a comparison, with everything changed that may be.
    pub sides: Option<(Interval, Interval)>,
}

/// What it takes to reach a rung.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Steps {
    /// What was found.
    pub found: Found,
    /// Whether the first way is proven to be the shortest.
    pub shortest: bool,
    /// The ways, the best first.
    pub ways: Vec<Way>,
    /// Where there is no way: what stands in it by itself. Empty where every
    /// combination was tried instead.
    pub blocked: Vec<Blocked>,
}

impl Steps {
    fn of(found: Found) -> Self {
        Self {
            found,
            shortest: false,
            ways: Vec::new(),
            blocked: Vec::new(),
        }
    }
}

/// The fewest and smallest changes that reach a rung of a ladder; at most so many ways.
/// Of a closed assessment it is what it takes once that is open again.
pub fn steps(
    rubric: &Rubric,
    inputs: &Inputs,
    (ladder, rung): (usize, usize),
    most: usize,
    rated_first: bool,
) -> Steps {
    if earned(rubric, inputs, (ladder, rung)) {
        return Steps::of(Found::Reached);
    }
    let goal = Rule::Rung(ladder, rung);
    let mut inputs = inputs.clone();
    inputs.closed = false;
    let inputs = &inputs;
    let rests = Rests::of(rubric, ladder, rung);
    let levers = levers(rubric, inputs, &rests);
    let lean = lean(rubric, &rests);
    let mut search = Search {
        rubric: &lean,
        inputs,
        goal,
        needed: vec![false; levers.len()],
        levers,
        rated_first,
        taken: 0,
        allowed: 0,
        missed: false,
    };
    let usual = allowance(rubric);
    search.allowed = allowed(&search.levers, usual);
    let mut plans = Vec::new();
    let done = all(&mut search, most, &mut plans);
    let mut found = match done {
        Ok(Some(())) => Steps::of(Found::Ways),
        Ok(None) if search.missed => Steps::of(Found::Unknown),
        Ok(None) => no_way(rubric, &search, (ladder, rung)),
        Err(Spent) => {
            search.allowed = search.taken.saturating_add(usual);
            let met = search.descend().ok().flatten();
            plans.extend(met);
            search.missed = true;
            Steps::of(if plans.is_empty() {
                Found::Unknown
            } else {
                Found::Ways
            })
        }
    };
    crate::num::sort_by(&mut plans, |a, b| a.rank().cmp(&b.rank()));
    plans.truncate(most);
    found.shortest = !search.missed && plans.first().is_some_and(|plan| !search.samples(plan));
    found.ways = plans.iter().map(|plan| way(plan, &search.levers)).collect();
    for way in &mut found.ways {
        open_ends(&search, (ladder, rung), rubric, &mut way.changes);
    }
    found
}

/// Walks for a search among these: more where few rows may be changed.
fn allowed(levers: &[Lever], usual: usize) -> usize {
    let row = |one: &&Lever| matches!(one.target, Target::Row(_));
    let few = levers.iter().filter(row).count() <= FEW;
    let wide = |one: &Lever| one.choices.len() > VALUES;
    match (few, levers.iter().filter(row).any(wide)) {
        (true, false) => PROMISED.max(usual),
        (true, true) => WIDE.max(usual),
        (false, _) => usual,
    }
}

/// Whether a rung of a ladder is earned.
pub fn earned(rubric: &Rubric, inputs: &Inputs, (ladder, rung): (usize, usize)) -> bool {
    let goal = Rule::Rung(ladder, rung);
    let now = Walk::new(rubric, inputs, false).and_then(|walk| walk.truth(&goal));
    now == Ok(Truth::TRUE)
}

/// Larger rubrics take longer for a walk, so they get fewer of them.
fn allowance(rubric: &Rubric) -> usize {
    let size = rubric.rows.len().max(rubric.order.len()).max(ROWS);
    let walks = WALKS.saturating_mul(ROWS).checked_div(size).unwrap_or(0);
    walks.max(LEAST)
}

/// All ways of the fewest levers, then of one more, until there are enough.
/// Nothing where there is none at all.
fn all(search: &mut Search<'_>, most: usize, plans: &mut Vec<Plan>) -> Result<Option<()>, Spent> {
    if !search.look()? {
        return Ok(None);
    }
    let least = search
        .needed
        .iter()
        .filter(|needed| **needed)
        .count()
        .max(1);
    for size in least..=search.levers.len() {
        if !plans.is_empty() {
            // Further ways are worth less work than the first.
            let more = search.taken.saturating_add(search.taken.max(LEAST));
            search.allowed = search.allowed.min(more);
        }
        let (known, mut found) = (plans.len(), Vec::new());
        let done = search.sized(size, plans, &mut found);
        plans.extend(found);
        match done {
            // What was proven of the first stays so.
            Err(Spent) if known > 0 => break,
            Err(Spent) => return Err(Spent),
            Ok(()) if plans.len() >= most => break,
            Ok(()) => {}
        }
    }
    Ok((!plans.is_empty()).then_some(()))
}

fn way(plan: &Plan, levers: &[Lever]) -> Way {
    let mut changes = Vec::with_capacity(plan.set.len());
    for (lever, place) in &plan.set {
        let lever = levers.get(*lever);
        changes.extend(
            lever
                .and_then(|one| one.choices.get(*place))
                .map(|one| one.change),
        );
    }
    Way {
        changes,
        levels: plan.cost.0,
    }
}

/// Says of each slot whether one more of what is counted in it, or of what is
/// too much one less, leads there too; of each question, whether every reply does.
fn open_ends(search: &Search<'_>, rung: (usize, usize), rubric: &Rubric, changes: &mut [Change]) {
    for place in 0..changes.len() {
        let Some(own) = changes.get(place).copied() else {
            continue;
        };
        let others: Vec<Change> = match own.target {
            Target::Row(_) => Vec::new(),
            Target::Ask(_) => replies(search, own.target),
            Target::Slot(slot) => further(search.inputs, slot, own).into_iter().collect(),
        };
        let leads = |other: &Change| {
            let mut next = search.inputs.clone();
            for (at, change) in changes.iter().enumerate() {
                make(if at == place { other } else { change }, &mut next, rubric);
            }
            earned(rubric, &next, rung)
        };
        let more = !others.is_empty() && others.iter().all(leads);
        if let Some(change) = changes.get_mut(place) {
            change.more = more;
        }
    }
}

/// All replies that are tried to one question.
fn replies(search: &Search<'_>, target: Target) -> Vec<Change> {
    let lever = search.levers.iter().find(|one| one.target == target);
    let all = lever.map(|one| one.choices.as_slice()).unwrap_or_default();
    all.iter().map(|choice| choice.change).collect()
}

/// One more of what a slot is to hold, or one less of what it holds too much of.
fn further(inputs: &Inputs, slot: usize, change: Change) -> Option<Change> {
    let mut change = change;
    let sums = inputs.slots.get(slot).map(|one| one.sums)?;
    for (fact, count) in change.facts.iter_mut().flatten() {
        let less = sums
            .get(*fact)
            .is_some_and(|now| Rational::whole(*count) < now);
        *count = count.saturating_add(if less { -1 } else { 1 });
    }
    change.facts.iter().any(Option::is_some).then_some(change)
}

/// What fails by itself with everything open that may be changed.
fn no_way(rubric: &Rubric, search: &Search<'_>, (ladder, rung): (usize, usize)) -> Steps {
    let mut steps = Steps::of(Found::NoWay);
    let mut inputs = search.inputs.clone();
    for lever in &search.levers {
        lever.put(At::Open, false, &mut inputs, rubric);
    }
    let Ok(outcome) = outcome(rubric, &inputs) else {
        return steps;
    };
    let Some(value) = outcome.ladders.get(ladder) else {
        return steps;
    };
    let needs = value.needs.get(rung).map(Vec::as_slice).unwrap_or_default();
    for (never, needs) in [(true, value.nevers.as_slice()), (false, needs)] {
        for (place, need) in needs.iter().enumerate() {
            let fails = if never {
                !need.truth.can_be_false()
            } else {
                !need.truth.can_be_true()
            };
            if fails {
                steps.blocked.push(Blocked {
                    never,
                    place,
                    sides: need.sides,
                });
            }
        }
    }
    steps
}
