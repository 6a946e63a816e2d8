//! The precheck, rule by rule: holds, exactly at the edge, one past it, unknown.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects
)]

mod counting;
mod origin;
mod patterns;
mod personal;
mod rules;
mod slots;

use super::*;
use crate::model::{Ends, Slot, SlotLine, SlotRule};
use crate::num::{Rational, date};

fn n(value: i64) -> Option<Rational> {
    Some(Rational::whole(value))
}

fn ends(from: impl Into<Option<i64>>, to: impl Into<Option<i64>>) -> Ends {
    Ends {
        from: from.into().map(Rational::whole),
        to: to.into().map(Rational::whole),
    }
}

fn on(text: &str) -> Option<i64> {
    Some(date::parse(text).unwrap())
}

fn must(rule: SlotRule) -> SlotLine {
    SlotLine {
        rule,
        soft: false,
        message: None,
    }
}

fn soft(rule: SlotRule) -> SlotLine {
    SlotLine {
        soft: true,
        ..must(rule)
    }
}

fn slot(lines: Vec<SlotLine>) -> Slot {
    Slot {
        name: "lesson_plan".into(),
        label: "Annotated lesson plan".into(),
        items: ends(1, 3),
        lines,
        ..Slot::default()
    }
}

fn file(kind: &str) -> Item {
    Item {
        kind: kind.into(),
        ..Item::default()
    }
}

fn named(name: &str) -> Item {
    Item {
        name: Some(name.into()),
        ..file("pdf")
    }
}

fn text(text: &str) -> Item {
    Item {
        text: Some(text.into()),
        ..file("text")
    }
}

fn link(url: &str) -> Item {
    Item {
        url: Some(url.into()),
        ..file("link")
    }
}

const TODAY: &str = "2025-08-01";

/// What one must comes to for one item.
fn one(rule: SlotRule, item: Item) -> (State, Holds) {
    many(rule, &[item])
}

/// What one must comes to for some items: the worst of its findings.
fn many(rule: SlotRule, items: &[Item]) -> (State, Holds) {
    let verdict = judge(&slot(vec![must(rule)]), items, on(TODAY));
    let of_line = verdict.findings.iter().filter(|one| one.line == Some(0));
    let holds: Vec<Holds> = of_line.map(|one| one.holds).collect();
    let worst = [Holds::No, Holds::Unknown, Holds::Yes];
    let worst = worst.into_iter().find(|one| holds.contains(one));
    (verdict.state, worst.unwrap_or(Holds::Yes))
}

const COMPLETE: (State, Holds) = (State::Complete, Holds::Yes);
const INCOMPLETE: (State, Holds) = (State::Incomplete, Holds::No);
const LOOK: (State, Holds) = (State::NeedsALook, Holds::Unknown);
const UNCHECKED: (State, Holds) = (State::Unchecked, Holds::Unknown);
/// The rule holds; the link itself stays unchecked.
const LINKED: (State, Holds) = (State::Unchecked, Holds::Yes);
