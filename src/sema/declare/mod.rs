//! Declarations: scales, parts, rows, and the one space of names.

mod header;
mod items;
mod rows;
mod scales;

use super::names::Names;
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{Branch, Header, Part, Row, RowKind, Scale};
use crate::syntax::ast;
use crate::text::Index;
use header::header;

/// Everything that is declared.
#[derive(Debug, Default)]
pub struct Declared {
    /// The header.
    pub header: Header,
    /// Scales, in order.
    pub scales: Vec<Scale>,
    /// Parts, in order.
    pub parts: Vec<Part>,
    /// Rows, in order.
    pub rows: Vec<Row>,
    /// How they nest.
    pub tree: Vec<Branch>,
    /// Labels of scores, in order.
    pub score_labels: Vec<(ast::Name, String)>,
    /// The one space of names.
    pub names: Names,
    scale_names: Index,
}

/// Collects all declarations of a rubric.
pub(super) fn declare(rubric: &ast::Rubric, sink: &mut Sink) -> Declared {
    let mut declared = Declared {
        header: header(rubric),
        ..Declared::default()
    };
    declared.scales(&rubric.items, sink);
    let tree = declared.items(&rubric.items, None, &[], sink);
    declared.tree = tree;
    if declared.rows.len() > limits::ROWS {
        let span = rubric
            .name
            .as_ref()
            .map(|name| name.span)
            .unwrap_or_default();
        sink.push(
            Diagnostic::error(
                Code::TooMany,
                span,
                format!("this rubric has more than {} rows", limits::ROWS),
            )
            .help("split it into several rubrics"),
        );
    }
    declared
}

impl Declared {
    /// The scale of a criterion.
    pub(super) fn scale_of(&self, row: usize) -> Option<usize> {
        match self.rows.get(row)?.kind {
            RowKind::Criterion { scale, .. } => Some(scale),
            RowKind::Check { .. } | RowKind::Number { .. } => None,
        }
    }
}

fn label(label: Option<&ast::Text>, name: &ast::Name) -> String {
    label.map_or_else(|| name.text.clone(), |label| label.value.clone())
}
