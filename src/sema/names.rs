//! The one space of names, and the order in which scores rest on each other.

use super::declare::Declared;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Member, Num, RowTest, Score, Set, Truth};
use crate::syntax::ast::Name;
use crate::text::{Index, nearest};

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
    index: Index,
    /// In the order of the file; a name whose declaration was wrong stands for nothing.
    known: Vec<Known>,
}

#[derive(Debug)]
struct Known {
    name: Name,
    entity: Option<Entity>,
}

impl Names {
    pub(super) fn add(&mut self, name: &Name, entity: Entity, sink: &mut Sink) {
        if TAKEN.contains(&name.text.as_str()) {
            let message = format!("`{}` is a word of the language", name.text);
            let better = format!("{}_1", name.text);
            let found =
                Diagnostic::error(Code::NameTaken, name.span, message).help("choose another name");
            sink.push(found.fix(format!("rename to `{better}`"), name.span, better));
            self.set(name, None);
            return;
        }
        match self.known(&name.text) {
            Some(first) if first.entity.is_some() => {
                let message = format!("the name `{}` is taken", name.text);
                sink.push(
                    Diagnostic::error(Code::Duplicate, name.span, message)
                        .help("names are unique in a file; choose another one and keep the label")
                        .label(first.name.span, "it is used here first"),
                );
            }
            _ => self.set(name, Some(entity)),
        }
    }

    fn set(&mut self, name: &Name, entity: Option<Entity>) {
        self.index.set(&name.text, self.known.len());
        self.known.push(Known {
            name: name.clone(),
            entity,
        });
    }

    fn known(&self, name: &str) -> Option<&Known> {
        self.known.get(self.index.get(name)?)
    }

    /// A name whose declaration was wrong: its uses are not blamed.
    pub(super) fn excuse(&mut self, name: &Name) {
        self.set(name, None);
    }

    pub(super) fn is_excused(&self, name: &str) -> bool {
        self.known(name).is_some_and(|known| known.entity.is_none())
    }

    pub(super) fn get(&self, name: &str) -> Option<Entity> {
        self.known(name)?.entity
    }

    pub(super) fn near(&self, name: &str) -> Option<&str> {
        let known = self.known.iter().filter(|known| known.entity.is_some());
        let named = known.map(|known| known.name.text.as_str());
        nearest(name, named.chain(TAKEN.iter().copied()))
    }
}

/// The order to work scores out in; a cycle is an error at its first score.
pub(super) fn order(declared: &Declared, scores: &[Score], sink: &mut Sink) -> Vec<usize> {
    let needs: Vec<Vec<usize>> = scores.iter().map(|score| rests_on(&score.rule)).collect();
    let mut waits: Vec<usize> = needs.iter().map(Vec::len).collect();
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
    // Only a score in a circle, or behind one, still waits for another.
    if let Some(index) = waits.iter().position(|wait| *wait > 0)
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

fn rests_on(rule: &Num) -> Vec<usize> {
    let mut all = Vec::new();
    num(rule, &mut all);
    all
}

fn num(rule: &Num, all: &mut Vec<usize>) {
    match rule {
        Num::Score(score) => {
            all.push(*score);
        }
        Num::Constant(_) | Num::Row(_) | Num::Shares(_) | Num::Linear(..) => {}
        Num::Add(terms) | Num::Mul(terms) => terms.iter().for_each(|term| num(term, all)),
        Num::Div(a, b) | Num::AtLeast(a, b) | Num::AtMost(a, b) => {
            num(a, all);
            num(b, all);
        }
        Num::Neg(inner) | Num::Round(inner, ..) => num(inner, all),
        Num::First(cases, last) => {
            for (when, value) in cases {
                truth(when, all);
                num(value, all);
            }
            num(last, all);
        }
        Num::If(condition, a, b) => {
            truth(condition, all);
            num(a, all);
            num(b, all);
        }
        Num::Gather(_, members) => set(members, all),
    }
}

fn set(members: &Set, all: &mut Vec<usize>) {
    members.members.iter().for_each(|found| member(*found, all));
    members.that.iter().for_each(|test| row_test(test, all));
}

fn member(found: Member, all: &mut Vec<usize>) {
    if let Member::Score(score) = found {
        all.push(score);
    }
}

fn row_test(test: &RowTest, all: &mut Vec<usize>) {
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

fn truth(rule: &Truth, all: &mut Vec<usize>) {
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
