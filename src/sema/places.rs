//! Where everything that was declared stands, in the order of the model.

use super::declare::{Declared, WrittenLadder};
use super::rules::apart;
use crate::diag::{LadderPlace, Places, RowPlace, Weighed};
use crate::model::{Level, Rubric};
use crate::syntax::ast::{Condition, Item, LadderForm, Literal, Op, Row, RowKind};
use crate::text::Span;

/// The places of what was declared; `items` are all of them at any depth.
pub(super) fn places(rubric: &Rubric, declared: &Declared<'_>, items: &[&Item]) -> Places {
    let ladders = declared.ladders.iter().map(|(ladder, _)| match ladder {
        WrittenLadder::Own(ladder) => of_ladder(ladder.name.span, &ladder.form),
        WrittenLadder::OfRow(form, row) => of_ladder(row.name.span, form),
    });
    let rows = declared.rows.iter().enumerate();
    let parts = declared.parts.iter().map(|(part, _)| {
        let weight = part.properties.weight.as_ref();
        (part.name.span, weight.map(weighed))
    });
    Places {
        scales: scales(rubric, items),
        rows: rows
            .map(|(index, (row, _))| of_row(rubric, index, row))
            .collect(),
        parts: parts.collect(),
        slots: declared.slots.iter().map(|slot| slot.name.span).collect(),
        scores: declared
            .scores
            .iter()
            .map(|(score, _)| score.name.span)
            .collect(),
        ladders: ladders.collect(),
        raters: raters(declared, items),
    }
}

fn weighed(weight: &Literal) -> Weighed {
    Weighed {
        span: weight.span,
        percent: weight.percent(),
    }
}

/// In the order in which the model has them: of the whole, then of parts.
fn raters(declared: &Declared<'_>, items: &[&Item]) -> Vec<Span> {
    let of_all = items.iter().filter_map(|item| match item {
        Item::Raters(raters) => Some(raters.span),
        _ => None,
    });
    let parts = declared.parts.iter();
    let of_parts = parts.filter_map(|(part, _)| Some(part.properties.raters.as_ref()?.span));
    of_all.chain(of_parts).collect()
}

fn scales(rubric: &Rubric, items: &[&Item]) -> Vec<Vec<Span>> {
    let written = rubric.scales.iter().take(rubric.scales_written);
    let places = written.map(|scale| {
        let found = items.iter().find_map(|item| match item {
            Item::Scale(written) if written.name.text == scale.name => Some(written),
            _ => None,
        });
        let levels = found
            .map(|scale| scale.levels.as_slice())
            .unwrap_or_default();
        levels.iter().map(|level| level.name.span).collect()
    });
    places.collect()
}

fn of_row(rubric: &Rubric, index: usize, row: &Row) -> RowPlace {
    let scale = rubric.rows.get(index).and_then(crate::model::Row::scale);
    let levels = scale.and_then(|scale| rubric.scales.get(scale));
    let levels = levels
        .map(|scale| scale.levels.as_slice())
        .unwrap_or_default();
    let place = |level: &Level| match &row.kind {
        RowKind::Own(own) => {
            let found = own
                .levels
                .iter()
                .find(|known| known.name.text == level.name)?;
            Some(found.description.as_ref()?.span)
        }
        _ => {
            let found = row
                .levels
                .iter()
                .find(|known| known.name.text == level.name)?;
            Some(found.descriptor.span)
        }
    };
    RowPlace {
        name: row.name.span,
        weight: row.properties.weight.as_ref().map(weighed),
        levels: levels.iter().map(place).collect(),
    }
}

fn of_ladder(name: Span, form: &LadderForm) -> LadderPlace {
    let spans = |all: &[Condition], joint: Op| -> Vec<Span> {
        let each = all.iter().flat_map(|one| apart(&one.rule, joint));
        each.map(|part| part.span).collect()
    };
    let (rungs, nevers): (Vec<(Span, Vec<Span>)>, _) = match form {
        LadderForm::Rungs { rungs, nevers, .. } => {
            let each = rungs.iter();
            let each = each.map(|rung| (rung.name.span, spans(&rung.needs, Op::And)));
            (each.collect(), nevers)
        }
        LadderForm::Bands { bands, nevers, .. } => {
            let each = bands.iter();
            let each = each.map(|band| (band.name.span, vec![band.minimum.span]));
            (each.collect(), nevers)
        }
        LadderForm::Table { rows, nevers, .. } => {
            let each = rows.iter().map(|row| (row.span, vec![row.span]));
            (each.collect(), nevers)
        }
    };
    LadderPlace {
        name,
        rungs,
        nevers: spans(nevers, Op::Or),
    }
}
