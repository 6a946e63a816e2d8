//! Asks and settings in the outline.

use super::outline::NamedOut;
use crate::model::{Input, InputKind, Reply, Rubric};
use crate::num::date;
use serde::Serialize;

/// An ask or a setting.
#[derive(Serialize, Debug)]
pub struct InputOut {
    name: String,
    label: String,
    about: Option<String>,
    kind: &'static str,
    choices: Vec<NamedOut>,
    from: Option<String>,
    to: Option<String>,
    step: Option<String>,
    values: Vec<String>,
    percent: bool,
    defaults: Vec<DefaultOut>,
    source: Option<String>,
}

/// A default, from a day on.
#[derive(Serialize, Debug)]
pub struct DefaultOut {
    value: String,
    from: Option<String>,
}

pub(super) fn inputs(rubric: &Rubric, all: &[Input]) -> Vec<InputOut> {
    all.iter().map(|input| input_out(rubric, input)).collect()
}

fn input_out(rubric: &Rubric, input: &Input) -> InputOut {
    let mut out = InputOut {
        name: input.name.clone(),
        label: input.label.clone(),
        about: input.about.clone(),
        kind: "choice",
        choices: Vec::new(),
        from: None,
        to: None,
        step: None,
        values: Vec::new(),
        percent: false,
        defaults: Vec::new(),
        source: input.source.clone(),
    };
    match &input.kind {
        InputKind::Choice(scale) => {
            let levels = rubric
                .scales
                .get(*scale)
                .map(|scale| scale.levels.as_slice());
            let named = levels.unwrap_or_default().iter().map(|level| NamedOut {
                name: level.name.clone(),
                label: level.label.clone(),
            });
            out.choices = named.collect();
        }
        InputKind::Number(range, percent) => {
            out.kind = "number";
            out.percent = *percent;
            out.from = Some(range.from.to_string());
            out.to = range.to.map(|to| to.to_string());
            out.step = range.step.map(|step| step.to_string());
            out.values = range.list.iter().map(ToString::to_string).collect();
        }
        InputKind::YesNo => out.kind = "yes/no",
        InputKind::Date => out.kind = "date",
    }
    for (reply, from) in &input.defaults {
        let value = match (reply, &input.kind) {
            (Reply::Choice(choice), _) => {
                out.choices.get(*choice).map(|choice| choice.name.clone())
            }
            (Reply::Yes(yes), _) => Some(if *yes { "yes" } else { "no" }.to_owned()),
            (Reply::Number(day), InputKind::Date) => {
                i64::try_from(day.numer()).ok().and_then(date::text)
            }
            (Reply::Number(value), _) => Some(value.to_string()),
        };
        out.defaults.push(DefaultOut {
            value: value.unwrap_or_default(),
            from: from.and_then(date::text),
        });
    }
    out
}
