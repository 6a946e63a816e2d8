//! Bands: a value and the minimum of each level, which fall from the best down.

use super::Rules;
use crate::diag::{Code, Diagnostic};
use crate::model::{Cmp, Compare, InputKind, Need, Rung, Truth};
use crate::num::Rational;
use crate::sema::names::Entity;
use crate::syntax::ast::{Band, Expr, ExprKind};

impl Rules<'_, '_> {
    /// Each band needs the value to be at least its minimum; minimums fall.
    pub(super) fn bands(&mut self, value: &Expr, bands: &[Band], rungs: &mut [Rung]) {
        let typed = self.num(value);
        let (text, said) = (self.sentence(value.span), self.said_number(value));
        let mut before: Option<(Rational, Rational, bool)> = None;
        for (band, slot) in bands.iter().zip(rungs.iter_mut()) {
            self.begin();
            if self.moves(&band.minimum) {
                continue;
            }
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
            let least = self.sentence(band.minimum.span);
            let unit = typed.ty.unit(typed.percent || minimum.percent);
            slot.needs = vec![Need {
                rule: Truth::Compare(Box::new(Compare {
                    cmp: Cmp::Ge,
                    left: typed.rule.clone(),
                    right: minimum.rule,
                })),
                text: format!("{text} is at least {least}"),
                said: self.said_band(&said, &band.minimum, unit),
                message: None,
                percent: typed.percent || minimum.percent,
            }];
        }
    }

    /// Refuses a minimum that moves with what is rated: then the bands would
    /// have no order, and a value could fall between two of them.
    fn moves(&mut self, minimum: &Expr) -> bool {
        let fixed = match &minimum.kind {
            ExprKind::Name(name) => matches!(
                self.declared.find(&name.text, self.scope),
                Some(Entity::Ask(_) | Entity::Setting(_)) | None
            ),
            _ => true,
        };
        if !fixed {
            self.error(
                Code::TypeMix,
                minimum.span,
                "the minimum of a band does not depend on what is rated",
                "write a number or a setting here, or a ladder with `needs` in place of bands",
            );
        }
        !fixed
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
                let message = say!("the minimum of `{}` is not below the one above it", name);
                self.error(
                    Code::BadRange,
                    band.minimum.span,
                    message,
                    "write the highest minimum first",
                );
            } else {
                let message = say!(
                    "a setting can bring the minimum of `{}` up to the one above it",
                    name
                );
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
                Entity::Setting(setting) => {
                    match &self.declared.rubric.settings.get(setting)?.kind {
                        InputKind::Number(range, _) => Some((range.from, range.to?, false)),
                        _ => None,
                    }
                }
                _ => None,
            },
            _ => None,
        }
    }
}
