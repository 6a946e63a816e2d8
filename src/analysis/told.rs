//! What came out instead of what an example claims, in plain words.

use crate::eval::{Decision, Outcome, Overflow, RowState, Walk, members_of};
use crate::model::{Member, Rubric, Truth as Rule, Value};
use crate::num::{Interval, Rational, Truth};

/// More rows than this are counted, not named.
const NAMED: usize = 4;

/// What a condition comes to.
pub(super) fn told(
    rubric: &Rubric,
    result: &Outcome,
    walk: &Walk<'_>,
    rule: &Rule,
) -> Result<String, Overflow> {
    Ok(match rule {
        Rule::Compare(compare) => {
            let (left, right) = (walk.num(&compare.left)?, walk.num(&compare.right)?);
            format!("it is {}, compared with {}", number(left), number(right))
        }
        Rule::Test(Member::Row(row), _) => told_row(rubric, result, *row),
        Rule::Test(Member::Ladder(ladder), _) => told_ladder(rubric, result, *ladder),
        Rule::Test(Member::Score(score), _) => told_score(rubric, result, *score),
        Rule::Rung(ladder, _) => told_ladder(rubric, result, *ladder),
        Rule::Quantified(_, set, test) => {
            let mut short = Vec::new();
            for member in members_of(rule) {
                if !set.members.contains(&member)
                    || walk.truth(&Rule::Test(member, test.clone()))? == Truth::TRUE
                {
                    continue;
                }
                match member {
                    Member::Row(row) => short.push(told_row(rubric, result, row)),
                    Member::Ladder(ladder) => short.push(told_ladder(rubric, result, ladder)),
                    _ => {}
                }
            }
            let more = short.len().saturating_sub(NAMED);
            short.truncate(NAMED);
            match (short.is_empty(), more) {
                (true, _) => "it holds of every row".to_owned(),
                (false, 0) => format!("it does not hold of all: {}", short.join(", ")),
                (false, more) => format!(
                    "it does not hold of all: {} and {more} more",
                    short.join(", ")
                ),
            }
        }
        Rule::And(rules) => {
            for rule in rules {
                if walk.truth(rule)? != Truth::TRUE {
                    return told(rubric, result, walk, rule);
                }
            }
            String::new()
        }
        _ => match walk.truth(rule)? {
            Truth::FALSE => "it is false".to_owned(),
            _ => "it has no answer, since a value is missing".to_owned(),
        },
    })
}

fn told_row(rubric: &Rubric, result: &Outcome, row: usize) -> String {
    let (Some(known), Some(value)) = (rubric.rows.get(row), result.rows.get(row)) else {
        return String::new();
    };
    let level = value.counted.or(value.level).and_then(|value| match value {
        Value::Level(level) | Value::Mark(level, _) => {
            let scale = rubric.scales.get(known.scale()?)?;
            Some(scale.levels.get(level)?.name.clone())
        }
        Value::Met(true) => Some("met".to_owned()),
        Value::Met(false) => Some("not met".to_owned()),
        Value::Number(value) => Some(decimal(value)),
    });
    let state = match value.state {
        RowState::LeftOut => "left out",
        RowState::NotScored => "not scored",
        RowState::NotAsked => "not asked",
        RowState::Unanswered | RowState::Rated => "not rated",
    };
    format!(
        "`{}` is {}",
        known.name,
        level.unwrap_or_else(|| state.to_owned())
    )
}

/// What a ladder comes to.
pub(super) fn told_ladder(rubric: &Rubric, result: &Outcome, ladder: usize) -> String {
    let (Some(known), Some(value)) = (rubric.ladders.get(ladder), result.ladders.get(ladder))
    else {
        return String::new();
    };
    let name = |place: usize| match known.rungs.get(place) {
        Some(rung) => rung.name.as_str(),
        None => known
            .otherwise
            .as_ref()
            .map_or("", |(name, ..)| name.as_str()),
    };
    match value.decision {
        Decision::Decided(place) => format!("`{}` is {}", known.name, name(place)),
        Decision::Open(_) => format!("`{}` is open", known.name),
        Decision::Pending(None) => format!("`{}` is pending, since a value is missing", known.name),
        Decision::Pending(Some(place)) => {
            format!(
                "`{}` is {}, and a higher rung is pending",
                known.name,
                name(place)
            )
        }
    }
}

/// What a score comes to.
pub(super) fn told_score(rubric: &Rubric, result: &Outcome, score: usize) -> String {
    let name = rubric.scores.get(score).map(|score| score.name.as_str());
    let bounds = result
        .scores
        .get(score)
        .map_or(Interval::UNDEFINED, |score| score.bounds);
    format!("`{}` is {}", name.unwrap_or_default(), number(bounds))
}

/// What a number may be.
pub(super) fn number(value: Interval) -> String {
    match (value.known(), value.lo, value.hi) {
        (Some(value), ..) => decimal(value),
        (None, Some(lo), Some(hi)) if !value.empty => {
            format!("between {} and {}", decimal(lo), decimal(hi))
        }
        _ => "without a value".to_owned(),
    }
}

/// A fraction as an author reads it: exact, and in percent where that is shorter.
fn decimal(value: Rational) -> String {
    if value.is_whole() {
        return value.to_string();
    }
    let hundredths = value.mul(Rational::whole(10_000)).map(Rational::floor);
    let shown = hundredths.and_then(|all| {
        let (whole, part) = (all.checked_div(100)?, all.checked_rem(100)?.checked_abs()?);
        Some(format!("{whole}.{part:02} %"))
    });
    match shown {
        Some(shown) => format!("{value} ({shown})"),
        None => value.to_string(),
    }
}
