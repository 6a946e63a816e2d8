//! Long lines. The printer leaves a mark instead of a space wherever a line may
//! break and still be read as one statement; only lines that are too long break.
//! Marks inside an author's text are no marks.

/// Lines up to this many characters stay as they are.
pub(super) const WIDTH: usize = 100;

/// Before a message and before the `when` of advice.
pub(super) const CLAUSE: char = '\u{1}';
/// Before `and`, `or`, `+`, `then` and `else`, and behind the commas of a list
/// of conditions; further inside a rule it is one of the marks behind it.
pub(super) const BREAK: char = '\u{2}';
/// The innermost place where a line may break.
const LAST: char = '\u{6}';
/// Between the columns of level lines.
pub(super) const COLUMN: char = '\u{7}';

/// A rule inside another: it breaks later.
pub(super) fn deepen(text: &str) -> String {
    let deeper = |c: char| match c {
        BREAK..LAST => next(c),
        c => c,
    };
    text.chars().map(deeper).collect()
}

fn next(mark: char) -> char {
    char::from_u32(u32::from(mark).saturating_add(1)).unwrap_or(COLUMN)
}

/// The lines of a statement that stands so deep, without the indent of the first.
pub(super) fn wrap(text: &str, indent: usize) -> String {
    let mut out = String::new();
    fold(text, CLAUSE, indent, indent, &mut out);
    out
}

fn fold(text: &str, mark: char, first: usize, indent: usize, out: &mut String) {
    let pieces = cut(text, mark);
    let fits = first.saturating_add(widest(text)) <= WIDTH;
    if fits || mark > LAST {
        return out.push_str(&flat(text));
    }
    let (mut at, deeper) = (first, indent.saturating_add(2));
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', deeper));
            at = deeper;
        }
        let inside = if pieces.len() > 1 && index > 0 {
            deeper
        } else {
            indent
        };
        fold(piece, next(mark), at, inside, out);
    }
}

/// How wide the widest line of a statement is.
pub(super) fn widest(text: &str) -> usize {
    let lines = text.split('\n').map(|line| line.chars().count());
    lines.max().unwrap_or(0)
}

/// The same with spaces for marks, columns aside.
pub(super) fn flat(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (piece, said) in pieces(text) {
        if said {
            out.push_str(piece);
        } else {
            out.push_str(&piece.replace(|c| (CLAUSE..=LAST).contains(&c), " "));
        }
    }
    out
}

/// The same on one line with others: no columns, single spaces.
pub(super) fn plain(text: &str) -> String {
    let mut cells = cut(text, COLUMN);
    cells.retain(|cell| !cell.is_empty());
    flat(&cells.join(" "))
}

/// Cut at each of these marks.
pub(super) fn cut(text: &str, mark: char) -> Vec<String> {
    let mut all = vec![String::new()];
    for (piece, said) in pieces(text) {
        let mut parts = piece.split(|c| c == mark && !said);
        if let (Some(last), Some(part)) = (all.last_mut(), parts.next()) {
            last.push_str(part);
        }
        all.extend(parts.map(str::to_owned));
    }
    all
}

/// The text in turns: what the language says, and what stands in quotes (`true`).
fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('"') {
        let (before, quoted) = rest.split_at_checked(open).unwrap_or((rest, ""));
        let (text, behind) = quoted
            .split_at_checked(closing(quoted))
            .unwrap_or((quoted, ""));
        all.push((before, false));
        all.push((text, true));
        rest = behind;
    }
    all.push((rest, false));
    all
}

/// How long the text is that begins here.
pub(super) fn closing(quoted: &str) -> usize {
    if let Some(long) = quoted.strip_prefix("\"\"\"") {
        let end = long.find("\"\"\"").map(|at| at.saturating_add(6));
        return end.unwrap_or(quoted.len());
    }
    let mut escaped = false;
    for (at, c) in quoted.char_indices().skip(1) {
        if c == '"' && !escaped {
            return at.saturating_add(1);
        }
        escaped = c == '\\' && !escaped;
    }
    quoted.len()
}
