//! Tests of one thing or of every member of a set: levels are looked up in
//! each member's own scale.

use super::Rules;
use super::comparisons::convert;
use crate::diag::{Code, Diagnostic};
use crate::limits;
use crate::model::{Member, RowKind, RowTest, Truth};
use crate::sema::names::Entity;
use crate::syntax::ast::{self, Cmp, Expr, ExprKind, Name, SetHead, Test, TestKind};
use crate::text::nearest;

impl Rules<'_> {
    /// `X is TEST`.
    pub(super) fn is(&mut self, subject: &Expr, test: &Test) -> Option<Truth> {
        if let ExprKind::Name(name) = &subject.kind {
            let entity = self.declared.names.get(&name.text);
            let Some(entity) = entity else {
                self.unknown(name);
                return None;
            };
            if let Entity::Row(row) = entity {
                self.called(name, entity);
                let test = self.row_test(test, &[Member::Row(row)])?;
                return Some(Truth::Test(Member::Row(row), Box::new(test)));
            }
        }
        let TestKind::Against(cmp, operand) = &test.kind else {
            self.error(Code::TypeMix, test.span, "only a row is answered", "");
            return None;
        };
        let (left, right) = (self.num(subject), self.num(operand));
        let truth = self.compared(left?, *cmp, right?, subject, operand)?;
        Some(if test.not {
            Truth::Not(Box::new(truth))
        } else {
            truth
        })
    }

    /// `every S is TEST`, or conditions in brackets without a test.
    pub(super) fn quantified(
        &mut self,
        quantity: &ast::Quantity,
        set: &ast::Set,
        test: Option<&Test>,
    ) -> Option<Truth> {
        let quantity = self.quantity(quantity);
        match (test, &set.head) {
            (Some(test), _) => {
                let members = self.set(set)?;
                let test = self.row_test(test, &members.members)?;
                Some(Truth::Quantified(
                    quantity?,
                    Box::new(members),
                    Box::new(test),
                ))
            }
            (None, SetHead::List(all)) if set.filters.is_empty() => {
                let all: Vec<Option<Truth>> = all.iter().map(|expr| self.truth(expr)).collect();
                let all: Option<Vec<Truth>> = all.into_iter().collect();
                Some(Truth::Count(quantity?, all?))
            }
            (None, _) => {
                self.error(
                    Code::TypeMix,
                    set.span,
                    "this does not say what the rows must be",
                    "add a test: `... is at least proficient`, `... is met`",
                );
                None
            }
        }
    }

    /// A test that fits every one of the members.
    pub(super) fn row_test(&mut self, test: &Test, members: &[Member]) -> Option<RowTest> {
        let found = match &test.kind {
            TestKind::Answered => RowTest::Answered,
            TestKind::Against(cmp, operand) => self.against(members, *cmp, operand)?,
        };
        Some(if test.not {
            RowTest::Not(Box::new(found))
        } else {
            found
        })
    }

    /// Whether a member's own scale has this level.
    pub(super) fn is_level(&self, member: Member, level: &str) -> bool {
        let Member::Row(row) = member else {
            return false;
        };
        let scale = self
            .declared
            .scale_of(row)
            .and_then(|scale| self.declared.scales.get(scale));
        scale.is_some_and(|scale| scale.levels.iter().any(|known| known.name == level))
    }

    /// Members against a level, a number, or `met`.
    pub(super) fn against(
        &mut self,
        members: &[Member],
        cmp: Cmp,
        operand: &Expr,
    ) -> Option<RowTest> {
        if let ExprKind::If(condition, a, b) = &operand.kind {
            let condition = self.truth(condition);
            let (a, b) = (self.against(members, cmp, a), self.against(members, cmp, b));
            return Some(RowTest::If(
                Box::new(condition?),
                Box::new(a?),
                Box::new(b?),
            ));
        }
        if let ExprKind::Name(name) = &operand.kind {
            if members
                .iter()
                .any(|member| self.is_level(*member, &name.text))
            {
                return self.level(members, cmp, name);
            }
            if name.text == "met" && cmp == Cmp::Eq {
                return self.met(members, name);
            }
            if self.declared.names.get(&name.text).is_none() {
                self.no_level(members, name);
                return None;
            }
        }
        let (value, _) = self.num(operand)?;
        self.refuse_ordinal(members, operand.span);
        Some(RowTest::Points(convert(cmp), Box::new(value)))
    }

    fn level(&mut self, members: &[Member], cmp: Cmp, level: &Name) -> Option<RowTest> {
        let mut by_scale: Vec<Option<usize>> = vec![None; self.declared.scales.len()];
        let mut label = None;
        for member in members {
            let Member::Row(row) = member else {
                self.error(
                    Code::TypeMix,
                    level.span,
                    "a score has no levels",
                    "compare it with a number",
                );
                return None;
            };
            let scale = self.declared.scale_of(*row);
            let found = scale
                .and_then(|scale| self.declared.scales.get(scale))
                .and_then(|scale| {
                    let index = scale
                        .levels
                        .iter()
                        .position(|known| known.name == level.text)?;
                    Some((index, scale.levels.get(index)?.label.clone()))
                });
            let (Some(scale), Some((index, shown))) = (scale, found) else {
                let name = self
                    .declared
                    .rows
                    .get(*row)
                    .map(|row| row.name.clone())
                    .unwrap_or_default();
                let message = format!("`{name}` has no level `{}`", level.text);
                self.error(
                    Code::UnknownLevel,
                    level.span,
                    message,
                    "leave it out with `without`, or name the rows that have it",
                );
                return None;
            };
            label.get_or_insert(shown);
            if let Some(slot) = by_scale.get_mut(scale) {
                *slot = Some(index);
            }
        }
        if let Some(label) = label {
            self.say(level.span, label);
        }
        Some(RowTest::Level(convert(cmp), by_scale))
    }

    fn met(&mut self, members: &[Member], word: &Name) -> Option<RowTest> {
        let other = members.iter().find_map(|member| match member {
            Member::Row(row) => self
                .declared
                .rows
                .get(*row)
                .filter(|row| !matches!(row.kind, RowKind::Check { .. })),
            Member::Score(_) => None,
        });
        if let Some(row) = other {
            let message = format!("`{}` is not met or not met: only checks are", row.name);
            self.error(
                Code::TypeMix,
                word.span,
                message,
                "name a level, or narrow the set to `checks`",
            );
            return None;
        }
        Some(RowTest::Met)
    }

    fn no_level(&mut self, members: &[Member], name: &Name) {
        if self.sink.is_full() {
            return;
        }
        let scales = members.iter().filter_map(|member| match member {
            Member::Row(row) => self.declared.scales.get(self.declared.scale_of(*row)?),
            Member::Score(_) => None,
        });
        let levels: Vec<&str> = scales
            .flat_map(|scale| &scale.levels)
            .map(|level| level.name.as_str())
            .collect();
        let near = nearest(
            &name.text,
            levels.iter().copied().chain(["met", "answered"]),
        );
        let message = format!("no level is called `{}`", name.text);
        let found = Diagnostic::error(Code::UnknownLevel, name.span, message);
        self.sink.push(if near.is_some() {
            found.suggest(near)
        } else {
            found.help(known_levels(&levels))
        });
    }
}

fn known_levels(levels: &[&str]) -> String {
    let mut each: Vec<&str> = Vec::new();
    for level in levels.iter().take(limits::LEVELS) {
        if !each.contains(level) {
            each.push(level);
        }
    }
    format!("the levels are {}", each.join(", "))
}
