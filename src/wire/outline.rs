//! The outline: everything a page needs to draw a rubric, once, at compile.

use crate::model::{Branch, Row, RowKind, Rubric};
use serde::Serialize;

/// A text with an address.
#[derive(Serialize, Debug)]
pub struct LinkOut {
    text: String,
    url: Option<String>,
}

/// Who issues the rubric.
#[derive(Serialize, Debug)]
pub struct IssuerOut {
    name: String,
    url: Option<String>,
}

/// A level of a scale, or of a row.
#[derive(Serialize, Debug)]
pub struct LevelOut {
    name: String,
    label: String,
    description: Option<String>,
    descriptor: Option<String>,
    advice: Option<String>,
    points: String,
}

/// A scale.
#[derive(Serialize, Debug)]
pub struct ScaleOut {
    name: String,
    label: String,
    ordinal: bool,
    levels: Vec<LevelOut>,
}

/// A part.
#[derive(Serialize, Debug)]
pub struct PartOut {
    name: String,
    label: String,
    about: Option<String>,
    weight: Option<String>,
    parent: Option<usize>,
    tags: Vec<String>,
}

/// A row.
#[derive(Serialize, Debug)]
pub struct RowOut {
    name: String,
    label: String,
    kind: &'static str,
    part: Option<usize>,
    scale: Option<usize>,
    about: Option<String>,
    tags: Vec<String>,
    weight: Option<String>,
    levels: Vec<LevelOut>,
    points: Option<String>,
    from: Option<String>,
    to: Option<String>,
    step: Option<String>,
}

/// A member of the document.
#[derive(Serialize, Debug)]
pub struct ItemOut {
    kind: &'static str,
    index: usize,
    items: Vec<ItemOut>,
}

/// A score.
#[derive(Serialize, Debug)]
pub struct ScoreOut {
    name: String,
    label: String,
    percent: bool,
}

/// A name with its label.
#[derive(Serialize, Debug)]
pub struct NamedOut {
    name: String,
    label: String,
}

/// An award.
#[derive(Serialize, Debug)]
pub struct AwardOut {
    name: String,
    label: String,
    rungs: Vec<NamedOut>,
    otherwise: Option<NamedOut>,
}

/// The outline of a rubric.
#[derive(Serialize, Debug)]
pub struct Outline {
    name: String,
    title: String,
    version: Option<String>,
    language: Option<String>,
    issuer: Option<IssuerOut>,
    about: Option<String>,
    fields: Vec<String>,
    sources: Vec<LinkOut>,
    licence: Option<String>,
    expires: Option<String>,
    scales: Vec<ScaleOut>,
    parts: Vec<PartOut>,
    rows: Vec<RowOut>,
    tree: Vec<ItemOut>,
    scores: Vec<ScoreOut>,
    awards: Vec<AwardOut>,
    advice: Vec<String>,
}

/// Draws the outline of a rubric.
pub fn outline(rubric: &Rubric) -> Outline {
    let header = rubric.header.clone();
    Outline {
        name: header.name,
        title: header.title,
        version: header.version,
        language: header.language,
        issuer: header.issuer.map(|(name, url)| IssuerOut { name, url }),
        about: header.about,
        fields: header.fields,
        sources: header
            .sources
            .into_iter()
            .map(|(text, url)| LinkOut { text, url })
            .collect(),
        licence: header.licence,
        expires: header.expires,
        scales: scales(rubric),
        parts: parts(rubric),
        rows: rubric.rows.iter().map(|row| row_out(rubric, row)).collect(),
        tree: rubric.tree.iter().map(item).collect(),
        scores: rubric
            .scores
            .iter()
            .map(|score| ScoreOut {
                name: score.name.clone(),
                label: score.label.clone(),
                percent: score.percent,
            })
            .collect(),
        awards: awards(rubric),
        advice: rubric
            .advice
            .iter()
            .map(|advice| advice.text.clone())
            .collect(),
    }
}

fn scales(rubric: &Rubric) -> Vec<ScaleOut> {
    let scale = |scale: &crate::model::Scale| ScaleOut {
        name: scale.name.clone(),
        label: scale.label.clone(),
        ordinal: scale.ordinal,
        levels: scale
            .levels
            .iter()
            .map(|level| level_out(level, None))
            .collect(),
    };
    rubric.scales.iter().map(scale).collect()
}

fn level_out(level: &crate::model::Level, text: Option<&crate::model::LevelText>) -> LevelOut {
    LevelOut {
        name: level.name.clone(),
        label: level.label.clone(),
        description: level.description.clone(),
        descriptor: text.and_then(|text| text.descriptor.clone()),
        advice: text.and_then(|text| text.advice.clone()),
        points: level.points.to_string(),
    }
}

fn parts(rubric: &Rubric) -> Vec<PartOut> {
    let part = |part: &crate::model::Part| PartOut {
        name: part.name.clone(),
        label: part.label.clone(),
        about: part.about.clone(),
        weight: part.weight.map(|weight| weight.to_string()),
        parent: part.parent,
        tags: part.tags.clone(),
    };
    rubric.parts.iter().map(part).collect()
}

fn row_out(rubric: &Rubric, row: &Row) -> RowOut {
    let mut out = RowOut {
        name: row.name.clone(),
        label: row.label.clone(),
        kind: "criterion",
        part: row.part,
        scale: None,
        about: row.about.clone(),
        tags: row.tags.clone(),
        weight: row.weight.map(|weight| weight.to_string()),
        levels: Vec::new(),
        points: None,
        from: None,
        to: None,
        step: None,
    };
    match &row.kind {
        RowKind::Criterion { scale, .. } => {
            out.scale = Some(*scale);
            let levels = rubric
                .scales
                .get(*scale)
                .map(|scale| scale.levels.as_slice())
                .unwrap_or_default();
            out.levels = levels
                .iter()
                .zip(&row.levels)
                .map(|(level, text)| level_out(level, Some(text)))
                .collect();
        }
        RowKind::Check { points } => {
            out.kind = "check";
            out.points = Some(points.to_string());
        }
        RowKind::Number { from, to, step } => {
            out.kind = "number";
            out.from = Some(from.to_string());
            out.to = to.map(|to| to.to_string());
            out.step = step.map(|step| step.to_string());
        }
    }
    out
}

fn item(branch: &Branch) -> ItemOut {
    match branch {
        Branch::Part(index, inner) => ItemOut {
            kind: "part",
            index: *index,
            items: inner.iter().map(item).collect(),
        },
        Branch::Row(index) => ItemOut {
            kind: "row",
            index: *index,
            items: Vec::new(),
        },
    }
}

fn awards(rubric: &Rubric) -> Vec<AwardOut> {
    let award = |award: &crate::model::Award| AwardOut {
        name: award.name.clone(),
        label: award.label.clone(),
        rungs: award
            .rungs
            .iter()
            .map(|rung| NamedOut {
                name: rung.name.clone(),
                label: rung.label.clone(),
            })
            .collect(),
        otherwise: award
            .otherwise
            .clone()
            .map(|(name, label)| NamedOut { name, label }),
    };
    rubric.awards.iter().map(award).collect()
}
