//! `example` blocks: what they give and what they claim, resolved. The
//! compiler runs them once the rubric is whole.

use super::names::Entity;
use super::rules::Rules;
use crate::diag::{Code, Diagnostic};
use crate::model::{Claim, Example, Given, Member, Rubric, Standing};
use crate::syntax::ast::{self, Cmp, ExampleLine, Expr, ExprKind, Name, Test, TestKind};

/// Reads one example. `rubric` has the rules that `rules.declared` does not have yet.
pub(super) fn read(example: &ast::Example, rules: &mut Rules<'_, '_>, rubric: &Rubric) -> Example {
    rules.scope = 0;
    let mut found = Example {
        label: example.label.value.clone(),
        ..Example::default()
    };
    for line in &example.lines {
        match line {
            ExampleLine::Assign(name, given) => {
                assign(name, given, &mut found, rules);
            }
            ExampleLine::Every(set, given) => every(set, given, &mut found, rules),
            ExampleLine::Today(date) => found.today = Some(date.day),
            ExampleLine::Code(name, row) => code(name, row.as_ref(), &mut found, rules, rubric),
            ExampleLine::Expects(expr) => {
                let claim = rules.condition_of(expr, 0);
                found
                    .claims
                    .extend(claim.map(|claim| (Claim::Holds(claim), expr.span)));
            }
            ExampleLine::ExpectsState(path, standing, span) => {
                let claim =
                    own_rung(path, *standing, rules).or_else(|| state(path, *standing, rules));
                found.claims.extend(claim.map(|claim| (claim, *span)));
            }
        }
    }
    found
}

fn assign(
    name: &Name,
    given: &ast::Given,
    found: &mut Example,
    rules: &mut Rules<'_, '_>,
) -> Option<()> {
    let entity = rules.entity(name)?;
    match entity {
        Entity::Row(row) => rate(row, given, found, rules, true),
        Entity::Group(_) | Entity::Part(_) => {
            let help = say!("write `every row in {} is ...`", name.text);
            rules.error(
                Code::WrongKind,
                name.span,
                say!("`{}` stands for several rows", name.text),
                help,
            );
        }
        Entity::Ask(ask) => {
            let declared = rules.declared;
            let input = declared.rubric.asks.get(ask)?;
            let reply = declared.reply(input, given, rules.sink)?;
            found.replies.push((ask, reply));
        }
        Entity::Slot(slot) => {
            let complete = match given {
                ast::Given::Name(word) if word.text == "complete" => true,
                ast::Given::Name(word) if word.text == "incomplete" => false,
                _ => {
                    rules.error(
                        Code::WrongKind,
                        given.span(),
                        "a slot is `complete` or `incomplete`",
                        "",
                    );
                    return None;
                }
            };
            found.slots.push((slot, complete));
        }
        Entity::Score(_) | Entity::Ladder(_) | Entity::Setting(_) => {
            let message = say!(
                "`{}` is {}, which an example cannot give",
                name.text,
                entity.kind()
            );
            rules.error(
                Code::WrongKind,
                name.span,
                message,
                "claim it: `expects ... is ...`",
            );
        }
    }
    Some(())
}

/// A row that is worked out is refused when it is named, and passed over in `every`.
fn rate(
    row: usize,
    given: &ast::Given,
    found: &mut Example,
    rules: &mut Rules<'_, '_>,
    named: bool,
) {
    let declared = rules.declared;
    let Some(known) = declared.rubric.rows.get(row) else {
        return;
    };
    if known.is_worked_out() {
        if named {
            let message = say!("`{}` is worked out, not rated", known.name);
            rules.error(
                Code::WrongKind,
                given.span(),
                message,
                "claim it: `expects ... is ...`",
            );
        }
        return;
    }
    if let ast::Given::LeftOut(span) = given {
        if known.leave_out.is_none() {
            let message = say!("`{}` may not be left out", known.name);
            rules.error(
                Code::WrongKind,
                *span,
                message,
                "add `may be left out` to the row",
            );
            return;
        }
        found.ratings.push((row, Given::LeftOut));
        return;
    }
    let value = declared.given(known, given, rules.sink);
    found
        .ratings
        .extend(value.map(|value| (row, Given::Value(value))));
}

fn every(set: &ast::Set, given: &ast::Given, found: &mut Example, rules: &mut Rules<'_, '_>) {
    let Some(set_read) = rules.set(set) else {
        return;
    };
    if !set_read.that.is_empty() || set_read.pick.is_some() {
        let message = "an example gives every row of a set that does not depend on ratings";
        rules.error(
            Code::TypeMix,
            set.span,
            message,
            "name the rows, their part or their tag",
        );
        return;
    }
    for member in set_read.members {
        if let Member::Row(row) = member {
            rate(row, given, found, rules, false);
        }
    }
}

fn code(
    name: &Name,
    row: Option<&Name>,
    found: &mut Example,
    rules: &mut Rules<'_, '_>,
    rubric: &Rubric,
) {
    let place = rubric.codes.iter().position(|code| code.name == name.text);
    let Some(place) = place else {
        let near = rules.sink.nearest(
            &name.text,
            rubric.codes.iter().map(|code| code.name.as_str()),
        );
        let message = say!("there is no code `{}` above this line", name.text);
        let wrong = Diagnostic::error(Code::UnknownName, name.span, message);
        rules.sink.push(wrong.suggest(near));
        return;
    };
    let on = match row.map(|row| rules.entity(row)) {
        Some(Some(Entity::Row(row))) => Some(row),
        _ => None,
    };
    found.codes.push((place, on));
}

/// A ladder may have a rung called `open` or `pending`: the author's own name wins.
fn own_rung(path: &[Name], standing: ast::Standing, rules: &mut Rules<'_, '_>) -> Option<Claim> {
    let word = match standing {
        ast::Standing::Open => "open",
        ast::Standing::Pending => "pending",
        ast::Standing::OutOfReach => return None,
    };
    let [name] = path else { return None };
    let declared = rules.declared;
    let Some(Entity::Ladder(index)) = declared.find(&name.text, 0) else {
        return None;
    };
    let ladder = declared.rubric.ladders.get(index)?;
    let mut names = ladder.rungs.iter().map(|rung| &rung.name);
    let last = ladder.otherwise.as_ref().map(|(name, ..)| name);
    if names.all(|name| name != word) && last.is_none_or(|name| name != word) {
        return None;
    }
    let named = |name: Name| Expr {
        span: name.span,
        kind: ExprKind::Name(name),
    };
    let rung = named(Name {
        text: word.to_owned(),
        span: name.span,
    });
    let test = Test {
        not: false,
        kind: TestKind::Against(Cmp::Eq, Box::new(rung)),
        span: name.span,
    };
    let is = Expr {
        span: name.span,
        kind: ExprKind::Is(Box::new(named(name.clone())), Box::new(test)),
    };
    rules.condition_of(&is, 0).map(Claim::Holds)
}

fn state(path: &[Name], standing: ast::Standing, rules: &mut Rules<'_, '_>) -> Option<Claim> {
    let standing = match standing {
        ast::Standing::Open => Standing::Open,
        ast::Standing::Pending => Standing::Pending,
        ast::Standing::OutOfReach => Standing::OutOfReach,
    };
    let declared = rules.declared;
    let ladders = &declared.rubric.ladders;
    if let [ladder, rung] = path {
        let Some(Entity::Ladder(index)) = rules.entity(ladder) else {
            return None;
        };
        let rungs = &ladders.get(index)?.rungs;
        if let Some(place) = rungs.iter().position(|known| known.name == rung.text) {
            return Some(Claim::Rung(index, place, standing));
        }
        let near = rules
            .sink
            .nearest(&rung.text, rungs.iter().map(|rung| rung.name.as_str()));
        let message = say!("`{}` has no rung `{}`", ladder.text, rung.text);
        let wrong = Diagnostic::error(Code::UnknownName, rung.span, message);
        rules.sink.push(wrong.suggest(near));
        return None;
    }
    let name = path.first()?;
    match declared.find(&name.text, 0) {
        Some(Entity::Score(score)) => Some(Claim::Value(Member::Score(score), standing)),
        Some(Entity::Ladder(ladder)) => Some(Claim::Value(Member::Ladder(ladder), standing)),
        Some(entity) => {
            let message = say!(
                "`{}` is {}, which is never open, pending or out of reach",
                name.text,
                entity.kind()
            );
            rules.error(
                Code::WrongKind,
                name.span,
                message,
                "name a rung, a score, a result or an award",
            );
            None
        }
        None => {
            let rung = |(index, ladder): (usize, &crate::model::Ladder)| {
                let place = ladder
                    .rungs
                    .iter()
                    .position(|rung| rung.name == name.text)?;
                Some((index, place))
            };
            let mut found = ladders.iter().enumerate().filter_map(rung);
            match (found.next(), found.next()) {
                (Some((ladder, rung)), None) => Some(Claim::Rung(ladder, rung, standing)),
                (Some(_), Some(_)) => {
                    let message = say!("several ladders have a rung `{}`", name.text);
                    let help = say!("say whose: `expects AWARD {} is ...`", name.text);
                    rules.error(Code::WrongKind, name.span, message, help);
                    None
                }
                (None, _) => {
                    rules.entity(name);
                    None
                }
            }
        }
    }
}
