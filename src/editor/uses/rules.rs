//! Names in rules. A rule gives back whose levels its value is tested with.

use super::Inside;
use crate::editor::sheet::Sheet;
use crate::syntax::ast::{self, Expr, ExprKind, Quantity, Set, SetFilter, SetHead, Test, TestKind};

impl Sheet<'_> {
    pub(super) fn read_rule(&mut self, rule: &Expr, inside: Inside) -> Vec<usize> {
        match &rule.kind {
            ExprKind::Name(name) => {
                if let Some(ladder) = inside.ladder
                    && self.read_level(name, &[ladder])
                {
                    return Vec::new();
                }
                let found = self.read_name(name, inside.part);
                return found.iter().flat_map(|one| self.owners(*one)).collect();
            }
            ExprKind::Is(subject, test) => {
                let owners = self.read_subject(subject, inside);
                self.read_test(test, &owners, inside);
            }
            ExprKind::Compare(left, _, right) => {
                let owners = self.read_subject(left, inside);
                self.read_operand(right, &owners, inside);
            }
            ExprKind::Aggregate(_, set, _) => {
                self.read_set(set, inside);
            }
            ExprKind::MostPoints(name) | ExprKind::Fact(_, name) => {
                self.read_name(name, inside.part);
            }
            ExprKind::Quantified(quantity, set, test) => {
                self.read_quantity(quantity, inside);
                // Conditions in a list may be rungs; rows behind a test may not.
                let owners = match test {
                    Some(_) => self.read_set(set, plain(inside)),
                    None => self.read_set(set, inside),
                };
                if let Some(test) = test {
                    self.read_test(test, &owners, inside);
                }
            }
            ExprKind::ByRaters(inner, quantity, _) => {
                self.read_quantity(quantity, inside);
                self.read_rule(inner, inside);
            }
            ExprKind::List(all) => {
                return all
                    .iter()
                    .flat_map(|one| self.read_rule(one, inside))
                    .collect();
            }
            _ => {
                for inner in below(&rule.kind) {
                    self.read_rule(inner, inside);
                }
            }
        }
        Vec::new()
    }

    /// What is tested is no rung.
    fn read_subject(&mut self, subject: &Expr, inside: Inside) -> Vec<usize> {
        self.read_rule(subject, plain(inside))
    }

    fn read_quantity(&mut self, quantity: &Quantity, inside: Inside) {
        if let Quantity::AtLeast(count) | Quantity::AtMost(count) | Quantity::Exactly(count) =
            quantity
        {
            self.read_rule(count, plain(inside));
        }
    }

    pub(super) fn read_test(&mut self, test: &Test, owners: &[usize], inside: Inside) {
        if let TestKind::Against(_, operand) = &test.kind {
            self.read_operand(operand, owners, inside);
        }
    }

    /// A level of what is tested, or a value.
    fn read_operand(&mut self, operand: &Expr, owners: &[usize], inside: Inside) {
        match &operand.kind {
            ExprKind::Name(name) => {
                if !self.read_level(name, owners) {
                    self.read_name(name, inside.part);
                }
            }
            ExprKind::If(condition, a, b) => {
                self.read_rule(condition, inside);
                self.read_operand(a, owners, inside);
                self.read_operand(b, owners, inside);
            }
            ExprKind::First(cases, last) => {
                for (value, when) in cases {
                    self.read_operand(value, owners, inside);
                    self.read_rule(when, inside);
                }
                self.read_operand(last, owners, inside);
            }
            _ => drop(self.read_rule(operand, plain(inside))),
        }
    }

    /// A set; whose levels its members are tested with.
    pub(super) fn read_set(&mut self, set: &Set, inside: Inside) -> Vec<usize> {
        let owners = match &set.head {
            SetHead::Kind(kind, within) => {
                let parts = self.read_names(within, inside.part);
                // Checks and numbers have no levels.
                if matches!(kind, ast::Kind::Checks | ast::Kind::Numbers) {
                    Vec::new()
                } else if parts.is_empty() {
                    self.owners_of_rows()
                } else {
                    parts.iter().flat_map(|part| self.owners(*part)).collect()
                }
            }
            SetHead::List(all) => all
                .iter()
                .flat_map(|one| self.read_rule(one, inside))
                .collect(),
            SetHead::Name(name) => {
                let found = self.read_name(name, inside.part);
                found.iter().flat_map(|one| self.owners(*one)).collect()
            }
            SetHead::Best(count, inner) | SetHead::Newest(count, inner) => {
                self.read_rule(count, plain(inside));
                self.read_set(inner, inside)
            }
        };
        for filter in &set.filters {
            match filter {
                SetFilter::Tagged { tags, .. } => tags.iter().for_each(|tag| self.read_tag(tag)),
                SetFilter::That(test) => self.read_test(test, &owners, inside),
                SetFilter::Without(gone) => drop(self.read_names(gone, inside.part)),
            }
        }
        owners
    }
}

/// The rules that a rule of several is made of.
fn below(kind: &ExprKind) -> Vec<&Expr> {
    match kind {
        ExprKind::Chain(first, rest) => {
            let rest = rest.iter().map(|(_, operand)| operand);
            std::iter::once(&**first).chain(rest).collect()
        }
        ExprKind::First(cases, last) => {
            let cases = cases.iter().flat_map(|(value, when)| [value, when]);
            cases.chain(std::iter::once(&**last)).collect()
        }
        ExprKind::Not(inner) | ExprKind::Neg(inner) | ExprKind::Round(inner, ..) => vec![inner],
        ExprKind::If(condition, a, b) => vec![condition, a, b],
        ExprKind::Limit(a, _, b) | ExprKind::Days(a, b) => vec![a, b],
        _ => Vec::new(),
    }
}

/// Where no rung is meant.
fn plain(inside: Inside) -> Inside {
    Inside {
        ladder: None,
        ..inside
    }
}
