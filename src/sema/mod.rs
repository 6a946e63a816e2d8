//! Names get meaning and rules get types. Every problem is collected; what
//! follows from a reported one is not reported again.

mod declare;
mod examples;
mod names;
mod order;
mod people;
mod places;
mod rules;
mod translate;
mod uses;

use crate::diag::{Code, Diagnostic, Places};
use crate::limits;
use crate::model::{self, RowKind, Rubric};
use crate::syntax::{Parsed, ast};
use declare::{Declared, WrittenLadder};
use rules::Rules;

/// A checked file: the rubric as far as it is sound, with all diagnostics.
#[derive(Debug)]
pub struct Checked {
    /// The rubric; of no use when a diagnostic is an error.
    pub rubric: Rubric,
    /// What was written.
    pub written: ast::Rubric,
    /// The items of the files that are used.
    pub used: Vec<Vec<ast::Item>>,
    /// Where what the rubric declares stands in the text.
    pub places: Places,
    /// Everything that was found, in order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether one of them is an error.
    pub failed: bool,
}

/// Checks a parsed file. `files` are what `use` may name: path and text.
pub fn check(parsed: Parsed, files: &[(String, String)]) -> Checked {
    let Parsed {
        text,
        rubric: written,
        diagnostics: mut sink,
        ..
    } = parsed;
    let used = uses::read(&written, files, &mut sink);
    // A name that an unclosed brace or a missing file may have hidden must not be blamed.
    let hides = [Code::Unclosed, Code::Unopened, Code::UsedFile];
    let broken = hides.into_iter().any(|code| sink.has(code));
    let declared = declare::declare(&written, &used, &mut sink);
    let items = flatten(&written.items);
    let mut rules = Rules::new(&declared, &text, &mut sink, broken);
    let mut rubric = settle(&mut rules);
    rest(&items, &mut rules, &mut rubric);
    drop(rules);
    if let Some(translation) = translate::read(&items, &declared, &mut sink) {
        rubric.translations = translation;
    }
    rubric.order = order::order(&rubric, &declared, &mut sink);
    let places = places::places(&rubric, &declared, &items);
    drop(declared);
    let failed = sink.has_errors();
    Checked {
        rubric,
        written,
        used: used.into_iter().map(|(_, _, items)| items).collect(),
        places,
        diagnostics: sink.finish(),
        failed,
    }
}

/// Reads every rule that was declared, into a copy of the rubric.
fn settle(rules: &mut Rules<'_, '_>) -> Rubric {
    let declared: &Declared<'_> = rules.declared;
    let mut rubric = declared.rubric.clone();
    for (index, (score, scope)) in declared.scores.iter().enumerate() {
        let found = rules.score(index, score, *scope);
        if let (Some(found), Some(slot)) = (found, rubric.scores.get_mut(index)) {
            *slot = found;
        }
    }
    for (index, (written, scope)) in declared.ladders.iter().enumerate() {
        let found = match written {
            WrittenLadder::Own(ladder) => {
                rules.ladder(index, &ladder.form, &ladder.name, ladder.broken, *scope)
            }
            WrittenLadder::OfRow(form, row) => rules.ladder(index, form, &row.name, false, *scope),
        };
        if let (Some(found), Some(slot)) = (found, rubric.ladders.get_mut(index)) {
            *slot = found;
        }
    }
    for (index, (row, scope)) in declared.rows.iter().enumerate() {
        let found = rules.row(index, row, *scope);
        if let Some(slot) = rubric.rows.get_mut(index) {
            set_row(slot, found);
        }
    }
    for (index, (part, scope)) in declared.parts.iter().enumerate() {
        let found = rules.part(part, *scope);
        if let Some(slot) = rubric.parts.get_mut(index) {
            slot.only_when = found.only_when;
        }
    }
    for (index, slot) in declared.slots.iter().enumerate() {
        let when = slot
            .only_when
            .as_ref()
            .and_then(|when| rules.condition_of(when, 0));
        if let Some(slot) = rubric.slots.get_mut(index) {
            slot.only_when = when;
        }
    }
    rubric
}

fn set_row(row: &mut model::Row, found: rules::RowRules) {
    row.only_when = found.only_when;
    row.counts_as = found.counts_as;
    row.at_most = found.at_most;
    row.comment.when = found.comment_when;
    row.shown_by = found.shown_by;
    if let RowKind::Check { worked, .. } = &mut row.kind {
        *worked = found.met_when;
    }
}

/// Everything that rests on the rules: advice, codes, raters, tries, examples, what is shown.
fn rest(items: &[&ast::Item], rules: &mut Rules<'_, '_>, rubric: &mut Rubric) {
    let (once, mut work) = (rules.weight(), 0_usize);
    for item in items {
        match item {
            ast::Item::Advise(advise) => rubric.advice.extend(people::advise(advise, rules)),
            ast::Item::Codes(codes) => {
                for code in codes {
                    rubric.codes.extend(people::code(code, rules));
                }
            }
            ast::Item::Raters(raters) => rubric.raters.push(people::raters(raters, None, rules)),
            ast::Item::Attempts(attempts) => {
                if rubric.attempts.is_some() {
                    rules.error(
                        Code::Repeated,
                        attempts.span,
                        "`attempts` is said twice",
                        "keep one of them",
                    );
                }
                rubric.attempts = people::attempts(attempts, rules);
            }
            ast::Item::Rank(by) => rubric.rank = people::ranked(by, rules),
            ast::Item::Show(ast::ShowLine::LevelsOnly(_)) => rubric.levels_only = true,
            ast::Item::Show(ast::ShowLine::Hide(names)) => {
                rubric.hidden.extend(people::hidden(names, rules));
            }
            ast::Item::Example(example) => {
                let before = work;
                work = work.saturating_add(once);
                if work <= limits::EXAMPLE_WORK {
                    rubric.examples.push(examples::read(example, rules, rubric));
                } else if before <= limits::EXAMPLE_WORK {
                    let message = "the examples of this rubric take too much work all together";
                    let help = "keep fewer of them: each works out the whole rubric";
                    rules.error(Code::TooMany, example.label.span, message, help);
                }
            }
            _ => {}
        }
    }
    let parts = rules.declared.parts.clone();
    for (index, (part, scope)) in parts.iter().enumerate() {
        if let Some(raters) = &part.properties.raters {
            rules.scope = *scope;
            rubric
                .raters
                .push(people::raters(raters, Some(index), rules));
        }
    }
}

/// Every item at any depth, in order of the file.
fn flatten(items: &[ast::Item]) -> Vec<&ast::Item> {
    let mut all = Vec::new();
    for item in items {
        all.push(item);
        if let ast::Item::Part(part) = item {
            all.extend(flatten(&part.items));
        }
    }
    all
}
