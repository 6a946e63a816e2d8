//! What an editor is told, with UTF-16 offsets both ways.

use super::diagnostics::{SpanOut, place};
use crate::editor::{self, Files, Renamed};
use crate::text::{Lines, Span};
use serde::Serialize;

/// Something that fits at a place.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct CompletionOut {
    /// What it is called.
    pub label: String,
    /// What it is.
    pub kind: &'static str,
    /// What is put in.
    pub insert: String,
    /// Where what it replaces starts.
    pub from: u32,
    /// Where that ends.
    pub to: u32,
    /// The label, or the meaning in a sentence.
    pub detail: String,
}

/// What stands at a place.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct HoverOut {
    /// Where the word or the phrase starts.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What it is.
    pub kind: &'static str,
    /// Its declaration in a line, or the phrase.
    pub title: String,
    /// What it is, in sentences.
    pub text: String,
    /// Where it is declared.
    pub declared: Option<SpanOut>,
    /// The file that is, where it is another one.
    pub file: Option<String>,
}

/// Something declared, with what is declared in it.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct SymbolOut {
    /// The name.
    pub name: String,
    /// What readers call it.
    pub label: String,
    /// What it is.
    pub kind: &'static str,
    /// All of it.
    pub span: SpanOut,
    /// Its name.
    pub selection: SpanOut,
    /// What is declared in it.
    pub children: Vec<SymbolOut>,
}

/// What comes of another name.
#[derive(Serialize, Clone, PartialEq, Eq, Debug, Default)]
pub struct RenamedOut {
    /// Where the new name goes: from and to in turn.
    pub edits: Vec<u32>,
    /// Why it cannot be called so.
    pub refused: Option<String>,
}

/// The byte of a UTF-16 offset; one inside a character counts as its start.
fn byte(source: &str, offset: u32) -> u32 {
    let mut units = 0_u32;
    for (at, c) in source.char_indices() {
        units = units.saturating_add(u32::try_from(c.len_utf16()).unwrap_or(1));
        if units > offset {
            return Span::new(0, at).end;
        }
    }
    Span::new(0, source.len()).end
}

/// What fits at an offset, the likeliest first.
pub fn complete(source: &str, offset: u32, files: Files<'_>) -> Vec<CompletionOut> {
    let found = editor::complete(source, byte(source, offset), files);
    let lines = Lines::new(source);
    let each = found.into_iter().map(|one| CompletionOut {
        label: one.label,
        kind: one.kind,
        insert: one.insert,
        from: lines.utf16(one.span.start),
        to: lines.utf16(one.span.end),
        detail: one.detail,
    });
    each.collect()
}

/// What stands at an offset.
pub fn hover(source: &str, offset: u32, files: Files<'_>) -> Option<HoverOut> {
    let one = editor::hover(source, byte(source, offset), files)?;
    let lines = Lines::new(source);
    let file = files
        .iter()
        .find(|(path, _)| Some(path) == one.file.as_ref());
    let other = file.map(|(_, text)| Lines::new(text));
    Some(HoverOut {
        from: lines.utf16(one.span.start),
        to: lines.utf16(one.span.end),
        kind: one.kind,
        title: one.title,
        text: one.text,
        declared: one.declared.map(|span| match &other {
            Some(lines) => place(lines, span),
            None => place(&lines, span),
        }),
        file: one.file,
    })
}

/// What a file declares.
pub fn symbols(source: &str) -> Vec<SymbolOut> {
    fn out(lines: &Lines, all: Vec<editor::Symbol>) -> Vec<SymbolOut> {
        let each = all.into_iter().map(|one| SymbolOut {
            name: one.name,
            label: one.label,
            kind: one.kind,
            span: place(lines, one.span),
            selection: place(lines, one.selection),
            children: out(lines, one.children),
        });
        each.collect()
    }
    out(&Lines::new(source), editor::symbols(source))
}

/// Every place of a name: from, to and whether it is declared there (1), in turn.
pub fn references(source: &str, offset: u32, files: Files<'_>) -> Vec<u32> {
    let found = editor::references(source, byte(source, offset), files);
    let lines = Lines::new(source);
    let mut all = Vec::new();
    for one in found {
        all.push(lines.utf16(one.span.start));
        all.push(lines.utf16(one.span.end));
        all.push(u32::from(one.declared));
    }
    all
}

/// Another name for what stands at an offset.
pub fn rename(source: &str, offset: u32, name: &str, files: Files<'_>) -> RenamedOut {
    let places = match editor::rename(source, byte(source, offset), name, files) {
        Renamed::Edits(places) => places,
        Renamed::Refused(reason) => {
            return RenamedOut {
                refused: Some(reason),
                ..RenamedOut::default()
            };
        }
    };
    let lines = Lines::new(source);
    let mut edits = Vec::new();
    for span in places {
        edits.push(lines.utf16(span.start));
        edits.push(lines.utf16(span.end));
    }
    RenamedOut {
        edits,
        refused: None,
    }
}

/// Colours: from, to and the number of the kind, in turn.
pub fn tokens(source: &str, files: Files<'_>) -> Vec<u32> {
    let lines = Lines::new(source);
    let mut all = Vec::new();
    for one in editor::tokens(source, files) {
        all.push(lines.utf16(one.span.start));
        all.push(lines.utf16(one.span.end));
        all.push(one.kind.place());
    }
    all
}

/// The words of the language and their meanings, in turn.
pub fn words() -> Vec<&'static str> {
    let each = editor::WORDS.iter();
    each.flat_map(|(word, meaning)| [*word, *meaning]).collect()
}
