//! Where the cursor stands: in which block, behind which words of its statement.

use super::lexer::{Lex, lex};
use super::sheet::Sheet;
use crate::syntax::Statement;
use crate::text::Span;

/// What kind of block the cursor is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Block {
    File,
    Rubric,
    Part,
    Scale,
    Criterion,
    /// A check or a number.
    Row,
    Input,
    Slot,
    Table,
    Ladder,
    Rung,
    Raters,
    Attempts,
    Codes,
    Example,
    Translate,
    Other,
}

/// The cursor with what stands around it.
pub(super) struct Spot<'a> {
    pub(super) block: Block,
    /// What the block is about: the row, the ladder, the ask, ...
    pub(super) of: Option<usize>,
    /// The words of the head of the block.
    pub(super) head: Vec<&'a str>,
    /// The innermost part.
    pub(super) part: Option<usize>,
    /// What stands before the cursor in its statement; a text is one quote.
    pub(super) words: Vec<&'a str>,
    /// The word that is being written, up to the cursor.
    pub(super) partial: &'a str,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Nothing inside a text or a comment.
pub(super) fn spot<'a>(sheet: &Sheet<'a>, offset: u32) -> Option<Spot<'a>> {
    let inside = |span: &Span| span.start < offset && offset <= span.end;
    if sheet.parsed.comments.iter().any(inside) {
        return None;
    }
    let mut spot = Spot {
        block: Block::File,
        of: None,
        head: Vec::new(),
        part: None,
        words: Vec::new(),
        partial: "",
        from: offset,
        to: offset,
    };
    let mut statements = sheet.parsed.statements.as_slice();
    while let Some(around) = around(sheet, statements, offset) {
        spot.enter(sheet, around);
        statements = around.block.as_deref().unwrap_or_default();
    }
    if let Some(start) = current(sheet, statements, offset) {
        spot.write(sheet, start, offset)?;
    }
    Some(spot)
}

/// The statement whose block the cursor is in.
fn around<'s>(sheet: &Sheet<'_>, all: &'s [Statement], offset: u32) -> Option<&'s Statement> {
    let at = all.partition_point(|one| one.extent().start < offset);
    let found = all.get(at.checked_sub(1)?)?;
    let length = Span::new(0, sheet.source.len()).end;
    let open = found.braces.end == length && !sheet.source.ends_with('}');
    let inside = found.braces.start < offset && (offset < found.braces.end || open);
    (found.block.is_some() && inside).then_some(found)
}

/// Where the statement begins that the cursor is in, or right behind.
fn current(sheet: &Sheet<'_>, all: &[Statement], offset: u32) -> Option<u32> {
    let at = all.partition_point(|one| one.head.start < offset);
    let found = all.get(at.checked_sub(1)?)?;
    let between = Span {
        start: found.head.end.min(offset),
        end: offset,
    };
    let ended = between.slice(&sheet.parsed.text).contains(['\n', ';', '}']);
    let behind = found.block.is_some() && offset > found.head.end;
    (!ended && !behind).then_some(found.head.start)
}

impl<'a> Spot<'a> {
    fn enter(&mut self, sheet: &Sheet<'a>, statement: &Statement) {
        let text = statement.head.slice(sheet.source);
        let pieces = lex(text);
        self.head = pieces.iter().map(|one| one.span.slice(text)).collect();
        let within = |index: &usize| {
            let decl = sheet.decl(*index);
            decl.is_some_and(|decl| decl.is_at(statement.head))
        };
        let declared = sheet.named_in(statement.head).into_iter().find(within);
        self.block = match self.head.first().copied().unwrap_or_default() {
            "rubric" => Block::Rubric,
            "part" => Block::Part,
            "scale" | "levels" => Block::Scale,
            "criterion" => Block::Criterion,
            "check" | "number" => Block::Row,
            "ask" | "setting" => Block::Input,
            "evidence" => Block::Slot,
            "score" => Block::Table,
            "result" | "award" => Block::Ladder,
            "raters" => Block::Raters,
            "attempts" => Block::Attempts,
            "codes" => Block::Codes,
            "example" => Block::Example,
            "translate" => Block::Translate,
            _ if matches!(self.block, Block::Ladder | Block::Criterion) => Block::Rung,
            _ => Block::Other,
        };
        if self.block != Block::Rung {
            self.of = declared;
        }
        if self.block == Block::Part {
            self.part = declared.or(self.part);
        }
    }

    /// What stands before the cursor; nothing when that is the inside of a text.
    fn write(&mut self, sheet: &Sheet<'a>, start: u32, offset: u32) -> Option<()> {
        let before = Span { start, end: offset };
        let text = before.slice(sheet.source);
        let pieces = lex(text);
        for (index, piece) in pieces.iter().enumerate() {
            let written = piece.span.slice(text);
            let last = index.saturating_add(1) == pieces.len();
            let at_cursor = last && !written.is_empty() && text.ends_with(written);
            match piece.kind {
                Lex::Comment => {}
                Lex::Text if at_cursor && !closed(written) => return None,
                Lex::Text => self.words.push("\""),
                Lex::Word if at_cursor => {
                    self.partial = written;
                    self.from = start.saturating_add(piece.span.start);
                }
                _ => self.words.push(written),
            }
        }
        Some(())
    }

    /// Whether the words before the cursor end so; `*` stands for one word.
    pub(super) fn ends(&self, with: &str) -> bool {
        ends(&self.words, with)
    }

    pub(super) fn first(&self) -> &'a str {
        self.words.first().copied().unwrap_or_default()
    }

    pub(super) fn last(&self) -> &'a str {
        self.words.last().copied().unwrap_or_default()
    }

    /// The words without a list that is being written: `tags a, b,` is `tags`.
    pub(super) fn anchor(&self) -> &[&'a str] {
        let mut words = self.words.as_slice();
        while let [rest @ .., _, ","] = words {
            words = rest;
        }
        words
    }
}

pub(super) fn ends(words: &[&str], with: &str) -> bool {
    let mut at = words.len();
    for word in with.rsplit(' ') {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        at = before;
        if word != "*" && words.get(at) != Some(&word) {
            return false;
        }
    }
    true
}

/// Whether the text that begins here also ends here.
fn closed(text: &str) -> bool {
    if let Some(long) = text.strip_prefix("\"\"\"") {
        return long.ends_with("\"\"\"");
    }
    let Some(inner) = text
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    else {
        return false;
    };
    let escapes = inner
        .bytes()
        .rev()
        .take_while(|byte| *byte == b'\\')
        .count();
    escapes.is_multiple_of(2)
}

impl Sheet<'_> {
    /// What is named in a place.
    pub(super) fn named_in(&self, place: Span) -> Vec<usize> {
        let from = self.uses.partition_point(|one| one.span.0 < place.start);
        let rest = self.uses.get(from..).unwrap_or_default();
        let inside = rest.iter().take_while(|one| one.span.1 <= place.end);
        inside.map(|one| one.decl).collect()
    }
}
