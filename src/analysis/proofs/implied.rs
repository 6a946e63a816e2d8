//! Rungs that hold wherever one below them does, seen from their form: this
//! needs no search, however many rows there are.

use crate::model::{Amount, Cmp, Ladder, Num, Quantity, RowTest, Truth as Rule};

/// Whether what a rung needs holds everything that one above it needs, word by word or weaker.
pub(super) fn follows(ladder: &Ladder, place: usize) -> bool {
    let own = ladder.rungs.get(place).map(|rung| rung.needs.as_slice());
    let own = own.unwrap_or_default();
    let above = ladder.rungs.iter().take(place);
    above.into_iter().any(|above| {
        let needs = above.needs.iter();
        let mut needs = needs.map(|need| own.iter().any(|own| implies(&own.rule, &need.rule)));
        needs.all(|found| found)
    })
}

/// Whether one condition holds wherever another does, seen from their form.
fn implies(strong: &Rule, weak: &Rule) -> bool {
    match (strong, weak) {
        _ if strong == weak => true,
        (Rule::Compare(a), Rule::Compare(b)) => match (&a.right, &b.right) {
            (Num::Constant(high), Num::Constant(low)) => {
                a.cmp == Cmp::Ge && b.cmp == Cmp::Ge && a.left == b.left && high >= low
            }
            _ => false,
        },
        (Rule::Quantified(a, set, test), Rule::Quantified(b, other, weaker)) => {
            let many = match (a, b) {
                (Quantity::AtLeast(Amount::Count(a)), Quantity::AtLeast(Amount::Count(b))) => {
                    a >= b
                }
                (Quantity::AtLeast(Amount::Share(a)), Quantity::AtLeast(Amount::Share(b))) => {
                    a >= b
                }
                _ => a == b && *a == Quantity::Every,
            };
            let tests = match (test.as_ref(), weaker.as_ref()) {
                (RowTest::Level(Cmp::Ge, a), RowTest::Level(Cmp::Ge, b)) => {
                    let each = a.iter().zip(b);
                    a.len() == b.len() && each.into_iter().all(|(a, b)| a.0 == b.0 && a.1 >= b.1)
                }
                (a, b) => a == b,
            };
            many && tests && set == other && set.pick.is_none()
        }
        _ => false,
    }
}
