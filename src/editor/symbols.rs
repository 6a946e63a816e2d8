//! The outline of a file, as a tree of what it declares.

use super::sheet::{Kind, Sheet};
use crate::syntax::Statement;
use crate::text::Span;

/// Something declared, with what is declared in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// The name; of an example its label.
    pub name: String,
    /// What readers call it.
    pub label: String,
    /// What it is: a kind of name, or `example`.
    pub kind: &'static str,
    /// All of it.
    pub span: Span,
    /// Its name.
    pub selection: Span,
    /// What is declared in it.
    pub children: Vec<Symbol>,
}

/// What a file declares, as far as it can be read.
pub fn symbols(source: &str) -> Vec<Symbol> {
    let sheet = Sheet::new(source, &[]);
    below(&sheet, &sheet.parsed.statements)
}

fn below(sheet: &Sheet<'_>, statements: &[Statement]) -> Vec<Symbol> {
    let mut all = Vec::new();
    for statement in statements {
        let children = match &statement.block {
            Some(block) => below(sheet, block),
            None => Vec::new(),
        };
        match symbol(sheet, statement) {
            Some(symbol) => all.push(Symbol { children, ..symbol }),
            None => all.extend(children),
        }
    }
    all
}

/// What the head of a statement declares.
fn symbol(sheet: &Sheet<'_>, statement: &Statement) -> Option<Symbol> {
    let head = statement.head;
    let named = sheet.named_in(head);
    let mut named = named.into_iter().filter_map(|index| sheet.decl(index));
    let decl = named.find(|decl| decl.is_at(head));
    if let Some(decl) = decl.filter(|decl| decl.kind != Kind::Tag) {
        let kind = match decl.kind {
            Kind::Criterion => "criterion",
            Kind::Check => "check",
            Kind::Number => "number",
            kind => kind.word(),
        };
        return Some(Symbol {
            name: decl.name.clone(),
            label: decl.label.clone().unwrap_or_default(),
            kind,
            span: statement.extent(),
            selection: decl.span,
            children: Vec::new(),
        });
    }
    let text = head.slice(sheet.source);
    let label = text.strip_prefix("example")?.trim_start();
    let quoted = label.strip_prefix('"')?;
    let name = quoted.split('"').next().unwrap_or_default();
    let end = head.end;
    let at = Span::new(0, text.len().saturating_sub(label.len())).end;
    Some(Symbol {
        name: name.to_owned(),
        label: name.to_owned(),
        kind: "example",
        span: statement.extent(),
        selection: Span {
            start: head.start.saturating_add(at),
            end,
        },
        children: Vec::new(),
    })
}
