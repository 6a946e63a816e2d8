//! An outcome: every row, score and ladder with what it may still become, and
//! what would stand if the assessment were closed now.

use super::inputs::Inputs;
use super::ladders::members_tested;
use super::rows::Now;
use super::values::{Decision, LadderValue, Outcome, RowState, RowValue, RungState, ScoreValue};
use super::walk::{Climbed, Overflow, Walk};
use crate::model::{Cmp, Member, Rubric, Truth as Rule};
use crate::num::{Interval, Truth};

/// Works an outcome out.
pub fn outcome(rubric: &Rubric, inputs: &Inputs) -> Result<Outcome, Overflow> {
    let walk = Walk::new(rubric, inputs, false)?;
    let closed = if inputs.closed {
        None
    } else {
        Some(Walk::new(rubric, inputs, true)?)
    };
    let closed = closed.as_ref().unwrap_or(&walk);
    let scores = walk.scores.iter().zip(&closed.scores);
    let advice: Result<Vec<Truth>, Overflow> = rubric
        .advice
        .iter()
        .map(|advice| walk.truth(&advice.when))
        .collect();
    let by_hand = || walk.rows.iter().filter(|now| now.by_hand);
    let rated = by_hand().filter(|now| now.state == RowState::Rated).count();
    Ok(Outcome {
        rows: (0..walk.rows.len())
            .map(|row| row_value(&walk, row))
            .collect(),
        slots: walk.asked.iter().map(|asked| asked.can_be_true()).collect(),
        scores: scores
            .map(|(bounds, closed)| ScoreValue {
                bounds: *bounds,
                closed: closed.known(),
            })
            .collect(),
        ladders: (0..walk.ladders.len())
            .map(|index| ladder_value(&walk, closed, index))
            .collect(),
        advice: advice?,
        evidence: walk.evidence(),
        progress: (rated, by_hand().count()),
    })
}

pub(super) fn row_value(walk: &Walk<'_>, row: usize) -> RowValue {
    let now: Option<&Now> = walk.rows.get(row);
    let chosen = walk.chosen.get(row).copied().unwrap_or(Truth::TRUE);
    now.map_or(
        RowValue {
            state: RowState::NotAsked,
            level: None,
            counted: None,
            points: Interval::UNDEFINED,
            code: None,
            comment_missing: false,
        },
        |now| RowValue {
            state: now.state,
            level: now.level,
            counted: now.counted,
            points: if now.base.and(chosen).can_be_true() || now.state == RowState::Rated {
                now.points
            } else {
                Interval::UNDEFINED
            },
            code: now.code,
            comment_missing: now.lacks_comment(),
        },
    )
}

fn ladder_value(walk: &Walk<'_>, closed: &Walk<'_>, index: usize) -> LadderValue {
    let empty = Climbed::default();
    let climbed = walk.ladders.get(index).unwrap_or(&empty);
    let rungs: Vec<RungState> = climbed
        .rungs
        .iter()
        .map(|truth| rung_state(*truth))
        .collect();
    let overruled = walk.inputs.overrides.get(index).copied().flatten();
    let (closed_places, _) = closed.places(index);
    let closed_rungs = closed
        .ladders
        .get(index)
        .map(|ladder| ladder.rungs.as_slice());
    let settled = closed_places.first().filter(|place| {
        let truth = closed_rungs.and_then(|rungs| rungs.get(**place));
        match truth {
            Some(truth) => *truth == Truth::TRUE,
            None => {
                closed_rungs.is_some_and(|rungs| rungs.iter().all(|truth| *truth == Truth::FALSE))
            }
        }
    });
    LadderValue {
        decision: decide(&rungs),
        rungs,
        // Closing does not lift what somebody decided.
        closed: overruled.or(settled.copied()),
        possible: match overruled {
            Some(place) => vec![place],
            None => walk.places(index).0,
        },
        overruled,
        nevers: climbed.nevers.clone(),
        needs: climbed.needs.clone(),
        comments: climbed.comments.clone(),
    }
}

/// Where nothing is left to answer every truth is decided; so what is not, can still become something.
fn rung_state(truth: Truth) -> RungState {
    match truth {
        Truth::TRUE => RungState::Earned,
        Truth::FALSE => RungState::OutOfReach,
        Truth::UNDEFINED => RungState::Pending,
        _ => RungState::Possible,
    }
}

fn decide(states: &[RungState]) -> Decision {
    let earned = states.iter().position(|state| *state == RungState::Earned);
    let above = states
        .get(..earned.unwrap_or(states.len()))
        .unwrap_or_default();
    if above.contains(&RungState::Possible) {
        Decision::Open(earned)
    } else if above.contains(&RungState::Pending) {
        Decision::Pending(earned)
    } else {
        Decision::Decided(earned.unwrap_or(states.len()))
    }
}

/// The rows and ladders a need names one by one, if it does.
pub fn members_of(rule: &Rule) -> Vec<Member> {
    match rule {
        Rule::Quantified(_, set, _) => members_tested(set),
        Rule::Test(member @ (Member::Row(_) | Member::Ladder(_)), _) => vec![*member],
        _ => Vec::new(),
    }
}

/// The conditions that a need joins, if it does.
pub fn parts_of(rule: &Rule) -> Vec<&Rule> {
    match rule {
        Rule::And(all) | Rule::Or(all) | Rule::Count(_, all) => all.iter().collect(),
        Rule::Not(rule) => vec![rule],
        Rule::If(condition, then, other) => vec![condition, then, other],
        _ => Vec::new(),
    }
}

/// Whether a need is a comparison of two numbers.
pub fn is_comparison(rule: &Rule) -> bool {
    matches!(rule, Rule::Compare(_))
}

/// The ladder whose bands no longer fall because of settings given.
pub fn setting_problems(rubric: &Rubric, inputs: &Inputs) -> Option<usize> {
    let walk = Walk::new(rubric, inputs, false).ok()?;
    (0..rubric.ladders.len()).find(|index| {
        let rungs = rubric
            .ladders
            .get(*index)
            .map(|ladder| ladder.rungs.as_slice());
        let minimums = rungs
            .unwrap_or_default()
            .iter()
            .map(|rung| match rung.needs.as_slice() {
                [need] => match &need.rule {
                    Rule::Compare(compare) if compare.cmp == Cmp::Ge => walk
                        .num(&compare.right)
                        .ok()
                        .and_then(|value| value.known())
                        .map(|value| (&compare.left, value)),
                    _ => None,
                },
                _ => None,
            });
        let minimums: Option<Vec<_>> = minimums.collect();
        let minimums = minimums.unwrap_or_default();
        let pairs = minimums.iter().zip(minimums.iter().skip(1));
        pairs
            .into_iter()
            .any(|((left, above), (other, below))| left == other && below >= above)
    })
}
