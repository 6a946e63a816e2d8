//! The small models all tests are built of.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::*;
use crate::model::{
    Cmp, Comment, Compare, Gather, Ladder, LadderKind, Level, Marks, Member, Need, Node, Num,
    Quantity, Range, Row, RowKind, RowTest, Rubric, Rung, Scale, Score, Set, Shown, Truth as Rule,
};
use crate::num::{Interval, Rational};

pub(crate) fn r(n: i64, d: i64) -> Rational {
    Rational::new(i128::from(n), i128::from(d)).unwrap()
}

pub(crate) fn w(n: i64) -> Rational {
    Rational::whole(n)
}

pub(crate) fn row(kind: RowKind) -> Row {
    Row {
        name: String::new(),
        label: String::new(),
        about: None,
        tags: Vec::new(),
        weight: None,
        part: None,
        kind,
        lower: false,
        levels: Vec::new(),
        bonus: false,
        adds_nothing: false,
        not_scored: false,
        leave_out: None,
        not_applicable: None,
        unanswered: None,
        only_when: None,
        counts_from: None,
        retired: None,
        counts_as: Vec::new(),
        at_most: Vec::new(),
        comment: Comment::default(),
        shown_by: Vec::new(),
        aligns: Vec::new(),
    }
}

/// A criterion; its scale has the index of its row.
pub(crate) fn levels(points: &[i64]) -> Row {
    row(RowKind::Criterion {
        scale: 0,
        offered: (0, points.len() - 1),
        marks: points.iter().map(|one| Marks::point(w(*one))).collect(),
        worked: None,
    })
}

pub(crate) fn check(points: i64) -> Row {
    row(RowKind::Check {
        points: w(points),
        worked: None,
    })
}

pub(crate) fn number(from: i64, to: i64) -> Row {
    row(RowKind::Number(Range {
        from: w(from),
        to: Some(w(to)),
        step: Some(Rational::ONE),
        list: Vec::new(),
    }))
}

/// A rubric of these rows, each criterion with a scale of its own.
pub(crate) fn rubric(rows: Vec<Row>) -> Rubric {
    let mut made = Rubric {
        rows,
        ..Rubric::default()
    };
    for (index, row) in made.rows.iter_mut().enumerate() {
        let mut own = Scale::default();
        if let RowKind::Criterion { scale, marks, .. } = &mut row.kind {
            *scale = index;
            own.levels = marks.iter().map(|marks| level(marks.clone())).collect();
        }
        made.scales.push(own);
    }
    made
}

fn level(marks: Marks) -> Level {
    Level {
        name: String::new(),
        label: String::new(),
        description: None,
        marks,
        aligns: Vec::new(),
    }
}

pub(crate) fn all(rubric: &Rubric) -> Set {
    Set {
        members: (0..rubric.rows.len()).map(Member::Row).collect(),
        ..Set::default()
    }
}

pub(crate) fn score(rubric: &mut Rubric, rule: Num) -> usize {
    let index = rubric.scores.len();
    rubric.scores.push(Score {
        name: String::new(),
        label: String::new(),
        shown: Shown::Plain,
        rule,
        place: Default::default(),
    });
    rubric.order.push(Node::Score(index));
    index
}

pub(crate) fn gather(rubric: &mut Rubric, how: Gather) -> usize {
    let set = all(rubric);
    score(rubric, Num::Gather(how, Box::new(set), false))
}

pub(crate) fn need(rule: Rule) -> Need {
    Need {
        rule,
        text: String::new(),
        said: String::new(),
        message: None,
        percent: false,
    }
}

/// A ladder, best rung first, with an `otherwise`; its scale is its own.
pub(crate) fn ladder(rubric: &mut Rubric, kind: LadderKind, rungs: Vec<Vec<Rule>>) -> usize {
    let (index, scale, top) = (rubric.ladders.len(), rubric.scales.len(), rungs.len());
    rubric.scales.push(Scale {
        levels: (0..=top)
            .map(|at| level(Marks::point(w(at as i64))))
            .collect(),
        ..Scale::default()
    });
    let rungs = rungs.into_iter().enumerate().map(|(place, needs)| Rung {
        name: String::new(),
        label: String::new(),
        level: top - place,
        needs: needs.into_iter().map(need).collect(),
        aligns: Vec::new(),
    });
    rubric.ladders.push(Ladder {
        name: String::new(),
        label: String::new(),
        about: None,
        kind,
        scale,
        nevers: Vec::new(),
        rungs: rungs.collect(),
        otherwise: Some((String::new(), String::new(), 0)),
        until_then: None,
        overruled: None,
        aligns: Vec::new(),
    });
    rubric.order.push(Node::Ladder(index));
    index
}

pub(crate) fn at_least(rubric: &Rubric, level: usize) -> RowTest {
    RowTest::Level(
        Cmp::Ge,
        (0..rubric.rows.len()).map(|row| (row, level)).collect(),
    )
}

pub(crate) fn every(rubric: &Rubric, test: RowTest) -> Rule {
    Rule::Quantified(Quantity::Every, Box::new(all(rubric)), Box::new(test))
}

pub(crate) fn met(row: usize) -> Rule {
    Rule::Test(Member::Row(row), Box::new(RowTest::Met))
}

pub(crate) fn compare(cmp: Cmp, left: Num, right: i64) -> Rule {
    Rule::Compare(Box::new(Compare {
        cmp,
        left,
        right: Num::Constant(w(right)),
    }))
}

pub(crate) fn rated(level: usize) -> Answer {
    Answer::Rated(Value::Level(level))
}

pub(crate) fn of(rubric: &Rubric, answers: &[Answer]) -> Inputs {
    Inputs {
        answers: answers.to_vec(),
        ..Inputs::new(rubric)
    }
}

pub(crate) fn run(rubric: &Rubric, answers: &[Answer]) -> Outcome {
    outcome(rubric, &of(rubric, answers)).unwrap()
}

pub(crate) fn between(lo: Rational, hi: Rational) -> Interval {
    Interval::between(Some(lo), Some(hi))
}
