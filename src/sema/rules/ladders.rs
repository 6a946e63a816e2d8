//! Ladders: rungs with what they need, bands by falling minimums, and tables.
//! All become rungs with conditions, each with how to say it.

use super::Rules;
use crate::diag::{Code, Diagnostic};
use crate::limits;
use crate::model::{Compare, Ladder, LadderKind, Need, Rung, Truth};
use crate::num::Rational;
use crate::sema::declare::{aligned, names_of};
use crate::syntax::ast::{self, Band, Expr, ExprKind, LadderForm, Name, Op};
use crate::text::nearest;

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
            let message = format!("{word} `{}` has no {lacks}", name.text);
            self.error(
                Code::AwardShape,
                name.span,
                message,
                "write the rungs best first, then `otherwise NAME \"Label\"`",
            );
        }
        if let Some((rung, _)) = rungs.get(limits::RUNGS) {
            let message = format!("more than {} rungs in one {word}", limits::RUNGS);
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
                let near = nearest(
                    &name.text,
                    scale.levels.iter().map(|level| level.name.as_str()),
                );
                let message = format!("scale `{}` has no level `{}`", scale.name, name.text);
                let found = Diagnostic::error(Code::UnknownLevel, name.span, message);
                self.sink.push(found.suggest(near));
            }
        }
    }

    fn rungs(&mut self, index: usize, written: &[ast::Rung], rungs: &mut [Rung]) {
        let all = || written.iter().enumerate().take(limits::RUNGS);
        for (place, rung) in all() {
            if all()
                .skip(place.saturating_add(1))
                .any(|(_, other)| other.name.text == rung.name.text)
            {
                let message = format!("there are two rungs called `{}` here", rung.name.text);
                self.error(
                    Code::Duplicate,
                    rung.name.span,
                    message,
                    "write both ways into one rung, with `any of (..., ...)`",
                );
            }
            // References point downwards only, so that no ladder rests on itself.
            let below = all().skip(place.saturating_add(1));
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
    }

    /// Each band needs the value to be at least its minimum; minimums fall.
    fn bands(&mut self, value: &Expr, bands: &[Band], rungs: &mut [Rung]) {
        let typed = self.num(value);
        let said = self.said_number(value);
        let mut before: Option<(Rational, Rational, bool)> = None;
        for (band, slot) in bands.iter().zip(rungs.iter_mut()) {
            self.begin();
            let minimum = self.num(&band.minimum);
            let (Some(typed), Some(minimum)) = (&typed, minimum) else {
                continue;
            };
            if self.same(typed, &minimum, &band.minimum).is_none() {
                continue;
            }
            if typed.percent && !minimum.percent {
                self.looks_percent(&band.minimum);
            }
            before = self.falls(before, band);
            let unit = typed.ty.unit(typed.percent || minimum.percent);
            slot.needs = vec![Need {
                rule: Truth::Compare(Box::new(Compare {
                    cmp: crate::model::Cmp::Ge,
                    left: typed.rule.clone(),
                    right: minimum.rule,
                })),
                said: self.said_band(&said, &band.minimum, unit),
                message: None,
            }];
        }
    }

    /// Checks that a minimum lies below the one above it, over everything a setting may be.
    fn falls(
        &mut self,
        before: Option<(Rational, Rational, bool)>,
        band: &Band,
    ) -> Option<(Rational, Rational, bool)> {
        let (low, high, fixed) = self.range_of(&band.minimum)?;
        if let Some((above, _, above_fixed)) = before
            && high >= above
        {
            let name = &band.name.text;
            if fixed && above_fixed {
                let message = format!("the minimum of `{name}` is not below the one above it");
                self.error(
                    Code::BadRange,
                    band.minimum.span,
                    message,
                    "write the highest minimum first",
                );
            } else {
                let message =
                    format!("a setting can bring the minimum of `{name}` up to the one above it");
                self.sink.push(
                    Diagnostic::warning(Code::BandOrder, band.minimum.span, message).help(
                        "narrow the range of the setting, so that the order of the bands holds",
                    ),
                );
            }
        }
        Some((low, high, fixed))
    }

    /// The lowest and highest that a minimum can be, and whether it is one number.
    fn range_of(&self, minimum: &Expr) -> Option<(Rational, Rational, bool)> {
        match &minimum.kind {
            ExprKind::Number(literal) => Some((literal.value, literal.value, true)),
            ExprKind::Name(name) => match self.declared.find(&name.text, self.scope)? {
                crate::sema::names::Entity::Setting(setting) => {
                    match &self.declared.rubric.settings.get(setting)?.kind {
                        crate::model::InputKind::Number(range, _) => {
                            Some((range.from, range.to?, false))
                        }
                        _ => None,
                    }
                }
                _ => None,
            },
            _ => None,
        }
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
        for (row, slot) in rows.iter().zip(rungs.iter_mut()) {
            let Some(rule) = self.line(&members, &row.cells, row.span) else {
                continue;
            };
            slot.needs = vec![Need {
                rule,
                said: self.said_line(subjects, &row.cells),
                message: None,
            }];
        }
        let missing = self.unlisted(&members, rows);
        if !missing.is_empty() && !self.sink.has_errors() {
            const SHOWN: usize = 6;
            let more = missing.len().saturating_sub(SHOWN);
            let first: Vec<String> = missing.into_iter().take(SHOWN).collect();
            let more = if more > 0 {
                format!("; and {more} more")
            } else {
                String::new()
            };
            let message = format!("these come to `otherwise`: {}{more}", first.join("; "));
            self.sink
                .push(Diagnostic::note(Code::TableRest, name.span, message));
        }
    }

    /// One condition as several, each with its own reason: a need falls apart
    /// at `and`, a `never` at `or`.
    fn needs(&mut self, condition: &ast::Condition, joint: Op) -> Vec<Need> {
        let mut all = Vec::new();
        let parts: Vec<&Expr> = match &condition.rule.kind {
            ExprKind::Chain(first, rest) if rest.first().is_some_and(|(op, _)| *op == joint) => {
                let rest = rest.iter().map(|(_, operand)| operand);
                std::iter::once(first.as_ref()).chain(rest).collect()
            }
            _ => vec![&condition.rule],
        };
        for part in parts {
            self.begin();
            let Some(rule) = self.truth(part) else {
                continue;
            };
            let message = condition.message.as_ref();
            all.push(Need {
                rule,
                said: self.said(part),
                message: message.map(|message| message.value.clone()),
            });
        }
        all
    }
}
