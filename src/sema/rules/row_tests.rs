//! Tests of one thing or of every member of a set: levels are looked up in
//! each member's own scale.

use super::comparisons::convert;
use super::{Rules, Ty};
use crate::diag::{Code, Diagnostic, Said};
use crate::limits;
use crate::model::{Member, RowKind, RowTest, Truth};
use crate::sema::names::Entity;
use crate::syntax::ast::{self, Cmp, Expr, ExprKind, Name, SetHead, Test, TestKind};

/// What a name may be tested as.
pub(in crate::sema) fn member(entity: Entity) -> Option<Member> {
    Some(match entity {
        Entity::Row(row) => Member::Row(row),
        Entity::Score(score) => Member::Score(score),
        Entity::Ladder(ladder) => Member::Ladder(ladder),
        Entity::Ask(ask) => Member::Ask(ask),
        Entity::Setting(setting) => Member::Setting(setting),
        Entity::Part(_) | Entity::Group(_) | Entity::Slot(_) => return None,
    })
}

impl Rules<'_, '_> {
    /// `X is TEST`.
    pub(super) fn is(&mut self, subject: &Expr, test: &Test) -> Option<Truth> {
        if let TestKind::HasScore = test.kind {
            let number = self.num(subject)?;
            let truth = Truth::HasScore(Box::new(number.rule));
            return Some(turned(truth, test.not));
        }
        if let ExprKind::Name(name) = &subject.kind {
            if name.text == "evidence" && self.declared.find("evidence", self.scope).is_none() {
                return self.complete(None, test);
            }
            match self.entity(name)? {
                Entity::Slot(slot) => return self.complete(Some(slot), test),
                entity @ (Entity::Part(_) | Entity::Group(_)) => {
                    let help = say!("say how many: `every row in {} is ...`", name.text);
                    return self.wrong_kind(name, entity, "one thing", help);
                }
                entity => {
                    let member = member(entity)?;
                    if self.is_tested(member, test) {
                        self.refuse_unscored(member, name);
                        let test = self.row_test(test, &[member])?;
                        return Some(Truth::Test(member, Box::new(test)));
                    }
                }
            }
        }
        let TestKind::Against(cmp, operand) = &test.kind else {
            let message = "only a row is answered, left out or commented";
            self.error(Code::TypeMix, test.span, message, "name a row here");
            return None;
        };
        let (left, right) = (self.num(subject), self.num(operand));
        let truth = self.compared(left?, *cmp, right?, subject, operand)?;
        Some(turned(truth, test.not))
    }

    /// Whether a thing is tested by itself: rows always, others by their levels.
    pub(super) fn is_tested(&self, member: Member, test: &Test) -> bool {
        match (member, &test.kind) {
            (Member::Row(_), _) => true,
            (Member::Score(_), _) => false,
            (_, TestKind::Against(_, operand)) => {
                let named = matches!(
                    operand.kind,
                    ExprKind::Name(_) | ExprKind::If(..) | ExprKind::First(..)
                );
                named && self.declared.scale_of(member).is_some()
            }
            _ => false,
        }
    }

    /// `SLOT is complete`, `evidence is complete`.
    fn complete(&mut self, slot: Option<usize>, test: &Test) -> Option<Truth> {
        let word = match &test.kind {
            TestKind::Against(Cmp::Eq, operand) => match &operand.kind {
                ExprKind::Name(name) => Some(name.text.as_str()),
                _ => None,
            },
            _ => None,
        };
        let truth = Truth::Complete(slot);
        match word {
            Some("complete") => Some(turned(truth, test.not)),
            Some("incomplete") => Some(turned(truth, !test.not)),
            _ => {
                let message = "evidence is complete or not complete";
                self.error(Code::TypeMix, test.span, message, "write `is complete`");
                None
            }
        }
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
    pub(in crate::sema) fn row_test(&mut self, test: &Test, members: &[Member]) -> Option<RowTest> {
        let found = match &test.kind {
            TestKind::Answered => self.of_rows(RowTest::Answered, members, test)?,
            TestKind::LeftOut => self.of_rows(RowTest::LeftOut, members, test)?,
            TestKind::HasComment => self.of_rows(RowTest::HasComment, members, test)?,
            TestKind::HasScore => RowTest::HasScore,
            TestKind::Against(cmp, operand) => self.against(members, *cmp, operand)?,
        };
        Some(if test.not {
            RowTest::Not(Box::new(found))
        } else {
            found
        })
    }

    fn of_rows(&mut self, found: RowTest, members: &[Member], test: &Test) -> Option<RowTest> {
        if members
            .iter()
            .all(|member| matches!(member, Member::Row(_)))
        {
            return Some(found);
        }
        let message = "only rows are answered, left out or commented";
        self.error(Code::TypeMix, test.span, message, "name rows here");
        None
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
            return Some(RowTest::First(vec![(condition?, a?)], Box::new(b?)));
        }
        if let ExprKind::First(cases, last) = &operand.kind {
            return self.first_against(members, cmp, cases, last);
        }
        if let ExprKind::Name(name) = &operand.kind {
            let has = |member: &Member| self.declared.level_of(*member, &name.text).is_some();
            if members.iter().any(has) {
                return self.level(members, cmp, name);
            }
            match name.text.as_str() {
                "met" if cmp == Cmp::Eq => return self.met(members, name),
                "shown" if cmp == Cmp::Eq => {
                    return Some(RowTest::Shown);
                }
                _ => {}
            }
            if self.declared.find(&name.text, self.scope).is_none() {
                self.no_level(members, name);
                return None;
            }
        }
        let value = self.num(operand)?;
        if value.ty != Ty::Plain && value.ty != Ty::Days {
            let message = say!(
                "this is {}, and rows are compared with numbers",
                value.ty.words()
            );
            self.error(Code::TypeMix, operand.span, message, "");
            return None;
        }
        self.refuse_ordinal(members, operand.span);
        Some(RowTest::Points(convert(cmp), Box::new(value.rule)))
    }

    /// `at least (first of (L1 when C, otherwise L2))`: each level under its condition.
    fn first_against(
        &mut self,
        members: &[Member],
        cmp: Cmp,
        cases: &[(Expr, Expr)],
        last: &Expr,
    ) -> Option<RowTest> {
        let mut read = Vec::new();
        for (value, when) in cases {
            read.push((self.truth(when), self.against(members, cmp, value)));
        }
        let last = Box::new(self.against(members, cmp, last)?);
        let read = read.into_iter().map(|(when, test)| Some((when?, test?)));
        Some(RowTest::First(read.collect::<Option<_>>()?, last))
    }

    fn level(&mut self, members: &[Member], cmp: Cmp, level: &Name) -> Option<RowTest> {
        let mut by_scale: Vec<(usize, usize)> = Vec::new();
        for member in members {
            let Some((scale, index)) = self.declared.level_of(*member, &level.text) else {
                // Beside a scale with a level of this name, a check keeps its own meaning.
                if cmp == Cmp::Eq && level.text == "met" && self.is_met_or_not(*member) {
                    continue;
                }
                return self.lacks(*member, level);
            };
            if matches!(member, Member::Ask(_) | Member::Setting(_))
                && !matches!(cmp, Cmp::Eq | Cmp::Ne)
            {
                let message = "choices have no order";
                self.error(Code::TypeMix, level.span, message, "write `is` or `is not`");
                return None;
            }
            if !by_scale.contains(&(scale, index)) {
                by_scale.push((scale, index));
            }
        }
        let label = by_scale.first().and_then(|(scale, index)| {
            let scale = self.declared.rubric.scales.get(*scale)?;
            Some(scale.levels.get(*index)?.label.clone())
        });
        if let Some(label) = label {
            self.say(level.span, label);
        }
        self.levels.push(level.span);
        Some(RowTest::Level(convert(cmp), by_scale))
    }

    /// A member whose scale lacks a level is named.
    fn lacks(&mut self, member: Member, level: &Name) -> Option<RowTest> {
        let rubric = &self.declared.rubric;
        let name = match member {
            Member::Row(row) => rubric.rows.get(row).map(|row| row.name.clone()),
            Member::Ladder(ladder) => rubric.ladders.get(ladder).map(|ladder| ladder.name.clone()),
            _ => {
                let message = "a score has no levels";
                self.error(
                    Code::TypeMix,
                    level.span,
                    message,
                    "compare it with a number",
                );
                return None;
            }
        };
        let message = say!(
            "`{}` has no level `{}`",
            name.unwrap_or_default(),
            level.text
        );
        self.error(
            Code::UnknownLevel,
            level.span,
            message,
            "leave it out with `without`, or name the rows that have it",
        );
        None
    }

    fn met(&mut self, members: &[Member], word: &Name) -> Option<RowTest> {
        let other = members.iter().find_map(|member| match member {
            Member::Row(row) => {
                let row = self.declared.rubric.rows.get(*row);
                row.filter(|row| !matches!(row.kind, RowKind::Check { .. }))
                    .map(|row| row.name.clone())
            }
            _ => Some("this".to_owned()),
        });
        if let Some(name) = other {
            let message = say!("`{}` is not met or not met: only checks are", name);
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
        if self.sink.is_full() || self.declared.names.is_excused(&name.text) {
            return;
        }
        let declared = self.declared;
        let scales = members
            .iter()
            .filter_map(|member| declared.rubric.scales.get(declared.scale_of(*member)?));
        let levels: Vec<&str> = scales
            .flat_map(|scale| &scale.levels)
            .map(|level| level.name.as_str())
            .collect();
        let near = self.sink.nearest(
            &name.text,
            levels.iter().copied().chain(["met", "answered"]),
        );
        let checks = !members.is_empty() && members.iter().all(|one| self.is_met_or_not(*one));
        let message = if checks {
            say!("a check is met or not met; it has no level `{}`", name.text)
        } else {
            say!("no level is called `{}`", name.text)
        };
        let found = Diagnostic::error(Code::UnknownLevel, name.span, message);
        self.sink.push(if near.is_some() {
            found.suggest(near)
        } else {
            found.help(if checks {
                "write `is met` or `is not met`".into()
            } else {
                known_levels(&levels)
            })
        });
    }
}

fn turned(truth: Truth, not: bool) -> Truth {
    if not {
        Truth::Not(Box::new(truth))
    } else {
        truth
    }
}

fn known_levels(levels: &[&str]) -> Said {
    let mut each: Vec<&str> = Vec::new();
    for level in levels.iter().take(limits::LEVELS) {
        if !each.contains(level) {
            each.push(level);
        }
    }
    if each.is_empty() {
        return "compare it with a number".into();
    }
    say!("the levels are {}", each.join(", "))
}
