//! Regular expressions for `avoids "pattern"`, in time linear in the text: the
//! pattern is read once, written out as a small program, and all its threads
//! walk the text together, so nothing is ever tried twice.
//!
//! Known: `. * + ? | ( ) (?: ) [ ] { } ^ $`, `\d \w \s \b` and their opposites,
//! `\n \r \t`, lazy repeats, and `(?i)` at the beginning. `^` and `$` stand for
//! the beginning and the end of the whole text, `.` for all but a line end.

mod parse;
mod program;
mod run;
mod set;

pub use program::Program;

/// Bytes of a pattern.
const LONGEST: usize = 256;

/// What is wrong with a pattern, in plain English; nothing when it can be used.
pub fn pattern_problem(pattern: &str) -> Option<String> {
    compile(pattern).err()
}

/// A pattern that can be used, or what is wrong with it.
pub fn compile(pattern: &str) -> Result<Program, String> {
    if pattern.len() > LONGEST {
        return Err(format!(
            "a pattern may have up to {LONGEST} bytes; this one has {}",
            pattern.len()
        ));
    }
    let (pattern, any_case) = match pattern.strip_prefix("(?i)") {
        Some(rest) => (rest, true),
        None => (pattern, false),
    };
    let program = program::write(&parse::read(pattern)?, any_case)?;
    if run::finds_nothing(&program) {
        return Err("this pattern also fits an empty text, so it would be found everywhere".into());
    }
    Ok(program)
}

/// Where a pattern was found: bytes, and the line from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Match {
    /// Its first byte.
    pub from: usize,
    /// The byte behind it.
    pub to: usize,
    /// The line, from 1.
    pub line: usize,
}

/// The value of a decimal digit of any script that is written often.
pub fn digit(c: char) -> Option<u32> {
    let zeros = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    let from = |zero: char| u32::from(c).checked_sub(u32::from(zero));
    zeros.into_iter().filter_map(from).find(|value| *value <= 9)
}

/// Where the pattern stands in a text, up to `most` places (`true`: more often);
/// nothing when there is more text than can be searched.
pub fn places(program: &Program, text: &str, most: usize) -> Option<(Vec<Match>, bool)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |at: usize| letters.get(at).map_or(text.len(), |(byte, _)| *byte);
    let mut steps = 0_usize;
    let (mut places, mut at): (Vec<Match>, usize) = (Vec::new(), 0);
    let (mut line, mut counted) = (1_usize, 0_usize);
    while let Some((from, to)) = run::find(program, &letters, at, &mut steps)? {
        if places.len() == most {
            return Some((places, true));
        }
        let between = letters.get(counted..from).unwrap_or_default();
        let ends = between.iter().filter(|(_, c)| *c == '\n').count();
        (line, counted) = (line.saturating_add(ends), from);
        places.push(Match {
            from: byte(from),
            to: byte(to),
            line,
        });
        at = to.max(from.saturating_add(1));
    }
    Some((places, false))
}
