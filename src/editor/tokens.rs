//! Colours: what each piece of the text is.

use super::lexer::{Lex, lex};
use super::sheet::{Kind, Sheet};
use super::used::Files;
use super::words::all_words;
use crate::text::Span;

/// What a piece of the text is, for its colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// A word of the language.
    Keyword,
    /// A name, of whatever.
    Name,
    /// A level, a choice or a rung.
    Level,
    /// A tag.
    Tag,
    /// A text in quotes.
    String,
    /// A number or a day.
    Number,
    /// A comment.
    Comment,
    /// A sign.
    Operator,
}

impl TokenKind {
    /// Its number over the boundary, in the order above.
    pub fn place(self) -> u32 {
        self as u32
    }

    /// The word for it in the interface.
    pub fn word(self) -> &'static str {
        match self {
            Self::Keyword => "keyword",
            Self::Name => "name",
            Self::Level => "level",
            Self::Tag => "tag",
            Self::String => "string",
            Self::Number => "number",
            Self::Comment => "comment",
            Self::Operator => "operator",
        }
    }
}

/// A piece of the text with its colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Every piece of a text, in order; blanks lie between.
pub fn tokens(source: &str, files: Files<'_>) -> Vec<Token> {
    let sheet = Sheet::new(source, files);
    let mut uses = sheet.uses.iter().peekable();
    let words = all_words();
    let mut all = Vec::new();
    for piece in lex(source) {
        let kind = match piece.kind {
            Lex::Comment => TokenKind::Comment,
            Lex::Text => TokenKind::String,
            Lex::Number => TokenKind::Number,
            Lex::Sign => TokenKind::Operator,
            Lex::Word => {
                while uses.next_if(|one| one.span.0 < piece.span.start).is_some() {}
                let named = uses.peek().filter(|one| one.span.0 < piece.span.end);
                let decl = named.and_then(|one| sheet.decl(one.decl));
                match decl.map(|decl| decl.kind) {
                    Some(Kind::Level | Kind::Choice | Kind::Rung) => TokenKind::Level,
                    Some(Kind::Tag) => TokenKind::Tag,
                    Some(_) => TokenKind::Name,
                    None if words.get(piece.span.slice(source)).is_some() => TokenKind::Keyword,
                    None => TokenKind::Name,
                }
            }
        };
        all.push(Token {
            span: piece.span,
            kind,
        });
    }
    all
}
