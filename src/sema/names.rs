//! The one space of names, and the order in which scores rest on each other.

use super::declare::Declared;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Member, Num, RowTest, Score, Set, Truth};
use crate::syntax::ast::Name;
use crate::text::{Span, nearest};
use std::collections::{BTreeMap, BTreeSet};

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entity {
    /// A row.
    Row(usize),
    /// A part.
    Part(usize),
    /// A score.
    Score(usize),
    /// An award.
    Award,
}

/// Words that sets begin with name nothing else.
const TAKEN: &[&str] = &[
    "criteria",
    "criterion",
    "checks",
    "check",
    "numbers",
    "number",
    "rows",
    "row",
    "parts",
    "part",
    "today",
    "half",
];

/// All names with what they stand for.
#[derive(Debug, Default)]
pub struct Names {
    known: BTreeMap<String, (Entity, Span)>,
    excused: BTreeSet<String>,
}

impl Names {
    pub(super) fn add(&mut self, name: &Name, entity: Entity, sink: &mut Sink) {
        if TAKEN.contains(&name.text.as_str()) {
            let message = format!("`{}` is a word of the language", name.text);
            let better = format!("{}_1", name.text);
            let found =
                Diagnostic::error(Code::NameTaken, name.span, message).help("choose another name");
            sink.push(found.fix(format!("rename to `{better}`"), name.span, better));
            self.excuse(&name.text);
            return;
        }
        if let Some((_, first)) = self.known.get(&name.text) {
            let message = format!("the name `{}` is taken", name.text);
            sink.push(
                Diagnostic::error(Code::Duplicate, name.span, message)
                    .help("names are unique in a file; choose another one and keep the label")
                    .label(*first, "it is used here first"),
            );
            return;
        }
        self.known.insert(name.text.clone(), (entity, name.span));
    }

    /// A name whose declaration was wrong: its uses are not blamed.
    pub(super) fn excuse(&mut self, name: &str) {
        self.known.remove(name);
        self.excused.insert(name.to_owned());
    }

    pub(super) fn is_excused(&self, name: &str) -> bool {
        self.excused.contains(name)
    }

    pub(super) fn get(&self, name: &str) -> Option<Entity> {
        self.known.get(name).map(|(entity, _)| *entity)
    }

    pub(super) fn near(&self, name: &str) -> Option<&str> {
        nearest(name, self.known.keys().map(String::as_str))
    }
}

/// The order to work scores out in; a cycle is an error at its first score.
pub(super) fn order(declared: &Declared, scores: &[Score], sink: &mut Sink) -> Vec<usize> {
    let needs: Vec<BTreeSet<usize>> = scores.iter().map(|score| rests_on(&score.rule)).collect();
    let mut waits: Vec<usize> = needs.iter().map(BTreeSet::len).collect();
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); scores.len()];
    for (index, needs) in needs.iter().enumerate() {
        for need in needs {
            if let Some(users) = users.get_mut(*need) {
                users.push(index);
            }
        }
    }
    let mut order: Vec<usize> = (0..scores.len())
        .filter(|index| waits.get(*index) == Some(&0))
        .collect();
    let mut next = 0;
    while let Some(index) = order.get(next).copied() {
        next = next.saturating_add(1);
        for user in users.get(index).into_iter().flatten() {
            if let Some(wait) = waits.get_mut(*user) {
                *wait = wait.saturating_sub(1);
                if *wait == 0 {
                    order.push(*user);
                }
            }
        }
    }
    let done: BTreeSet<usize> = order.iter().copied().collect();
    if let Some(index) = (0..scores.len()).find(|index| !done.contains(index))
        && let Some((name, _)) = declared.score_labels.get(index)
    {
        let message = format!("`{}` is worked out from itself", name.text);
        sink.push(
            Diagnostic::error(Code::Cycle, name.span, message)
                .help("let one of the scores in the circle rest on rows alone"),
        );
    }
    order
}

fn rests_on(rule: &Num) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    num(rule, &mut all);
    all
}

fn num(rule: &Num, all: &mut BTreeSet<usize>) {
    match rule {
        Num::Score(score) => {
            all.insert(*score);
        }
        Num::Constant(_) | Num::Row(_) | Num::Shares(_) => {}
        Num::Add(terms) | Num::Mul(terms) => terms.iter().for_each(|term| num(term, all)),
        Num::Div(a, b) | Num::AtLeast(a, b) | Num::AtMost(a, b) => {
            num(a, all);
            num(b, all);
        }
        Num::Neg(inner) | Num::Round(inner, ..) => num(inner, all),
        Num::If(condition, a, b) => {
            truth(condition, all);
            num(a, all);
            num(b, all);
        }
        Num::Gather(_, members) => set(members, all),
    }
}

fn set(members: &Set, all: &mut BTreeSet<usize>) {
    members.members.iter().for_each(|found| member(*found, all));
    members.that.iter().for_each(|test| row_test(test, all));
}

fn member(found: Member, all: &mut BTreeSet<usize>) {
    if let Member::Score(score) = found {
        all.insert(score);
    }
}

fn row_test(test: &RowTest, all: &mut BTreeSet<usize>) {
    match test {
        RowTest::Points(_, value) => num(value, all),
        RowTest::Not(inner) => row_test(inner, all),
        RowTest::If(condition, a, b) => {
            truth(condition, all);
            row_test(a, all);
            row_test(b, all);
        }
        RowTest::Level(..) | RowTest::Met | RowTest::Answered => {}
    }
}

fn truth(rule: &Truth, all: &mut BTreeSet<usize>) {
    match rule {
        Truth::Constant(_) | Truth::Rung(..) => {}
        Truth::And(rules) | Truth::Or(rules) | Truth::Count(_, rules) => {
            rules.iter().for_each(|rule| truth(rule, all))
        }
        Truth::Not(inner) => truth(inner, all),
        Truth::If(condition, a, b) => [condition, a, b]
            .into_iter()
            .for_each(|rule| truth(rule, all)),
        Truth::Compare(compare) => {
            num(&compare.left, all);
            num(&compare.right, all);
        }
        Truth::Test(found, test) => {
            member(*found, all);
            row_test(test, all);
        }
        Truth::Quantified(_, members, test) => {
            set(members, all);
            row_test(test, all);
        }
    }
}
