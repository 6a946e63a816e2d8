//! Awards and advice: ladders of conditions, with how to say each of them.

use super::Rules;
use crate::diag::Code;
use crate::limits;
use crate::model::{Advice, Award, Need, Rung};
use crate::syntax::ast::{self, Expr, ExprKind, Name, Op, Text};
use crate::text::Span;

impl Rules<'_> {
    /// An award; `index` is its place among the awards.
    pub(in crate::sema) fn award(&mut self, award: &ast::Award, index: usize) -> Award {
        if !award.broken && (award.rungs.is_empty() || award.otherwise.is_none()) {
            let message = format!(
                "award `{}` has no {}",
                award.name.text,
                if award.rungs.is_empty() {
                    "rung"
                } else {
                    "`otherwise`"
                }
            );
            self.error(
                Code::AwardShape,
                award.name.span,
                message,
                "write the rungs best first, then `otherwise NAME \"Label\"`",
            );
        }
        let nevers = award
            .nevers
            .iter()
            .flat_map(|never| self.condition(never, Op::Or))
            .collect();
        if let Some(rung) = award.rungs.get(limits::RUNGS) {
            let message = format!("more than {} rungs in one award", limits::RUNGS);
            self.error(Code::TooMany, rung.name.span, message, "");
        }
        let mut rungs = Vec::new();
        for (place, rung) in award.rungs.iter().enumerate().take(limits::RUNGS) {
            self.unique_rung(award, place, &rung.name);
            // References point downwards only, so that no ladder rests on itself.
            let all = award.rungs.iter().enumerate().take(limits::RUNGS);
            let below = all.skip(place.saturating_add(1));
            self.rungs = below
                .map(|(lower, rung)| (rung.name.text.clone(), (index, lower)))
                .collect();
            let needs = rung
                .needs
                .iter()
                .flat_map(|need| self.condition(need, Op::And))
                .collect();
            rungs.push(Rung {
                name: rung.name.text.clone(),
                label: label(rung.label.as_ref(), &rung.name),
                needs,
            });
        }
        self.rungs.clear();
        let otherwise = award
            .otherwise
            .as_ref()
            .map(|(name, text)| (name.text.clone(), label(text.as_ref(), name)));
        Award {
            name: award.name.text.clone(),
            label: label(award.label.as_ref(), &award.name),
            nevers,
            rungs,
            otherwise,
        }
    }

    fn unique_rung(&mut self, award: &ast::Award, place: usize, name: &Name) {
        let otherwise = award.otherwise.as_ref().map(|(name, _)| name);
        let later = award
            .rungs
            .iter()
            .skip(place.saturating_add(1))
            .map(|rung| &rung.name);
        if later.chain(otherwise).any(|other| other.text == name.text) {
            self.error(
                Code::Duplicate,
                name.span,
                format!(
                    "award `{}` has two rungs called `{}`",
                    award.name.text, name.text
                ),
                "",
            );
        }
    }

    /// One condition as several, each with its own reason: a need falls apart
    /// at `and`, a `never` at `or`.
    fn condition(&mut self, condition: &ast::Condition, joint: Op) -> Vec<Need> {
        let mut all = Vec::new();
        let parts: Vec<&Expr> = match &condition.rule.kind {
            ExprKind::Chain(first, rest) if rest.first().is_some_and(|(op, _)| *op == joint) => {
                std::iter::once(first.as_ref())
                    .chain(rest.iter().map(|(_, operand)| operand))
                    .collect()
            }
            _ => vec![&condition.rule],
        };
        for part in parts {
            self.labels.clear();
            self.percent = false;
            let Some(rule) = self.truth(part) else {
                continue;
            };
            let text = self.sentence(part.span);
            let message = condition
                .message
                .as_ref()
                .map(|message| message.value.clone());
            all.push(Need {
                rule,
                text,
                message,
                percent: self.percent,
            });
        }
        all
    }

    /// Conditional advice.
    pub(in crate::sema) fn advise(&mut self, advise: &ast::Advise) -> Option<Advice> {
        let when = self.truth(&advise.when)?;
        Some(Advice {
            text: advise.text.value.clone(),
            when,
        })
    }

    /// The condition as it is written, with the names readers know.
    fn sentence(&mut self, span: Span) -> String {
        let mut said = String::new();
        let mut from = span.start;
        for (place, label) in &self.labels {
            if place.start < from || place.end > span.end {
                continue;
            }
            said.push_str(
                Span {
                    start: from,
                    end: place.start,
                }
                .slice(self.text),
            );
            said.push_str(label);
            from = place.end;
        }
        said.push_str(
            Span {
                start: from,
                end: span.end,
            }
            .slice(self.text),
        );
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn label(label: Option<&Text>, name: &Name) -> String {
    label.map_or_else(|| name.text.clone(), |label| label.value.clone())
}
