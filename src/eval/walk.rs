//! The walk: what is known so far, in the order in which one thing rests on another.

use super::inputs::Inputs;
use super::reads::is_of_row_alone;
use super::rows::Now;
use super::sums::Kept;
use super::values::NeedValue;
use crate::model::{LadderKind, Member, Node, Reply, Rubric};
use crate::num::{Interval, Levels, Rational, Truth};

/// The exact representation overflowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overflow;

pub(super) type Result<T> = std::result::Result<T, Overflow>;

/// A ladder as far as it was worked out.
#[derive(Clone, Debug, Default)]
pub(super) struct Climbed {
    pub(super) nevers: Vec<NeedValue>,
    pub(super) needs: Vec<Vec<NeedValue>>,
    /// The truth of each rung, overrides aside.
    pub(super) rungs: Vec<Truth>,
    /// Rows whose comment is missing.
    pub(super) comments: Vec<usize>,
    /// What it comes to, overrides included, as levels of its scale.
    pub(super) levels: Levels,
}

/// Everything a walk worked out: what is kept of it between edits.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Rows worked out so far.
    pub(super) rows: Vec<Now>,
    /// By row, whether the parts around it that choose chose it.
    pub(super) chosen: Vec<Truth>,
    /// By part that chooses and by its member, whether it is chosen.
    pub(super) choices: Vec<(usize, usize, Truth)>,
    /// Slots, whether they are asked.
    pub(super) asked: Vec<Truth>,
    /// Scores worked out so far.
    pub(super) scores: Vec<Interval>,
    /// Ladders worked out so far.
    pub(super) ladders: Vec<Climbed>,
}

/// One walk over the rules of a rubric.
#[derive(Debug)]
pub struct Walk<'a> {
    pub(super) rubric: &'a Rubric,
    pub(super) inputs: &'a Inputs,
    /// Nothing is open: what was not given is undefined, a policy, or false.
    pub(super) closed: bool,
    /// What was worked out so far.
    pub(super) known: Known,
    /// Sums as they are kept between edits; none in a fresh walk.
    pub(super) sums: &'a [Kept],
}

impl<'a> Walk<'a> {
    /// Works everything out; `closed` as if it were closed now.
    pub fn new(rubric: &'a Rubric, inputs: &'a Inputs, closed: bool) -> Result<Self> {
        let mut walk = Self {
            rubric,
            inputs,
            closed: closed || inputs.closed,
            known: Known {
                rows: Vec::with_capacity(rubric.rows.len()),
                chosen: vec![Truth::TRUE; rubric.rows.len()],
                choices: Vec::new(),
                asked: vec![Truth::TRUE; rubric.slots.len()],
                scores: vec![Interval::UNDEFINED; rubric.scores.len()],
                ladders: vec![Climbed::default(); rubric.ladders.len()],
            },
            sums: &[],
        };
        for index in 0..rubric.rows.len() {
            let now = walk.row(index, false)?;
            walk.known.rows.push(now);
        }
        for node in &rubric.order {
            if walk.is_award(*node) {
                walk.settle_comments()?;
            }
            walk.node(*node)?;
        }
        walk.settle_comments()?;
        Ok(walk)
    }

    fn is_award(&self, node: Node) -> bool {
        let Node::Ladder(ladder) = node else {
            return false;
        };
        let ladder = self.rubric.ladders.get(ladder);
        ladder.is_some_and(|ladder| ladder.kind == LadderKind::Award)
    }

    /// Whether a comment is wanted may rest on what comes after its row, such as a
    /// score that the row is in. All of it stands before the first award.
    fn settle_comments(&mut self) -> Result<()> {
        for (index, row) in self.rubric.rows.iter().enumerate() {
            let when = row.comment.when.as_ref();
            if when.is_none_or(is_of_row_alone) {
                continue;
            }
            let Some(now) = self.known.rows.get(index) else {
                continue;
            };
            let comment = self.required(index, row, now, true)?;
            if let Some(now) = self.known.rows.get_mut(index) {
                now.comment = comment;
            }
        }
        Ok(())
    }

    /// Takes a walk up where it was left; what is known has to be put back.
    pub(super) fn take_up(
        rubric: &'a Rubric,
        inputs: &'a Inputs,
        closed: bool,
        known: &mut Known,
        sums: &'a [Kept],
    ) -> Self {
        Self {
            rubric,
            inputs,
            closed: closed || inputs.closed,
            known: std::mem::take(known),
            sums,
        }
    }

    fn node(&mut self, node: Node) -> Result<()> {
        match node {
            Node::Row(row) => {
                let now = self.row(row, true)?;
                put(&mut self.known.rows, row, now);
            }
            Node::Part(part) => self.choose(part)?,
            Node::Slot(slot) => {
                let asked = self.slot_asked(slot)?;
                put(&mut self.known.asked, slot, asked);
            }
            Node::Score(score) => {
                let value = self.score(score)?;
                put(&mut self.known.scores, score, value);
            }
            Node::Ladder(ladder) => self.climb(ladder)?,
        }
        Ok(())
    }

    /// Whether a slot is asked.
    pub(super) fn slot_asked(&self, slot: usize) -> Result<Truth> {
        let slot = self.rubric.slots.get(slot);
        match slot.and_then(|slot| slot.only_when.as_ref()) {
            Some(when) => self.truth(when),
            None => Ok(Truth::TRUE),
        }
    }

    /// A score by its rule.
    pub(super) fn score(&self, score: usize) -> Result<Interval> {
        match self.rubric.scores.get(score) {
            Some(score) => self.num(&score.rule),
            None => Ok(Interval::UNDEFINED),
        }
    }

    /// What a reply to an ask may still be, as a number.
    fn ask(&self, ask: usize) -> Option<(Option<Reply>, bool)> {
        let input = self.rubric.asks.get(ask)?;
        match self.inputs.replies.get(ask).copied().flatten() {
            Some(reply) => Some((Some(reply), false)),
            None if self.closed => Some((input.defaults.first().map(|(reply, _)| *reply), false)),
            None => Some((None, true)),
        }
    }

    /// What a setting is today.
    pub(super) fn setting(&self, setting: usize) -> Option<Reply> {
        if let Some(reply) = self.inputs.settings.get(setting).copied().flatten() {
            return Some(reply);
        }
        let defaults = &self.rubric.settings.get(setting)?.defaults;
        let (first, _) = defaults.first()?;
        if defaults.len() == 1 {
            return Some(*first);
        }
        let today = self.inputs.today?;
        let mut begun = defaults
            .iter()
            .filter(|(_, from)| from.is_none_or(|from| from <= today));
        begun.next_back().map(|(reply, _)| *reply)
    }

    /// What something is worth.
    pub(super) fn value(&self, member: Member) -> Interval {
        match member {
            Member::Row(row) => self.points(row),
            Member::Score(score) => self
                .known
                .scores
                .get(score)
                .copied()
                .unwrap_or(Interval::UNDEFINED),
            Member::Ladder(_) => self.ladder_points(member),
            Member::Ask(ask) => match self.ask(ask) {
                Some((Some(Reply::Number(value)), _)) => Interval::point(value),
                Some((None, true)) => self.open_ask(ask),
                _ => Interval::UNDEFINED,
            },
            Member::Setting(setting) => match self.setting(setting) {
                Some(Reply::Number(value)) => Interval::point(value),
                _ => Interval::UNDEFINED,
            },
        }
    }

    fn open_ask(&self, ask: usize) -> Interval {
        match self.rubric.asks.get(ask).map(|ask| &ask.kind) {
            Some(crate::model::InputKind::Number(range, _)) => {
                Interval::between(Some(range.from), range.to)
            }
            Some(crate::model::InputKind::Date) => Interval::ANY,
            _ => Interval::UNDEFINED,
        }
    }

    /// The levels something may have, with none where it may be no member at all.
    pub(super) fn levels(&self, member: Member) -> Levels {
        match member {
            Member::Row(row) => self
                .known
                .rows
                .get(row)
                .map_or(Levels::UNDEFINED, |now| now.levels),
            Member::Ladder(ladder) => self
                .known
                .ladders
                .get(ladder)
                .map_or(Levels::UNDEFINED, |ladder| ladder.levels),
            Member::Ask(ask) => match self.ask(ask) {
                Some((Some(Reply::Choice(choice)), _)) => Levels::one(choice),
                Some((None, true)) => self.all_choices(ask),
                _ => Levels::UNDEFINED,
            },
            Member::Setting(setting) => match self.setting(setting) {
                Some(Reply::Choice(choice)) => Levels::one(choice),
                _ => Levels::UNDEFINED,
            },
            Member::Score(_) => Levels::UNDEFINED,
        }
    }

    fn all_choices(&self, ask: usize) -> Levels {
        let scale = match self.rubric.asks.get(ask).map(|ask| &ask.kind) {
            Some(crate::model::InputKind::Choice(scale)) => self.rubric.scales.get(*scale),
            _ => None,
        };
        match scale.and_then(|scale| scale.levels.len().checked_sub(1)) {
            Some(last) => Levels::between(0, last),
            None => Levels::UNDEFINED,
        }
    }

    /// A yes/no ask.
    pub(super) fn yes(&self, ask: usize) -> Truth {
        match self.ask(ask) {
            Some((Some(Reply::Yes(yes)), _)) => Truth::from_bool(yes),
            Some((None, true)) => Truth::OPEN,
            _ => Truth::UNDEFINED,
        }
    }

    fn ladder_points(&self, member: Member) -> Interval {
        let Member::Ladder(ladder) = member else {
            return Interval::UNDEFINED;
        };
        let scale = self.rubric.ladders.get(ladder).map(|ladder| ladder.scale);
        let scale = scale.and_then(|scale| self.rubric.scales.get(scale));
        let levels = self.levels(member);
        let each = levels.iter().filter_map(|level| {
            let marks = &scale?.levels.get(level)?.marks;
            Some(Interval::between(Some(marks.from), Some(marks.to)))
        });
        joined(each, levels.undefined)
    }

    /// The day of the assessment as a number.
    pub(super) fn today(&self) -> Interval {
        match self.inputs.today {
            Some(day) => Interval::point(Rational::whole(day)),
            None => Interval::UNDEFINED,
        }
    }
}

/// Puts a value in its place, and gives what stood there.
pub(super) fn put<T>(all: &mut [T], place: usize, value: T) -> Option<T> {
    let slot = all.get_mut(place)?;
    Some(std::mem::replace(slot, value))
}

/// Everything one of several may be.
pub(super) fn joined(each: impl Iterator<Item = Interval>, undefined: bool) -> Interval {
    let mut found: Option<Interval> = None;
    for one in each {
        found = Some(found.map_or(one, |before| before.hull(&one)));
    }
    match found {
        Some(found) if undefined => found.may_be_undefined(),
        Some(found) => found,
        None => Interval::UNDEFINED,
    }
}
