//! Raters, tries, codes, advice, and what readers see: words are checked, and
//! kept as data for what comes later.

use super::declare::whole;
use super::names::Entity;
use super::rules::Rules;
use crate::diag::{Code, Diagnostic};
use crate::model::{
    self, Advice, Coded, Combine, Member, Raters, Role, RowKind, Ties, Tries, TriesOf, Value,
};
use crate::num::Rational;
use crate::syntax::ast::{self, AttemptLine, CodeReach, CodeTo, CountingTries, Name, RaterLine};

/// The roles of raters.
pub(super) const ROLES: &[&str] = &["self", "peer", "reviewer", "instructor", "judge"];
const WAYS: &[(&str, Combine)] = &[
    ("mean", Combine::Mean),
    ("median", Combine::Median),
    ("sum", Combine::Sum),
    ("lowest", Combine::Lowest),
    ("highest", Combine::Highest),
    ("majority", Combine::Majority),
    ("agreement", Combine::Agreement),
    ("newest", Combine::Newest),
];

/// A role as it is called for one: `reviewers` is `reviewer`.
fn role(name: &Name, rules: &mut Rules<'_, '_>) -> Option<String> {
    let singular = name
        .text
        .strip_suffix('s')
        .filter(|role| ROLES.contains(role));
    let found = singular.or_else(|| {
        ROLES
            .contains(&name.text.as_str())
            .then_some(name.text.as_str())
    });
    if found.is_none() {
        let near = rules.sink.nearest(&name.text, ROLES.iter().copied());
        let message = say!("`{}` is no role of a rater", name.text);
        let found = Diagnostic::error(Code::UnknownWord, name.span, message);
        rules.sink.push(if near.is_some() {
            found.suggest(near)
        } else {
            found.help("roles are self, peer, reviewer, instructor, judge")
        });
    }
    found.map(str::to_owned)
}

/// `raters { ... }`.
pub(super) fn raters(
    written: &ast::Raters,
    part: Option<usize>,
    rules: &mut Rules<'_, '_>,
) -> Raters {
    let mut found = Raters {
        part,
        ..Raters::default()
    };
    for line in &written.lines {
        match line {
            RaterLine::Role {
                role: name,
                from,
                to,
                blind,
            } => {
                let count = |literal: &ast::Literal, rules: &mut Rules<'_, '_>| {
                    usize::try_from(whole(literal, rules.sink)?).ok()
                };
                let least = from.as_ref().and_then(|from| count(from, rules));
                let most = to.as_ref().and_then(|to| count(to, rules));
                let known = role(name, rules);
                found.roles.extend(known.map(|name| Role {
                    name,
                    from: least.unwrap_or(1),
                    to: most.or(if from.is_none() { Some(1) } else { None }),
                    blind: *blind,
                }));
            }
            RaterLine::Combine { how, ties } => {
                found.combine = word(how, WAYS, "way to combine ratings", rules);
                let ways = [("up", Ties::Up), ("down", Ties::Down), ("even", Ties::Even)];
                found.ties = ties
                    .as_ref()
                    .and_then(|ties| word(ties, &ways, "way for a tie", rules));
            }
            RaterLine::Counts(name) => found.counts = role(name, rules),
            RaterLine::Adjudicate {
                role: name,
                more_than,
                levels,
            } => {
                found.adjudicate = role(name, rules).map(|role| (role, more_than.value, *levels));
            }
            RaterLine::WithoutConflicted(_) => found.without_conflicted = true,
            RaterLine::ConfirmSelf(_) => found.confirm_self = true,
        }
    }
    found
}

fn word<T: Copy>(
    name: &Name,
    known: &[(&str, T)],
    what: &str,
    rules: &mut Rules<'_, '_>,
) -> Option<T> {
    let found = known
        .iter()
        .find(|(word, _)| *word == name.text)
        .map(|(_, value)| *value);
    if found.is_none() {
        let words = || known.iter().map(|(word, _)| *word);
        let message = say!("`{}` is no {}", name.text, what);
        let near = rules.sink.nearest(&name.text, words());
        let wrong = Diagnostic::error(Code::UnknownWord, name.span, message);
        rules.sink.push(if near.is_some() {
            wrong.suggest(near)
        } else {
            wrong.help(say!(
                "it is one of {}",
                words().collect::<Vec<_>>().join(", ")
            ))
        });
    }
    found
}

/// `attempts of ... { ... }`.
pub(super) fn attempts(
    written: &ast::Attempts,
    rules: &mut Rules<'_, '_>,
) -> Option<model::Attempts> {
    let mut found = model::Attempts {
        of: match written.of {
            ast::TriesOf::Row => TriesOf::Row,
            ast::TriesOf::Part => TriesOf::Part,
            ast::TriesOf::Whole => TriesOf::Whole,
        },
        counts: Tries::Newest,
        at_least: None,
        at_most: None,
        only_below: None,
    };
    for line in &written.lines {
        match line {
            AttemptLine::Counts(tries, _) => found.counts = counting(tries, rules)?,
            AttemptLine::AtLeast(count, level) => {
                let count = usize::try_from(whole(count, rules.sink)?).ok()?;
                found.at_least = known_level(level, rules).map(|level| (count, level));
            }
            AttemptLine::AtMost(count) => {
                found.at_most = usize::try_from(whole(count, rules.sink)?).ok();
            }
            AttemptLine::OnlyBelow(level) => found.only_below = known_level(level, rules),
        }
    }
    Some(found)
}

fn counting(tries: &CountingTries, rules: &mut Rules<'_, '_>) -> Option<Tries> {
    let count = |literal: &ast::Literal, rules: &mut Rules<'_, '_>| {
        usize::try_from(whole(literal, rules.sink)?).ok()
    };
    Some(match tries {
        CountingTries::Newest => Tries::Newest,
        CountingTries::Best => Tries::Best,
        CountingTries::MeanOfAll => Tries::MeanOfAll,
        CountingTries::MeanOfNewest(n) => Tries::MeanOfNewest(count(n, rules)?),
        CountingTries::MeanOfBest(n) => Tries::MeanOfBest(count(n, rules)?),
        CountingTries::MedianOfNewest(n) => Tries::MedianOfNewest(count(n, rules)?),
        CountingTries::NewestAndOthers(newest, others) => {
            if newest.value.add(others.value) != Some(Rational::ONE) {
                let span = newest.span.cover(others.span);
                let message = "the newest try and the others do not add up to 100 %";
                rules.error(
                    Code::BadNumber,
                    span,
                    message,
                    "write `newest counts 65%, the mean of the others 35%`",
                );
            }
            Tries::NewestAndOthers(newest.value, others.value)
        }
        CountingTries::EachNewer(share) => Tries::EachNewer(share.value),
    })
}

/// A level of any scale of rows.
fn known_level(level: &Name, rules: &mut Rules<'_, '_>) -> Option<String> {
    let declared = rules.declared;
    let rows = declared.rubric.rows.iter();
    let scales = rows.filter_map(|row| declared.rubric.scales.get(row.scale()?));
    let names = || {
        scales
            .clone()
            .flat_map(|scale| &scale.levels)
            .map(|level| level.name.as_str())
    };
    if names().any(|known| known == level.text) {
        return Some(level.text.clone());
    }
    let message = say!("no level is called `{}`", level.text);
    let found = Diagnostic::error(Code::UnknownLevel, level.span, message);
    let near = rules.sink.nearest(&level.text, names());
    rules.sink.push(found.suggest(near));
    None
}

/// `NAME "Label" sets ROWS to V`.
pub(super) fn code(written: &ast::Code, rules: &mut Rules<'_, '_>) -> Option<model::Code> {
    let mut reached: Vec<usize> = Vec::new();
    let named = match &written.reach {
        CodeReach::Rows(names) => {
            for name in names {
                reached.extend(rows_called(name, rules)?);
            }
            true
        }
        CodeReach::ThisRow | CodeReach::EveryRow => {
            let rows = rules.declared.rubric.rows.iter().enumerate();
            reached.extend(
                rows.filter(|(_, row)| !row.is_worked_out() && !row.not_scored)
                    .map(|(index, _)| index),
            );
            false
        }
    };
    let mut sets = Vec::new();
    for row in reached {
        sets.extend(set_to(&written.to, row, named, rules).map(|coded| (row, coded)));
    }
    if sets.is_empty() {
        rules.error(
            Code::EmptySet,
            written.name.span,
            say!("code `{}` reaches no row", written.name.text),
            "name rows that can take this",
        );
    }
    Some(model::Code {
        name: written.name.text.clone(),
        label: written
            .label
            .as_ref()
            .map_or_else(|| written.name.text.clone(), |label| label.value.clone()),
        this_row: matches!(written.reach, CodeReach::ThisRow),
        sets,
    })
}

/// What a code sets a row to; a row that cannot take it is left out, or refused when it is named.
fn set_to(to: &CodeTo, index: usize, named: bool, rules: &mut Rules<'_, '_>) -> Option<Coded> {
    let row = rules.declared.rubric.rows.get(index)?;
    let given = match to {
        CodeTo::NoScore => return Some(Coded::NoScore),
        CodeTo::NotScored => return Some(Coded::NotScored),
        CodeTo::Value(given) => given,
    };
    if let ast::Given::Number(number) = given
        && number.value.is_zero()
    {
        return Some(match &row.kind {
            RowKind::Criterion { marks, offered, .. } => {
                let all = marks.iter().enumerate();
                let mut zeros = all.filter(|(level, marks)| {
                    (offered.0..=offered.1).contains(level) && marks.holds(Rational::ZERO)
                });
                match (zeros.next(), zeros.next()) {
                    (Some((level, marks)), None) if marks.points().is_some() => {
                        Coded::Value(Value::Level(level))
                    }
                    // Among marks, 0 picks its level.
                    (Some((level, _)), None) => Coded::Value(Value::Mark(level, Rational::ZERO)),
                    _ => Coded::Zero,
                }
            }
            RowKind::Check { .. } => Coded::Value(Value::Met(false)),
            RowKind::Number(_) => Coded::Zero,
        });
    }
    if named {
        return rules
            .declared
            .given(row, given, rules.sink)
            .map(Coded::Value);
    }
    let mut quiet = crate::diag::Sink::default();
    rules
        .declared
        .given(row, given, &mut quiet)
        .map(Coded::Value)
}

/// The rows that a name stands for: a row, a series, a part.
fn rows_called(name: &Name, rules: &mut Rules<'_, '_>) -> Option<Vec<usize>> {
    let set = ast::Set {
        head: ast::SetHead::Name(name.clone()),
        filters: Vec::new(),
        span: name.span,
    };
    let members = rules.set(&set)?.members;
    let rows: Vec<usize> = members
        .into_iter()
        .filter_map(|member| match member {
            Member::Row(row) => Some(row),
            _ => None,
        })
        .collect();
    if rows.is_empty() {
        rules.error(
            Code::WrongKind,
            name.span,
            say!("`{}` is no row", name.text),
            "name rows, series or parts",
        );
        return None;
    }
    Some(rows)
}

/// Conditional advice. Names in braces have to be known.
pub(super) fn advise(advise: &ast::Advise, rules: &mut Rules<'_, '_>) -> Option<Advice> {
    let when = rules.condition_of(&advise.when, 0)?;
    for name in placeholders(&advise.text.value) {
        if rules.declared.find(name, 0).is_none() {
            let near = rules.declared.names.near(name, rules.sink);
            let message = say!(
                "`{}` shows the value of nothing here",
                format!("{{{name}}}")
            );
            let found = Diagnostic::error(Code::UnknownName, advise.text.span, message);
            rules.sink.push(match near {
                Some(near) => found.help(say!("did you mean `{}`?", format!("{{{near}}}"))),
                None => {
                    found.help("write the name of a score, row, result or award between the braces")
                }
            });
        }
    }
    Some(Advice {
        text: advise.text.value.clone(),
        when,
    })
}

/// The names between braces in a text.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        let word = |c: char| c.is_alphanumeric() || c == '_';
        (!name.is_empty() && name.chars().all(word)).then_some(name)
    })
}

/// `rank by SCORE, then ROW`.
pub(super) fn ranked(by: &[Name], rules: &mut Rules<'_, '_>) -> Vec<String> {
    let mut all = Vec::new();
    for name in by {
        match rules.entity(name) {
            Some(Entity::Score(_) | Entity::Row(_) | Entity::Ladder(_)) => {
                all.push(name.text.clone())
            }
            Some(entity) => {
                let message = say!(
                    "`{}` is {}, and a cohort is ranked by numbers and levels",
                    name.text,
                    entity.kind()
                );
                rules.error(
                    Code::WrongKind,
                    name.span,
                    message,
                    "name a score, a row, a result or an award",
                );
            }
            None => {}
        }
    }
    all
}

/// `hide total`.
pub(super) fn hidden(names: &[Name], rules: &mut Rules<'_, '_>) -> Vec<String> {
    let known = names.iter().filter(|name| {
        matches!(name.text.as_str(), "points" | "percents") || rules.entity(name).is_some()
    });
    known.map(|name| name.text.clone()).collect()
}
