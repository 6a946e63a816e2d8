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
    told(&walk, closed.as_ref())
}

/// What two walks come to: what may still become, and as if it were closed now
/// (none where it is closed).
pub(super) fn told(walk: &Walk<'_>, closed: Option<&Walk<'_>>) -> Result<Outcome, Overflow> {
    let closed = closed.unwrap_or(walk);
    let scores = walk.known.scores.iter().zip(&closed.known.scores);
    let advice = walk.rubric.advice.iter();
    let advice: Result<Vec<Truth>, Overflow> =
        advice.map(|advice| walk.truth(&advice.when)).collect();
    let by_hand = || walk.known.rows.iter().filter(|now| now.by_hand);
    let rated = by_hand().filter(|now| now.state == RowState::Rated).count();
    Ok(Outcome {
        rows: (0..walk.known.rows.len())
            .map(|row| walk.row_value(row))
            .collect(),
        slots: walk
            .known
            .asked
            .iter()
            .map(|asked| asked.can_be_true())
            .collect(),
        scores: scores
            .map(|(bounds, closed)| ScoreValue {
                bounds: *bounds,
                closed: closed.known(),
            })
            .collect(),
        ladders: (0..walk.known.ladders.len())
            .map(|index| ladder_value(walk, closed, index))
            .collect(),
        advice: advice?,
        evidence: walk.evidence(),
        progress: (rated, by_hand().count()),
    })
}

impl Walk<'_> {
    /// What a row came to.
    pub(super) fn row_value(&self, row: usize) -> RowValue {
        let now: Option<&Now> = self.known.rows.get(row);
        let chosen = self.known.chosen.get(row).copied().unwrap_or(Truth::TRUE);
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
}

fn ladder_value(walk: &Walk<'_>, closed: &Walk<'_>, index: usize) -> LadderValue {
    let empty = Climbed::default();
    let climbed = walk.known.ladders.get(index).unwrap_or(&empty);
    let mut value = LadderValue {
        rungs: Vec::new(),
        decision: Decision::Open(None),
        closed: None,
        possible: Vec::new(),
        overruled: None,
        nevers: climbed.nevers.clone(),
        needs: climbed.needs.clone(),
        comments: Vec::new(),
    };
    update_ladder(&mut value, walk, closed, index);
    value
}

/// Everything a ladder comes to, its needs aside.
pub(super) fn update_ladder(
    value: &mut LadderValue,
    walk: &Walk<'_>,
    closed: &Walk<'_>,
    index: usize,
) {
    let Some(climbed) = walk.known.ladders.get(index) else {
        return;
    };
    value.rungs.clear();
    let rungs = climbed.rungs.iter().map(|truth| rung_state(*truth));
    value.rungs.extend(rungs);
    value.decision = decide(&value.rungs);
    value.overruled = walk.inputs.overrides.get(index).copied().flatten();
    // Closing does not lift what somebody decided.
    value.closed = value.overruled.or_else(|| settled(closed, index));
    value.possible.clear();
    match value.overruled {
        Some(place) => value.possible.push(place),
        None => {
            walk.places(index, |place| value.possible.push(place));
        }
    }
    value.comments.clone_from(&climbed.comments);
}

/// The rung that would stand if it were closed now.
fn settled(closed: &Walk<'_>, index: usize) -> Option<usize> {
    let mut first = None;
    closed.places(index, |place| {
        first.get_or_insert(place);
    });
    let rungs = &closed.known.ladders.get(index)?.rungs;
    first.filter(|place| match rungs.get(*place) {
        Some(truth) => *truth == Truth::TRUE,
        None => rungs.iter().all(|truth| *truth == Truth::FALSE),
    })
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
