//! Every limit of the language in one place, each with its reason. A file past
//! one of them gets a diagnostic of its own; nothing hangs and nothing traps.

/// Bytes of source: a book of a rubric fits, a hostile page does not.
pub const SOURCE_BYTES: usize = 1 << 20;
/// Brackets and braces open at once; also bounds every recursion in the engine.
pub const NESTING: usize = 64;
/// `if` and `round` in one statement: they nest without brackets.
pub const NESTED_WORDS: usize = 64;
/// Criteria, checks and numbers in one rubric.
pub const ROWS: usize = 5_000;
/// Levels on one scale.
pub const LEVELS: usize = 64;
/// Tags on one row, those of its parts included.
pub const TAGS: usize = 64;
/// Rungs on one award.
pub const RUNGS: usize = 64;
/// Words, numbers and signs in one file, comments and the insides of texts
/// aside: what is past it would take longer to read than a reader waits.
pub const TOKENS: usize = 250_000;
/// Nodes of all expressions together.
pub const NODES: usize = 100_000;
/// Rows that all sets of a rubric look at together: bounds both what compiling
/// costs and what an edit costs.
pub const SET_WORK: usize = 4_000_000;
/// What all examples of a rubric may work out together: each goes through all
/// rows and rules once, so many examples of a long rubric would take long.
pub const EXAMPLE_WORK: usize = 1_000_000;
/// Words compared with misspelt ones in one run: a person's file stays far
/// below, and a hostile one gets no more suggestions.
pub const COMPARED: usize = 200_000;
/// Diagnostics reported in one run; a file with more has one cause.
pub const DIAGNOSTICS: usize = 200;
/// Parser steps allowed per byte of one statement: many times what the longest
/// legal statement takes, and linear, so that no input can cost more.
pub const STEPS_PER_BYTE: usize = 2_000;
