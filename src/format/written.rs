//! The formatter: the statements of a file in their order, each with its head
//! as the printer says it, indented by two spaces a block, with every comment
//! and with single blank lines where the author left some.

mod lines;

use super::canonical::canonical;
use super::printer::Printer;
use super::say::Say;
use super::wrap::{WIDTH, flat, plain, widest, wrap};
use crate::diag::Code;
use crate::syntax::{Parsed, Statement, parse};
use crate::text::Span;
use lines::{Line, Lines};

/// Mistakes after which it is not certain what belongs to what.
const UNSURE: &[Code] = &[
    Code::Unclosed,
    Code::Unopened,
    Code::TooLarge,
    Code::TooDeep,
    Code::TooMany,
    Code::Pasted,
];
/// First words of statements that need no block when it is empty.
const BARE: &[&str] = &["criterion", "check", "number", "evidence"];

/// The source in one style. What cannot be read stays as it is: a statement
/// with a mistake keeps its words, a file whose brackets do not match comes
/// back unchanged.
pub fn format(source: &str) -> String {
    let found = weave(source).filter(|(text, said)| {
        // Whatever happens, a file never says something else than before.
        // Its line ends are part of what long texts say.
        let said = if source.contains('\r') {
            says(source)
        } else {
            said.clone()
        };
        says(text) == said
    });
    found.map_or_else(|| source.to_owned(), |(text, _)| text)
}

/// The same, without a last look at whether it still says the same; nothing
/// where the source cannot be taken apart.
pub fn formatted(source: &str) -> Option<String> {
    weave(source).map(|(text, _)| text)
}

fn says(source: &str) -> String {
    canonical(&parse(source).rubric, &[])
}

/// The text in its style, and what the source says.
fn weave(source: &str) -> Option<(String, String)> {
    let source = source.replace("\r\n", "\n").replace('\r', "\n");
    let parsed = parse(&source);
    let unsure = UNSURE.iter().any(|code| parsed.diagnostics.has(*code));
    if unsure || parsed.diagnostics.is_full() {
        return None;
    }
    let say = Say {
        source: Some(&parsed.text),
    };
    let mut printer = Printer::new(true, say);
    printer.rubric(&parsed.rubric, &[]);
    let weave = Weave {
        source: &source,
        errors: parsed.diagnostics.error_places(),
        parsed: &parsed,
        heads: printer.in_order(),
    };
    let mut lines = Lines::default();
    let whole = Span::new(0, source.len());
    weave.block(&parsed.statements, whole, 0, &mut lines);
    Some((lines.text(), canonical(&parsed.rubric, &[])))
}

/// Everything that goes into the text again.
struct Weave<'a> {
    source: &'a str,
    parsed: &'a Parsed,
    errors: Vec<Span>,
    /// In the order of the text.
    heads: Vec<(u32, String)>,
}

/// What stands in a block.
enum Piece<'a> {
    Comment(Span),
    Statement(&'a Statement),
}

impl Weave<'_> {
    /// Everything between two braces, or in the whole file.
    fn block(&self, statements: &[Statement], inside: Span, depth: usize, out: &mut Lines) {
        let mut end = inside.start;
        let (mut first, mut gone) = (true, false);
        for piece in self.pieces(statements, inside) {
            let span = match &piece {
                Piece::Comment(span) => *span,
                Piece::Statement(statement) => statement.extent(),
            };
            let lines = self.line_ends(end, span.start);
            let blank = !first && lines > 1;
            match piece {
                // Behind a statement, or behind the brace that opens the block.
                Piece::Comment(_) if lines == 0 && !gone && inside.start.max(end) > 0 => {
                    out.behind(span.slice(self.source));
                    end = span.end;
                    continue;
                }
                Piece::Comment(_) => out.push(Line {
                    blank,
                    depth,
                    text: span.slice(self.source).trim_end().to_owned(),
                    ..Line::default()
                }),
                Piece::Statement(statement) => {
                    let from = out.len();
                    self.statement(statement, depth, out);
                    gone = out.len() == from;
                    out.follow(from, blank, lines == 0 && !first);
                }
            }
            first = first && gone;
            end = span.end;
        }
    }

    /// Statements, and the comments that stand in none of them, in order.
    fn pieces<'s>(&self, statements: &'s [Statement], inside: Span) -> Vec<Piece<'s>> {
        let mut all: Vec<Piece<'s>> = Vec::new();
        let comments = &self.parsed.comments;
        let mut next = comments.partition_point(|comment| comment.start < inside.start);
        let mut take = |upto: u32, from: u32, all: &mut Vec<Piece<'s>>| {
            while let Some(comment) = comments.get(next).filter(|one| one.start < upto) {
                if comment.start >= from {
                    all.push(Piece::Comment(*comment));
                }
                next = next.saturating_add(1);
            }
        };
        let mut from = inside.start;
        for statement in statements {
            let extent = statement.extent();
            take(extent.start, from, &mut all);
            all.push(Piece::Statement(statement));
            from = extent.end;
        }
        take(inside.end, from, &mut all);
        all
    }

    fn statement(&self, statement: &Statement, depth: usize, out: &mut Lines) {
        let head = self.head(statement, depth);
        let Some(block) = &statement.block else {
            if let Some((text, kept)) = head {
                let text = if kept {
                    out.before(&text);
                    lines::ended(text)
                } else {
                    wrap(&text, indent(depth))
                };
                out.push(Line {
                    depth,
                    joins: true,
                    text,
                    ..Line::default()
                });
            }
            return;
        };
        let (text, kept) = head.unwrap_or_default();
        let extent = statement.extent();
        let inside = Span {
            start: statement.braces.start.saturating_add(1),
            end: extent.end,
        };
        let comments = &self.parsed.comments;
        let comment = comments.partition_point(|comment| comment.start < inside.start);
        let comment = comments
            .get(comment)
            .is_some_and(|one| one.start < extent.end);
        if let Some(line) = self
            .on_one_line(statement, &text, depth)
            .filter(|_| !comment)
        {
            return out.push(Line {
                depth,
                text: line,
                ..Line::default()
            });
        }
        let text = if kept {
            out.before(&text);
            text
        } else {
            wrap(&text, indent(depth))
        };
        let open = if text.is_empty() { "{" } else { " {" };
        out.push(Line {
            depth,
            text: text + open,
            ..Line::default()
        });
        self.block(block, inside, depth.saturating_add(1), out);
        out.push(Line {
            depth,
            text: "}".to_owned(),
            ..Line::default()
        });
    }

    /// A block that its author wrote on one line stays there while it fits; an
    /// empty one has nothing to show.
    fn on_one_line(&self, statement: &Statement, head: &str, depth: usize) -> Option<String> {
        let block = statement.block.as_ref()?;
        let head = flat(head);
        if block.is_empty() {
            let word = head.split(' ').next().unwrap_or_default();
            let bare = BARE.contains(&word);
            return Some(if bare { head } else { head + " { }" });
        }
        let extent = statement.extent();
        if self.line_ends(extent.start, extent.end) > 0 {
            return None;
        }
        let mut all = Vec::new();
        for inner in block {
            if inner.block.is_some() {
                return None;
            }
            all.extend(self.head(inner, depth).map(|(text, _)| plain(&text)));
        }
        let line = [&head, " { ", &all.join("; "), " }"].concat();
        (indent(depth).saturating_add(widest(&line)) <= WIDTH).then_some(line)
    }

    /// What stands before the block, and whether it is kept as it was; nothing
    /// where the printer has said it elsewhere.
    fn head(&self, statement: &Statement, depth: usize) -> Option<(String, bool)> {
        let head = statement.head;
        let holds = |at: u32| head.start <= at && at < head.end;
        let comments = &self.parsed.comments;
        let inner = comments.partition_point(|comment| comment.start < head.start);
        let commented = comments.get(inner).is_some_and(|one| holds(one.start));
        let wrong = self.errors.iter().any(|error| holds(error.start));
        if commented || wrong {
            return Some((self.kept(head, depth), true));
        }
        let from = self.heads.partition_point(|(at, _)| *at < head.start);
        let all = self.heads.get(from..).unwrap_or_default();
        let all = all.iter().take_while(|(at, _)| *at < head.end);
        let mut said: Vec<&str> = all.map(|(_, text)| text.as_str()).collect();
        if said.is_empty() {
            return Some((self.kept(head, depth), true));
        }
        said.retain(|text| !text.is_empty());
        (!said.is_empty()).then(|| (said.join(" "), false))
    }

    /// A head as it is, each of its lines indented.
    fn kept(&self, head: Span, depth: usize) -> String {
        let mut out = String::new();
        let mut rest = head.slice(self.source);
        let behind = " ".repeat(indent(depth).saturating_add(2));
        while let Some(at) = rest.find(['"', '#', '\n']) {
            let (before, mark) = rest.split_at_checked(at).unwrap_or((rest, ""));
            out.push_str(before);
            let length = match mark.as_bytes().first() {
                Some(b'"') => super::wrap::closing(mark),
                Some(b'#') => mark.find('\n').unwrap_or(mark.len()),
                _ => {
                    out.truncate(out.trim_end().len());
                    out.push('\n');
                    out.push_str(&behind);
                    mark.len().saturating_sub(mark.trim_start().len())
                }
            };
            let (taken, behind) = mark.split_at_checked(length).unwrap_or((mark, ""));
            if !taken.starts_with(['\n']) {
                out.push_str(taken);
            }
            rest = behind;
        }
        out.push_str(rest);
        out
    }

    fn line_ends(&self, from: u32, to: u32) -> usize {
        let between = Span {
            start: from,
            end: to,
        };
        between.slice(self.source).matches('\n').count()
    }
}

fn indent(depth: usize) -> usize {
    depth.saturating_mul(2)
}
