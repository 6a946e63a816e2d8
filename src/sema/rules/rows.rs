//! Conditions that stand on rows and parts.

use super::Rules;
use crate::diag::Code;
use crate::model::{Member, RowTest, Truth, Value};
use crate::sema::names::Entity;
use crate::syntax::ast::{self, Given, Properties};

/// The conditions of one row.
#[derive(Debug, Default)]
pub(in crate::sema) struct RowRules {
    pub(in crate::sema) met_when: Option<Truth>,
    pub(in crate::sema) only_when: Option<Truth>,
    pub(in crate::sema) counts_as: Vec<(Value, Truth)>,
    pub(in crate::sema) at_most: Vec<(Value, Truth)>,
    pub(in crate::sema) comment_when: Option<RowTest>,
    pub(in crate::sema) shown_by: Vec<usize>,
}

/// The conditions of one part.
#[derive(Debug, Default)]
pub(in crate::sema) struct PartRules {
    pub(in crate::sema) only_when: Option<Truth>,
}

impl Rules<'_, '_> {
    /// Reads the conditions of a row; those of the parts around it are defaults.
    pub(in crate::sema) fn row(&mut self, index: usize, row: &ast::Row, scope: usize) -> RowRules {
        self.scope = scope;
        self.begin();
        let mut found = RowRules::default();
        if let Some(ast::Worked::MetWhen(when)) = &row.worked {
            found.met_when = self.truth(when);
        }
        found.only_when = row
            .properties
            .only_when
            .as_ref()
            .and_then(|when| self.truth(when));
        let part = self
            .declared
            .rubric
            .rows
            .get(index)
            .and_then(|row| row.part);
        let mut outer = Vec::new();
        let mut around = part;
        while let Some(part) = around {
            outer.extend(
                self.declared
                    .parts
                    .get(part)
                    .map(|(part, _)| &part.properties),
            );
            around = self
                .declared
                .rubric
                .parts
                .get(part)
                .and_then(|part| part.parent);
        }
        for properties in outer.into_iter().rev().chain([&row.properties]) {
            self.property_rules(index, properties, &mut found);
        }
        found
    }

    pub(in crate::sema) fn property_rules(
        &mut self,
        index: usize,
        properties: &Properties,
        found: &mut RowRules,
    ) {
        for (given, when) in &properties.counts_as {
            let value = self.value(index, given);
            let when = self.truth(when);
            found.counts_as.extend(value.zip(when));
        }
        for (given, when) in &properties.at_most {
            let value = self.value(index, given);
            let when = self.truth(when);
            found.at_most.extend(value.zip(when));
        }
        if let Some(comment) = &properties.comment {
            let members = [Member::Row(index)];
            found.comment_when = comment
                .when
                .as_ref()
                .and_then(|test| self.row_test(test, &members));
        }
        for slot in &properties.shown_by {
            match self.entity(slot) {
                Some(Entity::Slot(slot)) if found.shown_by.contains(&slot) => {}
                Some(Entity::Slot(slot)) => found.shown_by.push(slot),
                Some(entity) => {
                    self.wrong_kind::<()>(
                        slot,
                        entity,
                        "an evidence slot",
                        "declare it: `evidence NAME { ... }`",
                    );
                }
                None => {}
            }
        }
    }

    fn value(&mut self, index: usize, given: &Given) -> Option<Value> {
        let row = self.declared.rubric.rows.get(index)?;
        self.declared.given(row, given, self.sink)
    }

    /// Reads the conditions of a part.
    pub(in crate::sema) fn part(&mut self, part: &ast::Part, scope: usize) -> PartRules {
        PartRules {
            only_when: part
                .properties
                .only_when
                .as_ref()
                .and_then(|when| self.condition_of(when, scope)),
        }
    }

    /// A role among raters; another word is refused.
    pub(in crate::sema) fn role(&mut self, role: &ast::Name) -> Option<()> {
        let singular = role.text.strip_suffix('s').unwrap_or(&role.text);
        if crate::sema::people::ROLES.contains(&singular)
            || crate::sema::people::ROLES.contains(&role.text.as_str())
        {
            return Some(());
        }
        let message = say!("`{}` is no role of a rater", role.text);
        self.error(
            Code::UnknownWord,
            role.span,
            message,
            "roles are self, peer, reviewer, instructor, judge",
        );
        None
    }
}
