//! The layout scan: one linear pass that runs before pest. It refuses what is
//! too large or too deep, blanks comments and pasted spaces byte for byte (so
//! offsets stay true), joins lines that go on, and splits the text into
//! statements and blocks. A mistake later on stays inside its statement.

use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::text::Span;

/// A statement: its head, and the block behind it if there is one.
#[derive(Debug, Default)]
pub struct Statement {
    /// The head's place, blanks trimmed.
    pub head: Span,
    /// The statements of its block.
    pub block: Option<Vec<Statement>>,
}

/// A file laid out.
#[derive(Debug, Default)]
pub struct Layout {
    /// The text, as long as the source, comments and joined line ends blanked.
    pub text: String,
    /// Where comments stand.
    pub comments: Vec<Span>,
    /// Brackets that are never closed: their statements are not read.
    pub unclosed: Vec<Span>,
    /// The statements of the file.
    pub statements: Vec<Statement>,
}

/// Lays a source out. A file that is refused has no statements.
pub fn lay_out(source: &str, sink: &mut Sink) -> Layout {
    if source.len() > limits::SOURCE_BYTES {
        sink.push(
            Diagnostic::error(
                Code::TooLarge,
                Span::default(),
                "this file is larger than 1 MiB",
            )
            .help("split it into several rubrics"),
        );
        return Layout::default();
    }
    let mut scan = Scan::new(source.as_bytes());
    let fit = scan.run(sink);
    let text = String::from_utf8(scan.out).unwrap_or_default();
    let statements = if fit {
        split(&text, &scan.marks)
    } else {
        Vec::new()
    };
    Layout {
        text,
        comments: scan.comments,
        unclosed: scan.unclosed,
        statements,
    }
}

/// What the splitter needs to know of a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    Open,
    Close,
    End,
}

struct Scan<'a> {
    source: &'a [u8],
    out: Vec<u8>,
    comments: Vec<Span>,
    marks: Vec<(usize, Mark)>,
    /// Open brackets and braces with their places.
    open: Vec<(u8, usize)>,
    /// Line ends inside the outermost open bracket, blanked so far.
    joined: Vec<usize>,
    /// Line ends since the last token, outside brackets.
    waiting: Vec<usize>,
    /// Where the last token ended.
    token_end: usize,
    nested_words: usize,
    tokens: usize,
    /// Brackets that are never closed.
    unclosed: Vec<Span>,
}

impl<'a> Scan<'a> {
    fn new(source: &'a [u8]) -> Self {
        Self {
            source,
            out: source.to_vec(),
            comments: Vec::new(),
            marks: Vec::new(),
            open: Vec::new(),
            joined: Vec::new(),
            waiting: Vec::new(),
            token_end: 0,
            nested_words: 0,
            tokens: 0,
            unclosed: Vec::new(),
        }
    }

    fn at(&self, index: usize) -> u8 {
        self.source.get(index).copied().unwrap_or(0)
    }

    fn starts(&self, index: usize, with: &[u8]) -> bool {
        self.source
            .get(index..)
            .is_some_and(|rest| rest.starts_with(with))
    }

    fn blank(&mut self, from: usize, to: usize) {
        if let Some(bytes) = self.out.get_mut(from..to) {
            bytes.fill(b' ');
        }
    }

    /// False when the file is refused as a whole.
    fn run(&mut self, sink: &mut Sink) -> bool {
        let mut index = 0;
        while index < self.source.len() {
            let Some(next) = self.step(index, sink) else {
                return false;
            };
            index = next.max(index.saturating_add(1));
        }
        self.settle_lines(self.source.len());
        while let Some((bracket, place)) = self.open.pop() {
            self.unclosed(bracket, place, sink);
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
            0xC2 if self.at(next) == 0xA0 => {
                self.blank(index, index.saturating_add(2));
                return Some(index.saturating_add(2));
            }
            0xEF if index == 0 && self.starts(0, &[0xEF, 0xBB, 0xBF]) => {
                self.blank(0, 3);
                return Some(3);
            }
            _ => return self.token(index, sink),
        }
        Some(next)
    }

    fn carriage_return(&mut self, index: usize) {
        let next = index.saturating_add(1);
        self.blank(index, next);
        if self.at(next) != b'\n' {
            if let Some(byte) = self.out.get_mut(index) {
                *byte = b'\n';
            }
            self.line_end(index);
        }
    }

    fn line_end(&mut self, index: usize) {
        if matches!(self.open.last(), Some((b'(', _))) {
            self.joined.push(index);
            self.blank(index, index.saturating_add(1));
        } else {
            self.waiting.push(index);
        }
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
            b'(' | b'{' => self.opening(index, sink)?,
            b')' | b'}' => self.closing(index, sink),
            b';' => self.end_statement(index),
            0xE2 if self.at(index.saturating_add(1)) == 0x80 => self.pasted(index, sink),
            b',' if self.decimal_comma(index) => self.comma(index, sink),
            byte if byte.is_ascii_alphabetic() || byte >= 0x80 => self.word(index, sink)?,
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
        let message = format!("this file has more than {} words and signs", limits::TOKENS);
        let span = Span::new(index, index.saturating_add(1));
        sink.push(
            Diagnostic::error(Code::TooMany, span, message).help("split it into several rubrics"),
        );
        None
    }

    /// A statement ends here.
    fn mark(&mut self, place: usize, mark: Mark) {
        self.marks.push((place, mark));
        self.nested_words = 0;
    }

    fn word(&mut self, index: usize, sink: &mut Sink) -> Option<usize> {
        let mut end = index;
        while matches!(self.at(end), b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80..) {
            let pasted = self.at(end) == 0xE2 && self.at(end.saturating_add(1)) == 0x80;
            let space = self.at(end) == 0xC2 && self.at(end.saturating_add(1)) == 0xA0;
            if (pasted || space) && end > index {
                break;
            }
            end = end.saturating_add(1);
        }
        if matches!(self.source.get(index..end), Some(b"if" | b"round")) {
            self.nested_words = self.nested_words.saturating_add(1);
            if self.nested_words > limits::NESTED_WORDS {
                return self.too_deep(index, sink);
            }
        }
        Some(end)
    }

    fn too_deep(&mut self, index: usize, sink: &mut Sink) -> Option<usize> {
        let span = Span::new(index, index.saturating_add(1));
        sink.push(
            Diagnostic::error(
                Code::TooDeep,
                span,
                format!("this is nested deeper than {} levels", limits::NESTING),
            )
            .help("give the inner rule a name with `score`, and use the name here"),
        );
        None
    }

    fn opening(&mut self, index: usize, sink: &mut Sink) -> Option<usize> {
        let bracket = self.at(index);
        if bracket == b'{' {
            self.drop_brackets(sink);
            self.mark(index, Mark::Open);
        }
        self.open.push((bracket, index));
        if self.open.len() > limits::NESTING {
            return self.too_deep(index, sink);
        }
        Some(index.saturating_add(1))
    }

    fn closing(&mut self, index: usize, sink: &mut Sink) -> usize {
        let next = index.saturating_add(1);
        let bracket = self.at(index);
        if bracket == b'}' {
            self.drop_brackets(sink);
        }
        let opener = if bracket == b'}' { b'{' } else { b'(' };
        if matches!(self.open.last(), Some((found, _)) if *found == opener) {
            self.open.pop();
            if bracket == b'}' {
                self.mark(index, Mark::Close);
            } else if !matches!(self.open.last(), Some((b'(', _))) {
                self.joined.clear();
            }
            return next;
        }
        let shown = char::from(bracket);
        sink.push(
            Diagnostic::error(
                Code::Unopened,
                Span::new(index, next),
                format!("this `{shown}` closes nothing"),
            )
            .help("take it out, or add the opening one before it"),
        );
        self.blank(index, next);
        next
    }

    /// A brace ends what a bracket left open: the bracket is reported, its
    /// lines become lines again, and the rest of the file is still read.
    fn drop_brackets(&mut self, sink: &mut Sink) {
        while let Some((b'(', place)) = self.open.last().copied() {
            self.open.pop();
            self.unclosed(b'(', place, sink);
        }
    }

    fn unclosed(&mut self, bracket: u8, place: usize, sink: &mut Sink) {
        for line in std::mem::take(&mut self.joined) {
            if let Some(byte) = self.out.get_mut(line) {
                *byte = b'\n';
            }
            self.mark(line, Mark::End);
        }
        let (shown, closer) = if bracket == b'(' {
            ('(', ')')
        } else {
            ('{', '}')
        };
        let span = Span::new(place, place.saturating_add(1));
        if bracket == b'(' && self.unclosed.len() < limits::DIAGNOSTICS {
            self.unclosed.push(span);
        }
        sink.push(
            Diagnostic::error(
                Code::Unclosed,
                span,
                format!("this `{shown}` is never closed"),
            )
            .help(format!("add `{closer}` where it ends")),
        );
    }

    fn end_statement(&mut self, index: usize) -> usize {
        self.mark(index, Mark::End);
        index.saturating_add(1)
    }

    fn string(&mut self, index: usize, sink: &mut Sink) -> usize {
        if self.starts(index, b"\"\"\"") {
            let mut end = index.saturating_add(3);
            while end < self.source.len() && !self.starts(end, b"\"\"\"") {
                end = end.saturating_add(1);
            }
            if end >= self.source.len() {
                self.open_string(index, end, sink);
            }
            return end.saturating_add(3).min(self.source.len());
        }
        let mut end = index.saturating_add(1);
        while end < self.source.len() && !matches!(self.at(end), b'"' | b'\n' | b'\r') {
            let skip = if self.at(end) == b'\\' { 2 } else { 1 };
            end = end.saturating_add(skip);
        }
        if self.at(end) == b'"' {
            return end.saturating_add(1);
        }
        let end = end.min(self.source.len());
        self.open_string(index, end, sink);
        end
    }

    fn open_string(&mut self, index: usize, end: usize, sink: &mut Sink) {
        // Blanked, so that the statement is not reported a second time for it.
        self.blank(index, end);
        if let Some(bytes) = self.out.get_mut(index..index.saturating_add(2).min(end)) {
            bytes.fill(b'"');
        }
        sink.push(
            Diagnostic::error(
                Code::Unclosed,
                Span::new(index, end),
                "this text is never closed",
            )
            .help("add `\"` at its end"),
        );
    }

    /// Curly quotes and dashes: one diagnostic each, read as what was meant.
    fn pasted(&mut self, index: usize, sink: &mut Sink) -> usize {
        let end = index.saturating_add(3).min(self.source.len());
        let (name, plain) = match self.at(index.saturating_add(2)) {
            0x9C..=0x9F => ("a curly quote", "\""),
            0x93 | 0x94 => ("a long dash", ".."),
            _ => return end,
        };
        let span = Span::new(index, end);
        let close = if plain == ".." {
            end
        } else {
            self.curly_text(end)
        };
        let found = Diagnostic::error(Code::Pasted, span, format!("{name} stands here"))
            .help(format!("write `{plain}`"))
            .fix(format!("change to `{plain}`"), span, plain);
        // Both quotes change together, or the text would stay open.
        let curly = [0xE2, 0x80, 0x9D];
        sink.push(match close.checked_sub(curly.len()) {
            Some(last) if last >= end && self.starts(last, &curly) => {
                found.also(Span::new(last, close), plain)
            }
            _ => found,
        });
        self.blank(index, close);
        let filled = if plain == ".." { b'.' } else { b'"' };
        if let Some(bytes) = self.out.get_mut(index..index.saturating_add(2)) {
            bytes.fill(filled);
        }
        close
    }

    /// Where a text between curly quotes ends.
    fn curly_text(&self, end: usize) -> usize {
        let mut close = end;
        while close < self.source.len() && !matches!(self.at(close), b'\n' | b'\r') {
            let curly = self.starts(close, &[0xE2, 0x80, 0x9D]);
            if curly || self.at(close) == b'"' {
                close = close.saturating_add(if curly { 3 } else { 1 });
                break;
            }
            close = close.saturating_add(1);
        }
        close
    }

    fn decimal_comma(&self, index: usize) -> bool {
        let before = index.checked_sub(1).map_or(0, |before| self.at(before));
        before.is_ascii_digit() && self.at(index.saturating_add(1)).is_ascii_digit()
    }

    fn comma(&mut self, index: usize, sink: &mut Sink) -> usize {
        let next = index.saturating_add(1);
        let span = Span::new(index, next);
        sink.push(
            Diagnostic::error(Code::Pasted, span, "a decimal comma stands here")
                .help("write a point: `72.5`; between two numbers of a list, put a space behind the comma")
                .fix("change to a point", span, "."),
        );
        if let Some(byte) = self.out.get_mut(index) {
            *byte = b'.';
        }
        next
    }

    /// Decides what the line ends before the token at `index` mean.
    fn settle_lines(&mut self, index: usize) {
        if self.waiting.is_empty() {
            return;
        }
        let goes_on = self.line_goes_on() || self.line_comes_back(index);
        for line in std::mem::take(&mut self.waiting) {
            if goes_on {
                self.blank(line, line.saturating_add(1));
            } else {
                self.mark(line, Mark::End);
            }
        }
    }

    fn line_goes_on(&self) -> bool {
        let from = self.token_end.saturating_sub(4);
        let tail = self.out.get(from..self.token_end).unwrap_or_default();
        let word = |word: &[u8]| {
            tail.strip_suffix(word).is_some_and(|before| {
                !before.last().is_some_and(|byte| {
                    byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80
                })
            })
        };
        matches!(
            tail.last(),
            Some(b'+' | b'-' | b'*' | b'/' | b'<' | b'>' | b'=' | b',' | b'(')
        ) || word(b"and")
            || word(b"or")
    }

    fn line_comes_back(&self, index: usize) -> bool {
        let word = |word: &[u8]| {
            let after = self.at(index.saturating_add(word.len()));
            self.starts(index, word)
                && !after.is_ascii_alphanumeric()
                && after != b'_'
                && after < 0x80
        };
        let message = || {
            let mut after = index.saturating_add(7);
            while self.at(after) == b' ' {
                after = after.saturating_add(1);
            }
            word(b"message") && self.at(after) == b'"'
        };
        matches!(
            self.at(index),
            b'+' | b'*' | b'/' | b'<' | b'>' | b'=' | b','
        ) || self.starts(index, b"!=")
            || [&b"and"[..], b"or", b"then", b"else", b"when"]
                .into_iter()
                .any(word)
            || message()
    }
}

/// Cuts the text into statements at the marks, which stand in the order of the text.
fn split(text: &str, marks: &[(usize, Mark)]) -> Vec<Statement> {
    let mut stack: Vec<(Statement, Vec<Statement>)> = Vec::new();
    let mut current: Vec<Statement> = Vec::new();
    let mut from = 0;
    for &(place, mark) in marks {
        let head = trimmed(text, from, place);
        from = place.saturating_add(1);
        match mark {
            Mark::Open => {
                let outer = std::mem::take(&mut current);
                stack.push((Statement { head, block: None }, outer));
            }
            Mark::Close | Mark::End => {
                if !head.is_empty() {
                    current.push(Statement { head, block: None });
                }
                if mark == Mark::Close
                    && let Some((mut opened, outer)) = stack.pop()
                {
                    opened.block = Some(std::mem::replace(&mut current, outer));
                    current.push(opened);
                }
            }
        }
    }
    let head = trimmed(text, from, text.len());
    if !head.is_empty() {
        current.push(Statement { head, block: None });
    }
    while let Some((mut opened, outer)) = stack.pop() {
        opened.block = Some(std::mem::replace(&mut current, outer));
        current.push(opened);
    }
    current
}

fn trimmed(text: &str, from: usize, to: usize) -> Span {
    let Some(slice) = text.get(from..to) else {
        return Span::new(from, from);
    };
    let start = from.saturating_add(slice.len().saturating_sub(slice.trim_start().len()));
    let end = start.saturating_add(slice.trim().len());
    Span::new(start, end)
}
