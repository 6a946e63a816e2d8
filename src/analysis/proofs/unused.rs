//! Rows and scores that nothing rests on.

use super::Proofs;
use super::reach::Reach;
use super::visit::{self, Seen};
use crate::diag::{Code, Diagnostic};
use crate::model::{LadderKind, Member};
use crate::text::Index;

pub(super) fn unused(proofs: &mut Proofs<'_>) {
    rows(proofs);
    scores(proofs);
}

/// A row that no score, result, award, advice or evidence looks at. A rubric
/// without any of these only describes.
fn rows(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    let mut reach = Reach::new(rubric);
    let ladders = rubric.ladders.iter().enumerate();
    let judged = ladders.filter(|(_, ladder)| !matches!(ladder.kind, LadderKind::Row(_)));
    let judged: Vec<usize> = judged.map(|(index, _)| index).collect();
    if judged.is_empty() && rubric.scores.is_empty() {
        return;
    }
    judged.into_iter().for_each(|ladder| reach.ladder(ladder));
    (0..rubric.scores.len()).for_each(|score| reach.score(score));
    reach.comments();
    let slots = rubric
        .slots
        .iter()
        .filter_map(|slot| slot.only_when.as_ref());
    let advice = rubric.advice.iter().map(|advice| &advice.when);
    slots.chain(advice).for_each(|when| reach.truth(when));
    let told = told(proofs);
    for (index, row) in rubric.rows.iter().enumerate() {
        if told.get(&row.name).is_some() {
            reach.row(index);
        }
    }
    reach.follow();
    // What a worked-out row looks at is used by that row, which is spoken of itself.
    let used = reach.rows.clone();
    for (index, row) in rubric.rows.iter().enumerate() {
        if row.is_worked_out() {
            reach.row(index);
        }
    }
    reach.follow();
    for (index, row) in rubric.rows.iter().enumerate() {
        let used = used.get(index) == Some(&true);
        let inner = reach.rows.get(index) == Some(&true) && !row.is_worked_out();
        if used || inner || row.not_scored {
            continue;
        }
        let message = say!(
            "`{}` counts for nothing: no score, result or award looks at it",
            row.name
        );
        let help = "name it in a rule, or write `not scored` in it if it is only shown";
        proofs.warn(Code::UnusedRow, proofs.row(index), message, help);
    }
}

/// The names that order a cohort or that an advice shows.
fn told(proofs: &Proofs<'_>) -> Index {
    let mut all = Index::default();
    for advice in &proofs.rubric.advice {
        advice
            .text
            .split(['{', '}'])
            .for_each(|name| all.set(name, 0));
    }
    proofs.rubric.rank.iter().for_each(|name| all.set(name, 0));
    all
}

/// A score that nothing rests on. Where readers see it, that is only worth
/// knowing; with a label it is meant to be read.
fn scores(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    let mut used = vec![false; rubric.scores.len()];
    let mut judges = false;
    visit::all(rubric, &mut |seen| {
        if let Seen::Member(Member::Score(score)) = seen {
            judges = true;
            if let Some(slot) = used.get_mut(score) {
                *slot = true;
            }
        }
    });
    let told = told(proofs);
    let mut hidden = Index::default();
    rubric.hidden.iter().for_each(|name| hidden.set(name, 0));
    for (index, score) in rubric.scores.iter().enumerate() {
        if used.get(index) == Some(&true) || told.get(&score.name).is_some() {
            continue;
        }
        let span = proofs.score(index);
        let beside = [index.checked_sub(1), index.checked_add(1)];
        let beside = beside
            .into_iter()
            .flatten()
            .map(|other| proofs.places.scores.get(other));
        // One rule for several parts, of which some may be used.
        if beside.into_iter().any(|other| other == Some(&span)) {
            continue;
        }
        if rubric.levels_only || hidden.get(&score.name).is_some() {
            let message = say!("nothing uses `{}`, and readers do not see it", score.name);
            proofs.warn(
                Code::UnusedScore,
                span,
                message,
                "use it in a rule, or take it out",
            );
        } else if judges && score.label == score.name {
            let message = say!("nothing uses `{}`: it is only shown", score.name);
            let help =
                "give it a label if it is meant to be read, use it in a rule, or take it out";
            proofs.say(Diagnostic::note(Code::UnusedScore, span, message).help(help));
        }
    }
}
