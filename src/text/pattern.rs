//! Placeholder until the pattern engine is merged.
/// What is wrong with a pattern.
pub fn pattern_problem(_: &str) -> Option<String> {
    None
}
