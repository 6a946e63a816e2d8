//! What may be changed, and to what: a first rating or a better one, an answer
//! to an open question, a slot to complete, a comment to give.

use super::asks::of_ask;
use super::insides::of_slot;
use super::rests::Rests;
use super::values::{better, height, values};
use crate::eval::{Answer, Inputs, Remark, SlotState, Sums};
use crate::model::{CommentMode, Fact, Reply, Row, Rubric, Value};
use crate::num::Rational;

/// What is changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Target {
    /// A row.
    Row(usize),
    /// A question that is open.
    Ask(usize),
    /// A slot that is not complete, or does not hold enough.
    Slot(usize),
}

/// What becomes of one thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// What is changed.
    pub target: Target,
    /// The new rating; none where the row keeps what it has.
    pub rating: Option<Value>,
    /// The reply to a question.
    pub reply: Option<Reply>,
    /// Whether a comment is to be given.
    pub comment: bool,
    /// Whether a piece of evidence is to name the row.
    pub shown: bool,
    /// Of a slot, how much of something is to be in it.
    pub facts: [Option<(Fact, i64)>; FACTS],
    /// Whether more than that in a slot does as well (of what is too much, less);
    /// of a question, whether every reply does.
    pub more: bool,
    /// How many levels up; steps of a number.
    pub levels: usize,
}

/// So many facts of one slot are planned for.
pub const FACTS: usize = 2;

/// One value among those it may be changed to. The last number tells values
/// within one level apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) change: Change,
    pub(super) fine: usize,
}

impl Choice {
    /// How much it asks: levels, then things besides, then marks within a level.
    pub(super) fn cost(&self) -> Cost {
        let besides =
            usize::from(self.change.comment).saturating_add(usize::from(self.change.shown));
        Cost(self.change.levels, besides, self.fine)
    }
}

/// Levels, comments and the like, marks within levels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Cost(pub(super) usize, pub(super) usize, pub(super) usize);

impl Cost {
    pub(super) fn plus(self, other: Self) -> Self {
        let add = usize::saturating_add;
        Self(
            add(self.0, other.0),
            add(self.1, other.1),
            add(self.2, other.2),
        )
    }
}

/// One thing that may be changed, with everything it may be changed to, the least first.
#[derive(Debug)]
pub(super) struct Lever {
    pub(super) target: Target,
    /// Whether it has a rating already.
    pub(super) rated: bool,
    pub(super) choices: Vec<Choice>,
    /// Whether there are values between those that are tried.
    pub(super) sampled: bool,
    /// All there is to do is to give a comment that nothing but its own row asks for.
    remark: bool,
    /// What an open row or question is held to be while it is left as it is: the worst, the best.
    worst: Change,
    best: Change,
}

/// How a lever stands while ways are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum At {
    /// As it is.
    Kept,
    /// It may still become anything.
    Open,
    /// It stays as it is, and is held to be the worst (or the best) it may turn out to be.
    Out,
    /// One of its choices.
    Set(usize),
}

/// Everything a rung rests on that may be changed, rows first.
pub(super) fn levers(rubric: &Rubric, inputs: &Inputs, rests: &Rests<'_>) -> Vec<Lever> {
    let mut all = Vec::new();
    for (row, rests_on) in rests.rows.iter().enumerate() {
        if *rests_on && let Some(lever) = of_row(rubric, inputs, rests, row) {
            all.push(lever);
        }
    }
    for (ask, rests_on) in rests.asks.iter().enumerate() {
        if *rests_on && let Some(lever) = of_ask(rubric, inputs, ask) {
            all.push(lever);
        }
    }
    for (slot, rests_on) in rests.slots.iter().enumerate() {
        if *rests_on && let Some(lever) = of_slot(rubric, inputs, rests, slot) {
            all.push(lever);
        }
    }
    all.retain(|lever| !lever.choices.is_empty());
    all
}

pub(super) fn plain(target: Target) -> Change {
    Change {
        target,
        rating: None,
        reply: None,
        comment: false,
        shown: false,
        facts: [None; FACTS],
        more: false,
        levels: 0,
    }
}

impl Lever {
    pub(super) fn new(
        target: Target,
        rated: bool,
        all: Vec<(Change, usize)>,
        sampled: bool,
    ) -> Self {
        let end = |found: Option<&(Change, usize)>| found.map_or(plain(target), |(one, _)| *one);
        let (worst, best) = (end(all.first()), end(all.last()));
        let each = all
            .into_iter()
            .map(|(change, fine)| Choice { change, fine });
        Self {
            target,
            rated,
            choices: each.collect(),
            sampled,
            remark: false,
            worst,
            best,
        }
    }

    /// Puts it where it stands; `high` where what stays open is held to be the best.
    pub(super) fn put(&self, at: At, high: bool, inputs: &mut Inputs, rubric: &Rubric) {
        match at {
            At::Kept => {}
            At::Open => self.open(inputs, rubric),
            At::Out => self.leave(high, inputs),
            At::Set(place) => {
                if let Some(choice) = self.choices.get(place) {
                    make(&choice.change, inputs, rubric);
                }
            }
        }
    }

    /// A comment that is missing on a rated row is open too: as on a row that is.
    /// So is a slot that is complete and does not hold enough.
    fn open(&self, inputs: &mut Inputs, rubric: &Rubric) {
        if let Target::Slot(slot) = self.target
            && let Some(state) = inputs.slots.get_mut(slot)
        {
            state.complete = false;
        }
        // With its comment a rated row stands as it does for certain.
        if let (true, Some(choice)) = (self.remark, self.choices.first()) {
            return make(&choice.change, inputs, rubric);
        }
        let opens = |one: &Choice| one.change.rating.is_some() || one.change.comment;
        if let Target::Row(row) = self.target
            && self.choices.iter().any(opens)
            && let Some(answer) = inputs.answers.get_mut(row)
        {
            *answer = Answer::Unanswered;
        }
    }

    /// What is open and stays so has to suffice whatever it becomes, so it may
    /// be held to be anything.
    fn leave(&self, high: bool, inputs: &mut Inputs) {
        let end = if high { self.best } else { self.worst };
        match self.target {
            Target::Row(row) => {
                if let (Some(answer), Some(value)) = (inputs.answers.get_mut(row), end.rating)
                    && *answer == Answer::Unanswered
                {
                    *answer = Answer::Rated(value);
                }
                shut(&mut inputs.shut.comments, row);
                shut(&mut inputs.shut.shown, row);
            }
            Target::Ask(ask) => {
                if let Some(reply) = inputs.replies.get_mut(ask) {
                    *reply = end.reply;
                }
            }
            Target::Slot(slot) => shut(&mut inputs.shut.slots, slot),
        }
    }
}

fn shut(list: &mut Vec<bool>, index: usize) {
    if list.len() <= index {
        list.resize(index.saturating_add(1), false);
    }
    if let Some(slot) = list.get_mut(index) {
        *slot = true;
    }
}

/// Makes a change. What will be inside a slot that is completed nobody knows,
/// but for what it is completed with.
pub(super) fn make(change: &Change, inputs: &mut Inputs, rubric: &Rubric) {
    match change.target {
        Target::Row(row) => {
            if let (Some(answer), Some(value)) = (inputs.answers.get_mut(row), change.rating) {
                *answer = Answer::Rated(value);
            }
            if let (Some(remark), true) = (inputs.remarks.get_mut(row), change.comment) {
                let link = rubric.rows.get(row).is_some_and(|row| row.comment.link);
                *remark = if link { Remark::Link } else { Remark::Text };
            }
            if let (Some(shown), true) = (inputs.shown.get_mut(row), change.shown) {
                *shown = true;
            }
        }
        Target::Ask(ask) => {
            if let Some(reply) = inputs.replies.get_mut(ask) {
                *reply = change.reply;
            }
        }
        Target::Slot(slot) => {
            if let Some(state) = inputs.slots.get_mut(slot) {
                let mut sums = Sums::UNKNOWN;
                for (fact, count) in change.facts.iter().flatten() {
                    sums.set(*fact, Rational::whole(*count));
                }
                *state = SlotState {
                    complete: true,
                    sums,
                };
            }
        }
    }
}

/// A row that is rated by hand and that no code reaches.
fn of_row(rubric: &Rubric, inputs: &Inputs, rests: &Rests<'_>, index: usize) -> Option<Lever> {
    let row = rubric.rows.get(index)?;
    if row.is_worked_out() || coded(rubric, inputs, index) {
        return None;
    }
    let now = match inputs.answers.get(index)? {
        Answer::Rated(value) => Some(*value),
        Answer::Unanswered => None,
        // That it does not apply is a fact, and no step.
        Answer::LeftOut => return None,
    };
    let (values, sampled) = values(row);
    let at = now.map(|now| values.iter().position(|(value, ..)| *value == now));
    // A value that stands between those that are tried: everything better than it.
    let least = match (at, now) {
        (Some(Some(place)), _) => place.saturating_add(1),
        (_, Some(now)) => values
            .iter()
            .take_while(|one| !better(row, one.0, now))
            .count(),
        _ => 0,
    };
    let from = now.map_or(0, |now| height(row, now, &values));
    let target = Target::Row(index);
    let mut all: Vec<(Change, usize)> = Vec::new();
    for (value, levels, fine) in values.iter().skip(least) {
        let change = Change {
            rating: Some(*value),
            levels: levels.saturating_sub(from),
            ..plain(target)
        };
        all.push((change, *fine));
    }
    let lever_ends = (all.first().copied(), all.last().copied());
    if now.is_some() {
        all.insert(0, (plain(target), 0));
    }
    let comment = wants_comment(row, inputs, rests, index);
    let shown = rests.shown && inputs.shown.get(index) == Some(&false) && !rubric.slots.is_empty();
    let all = with_more(all, comment, shown, target, now.is_some());
    let mut lever = Lever::new(target, now.is_some(), all, sampled);
    let end = |one: Option<(Change, usize)>| one.map_or(plain(target), |(change, _)| change);
    (lever.worst, lever.best) = (end(lever_ends.0), end(lever_ends.1));
    crate::num::sort_by_key(&mut lever.choices, Choice::cost);
    lever.remark = match lever.choices.as_slice() {
        [only] => only.change.rating.is_none() && !only.change.shown && !rests.comments,
        _ => false,
    } && now.is_some();
    Some(lever)
}

/// Each with a comment and with evidence beside it, where that can make a
/// difference; a choice that changes nothing is none.
fn with_more(
    all: Vec<(Change, usize)>,
    comment: bool,
    shown: bool,
    target: Target,
    rated: bool,
) -> Vec<(Change, usize)> {
    let mut all = all;
    if !rated && (comment || shown) {
        all.insert(0, (plain(target), 0));
    }
    let mut found = Vec::new();
    for (change, fine) in all {
        for (comment, shown) in [
            (false, false),
            (comment, false),
            (false, shown),
            (comment, shown),
        ] {
            let change = Change {
                comment,
                shown,
                ..change
            };
            let new = change != plain(target) && !found.contains(&(change, fine));
            if new {
                found.push((change, fine));
            }
        }
    }
    found
}

fn coded(rubric: &Rubric, inputs: &Inputs, row: usize) -> bool {
    inputs.codes.iter().any(|(code, on)| {
        rubric.codes.get(*code).is_some_and(|code| {
            let here = !code.this_row || *on == Some(row);
            here && code.sets.iter().any(|(reached, _)| *reached == row)
        })
    })
}

fn wants_comment(row: &Row, inputs: &Inputs, rests: &Rests<'_>, index: usize) -> bool {
    let there = match inputs.remarks.get(index) {
        Some(Remark::Link) => true,
        Some(Remark::Text) => !row.comment.link,
        _ => false,
    };
    let asked = row.comment.mode == CommentMode::Required || rests.comments;
    !there && asked && row.comment.mode != CommentMode::None
}
