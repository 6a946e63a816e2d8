//! Random small rubrics against every completion of what they were given:
//! whatever an assessment may still become lies in its bounds, and what is
//! decided stays so.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use super::tests::*;
use super::tests_dice::{Dice, Mix, completions, partial, random_rubric, steps};
use super::tests_rules::{nested, random_rule, with_rules};
use super::*;
use crate::model::{
    Cmp, Code, Coded, CommentMode, Gather, Input, InputKind, LadderKind, Member, Node, Num,
    Quantity, Range, RowKind, RowTest, Rubric, Truth as Rule,
};
use crate::num::{Interval, Rational};

/// A failure in few words: what the rows are that is not as usual.
fn said(made: &Rubric, given: &Inputs, whole: &Inputs, note: &str) -> String {
    let plain = row(RowKind::Number(crate::model::Range {
        from: w(0),
        to: None,
        step: None,
        list: Vec::new(),
    }));
    let mut text = format!(
        "{note}\ngiven {:?} {:?}\nwhole {:?} {:?}\n",
        given.answers, given.replies, whole.answers, whole.replies
    );
    let usual: Vec<String> = format!("{plain:#?}").lines().map(str::to_owned).collect();
    for row in &made.rows {
        let own = format!("{row:#?}");
        let own: Vec<&str> = own
            .lines()
            .filter(|line| !usual.iter().any(|known| known == line))
            .map(str::trim)
            .collect();
        text += &own.join(" ");
        text += "\n";
    }
    text + &format!("{:?}\n{:?}", made.tree, made.parts)
}

/// What a score came to over all completions.
#[derive(Default, Debug)]
pub(crate) struct Seen {
    pub(crate) values: Vec<Rational>,
    pub(crate) undefined: bool,
}

/// Checks one rubric with one partial input; gives what each score came to.
pub(crate) fn sound(made: &Rubric, given: &Inputs, note: &str) -> Vec<(Interval, Seen)> {
    let now = outcome(made, given).unwrap();
    let mut seen: Vec<Seen> = now.scores.iter().map(|_| Seen::default()).collect();
    for next in steps(made, given) {
        let then = outcome(made, &next).unwrap();
        ladders(made, (&now, &then), &|| said(made, given, &next, note));
    }
    for whole in completions(made, given) {
        let then = outcome(made, &whole).unwrap();
        let say = || said(made, given, &whole, note);
        for (index, own) in seen.iter_mut().enumerate() {
            let bounds = now.scores[index].bounds;
            own.take(&bounds, &then.scores[index].bounds, &|| {
                format!("{:?} {}", made.scores[index].rule, say())
            });
        }
        decisions(&now, &then, &say);
        ladders(made, (&now, &then), &say);
        let closed = Inputs {
            closed: true,
            ..whole.clone()
        };
        assert_eq!(
            outcome(made, &closed).unwrap().scores,
            then.scores,
            "{}",
            say()
        );
    }
    closes(made, &now, given, note);
    now.scores
        .iter()
        .map(|score| score.bounds)
        .zip(seen)
        .collect()
}

impl Seen {
    fn take(&mut self, bounds: &Interval, end: &Interval, say: &dyn Fn() -> String) {
        let Some(value) = end.known() else {
            assert!(end.empty, "open {end:?} {}", say());
            assert!(bounds.undefined, "defined {bounds:?} {}", say());
            self.undefined = true;
            return;
        };
        let above = bounds.lo.is_none_or(|lo| lo <= value);
        let inside = above && bounds.hi.is_none_or(|hi| value <= hi);
        assert!(inside && !bounds.empty, "{value} {bounds:?} {}", say());
        self.values.push(value);
    }
}

/// What is decided stays so, and nothing comes that was not possible.
fn decisions(now: &Outcome, then: &Outcome, say: &dyn Fn() -> String) {
    for (index, (ladder, after)) in now.ladders.iter().zip(&then.ladders).enumerate() {
        let end = match after.decision {
            Decision::Decided(place) => Some(place),
            _ => None,
        };
        let possible = end.is_none_or(|place| ladder.possible.contains(&place));
        assert!(
            possible,
            "ladder {index}: {end:?} {:?} {}",
            ladder.possible,
            say()
        );
        if let Decision::Decided(place) = ladder.decision {
            assert_eq!(end, Some(place), "ladder {index} {}", say());
        }
        let open = after.rungs.contains(&RungState::Possible);
        assert!(!open, "ladder {index} is open {}", say());
    }
}

/// If it is closed now, every score is a number or none.
fn closes(made: &Rubric, now: &Outcome, given: &Inputs, note: &str) {
    let closed = Inputs {
        closed: true,
        ..given.clone()
    };
    let closed = outcome(made, &closed).unwrap();
    for (index, (open, closed)) in now.scores.iter().zip(&closed.scores).enumerate() {
        let (bounds, rule) = (closed.bounds, &made.scores[index].rule);
        let say = || format!("{bounds:?} {rule:?} {}", said(made, given, given, note));
        assert_eq!(open.closed, bounds.known(), "{}", say());
        assert!(bounds.empty || bounds.known().is_some(), "{}", say());
    }
}

/// No answer takes away what was earned, or brings back what was out of reach.
fn ladders(made: &Rubric, (now, then): (&Outcome, &Outcome), say: &dyn Fn() -> String) {
    for (index, (before, after)) in now.ladders.iter().zip(&then.ladders).enumerate() {
        for (place, (old, new)) in before.rungs.iter().zip(&after.rungs).enumerate() {
            let kept = !matches!(old, RungState::Earned | RungState::OutOfReach) || old == new;
            let ladder = &made.ladders[index];
            assert!(kept, "rung {place}: {old:?} {new:?} {ladder:?} {}", say());
        }
    }
}

#[test]
fn whatever_comes_lies_in_the_bounds() {
    let mut dice = Dice(1);
    for round in 0..240 {
        let mix = Mix {
            conditions: dice.one_in(2),
            lower: dice.one_in(3),
            negative: dice.one_in(4),
            bonus: dice.one_in(2),
            leave_out: true,
            weights: true,
            ..Mix::default()
        };
        let mut made = random_rubric(&mut dice, mix);
        with_rules(&mut dice, &mut made);
        let given = partial(&made, &mut dice);
        sound(&made, &given, &format!("round {round}"));
    }
}

#[test]
fn whatever_a_part_chooses_lies_in_the_bounds() {
    let mut dice = Dice(2);
    for round in 0..240 {
        let mix = Mix {
            lower: dice.one_in(4),
            bonus: dice.one_in(4),
            leave_out: dice.one_in(2),
            weights: true,
            ..Mix::default()
        };
        let mut made = random_rubric(&mut dice, mix);
        let choose = (!dice.one_in(4)).then_some(1 + round % 3);
        let shares = nested(&mut dice, &mut made, choose);
        if dice.one_in(3) && made.parts.len() > 1 {
            made.parts[1].choose = Some(1);
            made.order.insert(made.order.len() - 1, Node::Part(1));
        }
        let mut filtered = shares.clone();
        (filtered.stretch, filtered.that) = (dice.one_in(2), vec![at_least(&made, 1)]);
        score(&mut made, Num::Shares(Box::new(shares)));
        score(&mut made, Num::Shares(Box::new(filtered)));
        with_rules(&mut dice, &mut made);
        let given = partial(&made, &mut dice);
        sound(&made, &given, &format!("round {round}"));
    }
}

fn ask(kind: InputKind) -> Input {
    Input {
        name: String::new(),
        label: String::new(),
        about: None,
        kind,
        defaults: vec![],
        source: None,
    }
}

/// An ask that a row goes by, a row worked out by a ladder and one by a condition.
fn with_worked(dice: &mut Dice, made: &mut Rubric) -> usize {
    let range = Range {
        from: w(0),
        to: Some(w(2)),
        step: Some(w(1)),
        list: Vec::new(),
    };
    made.asks = vec![ask(InputKind::YesNo), ask(InputKind::Number(range, false))];
    made.rows[0].only_when = dice.one_in(3).then_some(Rule::Ask(0));
    made.order.insert(0, Node::Row(0));
    gather(made, Gather::Sum);
    let worked = made.rows.len();
    let rungs = (0..2).map(|_| vec![random_rule(dice, made)]).collect();
    let way = ladder(made, LadderKind::Row(worked), rungs);
    let mut row = levels(&[0, 1, 2]);
    if let RowKind::Criterion { scale, worked, .. } = &mut row.kind {
        (*scale, *worked) = (made.ladders[way].scale, Some(way));
    }
    made.rows.push(row);
    let when = Rule::Or(vec![random_rule(dice, made), Rule::Ask(0)]);
    let mut row = check(1);
    if let RowKind::Check { worked, .. } = &mut row.kind {
        *worked = Some(when);
    }
    made.rows.push(row);
    made.order
        .extend([Node::Row(worked), Node::Row(worked + 1)]);
    way
}

/// Scores made of scores and asks, and an award that goes by another ladder.
pub(crate) fn with_everything(dice: &mut Dice, made: &mut Rubric) {
    let way = with_worked(dice, made);
    let boxed = |member| Box::new(Num::Of(member));
    let (sum, asked) = (boxed(Member::Score(0)), boxed(Member::Ask(1)));
    let mean = boxed(Member::Score(gather(made, Gather::Mean)));
    score(made, Num::Div(sum.clone(), asked.clone()));
    let when = Box::new(random_rule(dice, made));
    score(made, Num::If(when, asked.clone(), mean.clone()));
    let first = vec![
        (random_rule(dice, made), *mean.clone()),
        (Rule::Ask(0), *sum.clone()),
    ];
    score(made, Num::First(first, asked.clone()));
    let fewer = Num::Add(vec![*sum, Num::Neg(asked.clone())]);
    let least = Num::AtLeast(Box::new(fewer), asked);
    let round = Num::Round(mean, r(1, 2), crate::num::Rounding::TiesUp);
    let last = score(made, Num::AtMost(Box::new(least), Box::new(round)));
    let scales = vec![(made.ladders[way].scale, 1)];
    let test = Box::new(RowTest::Level(Cmp::Ge, scales));
    let test = Rule::Test(Member::Ladder(way), test);
    let has = Rule::HasScore(boxed(Member::Score(last)));
    let most = vec![test.clone(), Rule::Ask(0), random_rule(dice, made)];
    let most = Rule::Count(Quantity::Most, most);
    ladder(made, LadderKind::Award, vec![vec![test, has], vec![most]]);
}

#[test]
fn whatever_is_worked_out_lies_in_the_bounds() {
    let mut dice = Dice(7);
    for round in 0..70 {
        let mix = Mix {
            conditions: dice.one_in(2),
            bonus: dice.one_in(3),
            leave_out: dice.one_in(2),
            all: true,
            ..Mix::default()
        };
        let mut made = random_rubric(&mut dice, mix);
        if dice.one_in(2) {
            made.rows[1].comment.mode = CommentMode::Required;
        }
        made.rows.truncate(3);
        made.order
            .retain(|node| !matches!(node, Node::Row(row) if *row > 2));
        with_everything(&mut dice, &mut made);
        with_rules(&mut dice, &mut made);
        let mut given = partial(&made, &mut dice);
        if dice.one_in(3) {
            let coded = [Coded::Zero, Coded::NoScore, Coded::NotScored][dice.roll(3)];
            made.codes = vec![Code {
                name: String::new(),
                label: String::new(),
                this_row: true,
                sets: vec![(1, coded)],
            }];
            given.codes = vec![(0, Some(1))];
        }
        if completions(&made, &given).len() < 600 {
            sound(&made, &given, &format!("round {round}"));
        }
    }
}
