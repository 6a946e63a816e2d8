//! A checked file without errors becomes plain data. Nothing can fail here.

mod linear;

use crate::model::Rubric;
use crate::sema::Checked;

/// The rubric of a checked file; nothing when it has errors.
pub fn lower(checked: &mut Checked) -> Option<Rubric> {
    if checked.failed {
        return None;
    }
    let mut rubric = std::mem::take(&mut checked.rubric);
    linear::shorten(&mut rubric);
    Some(rubric)
}
