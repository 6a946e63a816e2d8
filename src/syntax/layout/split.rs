//! Statements and blocks, from the marks that the scan leaves.

use super::Statement;
use crate::text::Span;

/// What the splitter needs to know of a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Open,
    Close,
    End,
}

/// Cuts the text into statements at the marks, which stand in the order of the text.
pub(super) fn split(text: &str, marks: &[(usize, Mark)]) -> Vec<Statement> {
    let mut stack: Vec<(Statement, Vec<Statement>)> = Vec::new();
    let plain = |head: Span| Statement {
        head,
        ..Statement::default()
    };
    let mut current: Vec<Statement> = Vec::new();
    let mut from = 0;
    for &(place, mark) in marks {
        let head = trimmed(text, from, place);
        from = place.saturating_add(1);
        match mark {
            Mark::Open => {
                let outer = std::mem::take(&mut current);
                let braces = Span::new(place, text.len());
                stack.push((
                    Statement {
                        head,
                        block: None,
                        braces,
                    },
                    outer,
                ));
            }
            Mark::Close | Mark::End => {
                if !head.is_empty() {
                    current.push(plain(head));
                }
                if mark == Mark::Close
                    && let Some((mut opened, outer)) = stack.pop()
                {
                    opened.block = Some(std::mem::replace(&mut current, outer));
                    opened.braces.end = Span::new(0, from).end;
                    current.push(opened);
                }
            }
        }
    }
    let head = trimmed(text, from, text.len());
    if !head.is_empty() {
        current.push(plain(head));
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
