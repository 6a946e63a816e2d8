//! Rows in the outline, with the levels each offers.

use super::outline::{LinkOut, links};
use crate::model::{CommentMode, Level, LevelText, Marks, Row, RowKind, Rubric};
use crate::num::date;
use serde::Serialize;

/// A level of a scale, or of a row.
#[derive(Serialize, Debug)]
pub struct LevelOut {
    name: String,
    label: String,
    description: Option<String>,
    descriptor: Option<String>,
    advice: Option<String>,
    learner: Option<String>,
    /// Where it is a range of marks, the lowest of them.
    points: String,
    /// The highest mark of a range.
    to: Option<String>,
    step: Option<String>,
    marks: Vec<String>,
    aligns: Vec<LinkOut>,
}

/// A row.
#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct RowOut {
    name: String,
    label: String,
    kind: &'static str,
    part: Option<usize>,
    scale: Option<usize>,
    about: Option<String>,
    tags: Vec<String>,
    weight: Option<String>,
    /// The place of the first level offered on the scale.
    first_level: usize,
    levels: Vec<LevelOut>,
    points: Option<String>,
    from: Option<String>,
    to: Option<String>,
    step: Option<String>,
    values: Vec<String>,
    lower: bool,
    bonus: bool,
    adds_nothing: bool,
    not_scored: bool,
    worked_out: bool,
    conditional: bool,
    leave_out: Option<&'static str>,
    comment: &'static str,
    comment_with_link: bool,
    comment_sometimes: bool,
    shown_by: Vec<String>,
    counts_from: Option<String>,
    retired: Option<String>,
    aligns: Vec<LinkOut>,
}

pub(super) fn level_out(level: &Level, text: Option<&LevelText>) -> LevelOut {
    let Marks {
        from,
        to,
        step,
        list,
    } = &level.marks;
    let mut aligns = links(&level.aligns);
    aligns.extend(text.map(|text| links(&text.aligns)).unwrap_or_default());
    LevelOut {
        name: level.name.clone(),
        label: level.label.clone(),
        description: level.description.clone(),
        descriptor: text.and_then(|text| text.descriptor.clone()),
        advice: text.and_then(|text| text.advice.clone()),
        learner: text.and_then(|text| text.learner.clone()),
        points: from.to_string(),
        to: (from != to).then(|| to.to_string()),
        step: step.map(|step| step.to_string()),
        marks: list.iter().map(ToString::to_string).collect(),
        aligns,
    }
}

pub(super) fn row_out(rubric: &Rubric, row: &Row) -> RowOut {
    let mut out = RowOut {
        name: row.name.clone(),
        label: row.label.clone(),
        kind: "criterion",
        part: row.part,
        scale: None,
        about: row.about.clone(),
        tags: row.tags.clone(),
        weight: row.weight.map(|weight| weight.to_string()),
        first_level: 0,
        levels: Vec::new(),
        points: None,
        from: None,
        to: None,
        step: None,
        values: Vec::new(),
        lower: row.lower,
        bonus: row.bonus,
        adds_nothing: row.adds_nothing,
        not_scored: row.not_scored,
        worked_out: row.is_worked_out(),
        conditional: row.only_when.is_some(),
        leave_out: match (row.leave_out, row.not_applicable) {
            (Some(true), _) => Some("with a reason"),
            (None, None) => None,
            _ => Some("allowed"),
        },
        comment: match row.comment.mode {
            CommentMode::None => "none",
            CommentMode::Optional => "optional",
            CommentMode::Required => "required",
        },
        comment_with_link: row.comment.link,
        comment_sometimes: row.comment.when.is_some(),
        shown_by: shown_by(rubric, row),
        counts_from: row.counts_from.and_then(date::text),
        retired: row.retired.and_then(date::text),
        aligns: links(&row.aligns),
    };
    match &row.kind {
        RowKind::Criterion { scale, offered, .. } => {
            out.scale = (*scale < rubric.scales_written).then_some(*scale);
            out.first_level = offered.0;
            let levels = rubric
                .scales
                .get(*scale)
                .map(|scale| scale.levels.as_slice());
            let each = levels
                .unwrap_or_default()
                .iter()
                .zip(&row.levels)
                .enumerate();
            let each = each.filter(|(index, _)| (offered.0..=offered.1).contains(index));
            out.levels = each
                .map(|(_, (level, text))| level_out(level, Some(text)))
                .collect();
        }
        RowKind::Check { points, .. } => {
            out.kind = "check";
            out.points = Some(points.to_string());
        }
        RowKind::Number(range) => {
            out.kind = "number";
            out.from = Some(range.from.to_string());
            out.to = range.to.map(|to| to.to_string());
            out.step = range.step.map(|step| step.to_string());
            out.values = range.list.iter().map(ToString::to_string).collect();
        }
    }
    out
}

fn shown_by(rubric: &Rubric, row: &Row) -> Vec<String> {
    let slots = row
        .shown_by
        .iter()
        .filter_map(|slot| rubric.slots.get(*slot));
    slots.map(|slot| slot.name.clone()).collect()
}
