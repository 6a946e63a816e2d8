//! The outline: everything a page needs to draw a rubric, once, at compile.

use super::inputs::{InputOut, inputs};
use super::ladders::{LadderOut, ladders};
use super::people::{AttemptsOut, RatersOut, attempts, raters};
use super::rows::{LevelOut, RowOut, level_out, row_out};
use super::slots::{SlotOut, slot_out};
use crate::model::{Align, Branch, LadderKind, Member, Rubric, Shown};
use serde::Serialize;

/// A text with an address.
#[derive(Serialize, Debug)]
pub struct LinkOut {
    text: String,
    url: Option<String>,
}

pub(super) fn links(all: &[Align]) -> Vec<LinkOut> {
    let one = |(text, url): &Align| LinkOut {
        text: text.clone(),
        url: url.clone(),
    };
    all.iter().map(one).collect()
}

/// Who issues the rubric.
#[derive(Serialize, Debug)]
pub struct IssuerOut {
    name: String,
    url: Option<String>,
}

/// How long an award lasts.
#[derive(Serialize, Debug)]
pub struct ExpiresOut {
    after: String,
    unit: &'static str,
}

/// A scale.
#[derive(Serialize, Debug)]
pub struct ScaleOut {
    name: String,
    label: String,
    ordinal: bool,
    lower: bool,
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
    choose: Option<usize>,
    conditional: bool,
    aligns: Vec<LinkOut>,
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
#[serde(rename_all = "camelCase")]
pub struct ScoreOut {
    name: String,
    label: String,
    percent: bool,
    out_of: Option<String>,
}

/// A name with its label.
#[derive(Serialize, Debug)]
pub struct NamedOut {
    pub(super) name: String,
    pub(super) label: String,
}

/// A name that stands for several.
#[derive(Serialize, Debug)]
pub struct GroupOut {
    name: String,
    parts: Vec<String>,
    members: Vec<String>,
}

/// A condition code.
#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct CodeOut {
    name: String,
    label: String,
    this_row: bool,
    rows: Vec<String>,
}

/// A rubric in another language: texts by path.
#[derive(Serialize, Debug)]
pub struct TranslationOut {
    language: String,
    texts: Vec<(String, String)>,
}

/// The outline of a rubric.
#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
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
    expires: Option<ExpiresOut>,
    scales: Vec<ScaleOut>,
    parts: Vec<PartOut>,
    rows: Vec<RowOut>,
    tree: Vec<ItemOut>,
    groups: Vec<GroupOut>,
    asks: Vec<InputOut>,
    settings: Vec<InputOut>,
    evidence: Vec<SlotOut>,
    scores: Vec<ScoreOut>,
    results: Vec<LadderOut>,
    awards: Vec<LadderOut>,
    advice: Vec<String>,
    codes: Vec<CodeOut>,
    raters: Vec<RatersOut>,
    attempts: Option<AttemptsOut>,
    translations: Vec<TranslationOut>,
    rank: Vec<String>,
    levels_only: bool,
    hidden: Vec<String>,
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
        sources: links(&header.sources),
        licence: header.licence,
        expires: header.expires.map(|(after, months)| ExpiresOut {
            after: after.to_string(),
            unit: if months { "months" } else { "days" },
        }),
        scales: scales(rubric),
        parts: parts(rubric),
        rows: rubric.rows.iter().map(|row| row_out(rubric, row)).collect(),
        tree: rubric.tree.iter().map(item).collect(),
        groups: groups(rubric),
        asks: inputs(rubric, &rubric.asks),
        settings: inputs(rubric, &rubric.settings),
        evidence: rubric.slots.iter().map(slot_out).collect(),
        scores: scores(rubric),
        results: ladders(rubric, LadderKind::Result),
        awards: ladders(rubric, LadderKind::Award),
        advice: rubric
            .advice
            .iter()
            .map(|advice| advice.text.clone())
            .collect(),
        codes: codes(rubric),
        raters: raters(rubric),
        attempts: rubric.attempts.as_ref().map(attempts),
        translations: translations(rubric),
        rank: rubric.rank.clone(),
        levels_only: rubric.levels_only,
        hidden: rubric.hidden.clone(),
    }
}

fn scales(rubric: &Rubric) -> Vec<ScaleOut> {
    let scale = |scale: &crate::model::Scale| ScaleOut {
        name: scale.name.clone(),
        label: scale.label.clone(),
        ordinal: scale.ordinal,
        lower: scale.lower,
        levels: scale
            .levels
            .iter()
            .map(|level| level_out(level, None))
            .collect(),
    };
    rubric
        .scales
        .iter()
        .take(rubric.scales_written)
        .map(scale)
        .collect()
}

fn parts(rubric: &Rubric) -> Vec<PartOut> {
    let part = |part: &crate::model::Part| PartOut {
        name: part.name.clone(),
        label: part.label.clone(),
        about: part.about.clone(),
        weight: part.weight.map(|weight| weight.to_string()),
        parent: part.parent,
        tags: part.tags.clone(),
        choose: part.choose,
        conditional: part.only_when.is_some(),
        aligns: links(&part.aligns),
    };
    rubric.parts.iter().map(part).collect()
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

fn scores(rubric: &Rubric) -> Vec<ScoreOut> {
    let score = |score: &crate::model::Score| ScoreOut {
        name: score.name.clone(),
        label: score.label.clone(),
        percent: score.shown == Shown::Percent,
        out_of: match score.shown {
            Shown::OutOf(most) => Some(most.to_string()),
            _ => None,
        },
    };
    rubric.scores.iter().map(score).collect()
}

fn groups(rubric: &Rubric) -> Vec<GroupOut> {
    let named = |member: &Member| match member {
        Member::Row(row) => rubric.rows.get(*row).map(|row| row.name.clone()),
        Member::Score(score) => rubric.scores.get(*score).map(|score| score.name.clone()),
        Member::Ladder(ladder) => rubric
            .ladders
            .get(*ladder)
            .map(|ladder| ladder.name.clone()),
        Member::Ask(_) | Member::Setting(_) => None,
    };
    let group = |group: &crate::model::Group| GroupOut {
        name: group.name.clone(),
        parts: group
            .parts
            .iter()
            .filter_map(|part| rubric.parts.get(*part).map(|part| part.name.clone()))
            .collect(),
        members: group.members.iter().filter_map(named).collect(),
    };
    rubric.groups.iter().map(group).collect()
}

fn codes(rubric: &Rubric) -> Vec<CodeOut> {
    let code = |code: &crate::model::Code| CodeOut {
        name: code.name.clone(),
        label: code.label.clone(),
        this_row: code.this_row,
        rows: code
            .sets
            .iter()
            .filter_map(|(row, _)| rubric.rows.get(*row).map(|row| row.name.clone()))
            .collect(),
    };
    rubric.codes.iter().map(code).collect()
}

fn translations(rubric: &Rubric) -> Vec<TranslationOut> {
    let one = |(language, texts): &(String, Vec<(String, String)>)| TranslationOut {
        language: language.clone(),
        texts: texts.clone(),
    };
    rubric.translations.iter().map(one).collect()
}
