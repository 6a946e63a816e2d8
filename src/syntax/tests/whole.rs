//! The whole-file example of the language page, as it stands there.

pub(super) const WHOLE: &str = include_str!("../../../tests/language/whole.rubric");
