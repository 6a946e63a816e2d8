//! Everything that may be done in a small assessment, written out for an exhaustive search.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use crate::eval::tests::w;
use crate::eval::{Answer, Inputs, Remark};
use crate::model::{CommentMode, InputKind, Marks, Reply, RowKind, Rubric, Value};

/// More words than any rule of these tests asks for.
const MOST_WORDS: i64 = 6;

/// One thing that may be done: what it makes of the inputs, and its cost: levels, first ratings.
#[derive(Clone)]
pub(super) struct Deed {
    pub(super) levels: usize,
    pub(super) first: usize,
    pub(super) give: Give,
}

#[derive(Clone)]
pub(super) enum Give {
    Row(usize, Option<Value>, bool),
    Ask(usize, Reply),
    /// Completed with so many words.
    Slot(usize, i64),
}

/// The values of a row, the worst first, with the level each stands on.
pub(super) fn ladder_of(rubric: &Rubric, row: usize) -> Vec<(Value, usize)> {
    match &rubric.rows[row].kind {
        RowKind::Criterion { marks, .. } => marks
            .iter()
            .enumerate()
            .flat_map(|(level, marks)| of_level(marks, level, rubric.rows[row].lower))
            .collect(),
        RowKind::Check { points, .. } if *points < w(0) => {
            vec![(Value::Met(true), 0), (Value::Met(false), 1)]
        }
        RowKind::Check { .. } => vec![(Value::Met(false), 0), (Value::Met(true), 1)],
        RowKind::Number(range) => {
            let all = (0..3).map(|step| range.from.add(w(step)).unwrap());
            let mut all: Vec<_> = all.filter(|value| Some(*value) <= range.to).collect();
            if rubric.rows[row].lower {
                all.reverse();
            }
            all.into_iter().map(Value::Number).zip(0..).collect()
        }
    }
}

/// The marks of a level, the worst first: fewer may be better.
fn of_level(marks: &Marks, level: usize, lower: bool) -> Vec<(Value, usize)> {
    let mut all = vec![(Value::Level(level), level)];
    if marks.points().is_none() {
        let each = (0..3).map(|step| marks.from.add(w(step)).unwrap());
        let mut each: Vec<_> = each.filter(|mark| *mark <= marks.to).collect();
        if lower {
            each.reverse();
        }
        all.extend(
            each.into_iter()
                .map(|mark| (Value::Mark(level, mark), level)),
        );
    }
    all
}

/// Everything that may be done, by what it is done to.
pub(super) fn deeds(rubric: &Rubric, given: &Inputs) -> Vec<Vec<Deed>> {
    let mut all = Vec::new();
    for row in 0..rubric.rows.len() {
        if rubric.rows[row].is_worked_out() {
            continue;
        }
        if given.answers[row] == Answer::LeftOut {
            continue;
        }
        let ladder = ladder_of(rubric, row);
        let (from, first) = match given.answers[row] {
            Answer::Rated(value) => (
                Some(ladder.iter().position(|(one, _)| *one == value).unwrap()),
                0,
            ),
            _ => (None, 1),
        };
        let better = ladder.iter().enumerate();
        let better = better.filter(|(place, _)| from.is_none_or(|from| *place > from));
        let base = from.map_or(0, |from| ladder[from].1);
        let mut own: Vec<(Option<Value>, usize)> = better
            .map(|(_, (value, level))| (Some(*value), level - base))
            .collect();
        own.push((None, 0));
        let may_comment = rubric.rows[row].comment.mode != CommentMode::None
            && given.remarks[row] == Remark::None;
        let mut options = Vec::new();
        for (value, levels) in own {
            for comment in [false, true] {
                let nothing = value.is_none() && !comment;
                if !nothing && (may_comment || !comment) {
                    options.push(Deed {
                        levels,
                        first,
                        give: Give::Row(row, value, comment),
                    });
                }
            }
        }
        all.push(options);
    }
    others(rubric, given, &mut all);
    all
}

fn others(rubric: &Rubric, given: &Inputs, all: &mut Vec<Vec<Deed>>) {
    for ask in 0..rubric.asks.len() {
        let replies = match rubric.asks[ask].kind {
            InputKind::YesNo => vec![Reply::Yes(false), Reply::Yes(true)],
            _ => Vec::new(),
        };
        if given.replies[ask].is_none() {
            let deed = |reply| Deed {
                levels: 0,
                first: 1,
                give: Give::Ask(ask, reply),
            };
            all.push(replies.into_iter().map(deed).collect());
        }
    }
    for slot in 0..rubric.slots.len() {
        let words = (0..=MOST_WORDS).map(|words| Deed {
            levels: 0,
            first: 1,
            give: Give::Slot(slot, words),
        });
        all.push(words.collect());
    }
}
