//! Levels that a sum cannot tell apart, texts that are the same, and those that
//! are missing beside others.

use super::Proofs;
use super::visit::{self, Seen};
use crate::diag::{Code, Diagnostic};
use crate::model::{Cmp, Gather, LevelText, Member, Num, Raters, Row, RowKind, RowTest};
use crate::num::Levels;
use crate::text::Span;

pub(super) fn levels(proofs: &mut Proofs<'_>) {
    equal(proofs);
    same(proofs);
    missing(proofs);
}

/// Levels of a row that is added up, with equal points, which no test tells apart.
fn equal(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    let mut added = vec![false; rubric.rows.len()];
    // By scale, the levels that some test tells from the one below.
    let mut told: Vec<Levels> = vec![Levels::default(); rubric.scales.len()];
    visit::all(rubric, &mut |seen| {
        if let Seen::Test(RowTest::Level(cmp, bars)) = seen {
            for (scale, bar) in bars {
                if let Some(told) = told.get_mut(*scale) {
                    *told = told.union(apart(*cmp, *bar));
                }
            }
        }
    });
    for score in &rubric.scores {
        let mut counted = false;
        visit::num(&score.rule, &mut |seen| match seen {
            Seen::Num(Num::Gather(gather, ..)) => counted = *gather == Gather::Count,
            Seen::Num(_) => counted = false,
            Seen::Truth(_) => counted = true,
            Seen::Member(Member::Row(row)) if !counted => {
                if let Some(slot) = added.get_mut(row) {
                    *slot = true;
                }
            }
            _ => {}
        });
    }
    let tries = rubric.attempts.as_ref();
    if tries.is_some_and(|tries| tries.only_below.is_some() || tries.at_least.is_some())
        || rubric.raters.iter().any(by_levels)
    {
        return;
    }
    for (index, row) in rubric.rows.iter().enumerate() {
        if added.get(index) != Some(&true) {
            continue;
        }
        let RowKind::Criterion {
            scale,
            offered,
            marks,
            ..
        } = &row.kind
        else {
            continue;
        };
        for high in offered.0.saturating_add(1)..=offered.1 {
            let low = high.saturating_sub(1);
            let points = |level: usize| marks.get(level).and_then(|marks| marks.points());
            let told = told.get(*scale).is_some_and(|told| told.has(high));
            if points(low).is_some() && points(low) == points(high) && !told {
                alike(proofs, index, *scale, (low, high));
            }
        }
    }
}

/// Whether somebody has to settle ratings that are some levels apart.
fn by_levels(raters: &Raters) -> bool {
    matches!(raters.adjudicate, Some((_, _, true)))
}

/// The levels that a test tells from the one below.
pub(super) fn apart(cmp: Cmp, bar: usize) -> Levels {
    let next = bar.saturating_add(1);
    match cmp {
        Cmp::Ge | Cmp::Lt => Levels::one(bar),
        Cmp::Gt | Cmp::Le => Levels::one(next),
        Cmp::Eq | Cmp::Ne => Levels::between(bar, next),
    }
}

fn alike(proofs: &mut Proofs<'_>, row: usize, scale: usize, (low, high): (usize, usize)) {
    let levels = proofs
        .rubric
        .scales
        .get(scale)
        .map(|scale| scale.levels.as_slice());
    let levels = levels.unwrap_or_default();
    let (Some(a), Some(b)) = (levels.get(low), levels.get(high)) else {
        return;
    };
    let written = proofs
        .places
        .scales
        .get(scale)
        .and_then(|levels| levels.get(high));
    let span = written.copied().unwrap_or_else(|| proofs.row(row));
    let message = say!(
        "`{}` and `{}` are worth the same, and no rule tells them apart",
        a.name,
        b.name
    );
    let help = "give them different points, or make them one level";
    proofs.warn(Code::EqualPoints, span, message, help);
}

/// The text of a level on a row.
fn text<'a>(proofs: &Proofs<'a>, row: &'a Row, level: usize) -> Option<&'a str> {
    let own = row
        .levels
        .get(level)
        .and_then(|level| level.descriptor.as_deref());
    own.or_else(|| {
        let level = proofs.rubric.scales.get(row.scale()?)?.levels.get(level)?;
        level.description.as_deref()
    })
}

fn place(proofs: &Proofs<'_>, row: usize, level: usize) -> Span {
    let found = proofs.places.rows.get(row);
    let text = found.and_then(|row| row.levels.get(level).copied().flatten());
    text.unwrap_or_else(|| proofs.row(row))
}

/// Two levels of a row with the same text.
fn same(proofs: &mut Proofs<'_>) {
    for (index, row) in proofs.rubric.rows.iter().enumerate() {
        let mut seen: Vec<(usize, &str)> = Vec::new();
        for level in offered(row) {
            let Some(text) = text(proofs, row, level).map(str::trim) else {
                continue;
            };
            let before = seen.iter().find(|(_, other)| *other == text);
            if let Some((first, _)) = before {
                let span = place(proofs, index, level);
                let message = say!("two levels of `{}` have the same text", row.name);
                let found = Diagnostic::warning(Code::SameText, span, message)
                    .label(place(proofs, index, *first), "the first is here")
                    .help("say what is different about the better one");
                proofs.say(found);
            }
            seen.push((level, text));
        }
    }
}

/// The levels that are rated by hand.
fn offered(row: &Row) -> std::ops::Range<usize> {
    match &row.kind {
        RowKind::Criterion {
            offered,
            worked: None,
            ..
        } => offered.0..offered.1.saturating_add(1),
        _ => 0..0,
    }
}

fn has_advice(level: &LevelText) -> bool {
    level.advice.is_some() || level.learner.is_some()
}

/// Marks a level of the scale of a row.
fn mark(marks: &mut [Levels], row: &Row, level: usize) {
    if let Some(slot) = row.scale().and_then(|scale| marks.get_mut(scale)) {
        *slot = slot.union(Levels::one(level));
    }
}

fn is_marked(marks: &[Levels], row: &Row, level: usize) -> bool {
    let found = row.scale().and_then(|scale| marks.get(scale));
    found.is_some_and(|levels| levels.has(level))
}

/// One hint a file: levels without a text where others have one, and without
/// advice below one that has it.
fn missing(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    // What a level looks like is missed where another row of the scale says it: a
    // rubric that describes one level of each row means it so.
    let none = vec![Levels::default(); rubric.scales.len()];
    let (mut described, mut advised) = (none.clone(), none);
    for row in &rubric.rows {
        for (level, found) in row.levels.iter().enumerate() {
            if found.descriptor.is_some() {
                mark(&mut described, row, level);
            }
            if has_advice(found) {
                mark(&mut advised, row, level);
            }
        }
    }
    let (mut texts, mut advice) = (Vec::new(), Vec::new());
    for (index, row) in rubric.rows.iter().enumerate() {
        let own = |level: &usize| row.levels.get(*level).is_some_and(has_advice);
        let top = offered(row).rev().find(own).unwrap_or(0);
        for level in offered(row) {
            if text(proofs, row, level).is_none() && is_marked(&described, row, level) {
                texts.push((index, level));
            }
            if level < top && !own(&level) && is_marked(&advised, row, level) {
                advice.push((index, level));
            }
        }
    }
    let Some(first) = texts.first().or(advice.first()).copied() else {
        return;
    };
    let name = |(row, level): (usize, usize)| {
        let row = rubric.rows.get(row)?;
        let level = rubric.scales.get(row.scale()?)?.levels.get(level)?;
        Some(format!("`{}` of `{}`", level.name, row.name))
    };
    let name = name(first).unwrap_or_default();
    let many = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 level has no {what}")),
        count => Some(format!("{count} levels have no {what}")),
    };
    let said = [
        many(texts.len(), "text"),
        many(advice.len(), "advice, but a better level of the row has"),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let message = say!("{}: the first is {}", said.join(", and "), name);
    let found = Diagnostic::note(Code::MissingText, proofs.row(first.0), message);
    proofs.say(
        found.help("say for each level what it looks like, and below the best what to do next"),
    );
}
