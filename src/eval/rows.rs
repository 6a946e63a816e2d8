//! What a row is now: its state, whether it is a member of sets, and the
//! levels and points it may have once its properties are applied.

use super::answer::{Answer, Remark};
use super::possible::{
    Possible, anything, capped, check, mixed, of_value, points_of, worked_value,
};
use super::values::RowState;
use super::walk::{Result, Walk};
use crate::model::{Coded, CommentMode, Row, RowKind, Value};
use crate::num::{Interval, Levels, Rational, Truth};

/// A row as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Now {
    pub(super) state: RowState,
    /// The rating as given, or as worked out.
    pub(super) level: Option<Value>,
    /// What counts, where it differs.
    pub(super) counted: Option<Value>,
    pub(super) levels: Levels,
    pub(super) points: Interval,
    pub(super) met: Truth,
    /// Whether it is a member of sets, what parts choose aside.
    pub(super) base: Truth,
    /// The same where left-out rows are members too.
    pub(super) here: Truth,
    pub(super) answered: Truth,
    pub(super) left_out: Truth,
    pub(super) commented: Truth,
    pub(super) shown: Truth,
    pub(super) code: Option<usize>,
    /// Whether the comment it requires is there; true where none is.
    pub(super) comment: Truth,
    /// Whether it is asked.
    pub(super) asked: Truth,
    /// Whether it is a member once it is asked.
    pub(super) stays: Truth,
    /// Whether it is to be rated by hand, and counts in the progress.
    pub(super) by_hand: bool,
}

impl Now {
    /// Whether it is rated and a comment that it may require is missing.
    pub(super) fn lacks_comment(&self) -> bool {
        self.state == RowState::Rated && self.comment.can_be_undefined()
    }
}

impl Walk<'_> {
    /// Works a row out; its conditions only in its turn.
    pub(super) fn row(&self, index: usize, in_turn: bool) -> Result<Now> {
        let Some(row) = self.rubric.rows.get(index) else {
            return Ok(self.nothing());
        };
        let answer = self.inputs.answers.get(index).copied().unwrap_or_default();
        let code = self.code_on(index);
        let asked = if in_turn {
            self.asked_row(row)?
        } else {
            self.by_date(row.retired, false)
        };
        let scored = self.scored(row, code.map(|(_, coded)| coded));
        let own = if row.is_worked_out() && !in_turn {
            Possible::UNDEFINED
        } else {
            self.own(row, answer, code.map(|(_, coded)| coded))?
        };
        let counts = if in_turn {
            self.counting(row, own)?
        } else {
            own
        };
        let mut now = self.stand(row, answer, asked, scored, counts);
        now.code = code.map(|(code, _)| code);
        if now.code.is_some() && now.state != RowState::NotScored && now.state != RowState::NotAsked
        {
            now.state = RowState::Rated;
            now.level = coded_value(code.map(|(_, coded)| coded));
            (now.answered, now.left_out) = (Truth::TRUE, Truth::FALSE);
            now.stays = scored;
            now.base = asked.and(scored);
            now.here = now.base;
        }
        now.counted = counted(row, &now, counts);
        now.commented = self.commented(index);
        now.shown = self.shown(index);
        now.comment = self.required(index, row, &now, in_turn)?;
        Ok(now)
    }

    fn nothing(&self) -> Now {
        Now {
            state: RowState::NotAsked,
            level: None,
            counted: None,
            levels: Levels::UNDEFINED,
            points: Interval::UNDEFINED,
            met: Truth::UNDEFINED,
            base: Truth::FALSE,
            here: Truth::FALSE,
            answered: Truth::FALSE,
            left_out: Truth::FALSE,
            commented: Truth::FALSE,
            shown: Truth::FALSE,
            code: None,
            comment: Truth::TRUE,
            asked: Truth::FALSE,
            stays: Truth::FALSE,
            by_hand: false,
        }
    }

    /// The code that reaches a row, if one was given.
    fn code_on(&self, row: usize) -> Option<(usize, Coded)> {
        self.inputs.codes.iter().find_map(|(code, on)| {
            let found = self.rubric.codes.get(*code)?;
            if found.this_row && *on != Some(row) {
                return None;
            }
            let set = found.sets.iter().find(|(reached, _)| *reached == row)?;
            Some((*code, set.1))
        })
    }

    /// Whether a day has come; unknown without today.
    fn by_date(&self, from: Option<i64>, then: bool) -> Truth {
        match (from, self.inputs.today) {
            (None, _) => Truth::TRUE,
            (Some(_), None) => Truth::UNDEFINED,
            (Some(from), Some(today)) => Truth::from_bool((today >= from) == then),
        }
    }

    /// Whether a row is asked: its own condition, those of the parts around it, and its end.
    fn asked_row(&self, row: &Row) -> Result<Truth> {
        let mut asked = self.by_date(row.retired, false);
        if let Some(when) = &row.only_when {
            asked = asked.and(self.truth(when)?);
        }
        let mut around = row.part;
        while let Some(part) = around.and_then(|part| self.rubric.parts.get(part)) {
            if let Some(when) = &part.only_when {
                asked = asked.and(self.truth(when)?);
            }
            around = part.parent;
        }
        Ok(asked)
    }

    fn scored(&self, row: &Row, code: Option<Coded>) -> Truth {
        if row.not_scored || code == Some(Coded::NotScored) {
            return Truth::FALSE;
        }
        self.by_date(row.counts_from, true)
    }

    /// What the rating, the code or the rule of a row makes it.
    fn own(&self, row: &Row, answer: Answer, code: Option<Coded>) -> Result<Possible> {
        match code {
            Some(Coded::Value(value)) => return Ok(of_value(row, value, true)),
            Some(Coded::Zero) => {
                return Ok(Possible {
                    points: Interval::point(Rational::ZERO),
                    ..Possible::UNDEFINED
                });
            }
            Some(Coded::NoScore | Coded::NotScored) => return Ok(Possible::UNDEFINED),
            None => {}
        }
        if row.is_worked_out() {
            return self.worked(row);
        }
        Ok(match answer {
            Answer::Rated(value) => of_value(row, value, self.closed),
            Answer::LeftOut => match row.not_applicable {
                Some(value) => of_value(row, value, true),
                None => Possible::UNDEFINED,
            },
            Answer::Unanswered if self.closed => match row.unanswered {
                Some(value) => of_value(row, value, true),
                None => Possible::UNDEFINED,
            },
            Answer::Unanswered => {
                let any = anything(row);
                match row.not_applicable {
                    Some(value) => any.union(of_value(row, value, true)),
                    None => any,
                }
            }
        })
    }

    fn worked(&self, row: &Row) -> Result<Possible> {
        Ok(match &row.kind {
            RowKind::Criterion {
                worked: Some(ladder),
                marks,
                ..
            } => {
                let levels = self
                    .known
                    .ladders
                    .get(*ladder)
                    .map_or(Levels::UNDEFINED, |found| found.levels);
                Possible {
                    levels,
                    points: points_of(marks, levels),
                    met: Truth::UNDEFINED,
                }
            }
            RowKind::Check {
                worked: Some(when), ..
            } => {
                let met = self.truth(when)?;
                check(row, met)
            }
            _ => Possible::UNDEFINED,
        })
    }

    /// `counts as`, the first that holds; then `at most`.
    fn counting(&self, row: &Row, own: Possible) -> Result<Possible> {
        let mut found = own;
        for (value, when) in row.counts_as.iter().rev() {
            let truth = self.truth(when)?;
            found = mixed(truth, of_value(row, *value, true), found);
        }
        let mut caps = Vec::with_capacity(row.at_most.len());
        for (value, when) in &row.at_most {
            caps.push((*value, self.truth(when)?));
        }
        // The order in which they are written must not matter where one of them is undefined.
        crate::num::sort_by_key(&mut caps, |(_, truth)| *truth != Truth::TRUE);
        for (value, truth) in caps {
            if truth != Truth::FALSE {
                found = mixed(truth, capped(row, found, value), found);
            }
        }
        Ok(found)
    }

    /// State and membership, from the rating and the conditions.
    fn stand(
        &self,
        row: &Row,
        answer: Answer,
        asked: Truth,
        scored: Truth,
        counts: Possible,
    ) -> Now {
        let worked = row.is_worked_out();
        let waits = answer == Answer::Unanswered && !worked;
        let (state, level) = match answer {
            _ if asked == Truth::FALSE => (RowState::NotAsked, None),
            _ if scored == Truth::FALSE => (RowState::NotScored, answer.value()),
            _ if worked => match worked_value(row, counts) {
                Some(value) => (RowState::Rated, Some(value)),
                None => (RowState::Unanswered, None),
            },
            Answer::Unanswered => (RowState::Unanswered, None),
            Answer::LeftOut => (RowState::LeftOut, None),
            Answer::Rated(value) => (RowState::Rated, Some(value)),
        };
        let here = asked.and(scored);
        let leaves = row.leave_out.is_some() || row.not_applicable.is_some();
        let may_leave = waits && !self.closed && leaves;
        let stays = match answer {
            Answer::LeftOut if row.not_applicable.is_none() => Truth::FALSE,
            _ if may_leave && row.not_applicable.is_none() => scored.and(Truth::OPEN),
            _ => scored,
        };
        let unasked = matches!(state, RowState::NotAsked | RowState::NotScored);
        Now {
            state,
            level,
            levels: counts.levels,
            points: counts.points,
            met: counts.met,
            base: asked.and(stays),
            here,
            answered: match answer {
                _ if worked => counts.has_value(),
                Answer::Rated(_) => Truth::TRUE,
                Answer::LeftOut => Truth::FALSE,
                Answer::Unanswered if self.closed => Truth::FALSE,
                Answer::Unanswered => Truth::OPEN,
            },
            left_out: match answer {
                Answer::LeftOut => Truth::TRUE,
                _ if may_leave => Truth::OPEN,
                _ => Truth::FALSE,
            },
            asked,
            stays,
            by_hand: !worked && !unasked && state != RowState::LeftOut,
            ..self.nothing()
        }
    }

    fn commented(&self, row: usize) -> Truth {
        match self.inputs.remarks.get(row) {
            Some(Remark::Text | Remark::Link) => Truth::TRUE,
            _ if self.closed || self.inputs.shut.comment(row) => Truth::FALSE,
            _ => Truth::OPEN,
        }
    }

    fn shown(&self, row: usize) -> Truth {
        match self.inputs.shown.get(row) {
            Some(true) => Truth::TRUE,
            _ if self.closed || self.inputs.shut.evidence(row) => Truth::FALSE,
            _ => Truth::OPEN,
        }
    }

    /// A comment that is required: unknown while the row is open, undefined once it is rated without.
    pub(super) fn required(
        &self,
        index: usize,
        row: &Row,
        now: &Now,
        in_turn: bool,
    ) -> Result<Truth> {
        if row.comment.mode != CommentMode::Required {
            return Ok(Truth::TRUE);
        }
        let there = match self.inputs.remarks.get(index) {
            Some(Remark::Link) => true,
            Some(Remark::Text) => !row.comment.link,
            _ => false,
        };
        let missing = match now.state {
            RowState::LeftOut | RowState::NotAsked | RowState::NotScored => return Ok(Truth::TRUE),
            _ if there => return Ok(Truth::TRUE),
            RowState::Rated => Truth::UNDEFINED,
            RowState::Unanswered if self.closed => return Ok(Truth::TRUE),
            RowState::Unanswered => Truth::of(true, false, true),
        };
        // Once it is not asked, none is wanted.
        let missing = now.here.not().or(missing);
        match &row.comment.when {
            None => Ok(missing),
            Some(test) if in_turn => {
                let needed = self.test_now(now, crate::model::Member::Row(index), test)?;
                Ok(needed.not().or(missing))
            }
            Some(_) => Ok(Truth::OPEN),
        }
    }

    /// The points of a row by itself: none where it is no member.
    pub(super) fn points(&self, row: usize) -> Interval {
        let Some(now) = self.known.rows.get(row) else {
            return Interval::UNDEFINED;
        };
        let base = now
            .base
            .and(self.known.chosen.get(row).copied().unwrap_or(Truth::TRUE));
        if !base.can_be_true() {
            Interval::UNDEFINED
        } else if base == Truth::TRUE {
            now.points
        } else {
            now.points.may_be_undefined()
        }
    }
}

fn coded_value(coded: Option<Coded>) -> Option<Value> {
    match coded {
        Some(Coded::Value(value)) => Some(value),
        _ => None,
    }
}

/// What counts where it is not what was given.
fn counted(row: &Row, now: &Now, counts: Possible) -> Option<Value> {
    if !now.base.can_be_true() {
        return None;
    }
    let found = match &row.kind {
        RowKind::Criterion { .. } => {
            let level = counts.levels.known()?;
            match (now.level, counts.points.known()) {
                (Some(Value::Mark(rated, mark)), points)
                    if rated == level && points == Some(mark) =>
                {
                    return None;
                }
                _ => Value::Level(level),
            }
        }
        RowKind::Check { .. } if counts.met == Truth::TRUE => Value::Met(true),
        RowKind::Check { .. } if counts.met == Truth::FALSE => Value::Met(false),
        RowKind::Check { .. } => return None,
        RowKind::Number(_) => Value::Number(counts.points.known()?),
    };
    (now.level != Some(found)).then_some(found)
}
