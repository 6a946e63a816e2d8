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

    pub(super) fn text(&self) -> &'i str {
        self.pair.as_str()
    }

    pub(super) fn span(&self) -> Span {
        let span = self.pair.as_span();
        Span::new(
            self.base.saturating_add(span.start()),
            self.base.saturating_add(span.end()),
        )
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
        let base = self.base;
        self.pairs.next().map(|pair| Node { pair, base })
    }

    pub(super) fn peek(&self) -> Option<Rule> {
        self.pairs.peek().map(|pair| pair.as_rule())
    }

    /// The next child if it is of this rule.
    pub(super) fn take(&mut self, rule: Rule) -> Option<Node<'i>> {
        if self.peek() == Some(rule) {
            self.next()
        } else {
            None
        }
    }

    /// Skips a keyword.
    pub(super) fn skip(&mut self, rule: Rule) -> bool {
        self.take(rule).is_some()
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

    /// A number with its sign and percent sign, however they are nested.
    pub(super) fn literal(&mut self) -> Option<Literal> {
        match self.peek()? {
            Rule::literal | Rule::signed => {
                let node = self.next()?;
                let span = node.span();
                let mut inner = node.children();
                let negative = inner.skip(Rule::minus);
                let literal = inner.plain_number()?;
                let value = if negative {
                    literal.value.neg()?
                } else {
                    literal.value
                };
                Some(Literal {
                    value,
                    span,
                    ..literal
                })
            }
            _ => self.plain_number(),
        }
    }

    fn plain_number(&mut self) -> Option<Literal> {
        let node = self.take(Rule::number)?;
        let mut span = node.span();
        let mut value = parse_decimal(node.text())?;
        let percent = self.take(Rule::percent);
        if let Some(sign) = &percent {
            span = span.cover(sign.span());
            value = value.div(Rational::whole(100))?;
        }
        Some(Literal {
            value,
            percent: percent.is_some(),
            span,
        })
    }

    /// Every child of this rule, in order, as long as they last.
    pub(super) fn names(&mut self) -> Vec<Name> {
        std::iter::from_fn(|| self.name()).collect()
    }
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
            sink.push(super::expected::diagnose(&error, source, base));
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
