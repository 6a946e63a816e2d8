//! Random small rubrics, what they may be given, and everything that may come of it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests::*;
use super::*;
use crate::model::{
    Cmp, Gather, InputKind, Marks, Member, Node, Num, Reply, Row, RowKind, RowTest, Rubric,
    Truth as Rule,
};

/// The generator of Numerical Recipes: the same rubrics on every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    pub(crate) fn one_in(&mut self, of: usize) -> bool {
        self.roll(of) == 0
    }
}

/// What random rubrics may have in them.
#[derive(Clone, Copy, Default)]
pub(crate) struct Mix {
    pub(crate) conditions: bool,
    pub(crate) lower: bool,
    pub(crate) negative: bool,
    pub(crate) bonus: bool,
    pub(crate) leave_out: bool,
    pub(crate) weights: bool,
    pub(crate) even: bool,
    /// Range levels, rows that add nothing, policies for what is unanswered.
    pub(crate) all: bool,
}

pub(crate) const GATHERS: [Gather; 10] = [
    Gather::Sum,
    Gather::Mean,
    Gather::Median,
    Gather::Lowest,
    Gather::Highest,
    Gather::WeightedMean,
    Gather::WeightedSum,
    Gather::Percent,
    Gather::WeightedPercent,
    Gather::Count,
];

pub(crate) fn random_row(dice: &mut Dice, mix: Mix) -> Row {
    let least = if mix.negative && dice.one_in(3) {
        -2
    } else {
        i64::from(!mix.even && dice.one_in(3))
    };
    let step = |dice: &mut Dice| 1 + i64::try_from(dice.roll(2)).unwrap();
    let mut made = match dice.roll(4) {
        _ if mix.even => levels(&[0, 1, 3]),
        0 => check(step(dice)),
        1 => number(least, least + 2),
        _ if dice.one_in(2) => levels(&[least, least + step(dice)]),
        _ => levels(&[least, least + 1, least + 1 + step(dice)]),
    };
    made.lower = mix.lower && dice.one_in(3);
    made.bonus = mix.bonus && dice.one_in(4);
    if mix.leave_out && dice.one_in(2) {
        made.leave_out = Some(false);
    }
    if mix.all {
        made.adds_nothing = dice.one_in(6);
        if let RowKind::Criterion { marks, .. } = &mut made.kind
            && dice.one_in(3)
            && let Some(last) = marks.last_mut()
        {
            last.to = last.from.add(w(2)).unwrap();
        }
    }
    if mix.weights && dice.one_in(2) {
        made.weight = Some(w(2));
    }
    made
}

pub(crate) fn random_rubric(dice: &mut Dice, mix: Mix) -> Rubric {
    let count = 3 + dice.roll(if mix.leave_out { 2 } else { 3 });
    let rows = (0..count).map(|_| random_row(dice, mix)).collect();
    let mut made = rubric(rows);
    if mix.conditions {
        // What a row rests on stands before it.
        for index in 1..count {
            let before = dice.roll(index);
            let when = Rule::Test(
                Member::Row(before),
                Box::new(RowTest::Points(Cmp::Gt, Box::new(Num::Constant(w(0))))),
            );
            match dice.roll(6) {
                0 => made.rows[index].only_when = Some(when),
                1 => {
                    let value = some_value(&made, index, dice);
                    made.rows[index].counts_as.push((value, when));
                }
                2 => {
                    let value = some_value(&made, index, dice);
                    made.rows[index].at_most.push((value, when));
                }
                3 => made.rows[index].not_applicable = Some(some_value(&made, index, dice)),
                _ => {}
            }
            made.order.push(Node::Row(index));
        }
    }
    made
}

pub(crate) fn some_value(rubric: &Rubric, row: usize, dice: &mut Dice) -> Value {
    match &rubric.rows[row].kind {
        RowKind::Criterion { marks, .. } => Value::Level(dice.roll(marks.len())),
        RowKind::Check { .. } => Value::Met(dice.one_in(2)),
        RowKind::Number(range) => Value::Number(range.from.add(w(1)).unwrap()),
    }
}

/// All a row may be given; of a range level its marks.
pub(crate) fn choices(rubric: &Rubric, row: usize) -> Vec<Answer> {
    let found = &rubric.rows[row];
    if found.is_worked_out() {
        return vec![Answer::Unanswered];
    }
    let all: Vec<Value> = match &found.kind {
        RowKind::Criterion { marks, .. } => (0..marks.len())
            .flat_map(|level| of_level(&marks[level], level))
            .collect(),
        RowKind::Check { .. } => vec![Value::Met(false), Value::Met(true)],
        RowKind::Number(range) => (0..3)
            .map(|step| Value::Number(range.from.add(w(step)).unwrap()))
            .collect(),
    };
    let mut answers: Vec<Answer> = all.into_iter().map(Answer::Rated).collect();
    if may_leave_out(found, true).is_ok() {
        answers.push(Answer::LeftOut);
    }
    answers
}

fn of_level(marks: &Marks, level: usize) -> Vec<Value> {
    match marks.points() {
        Some(_) => vec![Value::Level(level)],
        None => vec![Value::Mark(level, marks.from), Value::Mark(level, marks.to)],
    }
}

/// What may still come of an answer.
fn later(rubric: &Rubric, row: usize, answer: Answer) -> Vec<Answer> {
    match (answer, &rubric.rows[row].kind) {
        (Answer::Unanswered, _) => choices(rubric, row),
        (Answer::Rated(Value::Level(level)), RowKind::Criterion { marks, .. }) => {
            of_level(&marks[level], level)
                .into_iter()
                .map(Answer::Rated)
                .collect()
        }
        _ => vec![answer],
    }
}

/// All an ask may be told: a number of 0 to 2, or yes and no.
pub(crate) fn replies(rubric: &Rubric, ask: usize) -> Vec<Reply> {
    match rubric.asks[ask].kind {
        InputKind::YesNo => vec![Reply::Yes(false), Reply::Yes(true)],
        InputKind::Choice(_) => vec![Reply::Choice(0), Reply::Choice(1)],
        _ => (0..3).map(|value| Reply::Number(w(value))).collect(),
    }
}

/// About half of everything given.
pub(crate) fn partial(rubric: &Rubric, dice: &mut Dice) -> Inputs {
    let mut inputs = Inputs::new(rubric);
    for row in 0..rubric.rows.len() {
        let all = choices(rubric, row);
        if dice.one_in(2) {
            inputs.answers[row] = all[dice.roll(all.len())];
            if let Answer::Rated(Value::Mark(level, _)) = inputs.answers[row]
                && dice.one_in(2)
            {
                inputs.answers[row] = rated(level);
            }
        }
    }
    for ask in 0..rubric.asks.len() {
        let all = replies(rubric, ask);
        inputs.replies[ask] = dice.one_in(2).then(|| all[dice.roll(all.len())]);
    }
    inputs
}

/// Everything that one more answer makes of these inputs.
pub(crate) fn steps(rubric: &Rubric, given: &Inputs) -> Vec<Inputs> {
    let mut all = Vec::new();
    for row in 0..rubric.rows.len() {
        for answer in later(rubric, row, given.answers[row]) {
            let mut next = given.clone();
            next.answers[row] = answer;
            all.push(next);
        }
    }
    for ask in (0..rubric.asks.len()).filter(|ask| given.replies[*ask].is_none()) {
        for reply in replies(rubric, ask) {
            let mut next = given.clone();
            next.replies[ask] = Some(reply);
            all.push(next);
        }
    }
    all
}

/// Every way to give all that is not given.
pub(crate) fn completions(rubric: &Rubric, given: &Inputs) -> Vec<Inputs> {
    let mut all = vec![given.clone()];
    for row in 0..rubric.rows.len() {
        let own = later(rubric, row, given.answers[row]);
        let each = |before: Inputs| {
            let own = own.clone().into_iter();
            own.map(move |answer| {
                let mut next = before.clone();
                next.answers[row] = answer;
                next
            })
        };
        all = all.into_iter().flat_map(each).collect();
    }
    for ask in (0..rubric.asks.len()).filter(|ask| given.replies[*ask].is_none()) {
        let each = |before: Inputs| {
            replies(rubric, ask).into_iter().map(move |reply| {
                let mut next = before.clone();
                next.replies[ask] = Some(reply);
                next
            })
        };
        all = all.into_iter().flat_map(each).collect();
    }
    all
}
