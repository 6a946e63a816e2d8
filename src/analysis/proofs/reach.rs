//! Everything that a rule rests on, at any distance, and whether it rests on
//! something that no rating decides: then nothing is claimed about it.

use super::levels::apart;
use super::visit::{self, Seen};
use crate::eval::fit;
use crate::model::{
    CommentMode, Gather, Ladder, LadderKind, Member, Num, Row, RowTest, Rubric, Truth,
};
use crate::num::Levels;

/// What rules rest on.
#[derive(Clone, Debug)]
pub(super) struct Reach<'a> {
    rubric: &'a Rubric,
    /// By row, ask, slot, score and ladder.
    pub(super) rows: Vec<bool>,
    pub(super) asks: Vec<bool>,
    pub(super) slots: Vec<bool>,
    pub(super) scores: Vec<bool>,
    ladders: Vec<bool>,
    parts: Vec<bool>,
    /// A setting, a day, a code, an override, a comment, what is counted of a
    /// file, or whether there is a number at all is looked at.
    pub(super) vague: bool,
    /// Whether points are looked at, so that any two levels may differ.
    pub(super) points: bool,
    /// By scale, the levels that some test tells from the one below.
    pub(super) told: Vec<Levels>,
    todo: Vec<Thing>,
}

#[derive(Clone, Copy, Debug)]
enum Thing {
    Row(usize),
    Part(usize),
    Slot(usize),
    Score(usize),
    Ladder(usize),
}

impl<'a> Reach<'a> {
    pub(super) fn new(rubric: &'a Rubric) -> Self {
        Self {
            rubric,
            rows: vec![false; rubric.rows.len()],
            asks: vec![false; rubric.asks.len()],
            slots: vec![false; rubric.slots.len()],
            scores: vec![false; rubric.scores.len()],
            ladders: vec![false; rubric.ladders.len()],
            parts: vec![false; rubric.parts.len()],
            vague: false,
            points: false,
            told: vec![Levels::default(); rubric.scales.len()],
            todo: Vec::new(),
        }
    }

    /// What a ladder rests on.
    pub(super) fn of_ladder(rubric: &'a Rubric, ladder: usize) -> Self {
        let mut reach = Self::new(rubric);
        reach.ladder(ladder);
        reach.follow();
        reach
    }

    /// A condition, and what it rests on.
    pub(super) fn truth(&mut self, rule: &Truth) {
        visit::truth(rule, &mut |seen| self.see(seen));
        self.follow();
    }

    /// A ladder, whatever it was overruled to.
    pub(super) fn ladder(&mut self, ladder: usize) {
        if mark(&mut self.ladders, ladder) {
            self.todo.push(Thing::Ladder(ladder));
        }
    }

    /// A score.
    pub(super) fn score(&mut self, score: usize) {
        if mark(&mut self.scores, score) {
            self.todo.push(Thing::Score(score));
        }
    }

    /// A row.
    pub(super) fn row(&mut self, row: usize) {
        if mark(&mut self.rows, row) {
            self.todo.push(Thing::Row(row));
        }
    }

    /// A slot.
    fn slot(&mut self, slot: usize) {
        if mark(&mut self.slots, slot) {
            self.todo.push(Thing::Slot(slot));
        }
    }

    fn part(&mut self, part: Option<usize>) {
        if let Some(part) = part
            && mark(&mut self.parts, part)
        {
            self.todo.push(Thing::Part(part));
        }
    }

    /// Goes on until nothing new is found.
    pub(super) fn follow(&mut self) {
        let rubric = self.rubric;
        while let Some(thing) = self.todo.pop() {
            match thing {
                Thing::Row(row) => {
                    if let Some(found) = rubric.rows.get(row) {
                        self.vague |= is_vague(rubric, row, found);
                        self.points |= !found.at_most.is_empty();
                        self.part(found.part);
                    }
                    visit::row(rubric, row, &mut |seen| self.see(seen));
                }
                Thing::Part(part) => self.follow_part(part),
                Thing::Slot(slot) => {
                    let when = rubric
                        .slots
                        .get(slot)
                        .and_then(|slot| slot.only_when.as_ref());
                    if let Some(when) = when {
                        visit::truth(when, &mut |seen| self.see(seen));
                    }
                }
                Thing::Score(score) => {
                    if let Some(score) = rubric.scores.get(score) {
                        visit::num(&score.rule, &mut |seen| self.see(seen));
                    }
                }
                Thing::Ladder(ladder) => {
                    visit::ladder(rubric, ladder, &mut |seen| self.see(seen));
                }
            }
        }
    }

    /// A part that chooses looks at every row in it.
    fn follow_part(&mut self, part: usize) {
        let rubric = self.rubric;
        let Some(found) = rubric.parts.get(part) else {
            return;
        };
        if let Some(when) = &found.only_when {
            visit::truth(when, &mut |seen| self.see(seen));
        }
        self.part(found.parent);
        if found.choose.is_some() {
            self.points = true;
            for (row, inner) in rubric.rows.iter().enumerate() {
                if is_inside(rubric, inner.part, part) {
                    self.row(row);
                }
            }
        }
    }

    /// Awards look at every comment that is required.
    pub(super) fn comments(&mut self) {
        let rubric = self.rubric;
        let award = |ladder: &Ladder| ladder.kind == LadderKind::Award;
        if rubric.ladders.iter().any(award) {
            for (row, found) in rubric.rows.iter().enumerate() {
                if found.comment.mode == CommentMode::Required {
                    self.row(row);
                }
            }
        }
    }

    /// What of a row is looked at: its points, or which levels.
    fn levels(&mut self, seen: &Seen<'_>) {
        match seen {
            Seen::Test(RowTest::Level(cmp, bars)) => {
                for (scale, bar) in bars {
                    if let Some(told) = self.told.get_mut(*scale) {
                        *told = told.union(apart(*cmp, *bar));
                    }
                }
            }
            Seen::Num(Num::Gather(gather, ..)) => self.points |= *gather != Gather::Count,
            Seen::Set(set) => self.points |= set.pick.is_some(),
            Seen::Num(Num::Shares(_) | Num::Of(Member::Row(_)))
            | Seen::Test(RowTest::Points(..)) => self.points = true,
            _ => {}
        }
    }

    fn see(&mut self, seen: Seen<'_>) {
        self.levels(&seen);
        match seen {
            Seen::Setting => self.vague = true,
            Seen::Member(member) => match member {
                Member::Row(row) => self.row(row),
                Member::Score(score) => self.score(score),
                Member::Ladder(ladder) => {
                    let known = self.rubric.ladders.get(ladder);
                    self.vague |= known.is_some_and(|known| known.overruled.is_some());
                    self.ladder(ladder);
                }
                Member::Ask(ask) => {
                    mark(&mut self.asks, ask);
                }
                Member::Setting(_) => self.vague = true,
            },
            Seen::Num(Num::Fact(_, slot)) => {
                self.vague = true;
                self.slot(*slot);
            }
            Seen::Num(Num::Today)
            | Seen::Truth(Truth::HasScore(_))
            | Seen::Test(RowTest::HasScore | RowTest::HasComment | RowTest::Shown) => {
                self.vague = true;
            }
            Seen::Truth(Truth::Rung(ladder, _)) => self.ladder(*ladder),
            Seen::Truth(Truth::Complete(Some(slot))) => self.slot(*slot),
            Seen::Truth(Truth::Complete(None)) => {
                (0..self.slots.len()).for_each(|slot| self.slot(slot));
            }
            _ => {}
        }
    }
}

fn mark(marks: &mut [bool], place: usize) -> bool {
    let slot = marks.get_mut(place);
    slot.is_some_and(|slot| !std::mem::replace(slot, true))
}

/// Whether something besides its rating says what a row is: a day, a code, or a
/// policy that counts as what nobody can rate.
fn is_vague(rubric: &Rubric, index: usize, row: &Row) -> bool {
    let coded = |code: &crate::model::Code| code.sets.iter().any(|(reached, _)| *reached == index);
    let policy = row.unanswered.is_some_and(|value| fit(row, value).is_err());
    row.counts_from.is_some() || row.retired.is_some() || policy || rubric.codes.iter().any(coded)
}

/// Whether a part is another one, or stands inside it.
pub(super) fn is_inside(rubric: &Rubric, part: Option<usize>, wanted: usize) -> bool {
    let mut around = part;
    while let Some(part) = around {
        if part == wanted {
            return true;
        }
        around = rubric.parts.get(part).and_then(|part| part.parent);
    }
    false
}
