//! The scan itself: it looks at every byte once, and hands each token to the
//! room that knows it.

use super::heal::heal;
use super::split::Mark;
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::text::Span;

pub(super) struct Scan<'a> {
    pub(super) source: &'a [u8],
    pub(super) out: Vec<u8>,
    pub(super) comments: Vec<Span>,
    pub(super) marks: Vec<(usize, Mark)>,
    /// Open brackets and braces with their places.
    pub(super) open: Vec<(u8, usize)>,
    /// Line ends inside the outermost open bracket, blanked so far.
    pub(super) joined: Vec<usize>,
    /// Line ends since the last token, outside brackets.
    pub(super) waiting: Vec<usize>,
    /// Where the last token ended.
    pub(super) token_end: usize,
    pub(super) tokens: usize,
    /// Brackets that are never closed.
    pub(super) unclosed: Vec<Span>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(source: &'a [u8]) -> Self {
        Self {
            source,
            out: source.to_vec(),
            comments: Vec::new(),
            marks: Vec::new(),
            open: Vec::new(),
            joined: Vec::new(),
            waiting: Vec::new(),
            token_end: 0,
            tokens: 0,
            unclosed: Vec::new(),
        }
    }

    /// False when the file is refused as a whole.
    pub(super) fn run(&mut self, sink: &mut Sink) -> bool {
        let mut index = 0;
        while index < self.source.len() {
            let Some(next) = self.step(index, sink) else {
                return false;
            };
            index = next.max(index.saturating_add(1));
        }
        self.settle_lines(self.source.len());
        while let Some((b'(', place)) = self.open.last().copied() {
            self.open.pop();
            self.unclosed(b'(', place, sink);
        }
        if self.open.is_empty() {
            return true;
        }
        let healed = heal(&self.out, &self.marks, self.open.len());
        self.marks = healed.marks;
        // What was healed closes the outermost of those that seemed open.
        let open = std::mem::take(&mut self.open).into_iter();
        let open = open.skip(healed.blamed.len()).map(|(_, place)| place);
        for place in healed.blamed.into_iter().chain(open) {
            self.unclosed(b'{', place, sink);
        }
        true
    }

    fn step(&mut self, index: usize, sink: &mut Sink) -> Option<usize> {
        let next = index.saturating_add(1);
        match self.at(index) {
            b' ' => {}
            b'\t' => self.blank(index, next),
            b'\r' => self.carriage_return(index),
            b'\n' => self.line_end(index),
            b'#' => return Some(self.comment(index)),
            byte => {
                let space = if byte < 0x80 { None } else { self.space(index) };
                let Some(end) = space else {
                    return self.token(index, sink);
                };
                self.blank(index, end);
                return Some(end);
            }
        }
        Some(next)
    }

    fn comment(&mut self, index: usize) -> usize {
        let mut end = index;
        while end < self.source.len() && !matches!(self.at(end), b'\n' | b'\r') {
            end = end.saturating_add(1);
        }
        self.comments.push(Span::new(index, end));
        self.blank(index, end);
        end
    }

    fn token(&mut self, index: usize, sink: &mut Sink) -> Option<usize> {
        self.settle_lines(index);
        self.count(index, sink)?;
        let end = match self.at(index) {
            b'"' => self.string(index, sink),
            b'\'' => self.single_quoted(index, sink),
            b'(' | b'{' => self.opening(index, sink)?,
            b')' | b'}' => self.closing(index, sink),
            b';' => self.end_statement(index),
            0xE2 if self.stands_for(index).is_some() => {
                let (name, plain) = self.stands_for(index)?;
                self.pasted(index, name, plain, sink)
            }
            b',' if self.decimal_comma(index) => self.comma(index, sink),
            byte if byte.is_ascii_alphabetic() || byte >= 0x80 => self.word(index),
            byte if byte.is_ascii_control() => {
                // A stray control byte would only make a message unreadable.
                self.blank(index, index.saturating_add(1));
                sink.push(Diagnostic::error(
                    Code::Pasted,
                    Span::new(index, index.saturating_add(1)),
                    "an invisible control character stands here",
                ));
                index.saturating_add(1)
            }
            _ => index.saturating_add(1),
        };
        self.token_end = end;
        Some(end)
    }

    /// Counts a token; refuses a file of too many.
    fn count(&mut self, index: usize, sink: &mut Sink) -> Option<()> {
        self.tokens = self.tokens.saturating_add(1);
        if self.tokens <= limits::TOKENS {
            return Some(());
        }
        let message = say!("this file has more than {} words and signs", limits::TOKENS);
        let span = Span::new(index, index.saturating_add(1));
        sink.push(
            Diagnostic::error(Code::TooMany, span, message).help("split it into several rubrics"),
        );
        None
    }

    fn word(&self, index: usize) -> usize {
        let mut end = index;
        while matches!(self.at(end), b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80..) {
            let wide = self.at(end) >= 0x80 && end > index;
            if wide && (self.stands_for(end).is_some() || self.space(end).is_some()) {
                break;
            }
            end = end.saturating_add(1);
        }
        end
    }

    pub(super) fn too_deep(&mut self, index: usize, sink: &mut Sink) -> Option<usize> {
        let span = Span::new(index, index.saturating_add(1));
        sink.push(
            Diagnostic::error(
                Code::TooDeep,
                span,
                say!("this is nested deeper than {} levels", limits::NESTING),
            )
            .help("give the inner rule a name with `score`, and use the name here"),
        );
        None
    }

    fn end_statement(&mut self, index: usize) -> usize {
        if matches!(self.open.last(), Some((b'(', _))) {
            // It ends nothing inside a bracket, unless that is never closed.
            self.joined.push(index);
        } else {
            self.mark(index, Mark::End);
        }
        index.saturating_add(1)
    }

    /// A statement ends here.
    pub(super) fn mark(&mut self, place: usize, mark: Mark) {
        self.marks.push((place, mark));
    }

    pub(super) fn at(&self, index: usize) -> u8 {
        self.source.get(index).copied().unwrap_or(0)
    }

    pub(super) fn starts(&self, index: usize, with: &[u8]) -> bool {
        self.source
            .get(index..)
            .is_some_and(|rest| rest.starts_with(with))
    }

    pub(super) fn blank(&mut self, from: usize, to: usize) {
        if let Some(bytes) = self.out.get_mut(from..to) {
            bytes.fill(b' ');
        }
    }
}
