//! What may be answered to a question that is open.

use super::levers::{Change, Lever, Target, plain};
use super::values::within;
use crate::eval::Inputs;
use crate::model::{InputKind, Reply, Rubric};
use crate::num::Rational;

/// A question that is open.
pub(super) fn of_ask(rubric: &Rubric, inputs: &Inputs, ask: usize) -> Option<Lever> {
    let known = rubric.asks.get(ask)?;
    if inputs.replies.get(ask)?.is_some() {
        return None;
    }
    let target = Target::Ask(ask);
    let mut all: Vec<(Change, usize)> = Vec::new();
    let mut add = |reply: Reply| {
        let change = Change {
            reply: Some(reply),
            ..plain(target)
        };
        all.push((change, all.len()));
    };
    let mut sampled = false;
    match &known.kind {
        InputKind::Choice(scale) => {
            let scale = rubric.scales.get(*scale);
            (0..scale.map_or(0, |scale| scale.levels.len()))
                .for_each(|one| add(Reply::Choice(one)));
        }
        InputKind::YesNo => {
            add(Reply::Yes(false));
            add(Reply::Yes(true));
        }
        InputKind::Number(range, _) => {
            let (numbers, more) = within(range, false);
            sampled = more;
            numbers.into_iter().for_each(|one| add(Reply::Number(one)));
        }
        InputKind::Date => {
            sampled = true;
            if let Some(today) = inputs.today {
                add(Reply::Number(Rational::whole(today)));
            }
        }
    }
    Some(Lever::new(target, false, all, sampled))
}
