//! A checked file without errors becomes plain data. Nothing can fail here.

mod linear;

use crate::model::Rubric;
use crate::sema::{Checked, Declared};

/// The rubric of a checked file; nothing when it has errors.
pub fn lower(checked: Checked) -> Option<Rubric> {
    if checked.failed {
        return None;
    }
    let Checked {
        declared,
        scores,
        score_order,
        awards,
        advice,
        ..
    } = checked;
    let Declared {
        header,
        scales,
        parts,
        rows,
        tree,
        ..
    } = declared;
    let mut rubric = Rubric {
        header,
        scales,
        parts,
        rows,
        tree,
        scores,
        score_order,
        awards,
        advice,
    };
    linear::shorten(&mut rubric);
    Some(rubric)
}
