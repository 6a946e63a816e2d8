//! Sets, how many of them, and tests of their members, as nodes of a tree.

use super::{CASES, Said, turn, word};
use crate::sema::rules::Rules;
use crate::syntax::ast::{
    Cmp, Expr, ExprKind, Kind, Quantity, Set, SetFilter, SetHead, Test, TestKind,
};

impl Rules<'_, '_> {
    pub(super) fn say_quantified(
        &mut self,
        quantity: &Quantity,
        set: &Set,
        test: Option<&Test>,
        out: &mut Said,
    ) {
        let (kind, amount) = match quantity {
            Quantity::Every => ("every", None),
            Quantity::Any => ("any", None),
            Quantity::No => ("no", None),
            Quantity::Most => ("most", None),
            Quantity::AtLeast(n) => ("at_least", Some(n)),
            Quantity::AtMost(n) => ("at_most", Some(n)),
            Quantity::Exactly(n) => ("exactly", Some(n)),
        };
        let extra = usize::from(amount.is_some());
        match (test, &set.head) {
            (None, SetHead::List(all)) => {
                out.put("of", all.len().saturating_add(extra), kind);
                if let Some(amount) = amount {
                    self.say_number(amount, out);
                }
                all.iter().for_each(|one| self.say_truth(one, out));
            }
            (test, _) => {
                out.put(kind, extra.saturating_add(2), "");
                if let Some(amount) = amount {
                    self.say_number(amount, out);
                }
                self.say_set(set, out);
                match test {
                    Some(test) => self.say_test(test, out),
                    None => out.put("truth", 0, "true"),
                }
            }
        }
    }

    pub(super) fn say_test(&mut self, test: &Test, out: &mut Said) {
        turn(test.not, out);
        match &test.kind {
            TestKind::Answered => out.put("answered", 0, ""),
            TestKind::LeftOut => out.put("left_out", 0, ""),
            TestKind::HasComment => out.put("comment", 0, ""),
            TestKind::HasScore => out.put("score", 0, ""),
            TestKind::Against(cmp, operand) => self.say_against(*cmp, operand, out),
        }
    }

    pub(super) fn say_against(&mut self, cmp: Cmp, operand: &Expr, out: &mut Said) {
        match &operand.kind {
            ExprKind::If(condition, a, b) => {
                out.put("if", 3, "");
                self.say_truth(condition, out);
                self.say_against(cmp, a, out);
                self.say_against(cmp, b, out);
            }
            ExprKind::First(cases, last) if cases.len() <= CASES => {
                for (value, when) in cases {
                    out.put("if", 3, "");
                    self.say_truth(when, out);
                    self.say_against(cmp, value, out);
                }
                self.say_against(cmp, last, out);
            }
            ExprKind::Name(name) if self.levels.contains(&name.span) => {
                out.put("level", 0, &format!("{} {}", word(cmp), name.text));
            }
            ExprKind::Name(name) if matches!(name.text.as_str(), "met" | "shown") => {
                out.put(&name.text, 0, "");
            }
            _ => {
                out.put("points", 1, word(cmp));
                self.say_number(operand, out);
            }
        }
    }

    pub(super) fn say_set(&mut self, set: &Set, out: &mut Said) {
        out.put("set", set.filters.len().saturating_add(1), "");
        match &set.head {
            SetHead::Kind(kind, within) => {
                let word = match kind {
                    Kind::Criteria => "criteria",
                    Kind::Checks => "checks",
                    Kind::Numbers => "numbers",
                    Kind::Rows => "rows",
                    Kind::Parts => "parts",
                };
                out.put("kind", within.len(), word);
                let within: Vec<String> = within.iter().map(|name| self.full(name)).collect();
                out.names(&within);
            }
            SetHead::List(all) => {
                out.put("list", all.len(), "");
                all.iter().for_each(|one| self.say_number(one, out));
            }
            SetHead::Name(name) => {
                let full = self.full(name);
                out.put("name", 0, &full);
            }
            SetHead::Best(count, inner) | SetHead::Newest(count, inner) => {
                let best = matches!(set.head, SetHead::Best(..));
                out.put(if best { "best" } else { "newest" }, 2, "");
                self.say_number(count, out);
                self.say_set(inner, out);
            }
        }
        for filter in &set.filters {
            match filter {
                SetFilter::Tagged { tags, not } => {
                    let tags: Vec<&str> = tags.iter().map(|tag| tag.text.as_str()).collect();
                    out.put(if *not { "untagged" } else { "tagged" }, 0, &tags.join(" "));
                }
                SetFilter::That(test) => {
                    out.put("that", 1, "");
                    self.say_test(test, out);
                }
                SetFilter::Without(gone) => {
                    out.put("without", gone.len(), "");
                    let gone: Vec<String> = gone.iter().map(|name| self.full(name)).collect();
                    out.names(&gone);
                }
            }
        }
    }
}
