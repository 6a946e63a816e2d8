//! Expressions. Comparisons are printed in words, whichever way they were
//! written, and arithmetic in signs. For a hash brackets stand only where they
//! are needed; the formatter also keeps those an author put for the reader.

use super::say::{Say, day};
use super::wrap::{BREAK, deepen};
use crate::syntax::ast::{Cmp, Direction, Expr, ExprKind, Fact, Op, Operation, Test, TestKind};

/// How tightly something holds together; what is looser than its place stands in brackets.
const LIMIT: u8 = 0;
const CHOICE: u8 = 1;
const OR: u8 = 2;
const AND: u8 = 3;
const COMPARED: u8 = 4;
const SUM: u8 = 5;
const PRODUCT: u8 = 6;
const PRIMARY: u8 = 7;
/// What may stand behind a test without brackets.
const ATOM: u8 = 8;

impl Say<'_> {
    /// A rule in its own place.
    pub(super) fn rule(self, expr: &Expr) -> String {
        self.at(expr, LIMIT)
    }

    /// An operand that stands alone. Behind a test, `first` alone would be a level.
    pub(super) fn operand(self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Number(number) if self.written() => self.literal(number),
            ExprKind::First(..) => ["(", &deepen(&self.rule(expr)), ")"].concat(),
            _ => self.at(expr, if self.written() { ATOM } else { PRIMARY }),
        }
    }

    fn at(self, expr: &Expr, place: u8) -> String {
        let (text, own) = self.print(expr);
        if own < place || place > LIMIT && self.is_bracketed(expr) {
            let text = if self.written() { deepen(&text) } else { text };
            ["(", &text, ")"].concat()
        } else {
            text
        }
    }

    /// What an author put into brackets stays in them, unless it is a single word.
    fn is_bracketed(self, expr: &Expr) -> bool {
        let Some(source) = self.source else {
            return false;
        };
        let groups = matches!(
            expr.kind,
            ExprKind::Chain(..)
                | ExprKind::Compare(..)
                | ExprKind::Is(..)
                | ExprKind::Round(..)
                | ExprKind::Days(..)
                | ExprKind::ByRaters(..)
                | ExprKind::Quantified(..)
        );
        groups && in_brackets(expr.span.slice(source))
    }

    fn print(self, expr: &Expr) -> (String, u8) {
        let word = |word: &str| (word.to_owned(), self.tight(ATOM));
        let phrase = |text: String| (text, self.tight(PRIMARY));
        match &expr.kind {
            ExprKind::Number(number) if number.value.is_negative() => (self.literal(number), SUM),
            ExprKind::Number(number) => word(&self.literal(number)),
            ExprKind::Date(date) => word(&day(*date)),
            ExprKind::Today => word("today"),
            ExprKind::NoScore => phrase("no score".to_owned()),
            ExprKind::Truth(value) => phrase(value.to_string()),
            ExprKind::Name(name) => word(&name.text),
            ExprKind::Chain(first, rest) => self.chain(first, rest),
            ExprKind::Compare(left, cmp, right) => (self.compared(left, *cmp, right), COMPARED),
            ExprKind::Is(subject, test) => {
                let subject = self.at(subject, SUM);
                (subject + " " + &self.tested(test, "is"), COMPARED)
            }
            ExprKind::Not(inner) => ("not ".to_owned() + &self.at(inner, COMPARED), COMPARED),
            ExprKind::Neg(inner) => ("-".to_owned() + &self.at(inner, PRIMARY), PRODUCT),
            ExprKind::If(condition, a, b) => (self.choice(condition, a, b), CHOICE),
            ExprKind::First(cases, last) => phrase(self.first(cases, last)),
            ExprKind::Round(inner, direction, step) => {
                let to = rounding(*direction, &self.literal(step));
                let text = ["round ", &self.at(inner, CHOICE), " ", &to].concat();
                (text, self.or(PRIMARY, CHOICE))
            }
            ExprKind::Limit(inner, cmp, limit) => {
                let side = if *cmp == Cmp::Ge { "least" } else { "most" };
                let (inner, limit) = (self.at(inner, LIMIT), self.at(limit, CHOICE));
                ([&inner, ", but at ", side, " ", &limit].concat(), LIMIT)
            }
            ExprKind::Aggregate(operation, of, stretch) => {
                let tail = if *stretch {
                    " from lowest possible"
                } else {
                    ""
                };
                let text = [operation_word(*operation), " of ", &self.set(of), tail].concat();
                (text, self.or(PRIMARY, OR))
            }
            ExprKind::MostPoints(name) => phrase("most points of ".to_owned() + &name.text),
            ExprKind::Fact(fact, slot) => phrase([fact_word(*fact), " of ", &slot.text].concat()),
            ExprKind::Days(from, to) => {
                let (from, to) = (self.at(from, SUM), self.at(to, SUM));
                let text = ["days from ", &from, " to ", &to].concat();
                (text, self.or(SUM, CHOICE))
            }
            ExprKind::Quantified(quantity, of, test) => {
                (self.quantified(quantity, of, test.as_deref()), COMPARED)
            }
            ExprKind::ByRaters(inner, quantity, role) => {
                let inner = self.at(inner, COMPARED);
                let by = self.quantity_of(quantity);
                ([&inner, " by ", &by, &role.text].concat(), COMPARED)
            }
            ExprKind::List(all) => word(&self.list(all)),
        }
    }

    /// One strength for the formatter, one for a hash.
    fn or(self, written: u8, hashed: u8) -> u8 {
        if self.written() { written } else { hashed }
    }

    /// Hashes know nothing tighter than an operand.
    fn tight(self, own: u8) -> u8 {
        self.or(own, PRIMARY)
    }

    /// The space before a place where a long line may break.
    pub(super) fn gap(self, break_: char) -> String {
        if self.written() { break_ } else { ' ' }.to_string()
    }

    fn chain(self, first: &Expr, rest: &[(Op, Expr)]) -> (String, u8) {
        let own = match rest.first() {
            Some((Op::Or, _)) => OR,
            Some((Op::And, _)) => AND,
            Some((Op::Mul | Op::Div, _)) => PRODUCT,
            _ => SUM,
        };
        let inner = own.saturating_add(1);
        let logic = own <= AND;
        let part = |expr: &Expr| {
            let text = self.at(expr, inner);
            if self.written() { deepen(&text) } else { text }
        };
        let mut text = part(first);
        for (op, operand) in rest {
            let sign = match op {
                Op::Or => "or",
                Op::And => "and",
                Op::Add => "+",
                Op::Sub => "-",
                Op::Mul => "*",
                Op::Div => "/",
            };
            // A line that begins with a minus is a line of its own.
            let breaks = logic || *op == Op::Add;
            text.push_str(&if breaks {
                self.gap(BREAK)
            } else {
                " ".to_owned()
            });
            text.push_str(sign);
            text.push(' ');
            text.push_str(&part(operand));
        }
        (text, own)
    }

    fn choice(self, condition: &Expr, a: &Expr, b: &Expr) -> String {
        let part = |expr: &Expr| {
            let text = self.at(expr, CHOICE);
            if self.written() { deepen(&text) } else { text }
        };
        let gap = self.gap(BREAK);
        let (condition, a, b) = (part(condition), part(a), part(b));
        ["if ", &condition, &gap, "then ", &a, &gap, "else ", &b].concat()
    }

    fn first(self, cases: &[(Expr, Expr)], last: &Expr) -> String {
        let part = |expr: &Expr| {
            let text = self.rule(expr);
            if self.written() { deepen(&text) } else { text }
        };
        let mut text = "first of (".to_owned();
        for (value, when) in cases {
            text.push_str(&[&part(value), " when ", &part(when), ","].concat());
            text.push_str(&self.gap(BREAK));
        }
        text + "otherwise " + &part(last) + ")"
    }

    /// Several in brackets. A long list of conditions may break behind its commas.
    pub(super) fn list(self, all: &[Expr]) -> String {
        let bare = |one: &Expr| matches!(one.kind, ExprKind::Name(_) | ExprKind::Number(_));
        let between = if all.iter().all(bare) {
            ", ".to_owned()
        } else {
            ",".to_owned() + &self.gap(BREAK)
        };
        let each = all.iter().map(|one| {
            let text = self.rule(one);
            if self.written() { deepen(&text) } else { text }
        });
        let each: Vec<String> = each.collect();
        ["(", &each.join(&between), ")"].concat()
    }

    /// `total is at least 85%`. Sums may stand behind the words as they are when
    /// they begin with one value; `is not` takes one value only.
    fn compared(self, left: &Expr, cmp: Cmp, right: &Expr) -> String {
        let left = self.at(left, SUM);
        let bare = self.written() && cmp != Cmp::Ne && begins_with_value(right);
        let right = if bare {
            self.at(right, SUM)
        } else {
            self.operand(right)
        };
        [&left, " ", words(cmp), " ", &right].concat()
    }

    /// A test with its verb.
    pub(super) fn tested(self, test: &Test, is: &str) -> String {
        let not = if test.not { "not " } else { "" };
        let has = if is == "are" && self.written() {
            "have"
        } else {
            "has"
        };
        let has = |what: &str| [has, if test.not { " no " } else { " a " }, what].concat();
        match &test.kind {
            TestKind::Against(cmp, operand) => {
                let (not, cmp) = match (test.not, cmp) {
                    (true, Cmp::Eq) => ("", Cmp::Ne),
                    (true, Cmp::Ne) => ("", Cmp::Eq),
                    _ => (not, *cmp),
                };
                let words = words(cmp).trim_start_matches("is").trim_start();
                let gap = if words.is_empty() { "" } else { " " };
                [is, " ", not, words, gap, &self.operand(operand)].concat()
            }
            TestKind::Answered => [is, " ", not, "answered"].concat(),
            TestKind::LeftOut => [is, " ", not, "left out"].concat(),
            TestKind::HasComment => has("comment"),
            TestKind::HasScore => has("score"),
        }
    }
}

/// Whether a bracket opens at the start and closes at the end.
fn in_brackets(text: &str) -> bool {
    let mut depth = 0_u32;
    if !text.starts_with('(') {
        return false;
    }
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at.saturating_add(1) == text.len();
        }
    }
    false
}

fn begins_with_value(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Number(number) => !number.value.is_negative(),
        ExprKind::Name(_) | ExprKind::Date(_) | ExprKind::Today => true,
        ExprKind::Chain(first, rest) => {
            let arithmetic = !matches!(rest.first(), Some((Op::And | Op::Or, _)));
            arithmetic && begins_with_value(first)
        }
        _ => false,
    }
}

fn words(cmp: Cmp) -> &'static str {
    match cmp {
        Cmp::Ge => "is at least",
        Cmp::Gt => "is above",
        Cmp::Le => "is at most",
        Cmp::Lt => "is below",
        Cmp::Eq => "is",
        Cmp::Ne => "is not",
    }
}

fn rounding(direction: Direction, step: &str) -> String {
    let (before, behind) = match direction {
        Direction::NearestUnsaid => ("to nearest ", ""),
        Direction::TiesUp => ("to nearest ", ", ties up"),
        Direction::TiesDown => ("to nearest ", ", ties down"),
        Direction::TiesEven => ("to nearest ", ", ties even"),
        Direction::Up => ("up to ", ""),
        Direction::Down => ("down to ", ""),
    };
    [before, step, behind].concat()
}

fn operation_word(operation: Operation) -> &'static str {
    match operation {
        Operation::Sum => "sum",
        Operation::Mean => "mean",
        Operation::Median => "median",
        Operation::Lowest => "lowest",
        Operation::Highest => "highest",
        Operation::WeightedMean => "weighted mean",
        Operation::WeightedSum => "weighted sum",
        Operation::Percent => "percent",
        Operation::WeightedPercent => "weighted percent",
        Operation::Count => "count",
    }
}

fn fact_word(fact: Fact) -> &'static str {
    match fact {
        Fact::Words => "words",
        Fact::Pages => "pages",
        Fact::Items => "items",
        Fact::Sentences => "sentences",
        Fact::Characters => "characters",
        Fact::Seconds => "length",
        Fact::Bytes => "size",
    }
}
