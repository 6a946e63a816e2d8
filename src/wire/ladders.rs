//! Results and awards in the outline.

use super::outline::{LinkOut, links};
use crate::model::{LadderKind, Rubric};
use serde::Serialize;

/// A result or an award.
#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct LadderOut {
    name: String,
    label: String,
    about: Option<String>,
    /// Its place among all ladders, by which its numbers are laid out.
    ladder: usize,
    scale: Option<usize>,
    rungs: Vec<RungOut>,
    otherwise: Option<RungOut>,
    until_then: Option<String>,
    overruled_by: Option<String>,
    overruled_with_reason: bool,
    aligns: Vec<LinkOut>,
}

/// A rung.
#[derive(Serialize, Debug)]
pub struct RungOut {
    name: String,
    label: String,
    /// The place of its level on the scale of the ladder.
    level: usize,
    aligns: Vec<LinkOut>,
}

pub(super) fn ladders(rubric: &Rubric, kind: LadderKind) -> Vec<LadderOut> {
    let each = rubric
        .ladders
        .iter()
        .enumerate()
        .filter(|(_, ladder)| ladder.kind == kind);
    let out = each.map(|(index, ladder)| LadderOut {
        name: ladder.name.clone(),
        label: ladder.label.clone(),
        about: ladder.about.clone(),
        ladder: index,
        scale: (ladder.scale < rubric.scales_written).then_some(ladder.scale),
        rungs: ladder
            .rungs
            .iter()
            .map(|rung| RungOut {
                name: rung.name.clone(),
                label: rung.label.clone(),
                level: rung.level,
                aligns: links(&rung.aligns),
            })
            .collect(),
        otherwise: ladder
            .otherwise
            .as_ref()
            .map(|(name, label, level)| RungOut {
                name: name.clone(),
                label: label.clone(),
                level: *level,
                aligns: Vec::new(),
            }),
        until_then: ladder.until_then.clone(),
        overruled_by: ladder.overruled.as_ref().map(|by| by.role.clone()),
        overruled_with_reason: ladder.overruled.as_ref().is_some_and(|by| by.reason),
        aligns: links(&ladder.aligns),
    });
    out.collect()
}
