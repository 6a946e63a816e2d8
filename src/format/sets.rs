//! Sets, and how many of a set. The formatter lets nouns and verbs agree with
//! the number; a hash has one spelling for both.

use super::say::{Say, join, names};
use crate::num::Rational;
use crate::syntax::ast::{Expr, ExprKind, Kind, Name, Quantity, Set, SetFilter, SetHead, Test};

impl Say<'_> {
    pub(super) fn quantified(self, quantity: &Quantity, of: &Set, test: Option<&Test>) -> String {
        let one = self.written() && is_one(quantity);
        let set = self.counted(of, one);
        let Some(test) = test else {
            // Without a test it is logic over conditions.
            let words = match quantity {
                Quantity::Every => "all".to_owned(),
                _ => self.quantity(quantity),
            };
            return words + " of " + &set;
        };
        let verb = match quantity {
            _ if !self.written() || one => "is",
            Quantity::Any | Quantity::No => "is",
            _ => "are",
        };
        let head = match (quantity, &of.head) {
            (Quantity::Every, SetHead::List(_)) if self.written() => {
                return ["all of ", &set, " ", &self.tested(test, "are")].concat();
            }
            (_, SetHead::Kind(..)) if self.written() => self.quantity_of(quantity),
            (Quantity::Every | Quantity::Any | Quantity::No | Quantity::Most, _) => {
                self.quantity(quantity) + " "
            }
            _ => self.quantity(quantity) + " of ",
        };
        [&head, &set, " ", &self.tested(test, verb)].concat()
    }

    /// `every `, `at least 3 `, `at least half of `: what stands before a noun.
    pub(super) fn quantity_of(self, quantity: &Quantity) -> String {
        let of = match quantity {
            Quantity::AtLeast(count) | Quantity::AtMost(count) | Quantity::Exactly(count) => {
                let share = matches!(&count.kind, ExprKind::Number(number) if number.percent());
                share && self.written()
            }
            _ => false,
        };
        self.quantity(quantity) + if of { " of " } else { " " }
    }

    fn quantity(self, quantity: &Quantity) -> String {
        let count = |word: &str, count: &Expr| word.to_owned() + &self.operand(count);
        match quantity {
            Quantity::Every => "every".to_owned(),
            Quantity::Any => "any".to_owned(),
            Quantity::No => "no".to_owned(),
            Quantity::Most => "most".to_owned(),
            Quantity::AtLeast(n) => count("at least ", n),
            Quantity::AtMost(n) => count("at most ", n),
            Quantity::Exactly(n) => count("exactly ", n),
        }
    }

    /// A set.
    pub(super) fn set(self, set: &Set) -> String {
        self.counted(set, false)
    }

    /// A set of one or of many.
    pub(super) fn counted(self, set: &Set, one: bool) -> String {
        let mut text = match &set.head {
            SetHead::Kind(kind, within) => {
                let word = kind_word(*kind, one);
                match within.as_slice() {
                    [] => word.to_owned(),
                    [one] => [word, " in ", &one.text].concat(),
                    many => [word, " in (", &names(many), ")"].concat(),
                }
            }
            SetHead::List(all) => self.list(all),
            SetHead::Name(name) => name.text.clone(),
            SetHead::Best(count, inner) => self.picked("best ", count, inner),
            SetHead::Newest(count, inner) => self.picked("newest ", count, inner),
        };
        for filter in &set.filters {
            text.push(' ');
            text.push_str(&match filter {
                SetFilter::Tagged { tags, not } => {
                    let not = if *not { "not tagged " } else { "tagged " };
                    not.to_owned() + &join(tags, " or ")
                }
                SetFilter::That(test) => "that ".to_owned() + &self.that(test, one),
                SetFilter::Without(gone) => self.without(gone),
            });
        }
        text
    }

    fn that(self, test: &Test, one: bool) -> String {
        self.tested(test, if one { "is" } else { "are" })
    }

    fn without(self, gone: &[Name]) -> String {
        match gone {
            [one] if self.written() => "without ".to_owned() + &one.text,
            many => ["without (", &names(many), ")"].concat(),
        }
    }

    fn picked(self, word: &str, count: &Expr, inner: &Set) -> String {
        [word, &self.operand(count), " of ", &self.set(inner)].concat()
    }
}

/// Whether a noun stands in the singular behind it.
fn is_one(quantity: &Quantity) -> bool {
    match quantity {
        Quantity::Every | Quantity::Any | Quantity::No => true,
        Quantity::Most => false,
        Quantity::AtLeast(count) | Quantity::AtMost(count) | Quantity::Exactly(count) => {
            let one = |value: Rational| value == Rational::ONE;
            matches!(&count.kind, ExprKind::Number(number) if !number.percent() && one(number.value))
        }
    }
}

fn kind_word(kind: Kind, one: bool) -> &'static str {
    match (kind, one) {
        (Kind::Criteria, false) => "criteria",
        (Kind::Criteria, true) => "criterion",
        (Kind::Checks, false) => "checks",
        (Kind::Checks, true) => "check",
        (Kind::Numbers, false) => "numbers",
        (Kind::Numbers, true) => "number",
        (Kind::Rows, false) => "rows",
        (Kind::Rows, true) => "row",
        (Kind::Parts, false) => "parts",
        (Kind::Parts, true) => "part",
    }
}
