//! Ladders: rungs with what they need, bands by falling minimums, and tables.
//! All become rungs with conditions, each with how to say it.

use super::Rules;
use crate::diag::{Code, Diagnostic};
use crate::limits;
use crate::model::{Ladder, LadderKind, Need, Rung};
use crate::sema::declare::{aligned, names_of};
use crate::syntax::ast::{self, Expr, ExprKind, LadderForm, Name, Op};

impl Rules<'_, '_> {
    /// Reads what a ladder says. `name` is where it is blamed as a whole.
    pub(in crate::sema) fn ladder(
        &mut self,
        index: usize,
        form: &LadderForm,
        name: &Name,
        broken: bool,
        scope: usize,
    ) -> Option<Ladder> {
        self.scope = scope;
        self.begin();
        let mut found = self.declared.rubric.ladders.get(index)?.clone();
        let (rungs, otherwise) = names_of(form);
        self.shape(
            &found,
            &rungs,
            otherwise.map(|(name, _)| name),
            name,
            broken,
        );
        self.on_scale(&found, &rungs, otherwise.map(|(name, _)| name));
        if !matches!(form, LadderForm::Table { .. }) {
            self.each_once(&rungs, otherwise.map(|(name, _)| name));
        }
        let nevers = match form {
            LadderForm::Rungs { nevers, .. }
            | LadderForm::Bands { nevers, .. }
            | LadderForm::Table { nevers, .. } => nevers,
        };
        found.nevers = nevers
            .iter()
            .flat_map(|never| self.needs(never, Op::Or))
            .collect();
        match form {
            LadderForm::Rungs { rungs, .. } => self.rungs(index, rungs, &mut found.rungs),
            LadderForm::Bands { value, bands, .. } => self.bands(value, bands, &mut found.rungs),
            LadderForm::Table { subjects, rows, .. } => {
                self.table(subjects, rows, name, &mut found.rungs);
            }
        }
        Some(found)
    }

    fn shape(
        &mut self,
        ladder: &Ladder,
        rungs: &[(&Name, Option<&ast::Text>)],
        otherwise: Option<&Name>,
        name: &Name,
        broken: bool,
    ) {
        let word = match ladder.kind {
            LadderKind::Award => "award",
            LadderKind::Result => "result",
            LadderKind::Row(_) => "row",
        };
        if !broken && (rungs.is_empty() || otherwise.is_none()) {
            let lacks = if rungs.is_empty() {
                "rung"
            } else {
                "`otherwise`"
            };
            let message = say!("{} `{}` has no {}", word, name.text, lacks);
            self.error(
                Code::AwardShape,
                name.span,
                message,
                "write the rungs best first, then `otherwise NAME \"Label\"`",
            );
        }
        if let Some((rung, _)) = rungs.get(limits::RUNGS) {
            let message = say!("more than {} rungs in one {}", limits::RUNGS, word);
            self.error(Code::TooMany, rung.span, message, "");
        }
    }

    /// The rungs of a ladder on a scale are levels of it.
    fn on_scale(
        &mut self,
        ladder: &Ladder,
        rungs: &[(&Name, Option<&ast::Text>)],
        otherwise: Option<&Name>,
    ) {
        let Some(scale) = self.declared.rubric.scales.get(ladder.scale) else {
            return;
        };
        for name in rungs.iter().map(|(name, _)| *name).chain(otherwise) {
            if !scale.levels.iter().any(|level| level.name == name.text) {
                let near = self.sink.nearest(
                    &name.text,
                    scale.levels.iter().map(|level| level.name.as_str()),
                );
                let message = say!("scale `{}` has no level `{}`", scale.name, name.text);
                let found = Diagnostic::error(Code::UnknownLevel, name.span, message);
                self.sink.push(found.suggest(near));
            }
        }
    }

    /// A rung stands once in a ladder, and `otherwise` is none of them: what is
    /// reached in several ways is one rung, and a table says so line by line.
    fn each_once(&mut self, rungs: &[(&Name, Option<&ast::Text>)], otherwise: Option<&Name>) {
        let names = rungs.iter().map(|(name, _)| *name).take(limits::RUNGS);
        let mut seen: Vec<&Name> = Vec::new();
        for name in names.chain(otherwise) {
            let Some(first) = seen.iter().find(|other| other.text == name.text) else {
                seen.push(name);
                continue;
            };
            let message = say!("there are two rungs called `{}` here", name.text);
            let help = "write both ways into one rung, with `any of (..., ...)`";
            let found = Diagnostic::error(Code::Duplicate, name.span, message);
            self.sink
                .push(found.help(help).label(first.span, "the first one is here"));
        }
    }

    fn rungs(&mut self, index: usize, written: &[ast::Rung], rungs: &mut [Rung]) {
        let all = || written.iter().enumerate().take(limits::RUNGS);
        for (place, rung) in all() {
            // References point downwards only, so that no ladder rests on itself.
            let below = all().skip(place.saturating_add(1));
            self.above = all()
                .take(place.saturating_add(1))
                .map(|(_, rung)| rung.name.text.clone())
                .collect();
            self.rungs = below
                .map(|(lower, rung)| (rung.name.text.clone(), (index, lower)))
                .collect();
            let needs = rung
                .needs
                .iter()
                .flat_map(|need| self.needs(need, Op::And))
                .collect();
            if let Some(slot) = rungs.get_mut(place) {
                slot.needs = needs;
                slot.aligns = aligned(&rung.aligns);
            }
        }
        self.rungs.clear();
        self.above.clear();
    }

    fn table(
        &mut self,
        subjects: &[Name],
        rows: &[ast::TableRow<Name>],
        name: &Name,
        rungs: &mut [Rung],
    ) {
        let Some(members) = self.subjects(subjects) else {
            return;
        };
        let labels: Vec<String> = subjects
            .iter()
            .map(|subject| self.sentence(subject.span))
            .collect();
        for (row, slot) in rows.iter().zip(rungs.iter_mut()) {
            let Some(rule) = self.line(&members, &row.cells, row.span) else {
                continue;
            };
            slot.needs = vec![Need {
                rule,
                text: format!("{} are {}", labels.join(" and "), cells(&row.cells)),
                said: self.said_line(subjects, &row.cells),
                message: None,
                percent: false,
            }];
        }
        let missing = self.unlisted(&members, rows);
        if !missing.is_empty() && !self.sink.has_errors() {
            const SHOWN: usize = 6;
            let more = missing.len().saturating_sub(SHOWN);
            let first: Vec<String> = missing.into_iter().take(SHOWN).collect();
            let first = first.join("; ");
            let message = match more {
                0 => say!("these come to `otherwise`: {}", first),
                more => say!("these come to `otherwise`: {}; and {} more", first, more),
            };
            self.sink
                .push(Diagnostic::note(Code::TableRest, name.span, message));
        }
    }

    /// One condition as several, each with its own reason: a need falls apart
    /// at `and`, a `never` at `or`.
    fn needs(&mut self, condition: &ast::Condition, joint: Op) -> Vec<Need> {
        let mut all = Vec::new();
        for part in apart(&condition.rule, joint) {
            self.begin();
            let Some(rule) = self.truth(part) else {
                continue;
            };
            let message = condition.message.as_ref();
            all.push(Need {
                rule,
                text: self.sentence(part.span),
                said: self.said(part),
                message: message.map(|message| message.value.clone()),
                percent: self
                    .units
                    .last()
                    .is_some_and(|(_, unit)| *unit == "percent"),
            });
        }
        all
    }
}

/// What a need falls apart into.
pub(in crate::sema) fn apart(rule: &Expr, joint: Op) -> Vec<&Expr> {
    match &rule.kind {
        ExprKind::Chain(first, rest) if rest.first().is_some_and(|(op, _)| *op == joint) => {
            let rest = rest.iter().map(|(_, operand)| operand);
            std::iter::once(first.as_ref()).chain(rest).collect()
        }
        _ => vec![rule],
    }
}

fn cells(cells: &[ast::TableCell]) -> String {
    let each = cells.iter().map(|cell| match cell {
        ast::TableCell::Any(_) => "any".to_owned(),
        ast::TableCell::OneOf(names) => {
            let names: Vec<&str> = names.iter().map(|name| name.text.as_str()).collect();
            names.join(" or ")
        }
    });
    each.collect::<Vec<_>>().join(", ")
}
