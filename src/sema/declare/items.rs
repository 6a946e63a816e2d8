//! What a rubric or a part holds, in order: it gets its name and its place in the tree.

use super::{Declared, label};
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{Branch, Part};
use crate::sema::names::Entity;
use crate::syntax::ast;

impl Declared {
    pub(super) fn items(
        &mut self,
        items: &[ast::Item],
        part: Option<usize>,
        tags: &[String],
        sink: &mut Sink,
    ) -> Vec<Branch> {
        let mut branches = Vec::new();
        for item in items {
            match item {
                ast::Item::Part(inner) => branches.push(self.part(inner, part, tags, sink)),
                ast::Item::Row(row) => branches.extend(self.row(row, part, tags, sink)),
                ast::Item::Score(score) => {
                    self.names
                        .add(&score.name, Entity::Score(self.score_labels.len()), sink);
                    self.score_labels
                        .push((score.name.clone(), label(score.label.as_ref(), &score.name)));
                }
                ast::Item::Award(award) => {
                    self.names.add(&award.name, Entity::Award, sink);
                }
                ast::Item::Broken(name) => self.names.excuse(name),
                ast::Item::Scale(_) | ast::Item::Advise(_) => {}
            }
        }
        branches
    }

    fn part(
        &mut self,
        part: &ast::Part,
        parent: Option<usize>,
        tags: &[String],
        sink: &mut Sink,
    ) -> Branch {
        let index = self.parts.len();
        let own = merged(tags, &part.properties.tags, sink);
        if !part.name.text.is_empty() {
            self.names.add(&part.name, Entity::Part(index), sink);
        }
        self.parts.push(Part {
            name: part.name.text.clone(),
            label: label(part.label.as_ref(), &part.name),
            about: part
                .properties
                .about
                .as_ref()
                .map(|text| text.value.clone()),
            weight: part.properties.weight.as_ref().map(|weight| weight.value),
            tags: own.clone(),
            parent,
        });
        Branch::Part(index, self.items(&part.items, Some(index), &own, sink))
    }
}

/// Tags add up from part to row; the limit keeps a hostile file from growing on the way.
pub(super) fn merged(tags: &[String], own: &[ast::Name], sink: &mut Sink) -> Vec<String> {
    let mut all = tags.to_vec();
    for tag in own {
        if all.contains(&tag.text) {
            continue;
        }
        if all.len() >= limits::TAGS {
            let message = format!("more than {} tags on one row", limits::TAGS);
            sink.push(
                Diagnostic::error(Code::TooMany, tag.span, message)
                    .help("take this tag and those behind it out"),
            );
            break;
        }
        all.push(tag.text.clone());
    }
    all
}
