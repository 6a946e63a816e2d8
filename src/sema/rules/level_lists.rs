//! `is proficient or exemplary`: people say a list of levels as one test, and
//! `or` stands between conditions here. Which levels are meant is plain, so the
//! mend is certain wherever one test can say the same.

use super::Rules;
use crate::diag::{Code, Diagnostic};
use crate::model::Member;
use crate::syntax::ast::{Cmp, Expr, ExprKind, Name, Op, Set, SetFilter, Test, TestKind};
use crate::text::Span;

/// What a test is about.
enum About<'e> {
    One(&'e Expr),
    All(&'e Set),
}

/// A test followed by levels that stand alone.
struct Listed<'e> {
    about: About<'e>,
    test: &'e Test,
    more: Vec<&'e Name>,
}

impl Rules<'_, '_> {
    /// Refuses levels that stand alone behind a test and `or`; whether there were any.
    pub(super) fn is_level_list(&mut self, first: &Expr, rest: &[(Op, Expr)]) -> bool {
        let Some(found) = self.level_list(first, rest) else {
            return false;
        };
        let (Some(head), Some(last)) = (found.more.first(), found.more.last()) else {
            return false;
        };
        let message = say!(
            "`or` stands between conditions, and `{}` is a level",
            head.text
        );
        let said = Diagnostic::error(Code::TypeMix, head.span, message);
        let place = Span {
            start: found.test.span.start,
            end: last.span.end,
        };
        let said = match (self.one_test(&found), &found.about) {
            (Some(test), _) => {
                said.help(say!("write `{}`", test))
                    .fix(say!("write `{}`", test), place, test)
            }
            (None, About::One(subject)) if level_of(found.test).is_some() && !found.test.not => {
                let each = self.each_test(subject, &found);
                said.help(say!("say it of each level: `...{}`", each)).fix(
                    "say it of each level",
                    Span {
                        start: found.test.span.end,
                        end: last.span.end,
                    },
                    each,
                )
            }
            (None, _) => said.help(
                "say `at least` with the lowest level that will do, or `at most` with the highest",
            ),
        };
        self.sink.push(said);
        true
    }

    /// The last test before an operand that opens with a level nothing else is called.
    fn level_list<'e>(&self, first: &'e Expr, rest: &'e [(Op, Expr)]) -> Option<Listed<'e>> {
        let place = rest
            .iter()
            .position(|(op, operand)| *op == Op::Or && self.lone_level(operand).is_some())?;
        let before = place.checked_sub(1).and_then(|place| rest.get(place));
        let (about, test) = last_test(before.map_or(first, |(_, operand)| operand))?;
        let behind = rest.iter().skip(place);
        let more = behind.map_while(|(_, operand)| self.lone_level(operand));
        let listed = Listed {
            about,
            test,
            more: more.collect(),
        };
        let named = |operand: &Expr| matches!(operand.kind, ExprKind::Name(_));
        matches!(&test.kind, TestKind::Against(_, operand) if named(operand)).then_some(listed)
    }

    /// A level an operand opens with, where the name stands for nothing else.
    fn lone_level<'e>(&self, operand: &'e Expr) -> Option<&'e Name> {
        let name = match &operand.kind {
            ExprKind::Name(name) => name,
            ExprKind::Compare(left, ..) => match &left.kind {
                ExprKind::Name(name) => name,
                _ => return None,
            },
            _ => return None,
        };
        let scales = &self.declared.rubric.scales;
        let is_level = scales
            .iter()
            .any(|scale| scale.levels.iter().any(|level| level.name == name.text));
        let is_rung = self.rungs.iter().any(|(rung, _)| *rung == name.text);
        let is_free = self.declared.find(&name.text, self.scope).is_none();
        (is_level && is_free && !is_rung).then_some(name)
    }

    /// One test that says the same: the levels are a run from the top of the
    /// scale, or from its bottom, of everything the test is about.
    fn one_test(&mut self, found: &Listed<'_>) -> Option<String> {
        let first = level_of(found.test).filter(|_| !found.test.not)?;
        let members = match found.about {
            About::One(subject) => match &subject.kind {
                ExprKind::Name(name) => {
                    vec![super::member(self.declared.find(&name.text, self.scope)?)?]
                }
                _ => return None,
            },
            About::All(set) => self.set(set)?.members,
        };
        let names: Vec<&str> = std::iter::once(first)
            .chain(found.more.iter().copied())
            .map(|name| name.text.as_str())
            .collect();
        let mut said = None;
        for member in members {
            let one = Some(self.run_of(member, &names)?);
            if said.is_some() && said != one {
                return None;
            }
            said = one;
        }
        said
    }

    fn run_of(&self, member: Member, names: &[&str]) -> Option<String> {
        let ordered = !matches!(member, Member::Ask(_) | Member::Setting(_));
        let scale = self.declared.scale_of(member).filter(|_| ordered)?;
        let levels = &self.declared.rubric.scales.get(scale)?.levels;
        let is_named = |index: usize| {
            let level = levels.get(index);
            level.is_some_and(|level| names.contains(&level.name.as_str()))
        };
        let known = |name: &&str| levels.iter().any(|level| level.name == **name);
        if !names.iter().all(known) {
            return None;
        }
        let all = || 0..levels.len();
        let lowest = all().find(|index| is_named(*index))?;
        let highest = all().rfind(|index| is_named(*index))?;
        if !(lowest..=highest).all(is_named) {
            return None;
        }
        if highest.saturating_add(1) == levels.len() {
            return Some(format!("at least {}", levels.get(lowest)?.name));
        }
        (lowest == 0).then(|| {
            levels
                .get(highest)
                .map(|level| format!("at most {}", level.name))
        })?
    }

    /// ` or a is exemplary` for each of the levels.
    fn each_test(&self, subject: &Expr, found: &Listed<'_>) -> String {
        let subject = subject.span.slice(self.text);
        let each = found
            .more
            .iter()
            .map(|name| format!(" or {subject} is {}", name.text));
        each.collect()
    }
}

/// The level a test asks for by name alone.
fn level_of(test: &Test) -> Option<&Name> {
    match &test.kind {
        TestKind::Against(Cmp::Eq, operand) => match &operand.kind {
            ExprKind::Name(name) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// The test an expression ends with.
fn last_test(expr: &Expr) -> Option<(About<'_>, &Test)> {
    match &expr.kind {
        ExprKind::Is(subject, test) => Some((About::One(subject), test)),
        ExprKind::Quantified(_, set, Some(test)) => Some((About::All(set), test)),
        ExprKind::Aggregate(_, set, _) => match set.filters.last()? {
            SetFilter::That(test) => Some((About::All(set), test)),
            _ => None,
        },
        ExprKind::Compare(_, _, right) => last_test(right),
        ExprKind::Not(inner) => last_test(inner),
        ExprKind::Chain(_, rest) => last_test(&rest.last()?.1),
        _ => None,
    }
}
