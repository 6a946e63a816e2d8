//! The lines that come out: statements that shared a line, comments behind
//! them, and the columns of level lines.

use crate::format::wrap::{COLUMN, WIDTH, cut, flat, plain, widest};

/// Columns wider than this are not lined up.
const WIDE: usize = 40;

/// Words and signs at the end or the start of a line that take the next or the
/// last one with them. Only a statement that cannot be read has them there.
const ENDS: &[&str] = &["+", "-", "*", "/", "<", ">", "=", ",", "(", " and", " or"];
const STARTS: &[&str] = &[
    "+", "*", "/", "<", ">", "=", ",", "!=", "and", "or", "then", "else", "when", "message",
];

/// A statement that is left as it is, with an end that the next line does not undo.
pub(super) fn ended(text: String) -> String {
    let open = ENDS.iter().any(|end| text.ends_with(end)) || ["and", "or"].contains(&text.as_str());
    if open { text + ";" } else { text }
}

/// A statement, a head with its brace, a closing brace or a comment.
#[derive(Default)]
pub(super) struct Line {
    /// A blank line stands before it.
    pub(super) blank: bool,
    pub(super) depth: usize,
    /// With the line ends of a long statement in it.
    pub(super) text: String,
    /// Whether it may share its line with others.
    pub(super) joins: bool,
    /// The comment behind it.
    pub(super) comment: String,
}

#[derive(Default)]
pub(super) struct Lines {
    all: Vec<Line>,
    /// Lines that the author put on the line before them.
    shared: Vec<usize>,
}

impl Lines {
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn push(&mut self, line: Line) {
        self.all.push(line);
    }

    /// A comment behind the last line.
    pub(super) fn behind(&mut self, comment: &str) {
        match self.all.last_mut() {
            Some(last) if last.comment.is_empty() => {
                comment.trim_end().clone_into(&mut last.comment);
            }
            _ => self.push(Line {
                text: comment.trim_end().to_owned(),
                ..Line::default()
            }),
        }
    }

    /// A statement is left as it is: the one before it ends, even where this
    /// one begins with a word that would take it along.
    pub(super) fn before(&mut self, text: &str) {
        if !STARTS.iter().any(|start| text.starts_with(start)) {
            return;
        }
        let comment = |line: &&mut Line| line.text.starts_with('#');
        let last = self.all.iter_mut().rev().find(|line| !comment(line));
        if let Some(last) = last.filter(|line| line.joins && !line.text.ends_with(';')) {
            last.text.push(';');
        }
    }

    /// What was said before the statement that begins here: a blank line, or
    /// another statement on the same line.
    pub(super) fn follow(&mut self, from: usize, blank: bool, same_line: bool) {
        let before = from.checked_sub(1).and_then(|before| self.all.get(before));
        let joins = before.is_some_and(|line| line.joins && line.comment.is_empty());
        let Some(line) = self.all.get_mut(from) else {
            return;
        };
        line.blank = blank;
        if same_line && joins && line.joins {
            self.shared.push(from);
        }
    }

    /// All of it as text.
    pub(super) fn text(mut self) -> String {
        self.share();
        self.align();
        let mut out = String::new();
        for line in &self.all {
            if line.blank {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n("  ", line.depth));
            out.push_str(&line.text);
            if !line.comment.is_empty() {
                out.push_str("  ");
                out.push_str(&line.comment);
            }
            out.push('\n');
        }
        out
    }

    /// Statements that shared a line stay on it together while they fit.
    fn share(&mut self) {
        let mut shared = std::mem::take(&mut self.shared).into_iter().peekable();
        let mut groups: Vec<Vec<Line>> = Vec::new();
        for (index, line) in std::mem::take(&mut self.all).into_iter().enumerate() {
            match groups.last_mut() {
                Some(group) if shared.next_if_eq(&index).is_some() => group.push(line),
                _ => groups.push(vec![line]),
            }
        }
        for mut group in groups {
            if group.len() > 1 {
                let texts: Vec<String> = group.iter().map(|line| plain(&line.text)).collect();
                let each = texts.iter().map(|text| text.trim_end_matches(';'));
                let text = each.collect::<Vec<_>>().join("; ");
                let depth = group.first().map_or(0, |line| line.depth);
                let fits = depth.saturating_mul(2).saturating_add(widest(&text)) <= WIDTH;
                if fits && !text.contains('\n') {
                    let comment = group.pop().map(|line| line.comment).unwrap_or_default();
                    group.truncate(1);
                    if let Some(first) = group.first_mut() {
                        (first.text, first.comment) = (text, comment);
                    }
                }
            }
            self.all.extend(group);
        }
    }

    /// Runs of level lines get columns.
    fn align(&mut self) {
        let mut from = 0;
        while from < self.all.len() {
            let run = self.run(from);
            let to = from.saturating_add(run.max(1));
            let lines = self.all.get_mut(from..to).unwrap_or_default();
            if run > 0 {
                line_up(lines);
            }
            from = to;
        }
    }

    /// How many lines from here on have the same columns; comments between them do not count.
    fn run(&self, from: usize) -> usize {
        let columns = |line: &Line| cut(&line.text, COLUMN).len();
        let rest = self.all.get(from..).unwrap_or_default();
        let Some(first) = rest.first().filter(|line| columns(line) > 1) else {
            return 0;
        };
        let (depth, count) = (first.depth, columns(first));
        let same = |line: &&Line| {
            let comment = line.text.starts_with('#');
            line.depth == depth && (comment || columns(line) == count)
        };
        let more = rest
            .iter()
            .skip(1)
            .take_while(|line| !line.blank)
            .take_while(same);
        more.count().saturating_add(1)
    }
}

fn line_up(lines: &mut [Line]) {
    let mut widths: Vec<usize> = Vec::new();
    let all: Vec<Vec<String>> = lines.iter().map(|line| cut(&line.text, COLUMN)).collect();
    for cells in all.iter().filter(|cells| cells.len() > 1) {
        for (index, cell) in cells.iter().enumerate() {
            let wide = widest(cell);
            match widths.get_mut(index) {
                Some(width) => *width = wide.max(*width),
                None => widths.push(wide),
            }
        }
    }
    let last = widths.len().saturating_sub(1);
    let fits = widths.iter().take(last).all(|width| *width <= WIDE);
    for (line, cells) in lines
        .iter_mut()
        .zip(all)
        .filter(|(_, cells)| cells.len() > 1)
    {
        line.text.clear();
        for (cell, width) in cells.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            if !line.text.is_empty() {
                line.text.push(' ');
            }
            line.text.push_str(cell);
            if fits {
                let pad = width.saturating_sub(widest(cell));
                line.text.extend(std::iter::repeat_n(' ', pad));
            } else if cell.is_empty() {
                line.text.pop();
            }
        }
        line.text = flat(line.text.trim_end());
    }
}
