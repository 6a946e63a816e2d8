//! Runs the examples of a rubric. A claim that does not hold is an error that
//! says what came out instead.

use super::told::{told, told_ladder, told_score};
use crate::diag::{Code, Diagnostic};
use crate::eval::{
    Answer, Decision, Inputs, Outcome, Overflow, Remark, RungState, SlotState, Sums, Walk, outcome,
};
use crate::model::{Claim, Example, Given, Member, Rubric, Standing};
use crate::num::Truth;

/// What is wrong with the examples of a rubric.
pub fn examples(rubric: &Rubric) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for example in &rubric.examples {
        // An overflow is reported of the rubric as a whole.
        if let Ok(wrong) = run(rubric, example) {
            found.extend(wrong);
        }
    }
    found
}

/// Taken as already combined, comments and what shows a row as given, closed.
fn inputs(rubric: &Rubric, example: &Example) -> Inputs {
    let mut inputs = Inputs::new(rubric);
    for (row, given) in &example.ratings {
        if let Some(slot) = inputs.answers.get_mut(*row) {
            *slot = match given {
                Given::Value(value) => Answer::Rated(*value),
                Given::LeftOut => Answer::LeftOut,
            };
        }
    }
    for (ask, reply) in &example.replies {
        if let Some(slot) = inputs.replies.get_mut(*ask) {
            *slot = Some(*reply);
        }
    }
    let unknown = Sums {
        words: None,
        pages: None,
        items: None,
        sentences: None,
        characters: None,
        seconds: None,
        bytes: None,
    };
    for (slot, complete) in &example.slots {
        if let Some(state) = inputs.slots.get_mut(*slot) {
            *state = SlotState {
                complete: *complete,
                sums: if *complete { unknown } else { Sums::default() },
            };
        }
    }
    inputs.remarks.fill(Remark::Link);
    inputs.shown.fill(true);
    inputs.codes.clone_from(&example.codes);
    inputs.today = example.today;
    inputs.closed = true;
    inputs
}

fn run(rubric: &Rubric, example: &Example) -> Result<Vec<Diagnostic>, Overflow> {
    let inputs = inputs(rubric, example);
    let walk = Walk::new(rubric, &inputs, true)?;
    let result = outcome(rubric, &inputs)?;
    let mut wrong = Vec::new();
    for (claim, span) in &example.claims {
        let instead = match claim {
            Claim::Holds(rule) => match walk.truth(rule)? {
                Truth::TRUE => continue,
                _ => told(rubric, &result, &walk, rule)?,
            },
            Claim::Rung(ladder, rung, standing) => {
                if rung_stands(&result, *ladder, *rung, *standing) {
                    continue;
                }
                told_ladder(rubric, &result, *ladder)
            }
            Claim::Value(member, standing) => {
                if value_stands(&result, *member, *standing) {
                    continue;
                }
                match member {
                    Member::Ladder(ladder) => told_ladder(rubric, &result, *ladder),
                    Member::Score(score) => told_score(rubric, &result, *score),
                    _ => String::new(),
                }
            }
        };
        let message = say!("in \"{}\" this does not hold: {}", example.label, instead);
        wrong.push(
            Diagnostic::error(Code::WrongExample, *span, message)
                .help("mend the claim, what the example gives, or the rule it is about"),
        );
    }
    Ok(wrong)
}

fn rung_stands(result: &Outcome, ladder: usize, rung: usize, standing: Standing) -> bool {
    let state = result
        .ladders
        .get(ladder)
        .and_then(|ladder| ladder.rungs.get(rung));
    match standing {
        Standing::Open => state == Some(&RungState::Possible),
        Standing::Pending => state == Some(&RungState::Pending),
        Standing::OutOfReach => state == Some(&RungState::OutOfReach),
    }
}

fn value_stands(result: &Outcome, member: Member, standing: Standing) -> bool {
    match member {
        Member::Ladder(ladder) => {
            let decision = result.ladders.get(ladder).map(|ladder| ladder.decision);
            match standing {
                Standing::Open => matches!(decision, Some(Decision::Open(_))),
                Standing::Pending => matches!(decision, Some(Decision::Pending(_))),
                Standing::OutOfReach => false,
            }
        }
        Member::Score(score) => {
            let bounds = result.scores.get(score).map(|score| score.bounds);
            match standing {
                Standing::Open => {
                    bounds.is_some_and(|bounds| !bounds.empty && bounds.known().is_none())
                }
                Standing::Pending => bounds.is_some_and(|bounds| bounds.empty),
                Standing::OutOfReach => false,
            }
        }
        _ => false,
    }
}
