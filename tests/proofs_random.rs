//! Every claim about a random small rubric against everything that can be given
//! to it: a proof that is wrong once is no proof.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

#[path = "support/dice.rs"]
mod dice;

use dice::Dice;
use rubricate::eval::{Answer, Inputs, Outcome, Remark, RungState, Value, may_leave_out, outcome};
use rubricate::model::{Marks, Reply, Row, RowKind, Rubric};
use rubricate::num::{Rational, Truth, parse_decimal};
use rubricate::wire::{self, DiagnosticOut};
use std::collections::BTreeMap;

const RUBRICS: usize = 400;

/// All a row may be given, leaving out included.
fn answers(row: &Row) -> Vec<Answer> {
    let whole = |value: i64| Value::Number(Rational::whole(value));
    let mut all: Vec<Answer> = match &row.kind {
        _ if row.is_worked_out() => return vec![Answer::Unanswered],
        RowKind::Criterion { offered, marks, .. } => {
            assert!(marks.iter().all(|marks: &Marks| marks.points().is_some()));
            let levels = offered.0..=offered.1;
            levels
                .map(|level| Answer::Rated(Value::Level(level)))
                .collect()
        }
        RowKind::Check { .. } => [false, true]
            .map(|met| Answer::Rated(Value::Met(met)))
            .into(),
        RowKind::Number(_) => (0..3).map(|value| Answer::Rated(whole(value))).collect(),
    };
    if may_leave_out(row, true).is_ok() {
        all.push(Answer::LeftOut);
    }
    all
}

/// Everything that can be given, with what comes of it once it is closed.
fn everything(rubric: &Rubric) -> Vec<(Inputs, Outcome)> {
    let mut start = Inputs::new(rubric);
    start.remarks.fill(Remark::Link);
    start.closed = true;
    let mut all = vec![start];
    for (index, row) in rubric.rows.iter().enumerate() {
        let each = answers(row);
        all = all
            .into_iter()
            .flat_map(|inputs| {
                each.iter().map(move |answer| {
                    let mut next = inputs.clone();
                    next.answers[index] = *answer;
                    next
                })
            })
            .collect();
    }
    let early = |inputs: Inputs| {
        [false, true].map(|yes| {
            let mut next = inputs.clone();
            next.replies[0] = Some(Reply::Yes(yes));
            next
        })
    };
    let all = all.into_iter().flat_map(early);
    all.map(|inputs| {
        let found = outcome(rubric, &inputs).expect("small numbers");
        (inputs, found)
    })
    .collect()
}

/// The rung and the need that stand in a line: `rungN` and how many `needs` are before it.
fn place(source: &str, line: usize) -> (usize, usize) {
    let (mut rung, mut need) = (usize::MAX, 0);
    for (index, text) in source.lines().enumerate().take(line) {
        if let Some(rest) = text.strip_prefix("rung") {
            rung = rest.get(..1).unwrap_or_default().parse().expect("a number");
            need = 0;
        } else if text.starts_with("needs ") && index + 1 < line {
            need += 1;
        }
    }
    (rung, need)
}

/// What a rubric comes to, for what is said of a row or of levels.
fn result(found: &Outcome) -> String {
    let rungs = found.ladders.iter().map(|ladder| &ladder.rungs);
    let scores = found.scores.iter().map(|score| score.bounds);
    format!(
        "{:?} {:?}",
        rungs.collect::<Vec<_>>(),
        scores.collect::<Vec<_>>()
    )
}

/// Whether what is given besides these always comes to the same.
fn same_without(all: &[(Inputs, Outcome)], without: impl Fn(&mut Inputs)) -> bool {
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    all.iter().all(|(inputs, found)| {
        let mut rest = inputs.clone();
        without(&mut rest);
        let (rest, result) = (
            format!("{:?} {:?}", rest.answers, rest.replies),
            result(found),
        );
        *known.entry(rest).or_insert(result.clone()) == result
    })
}

fn number(text: &str) -> Rational {
    parse_decimal(text.trim()).expect("a number")
}

/// Whether one claim is true of everything that can be given.
fn holds(rubric: &Rubric, source: &str, all: &[(Inputs, Outcome)], found: &DiagnosticOut) -> bool {
    let (rung, need) = place(source, found.span.line as usize);
    let earned =
        |outcome: &Outcome, rung: usize| outcome.ladders[0].rungs[rung] == RungState::Earned;
    let each = |claim: &dyn Fn(&Outcome) -> bool| all.iter().all(|(_, outcome)| claim(outcome));
    match found.code {
        "R405" => each(&|outcome| !earned(outcome, rung)),
        "R406" => each(&|outcome| earned(outcome, rung)),
        "R407" => each(&|outcome| {
            let above = (0..rung).any(|above| earned(outcome, above));
            !earned(outcome, rung) || above
        }),
        "R408" if found.message.starts_with("this rules nothing out") => each(&|outcome| {
            let nevers = outcome.ladders[0].nevers.iter();
            let texts = rubric.ladders[0].nevers.iter();
            let mut named = nevers
                .zip(texts)
                .filter(|(_, never)| found.message.contains(&never.text));
            named.any(|(value, _)| value.truth != Truth::TRUE)
        }),
        "R408" => {
            // A need of several parts stands in one line.
            let text = found.message.split('"').nth(1).expect("a need");
            let needs = &rubric.ladders[0].rungs[rung].needs;
            let places = (0..needs.len()).filter(|place| needs[*place].text == text);
            let places: Vec<usize> = places.collect();
            assert!(!places.is_empty(), "{need}");
            each(&|outcome| {
                let needs = &outcome.ladders[0].needs[rung];
                places
                    .iter()
                    .any(|place| needs[*place].truth == Truth::TRUE)
            })
        }
        "R409" => {
            let name = found.message.split('`').nth(1).expect("a row");
            let row = rubric.rows.iter().position(|row| row.name == name);
            let row = row.expect("a row");
            same_without(all, |inputs| inputs.answers[row] = Answer::Unanswered)
        }
        "R415" => same_without(all, |inputs| {
            for answer in &mut inputs.answers {
                if *answer == Answer::Rated(Value::Level(1)) {
                    *answer = Answer::Rated(Value::Level(0));
                }
            }
        }),
        "R413" => {
            let (_, rest) = found.message.split_once(": ").expect("what is the same");
            let (asked, same) = rest.split_once(" is the same as ").expect("two thresholds");
            let test = |said: &str, value: Rational| {
                let (way, bound) = said.rsplit_once(' ').expect("a bound");
                let bound = number(bound);
                match way {
                    "at least" => value >= bound,
                    "above" => value > bound,
                    "at most" => value <= bound,
                    _ => value < bound,
                }
            };
            each(&|outcome| {
                let sides = outcome.ladders[0].needs[rung]
                    .iter()
                    .filter_map(|need| need.sides);
                let bound = number(asked.rsplit(' ').next().expect("a bound"));
                let sides = sides.filter(|(_, right)| right.known() == Some(bound));
                let mut values = sides.filter_map(|(left, _)| left.known());
                values.all(|value| test(asked, value) == test(same, value))
            })
        }
        // The rest is about the text, not about what comes out.
        _ => true,
    }
}

#[test]
fn every_claim_is_true_of_everything_that_can_be_given() {
    let mut dice = Dice(20_251_125);
    let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut sound, mut never, mut silent) = (0, 0, 0);
    for number in 0..RUBRICS {
        let source = dice.rubric();
        let Some(rubric) = wire::compile(&source, &[]).rubric else {
            continue;
        };
        sound += 1;
        let all = everything(&rubric);
        let found = wire::prove(&source, &[]);
        for one in &found {
            *claims.entry(one.code).or_default() += 1;
            assert!(
                holds(&rubric, &source, &all, one),
                "rubric {number}, {} in line {}: {}\n{source}",
                one.code,
                one.span.line,
                one.message
            );
        }
        // How much is found of what there is to find.
        for rung in 0..rubric.ladders[0].rungs.len() {
            let reached = all
                .iter()
                .any(|(_, found)| found.ladders[0].rungs[rung] == RungState::Earned);
            let said = found.iter().any(|one| {
                let line = place(&source, one.span.line as usize).0;
                one.code == "R405" && line <= rung + 2
            });
            never += usize::from(!reached);
            silent += usize::from(!reached && !said);
        }
    }
    println!("{sound} rubrics, {claims:?}, {never} rungs out of reach, {silent} unsaid");
    assert!(sound > RUBRICS / 2, "only {sound} rubrics compile");
    for code in ["R405", "R406", "R407", "R408", "R409", "R413", "R415"] {
        let made = claims.get(code).copied().unwrap_or(0);
        assert!(made >= 5, "only {made} claims of {code}");
    }
    assert!(silent * 10 <= never, "{silent} of {never} are not said");
}
