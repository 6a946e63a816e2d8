//! An outcome: every score with its bounds, every award with the state of its
//! rungs, and what would stand if the assessment were closed now.

use super::answer::Answer;
use super::bounds::Bounds;
use super::domain::Domain;
use super::exact::Exact;
use super::walk::{Overflow, Walk};
use crate::model::{Member, Need, Rubric, Truth as Rule};
use crate::num::{Interval, Rational, Truth};

/// A score: what it may become, and what it would be if closed now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScoreValue {
    /// Its bounds.
    pub bounds: Interval,
    /// Its value if closed now.
    pub closed: Option<Rational>,
}

/// The state of a rung.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RungState {
    /// All it needs holds, without any unknown.
    Earned,
    /// It can still be earned.
    Possible,
    /// Something it needs is false whatever the open rows become.
    OutOfReach,
    /// Nothing is left to answer, but a value is undefined.
    Pending,
}

/// What a ladder comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// A rung, or `otherwise` (as many as there are rungs), and nothing above can change it.
    Decided(usize),
    /// A higher rung is still possible; the best one earned so far.
    Open(Option<usize>),
    /// A higher rung waits for a value.
    Pending(Option<usize>),
}

/// One condition with what it came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NeedValue {
    /// Whether it holds.
    pub truth: Truth,
    /// For a test of a set: one truth a member.
    pub members: Vec<Truth>,
    /// For a comparison: both sides.
    pub sides: Option<(Interval, Interval)>,
}

/// A ladder with what it came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AwardValue {
    /// The rungs, best first.
    pub rungs: Vec<RungState>,
    /// What holds now.
    pub decision: Decision,
    /// The rung if closed now; as many as there are rungs for `otherwise`.
    pub closed: Option<usize>,
    /// Its nevers.
    pub nevers: Vec<NeedValue>,
    /// The needs of its rungs.
    pub needs: Vec<Vec<NeedValue>>,
}

/// Everything there is to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// Scores, in order of the file.
    pub scores: Vec<ScoreValue>,
    /// Awards, in order of the file.
    pub awards: Vec<AwardValue>,
    /// Conditional advice: whether it is given.
    pub advice: Vec<Truth>,
}

/// Works an outcome out.
pub fn outcome(rubric: &Rubric, answers: &[Answer]) -> Result<Outcome, Overflow> {
    let mut bounds = Walk::<Bounds>::new(rubric, answers)?;
    let mut exact = Walk::<Exact>::new(rubric, answers)?;
    let scores = bounds.scores.iter().zip(&exact.scores);
    let scores = scores
        .map(|(bounds, closed)| ScoreValue {
            bounds: *bounds,
            closed: *closed,
        })
        .collect();
    let open = answers.iter().any(|answer| answer.is_open());
    let mut awards = Vec::with_capacity(rubric.awards.len());
    for index in 0..rubric.awards.len() {
        awards.push(award(rubric, index, open, &mut bounds, &mut exact)?);
    }
    let advice: Result<Vec<Truth>, Overflow> = rubric
        .advice
        .iter()
        .map(|advice| bounds.truth(&advice.when))
        .collect();
    Ok(Outcome {
        scores,
        awards,
        advice: advice?,
    })
}

fn award(
    rubric: &Rubric,
    index: usize,
    open: bool,
    bounds: &mut Walk<'_, Bounds>,
    exact: &mut Walk<'_, Exact>,
) -> Result<AwardValue, Overflow> {
    let empty = (Vec::new(), Vec::new());
    let (nevers, rungs) = rubric
        .awards
        .get(index)
        .map_or((&empty.0, &empty.1), |award| (&award.nevers, &award.rungs));
    let never_values = values(bounds, nevers)?;
    ladder(index, exact, rubric)?;
    let mut needs: Vec<Vec<NeedValue>> = vec![Vec::new(); rungs.len()];
    let mut states = vec![RungState::Possible; rungs.len()];
    for (place, rung) in rungs.iter().enumerate().rev() {
        let found = values(bounds, &rung.needs)?;
        let mut truth = found
            .iter()
            .fold(Truth::TRUE, |all, need| all.and(need.truth));
        truth = never_values
            .iter()
            .fold(truth, |all, never| all.and(never.truth.not()));
        set(&mut bounds.rungs, index, place, truth);
        if let (Some(state), Some(slot)) = (states.get_mut(place), needs.get_mut(place)) {
            *state = rung_state(truth, open);
            *slot = found;
        }
    }
    let closed = closed(
        exact
            .rungs
            .get(index)
            .map(Vec::as_slice)
            .unwrap_or_default(),
    );
    Ok(AwardValue {
        decision: decide(&states),
        rungs: states,
        closed,
        nevers: never_values,
        needs,
    })
}

fn set(rungs: &mut [Vec<Truth>], award: usize, rung: usize, truth: Truth) {
    if let Some(slot) = rungs.get_mut(award).and_then(|rungs| rungs.get_mut(rung)) {
        *slot = truth;
    }
}

/// The truth of every rung of an award in a domain, from the lowest up.
fn ladder<D: Domain>(
    index: usize,
    walk: &mut Walk<'_, D>,
    rubric: &Rubric,
) -> Result<(), Overflow> {
    let Some(award) = rubric.awards.get(index) else {
        return Ok(());
    };
    let mut never = Truth::FALSE;
    for rule in &award.nevers {
        never = never.or(walk.truth(&rule.rule)?);
    }
    for (place, rung) in award.rungs.iter().enumerate().rev() {
        let mut truth = never.not();
        for need in &rung.needs {
            truth = truth.and(walk.truth(&need.rule)?);
        }
        set(&mut walk.rungs, index, place, truth);
    }
    Ok(())
}

fn values(walk: &Walk<'_, Bounds>, needs: &[Need]) -> Result<Vec<NeedValue>, Overflow> {
    needs.iter().map(|need| value(walk, &need.rule)).collect()
}

fn value(walk: &Walk<'_, Bounds>, rule: &Rule) -> Result<NeedValue, Overflow> {
    let truth = walk.truth(rule)?;
    let mut found = NeedValue {
        truth,
        members: Vec::new(),
        sides: None,
    };
    match rule {
        Rule::Quantified(_, set, test) => {
            for member in rows_tested(set) {
                found.members.push(walk.test(Member::Row(member), test)?);
            }
        }
        Rule::Test(member, test) => found.members.push(walk.test(*member, test)?),
        Rule::Compare(compare) => {
            found.sides = Some((walk.num(&compare.left)?, walk.num(&compare.right)?))
        }
        _ => {}
    }
    Ok(found)
}

/// The rows a need names one by one, if it does.
pub fn rows_of(rule: &Rule) -> Vec<usize> {
    match rule {
        Rule::Quantified(_, set, _) => rows_tested(set),
        Rule::Test(Member::Row(row), _) => vec![*row],
        _ => Vec::new(),
    }
}

fn rows_tested(set: &crate::model::Set) -> Vec<usize> {
    let rows = set.members.iter().filter_map(|member| match member {
        Member::Row(row) => Some(*row),
        Member::Score(_) => None,
    });
    rows.collect()
}

/// Whether a need is a comparison of two numbers.
pub fn is_comparison(rule: &Rule) -> bool {
    matches!(rule, Rule::Compare(_))
}

fn rung_state(truth: Truth, open: bool) -> RungState {
    if truth == Truth::TRUE {
        RungState::Earned
    } else if truth == Truth::FALSE {
        RungState::OutOfReach
    } else if truth == Truth::UNDEFINED || !open {
        RungState::Pending
    } else {
        RungState::Possible
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

/// The highest rung that holds; `otherwise` only when every one is ruled out.
fn closed(truths: &[Truth]) -> Option<usize> {
    let earned = truths.iter().position(|truth| *truth == Truth::TRUE);
    earned.or_else(|| {
        truths
            .iter()
            .all(|truth| *truth == Truth::FALSE)
            .then_some(truths.len())
    })
}
