//! The one typed walk over what pest returns. Every step either yields a node
//! or nothing; `None` in the end means grammar and builder disagree, which the
//! caller reports as an internal mistake instead of panicking.

use super::ast::{Literal, Name, Text};
use super::grammar::{Grammar, Rule};
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::num::{Rational, parse_decimal};
use crate::text::Span;
use pest::Parser;
use pest::iterators::{Pair, Pairs};

/// A parsed node: its rule, its place in the file, and its children.
pub(super) struct Node<'i> {
    pair: Pair<'i, Rule>,
    base: usize,
}

impl<'i> Node<'i> {
    pub(super) fn rule(&self) -> Rule {
        self.pair.as_rule()
    }

    /// What is written, without the space behind it.
    pub(super) fn text(&self) -> &'i str {
        self.pair.as_str().trim_end()
    }

    pub(super) fn span(&self) -> Span {
        let start = self.base.saturating_add(self.pair.as_span().start());
        Span::new(start, start.saturating_add(self.text().len()))
    }

    /// Whether it begins with this word.
    pub(super) fn begins(&self, word: &str) -> bool {
        self.words().next() == Some(word)
    }

    /// Whether it ends with this word.
    pub(super) fn ends(&self, word: &str) -> bool {
        self.words().next_back() == Some(word)
    }

    fn words(&self) -> impl DoubleEndedIterator<Item = &'i str> {
        self.text()
            .split([' ', '\n'])
            .filter(|word| !word.is_empty())
    }

    pub(super) fn children(self) -> Cursor<'i> {
        Cursor {
            pairs: self.pair.into_inner(),
            base: self.base,
        }
    }
}

/// Consumes the children of a node in order.
pub(super) struct Cursor<'i> {
    pairs: Pairs<'i, Rule>,
    base: usize,
}

impl<'i> Cursor<'i> {
    pub(super) fn next(&mut self) -> Option<Node<'i>> {
        self.peek()?;
        let base = self.base;
        self.pairs.next().map(|pair| Node { pair, base })
    }

    /// The rule of the next child. Words that only hold a statement together
    /// are passed over.
    pub(super) fn peek(&mut self) -> Option<Rule> {
        loop {
            let rule = self.pairs.peek()?.as_rule();
            if !super::expected::is_word(rule) {
                return Some(rule);
            }
            self.pairs.next();
        }
    }

    /// The next child if it is of this rule.
    pub(super) fn take(&mut self, rule: Rule) -> Option<Node<'i>> {
        if self.peek() == Some(rule) {
            self.next()
        } else {
            None
        }
    }

    pub(super) fn name(&mut self) -> Option<Name> {
        let node = self.take(Rule::name)?;
        Some(Name {
            text: node.text().to_owned(),
            span: node.span(),
        })
    }

    pub(super) fn string(&mut self) -> Option<Text> {
        self.take(Rule::text).map(|node| Text {
            value: unquote(node.text()),
            span: node.span(),
        })
    }

    /// A number with its sign and percent sign.
    pub(super) fn literal(&mut self) -> Option<Literal> {
        let node = match self.peek()? {
            Rule::number | Rule::signed => self.next()?,
            _ => return None,
        };
        literal(&node)
    }

    /// The names that follow.
    pub(super) fn names(&mut self) -> Vec<Name> {
        std::iter::from_fn(|| self.name()).collect()
    }
}

/// The value of a `number` or `signed` node.
pub(super) fn literal(node: &Node<'_>) -> Option<Literal> {
    let written = node.text();
    let (negative, digits) = match written.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, written),
    };
    let (digits, percent) = match digits.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (digits, false),
    };
    let mut value = parse_decimal(digits)?;
    if percent {
        value = value.div(Rational::whole(100))?;
    }
    if negative {
        value = value.neg()?;
    }
    Some(Literal {
        value,
        percent,
        span: node.span(),
    })
}

/// Runs one rule over the head of a statement.
pub(super) fn read<'i>(
    text: &'i str,
    head: Span,
    rule: Rule,
    sink: &mut Sink,
) -> Option<Cursor<'i>> {
    let source = head.slice(text);
    let base = usize::try_from(head.start).unwrap_or_default();
    let steps = source
        .len()
        .saturating_add(64)
        .saturating_mul(limits::STEPS_PER_BYTE);
    pest::set_call_limit(std::num::NonZeroUsize::new(steps));
    match Grammar::parse(rule, source) {
        Ok(mut pairs) => pairs.next().map(|pair| Cursor {
            pairs: pair.into_inner(),
            base,
        }),
        Err(error) => {
            sink.push(super::expected::diagnose(&error, rule, source, base));
            None
        }
    }
}

/// The builder met what it did not expect: say so, do not panic.
pub(super) fn confused(head: Span, sink: &mut Sink) {
    sink.push(
        Diagnostic::error(
            Code::BadNumber,
            head,
            "a number in this line is too long to be exact",
        )
        .help("numbers may have up to 38 digits in all"),
    );
}

/// The value of a string as written, quotes taken off and escapes read.
fn unquote(written: &str) -> String {
    if let Some(long) = written
        .strip_prefix("\"\"\"")
        .and_then(|rest| rest.strip_suffix("\"\"\""))
    {
        return dedent(long);
    }
    let inner = written
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(written);
    if !inner.contains('\\') {
        return inner.to_owned();
    }
    let mut value = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(character) = rest.next() {
        if character != '\\' {
            value.push(character);
            continue;
        }
        match rest.next() {
            Some('n') => value.push('\n'),
            Some('u') => {
                let digits: String = rest
                    .by_ref()
                    .skip(1)
                    .take_while(|digit| *digit != '}')
                    .collect();
                let code = u32::from_str_radix(&digits, 16).ok();
                value.push(
                    code.and_then(char::from_u32)
                        .unwrap_or(char::REPLACEMENT_CHARACTER),
                );
            }
            Some(other) => value.push(other),
            None => {}
        }
    }
    value
}

/// Takes the common indent off a long string, and its first and last line end.
fn dedent(long: &str) -> String {
    let lines: Vec<&str> = long.lines().collect();
    let indent = lines
        .iter()
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            line.len()
                .saturating_sub(line.trim_start_matches(' ').len())
        })
        .min()
        .unwrap_or(0);
    let cut: Vec<&str> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            if index == 0 {
                *line
            } else {
                line.get(indent..).unwrap_or("")
            }
        })
        .collect();
    cut.join("\n").trim_matches('\n').trim_end().to_owned()
}
