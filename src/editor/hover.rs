//! What something means, at a place.

use super::lexer::{Lex, Lexeme, lex};
use super::sheet::{Sheet, span};
use super::used::Files;
use super::words::meaning;
use crate::syntax::Statement;
use crate::text::Span;

/// How many words a phrase of the language has.
const LONGEST: usize = 4;

/// What is known about a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The word or the phrase it is about.
    pub span: Span,
    /// What it is: a kind of name, or `keyword`.
    pub kind: &'static str,
    /// Its declaration in a line, or the phrase.
    pub title: String,
    /// What it is, in sentences.
    pub text: String,
    /// Where it is declared.
    pub declared: Option<Span>,
    /// The file that is, where it is another one.
    pub file: Option<String>,
}

/// What stands at a byte; nothing for what says nothing by itself.
pub fn hover(source: &str, offset: u32, files: Files<'_>) -> Option<Hover> {
    let sheet = Sheet::new(source, files);
    if let Some(one) = sheet.named(offset).last() {
        let decl = sheet.decl(one.decl)?;
        return Some(Hover {
            span: span(one.span),
            kind: decl.kind.word(),
            title: sheet.title(decl),
            text: sheet.describe(one.decl),
            declared: Some(decl.span),
            file: decl.file.clone(),
        });
    }
    let head = head_at(&sheet.parsed.statements, offset)?;
    phrase(source, head, offset)
}

/// The head of a statement around a byte.
fn head_at(statements: &[Statement], offset: u32) -> Option<Span> {
    let at = statements.partition_point(|one| one.extent().start <= offset);
    let found = statements.get(at.checked_sub(1)?)?;
    if offset <= found.head.end {
        return Some(found.head);
    }
    head_at(found.block.as_deref()?, offset)
}

/// The longest phrase of the language around a byte.
fn phrase(source: &str, head: Span, offset: u32) -> Option<Hover> {
    let pieces = lex(head.slice(source));
    let inside = offset.checked_sub(head.start)?;
    let at = pieces.iter().position(|one| {
        one.kind == Lex::Word && one.span.start <= inside && inside <= one.span.end
    })?;
    for length in (1..=LONGEST).rev() {
        for back in 0..length {
            let Some(from) = at.checked_sub(back) else {
                continue;
            };
            let words = pieces.get(from..from.saturating_add(length));
            if let Some(found) = words.and_then(|words| said(source, head, words)) {
                return Some(found);
            }
        }
    }
    None
}

fn said(source: &str, head: Span, words: &[Lexeme]) -> Option<Hover> {
    let whole = |one: &Lexeme| Span {
        start: one.span.start.saturating_add(head.start),
        end: one.span.end.saturating_add(head.start),
    };
    let text: Vec<&str> = words.iter().map(|one| whole(one).slice(source)).collect();
    let title = text.join(" ").replace("yes / no", "yes/no");
    let meaning = meaning(&title)?;
    Some(Hover {
        span: whole(words.first()?).cover(whole(words.last()?)),
        kind: "keyword",
        title,
        text: meaning.to_owned(),
        declared: None,
        file: None,
    })
}
