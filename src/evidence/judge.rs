//! A slot's lines over its items: what concerns whom, and what comes of it.

use super::finding::{
    Finding, FindingValue, Holds, Limit, Place, Sums, Twin, Verdict, What, Why, state,
};
use super::item::{Item, Known, Seen};
use super::kinds::is_concerned;
use super::personal;
use super::rules::{self, Found};
use super::together;
use crate::model::{Ends, Measure, Slot, SlotLine, SlotRule};
use crate::num::Rational;
use crate::text::pattern;

/// What comes of a slot with these items on this day. Whether the slot is
/// asked at all (`only when`) is the caller's to know.
pub fn judge(slot: &Slot, items: &[Item], today: Option<i64>) -> Verdict {
    let twins = together::twins(&[(slot, items)]);
    let own = twins.first().map(Vec::as_slice).unwrap_or_default();
    of(slot, items, today, own)
}

/// What comes of every slot; those that say `no duplicates` look at each other
/// too, and the later one of two that are the same is named.
pub fn judge_all(slots: &[Slot], items: &[Vec<Item>], today: Option<i64>) -> Vec<Verdict> {
    let none: &[Item] = &[];
    let given = items.iter().map(Vec::as_slice);
    let given = given.chain(std::iter::repeat(none));
    let pairs: Vec<(&Slot, &[Item])> = slots.iter().zip(given).collect();
    let twins = together::twins(&pairs);
    let judged = pairs.iter().zip(&twins);
    judged
        .map(|((slot, items), twins)| of(slot, items, today, twins))
        .collect()
}

fn of(slot: &Slot, items: &[Item], today: Option<i64>, twins: &[Option<Twin>]) -> Verdict {
    let mut judge = Judge {
        slot,
        items: items.iter().map(Seen::of).collect(),
        today,
        twins,
        findings: Vec::new(),
    };
    judge.count();
    judge.links();
    if !items.is_empty() {
        for (index, line) in slot.lines.iter().enumerate() {
            judge.line(index, line);
        }
    }
    Verdict {
        state: state(&judge.findings),
        sums: sums(&judge.items),
        findings: judge.findings,
    }
}

/// At least one item unless the slot says otherwise; `..3` says only how many at most.
pub(super) fn asked_items(slot: &Slot) -> Ends {
    let one = Some(Rational::ONE);
    match slot.items {
        Ends {
            from: None,
            to: None,
        } => Ends { from: one, to: one },
        Ends { from: None, to } => Ends { from: one, to },
        ends => ends,
    }
}

pub(super) fn whole(count: usize) -> Rational {
    Rational::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

struct Judge<'a> {
    slot: &'a Slot,
    items: Vec<Seen<'a>>,
    today: Option<i64>,
    twins: &'a [Option<Twin>],
    findings: Vec<Finding>,
}

impl Judge<'_> {
    fn count(&mut self) {
        let (count, ends) = (whole(self.items.len()), asked_items(self.slot));
        let holds = rules::within(count, ends) || self.slot.optional && count.is_zero();
        let found = Found::of(holds, FindingValue::Number(count));
        self.add(None, None, found, Limit::Ends(ends));
    }

    /// Nobody can see from here whether a link opens.
    fn links(&mut self) {
        for index in self.indices(|seen| seen.is_link()) {
            self.add(None, Some(index), Found::unknown(Why::Link), Limit::None);
        }
    }

    fn indices(&self, which: impl Fn(&Seen) -> bool) -> Vec<usize> {
        let all = self.items.iter().enumerate();
        all.filter(|(_, seen)| which(seen))
            .map(|(index, _)| index)
            .collect()
    }

    fn line(&mut self, index: usize, line: &SlotLine) {
        let place = Some((index, line));
        match &line.rule {
            SlotRule::Measured(measure, ends, true) => {
                let all = self.items.iter();
                let all = all.filter(|seen| is_concerned(self.slot, seen, *measure));
                if let Some(found) = together::total(all, *measure, *ends) {
                    self.add(place, None, found, Limit::Ends(*ends));
                }
            }
            SlotRule::PeopleAtLeast(least) => {
                let found = together::people(&self.items, *least);
                let from = Some(Rational::whole(*least));
                self.add(place, None, found, Limit::Ends(Ends { from, to: None }));
            }
            SlotRule::Attest(_) => {
                let found = Found::of(true, FindingValue::None);
                self.add(place, None, found, Limit::None);
            }
            SlotRule::NoDuplicates => self.duplicates(place),
            SlotRule::AvoidsPersonal => {
                self.avoids(place, |text| Some(personal::places(text)));
            }
            SlotRule::Avoids(pattern) => match pattern::compile(pattern) {
                Ok(program) => self.avoids(place, |text| found(&program, text)),
                // The compiler has refused such a file; without it a person must look.
                Err(problem) => {
                    let found = Found::unknown(Why::Said(problem));
                    self.add(place, None, found, Limit::None);
                }
            },
            rule => self.each(place, rule),
        }
    }

    fn each(&mut self, place: Option<(usize, &SlotLine)>, rule: &SlotRule) {
        let limit = rules::limit(rule, self.today);
        for index in self.indices(|seen| concerns(self.slot, rule, seen)) {
            let Some(seen) = self.items.get(index) else {
                continue;
            };
            let found = rules::judge(rule, seen, limit, self.today);
            self.add(place, Some(index), found, limit);
        }
    }

    fn avoids(
        &mut self,
        place: Option<(usize, &SlotLine)>,
        look: impl Fn(&str) -> Option<(Vec<super::Place>, bool)>,
    ) {
        let found: Vec<Found> = self
            .items
            .iter()
            .map(|seen| rules::avoids(seen, &look))
            .collect();
        for (index, found) in found.into_iter().enumerate() {
            self.add(place, Some(index), found, Limit::None);
        }
    }

    fn duplicates(&mut self, place: Option<(usize, &SlotLine)>) {
        for index in self.indices(|_| true) {
            let twin = self.twins.get(index).copied().flatten();
            let found = match (twin, self.items.get(index)) {
                (Some(twin), _) => Found::of(false, FindingValue::Twin(twin)),
                (None, Some(seen)) => together::alone(seen),
                _ => continue,
            };
            self.add(place, Some(index), found, Limit::None);
        }
    }

    fn add(
        &mut self,
        place: Option<(usize, &SlotLine)>,
        item: Option<usize>,
        found: Found,
        limit: Limit,
    ) {
        let seen = item.and_then(|item| self.items.get(item));
        let link = seen.map_or(found.unchecked, Seen::is_link);
        self.findings.push(Finding {
            line: place.map(|(index, _)| index),
            item,
            soft: place.is_some_and(|(_, line)| line.soft),
            unchecked: found.holds == Holds::Unknown && link,
            holds: found.holds,
            value: found.value,
            limit,
            why: found.why,
            told: found.told,
        });
    }
}

/// Whether a rule says anything about an item.
fn concerns(slot: &Slot, rule: &SlotRule, seen: &Seen) -> bool {
    match rule {
        SlotRule::Measured(measure, _, _) => is_concerned(slot, seen, *measure),
        SlotRule::Hosts(_) => seen.is_link(),
        // What was typed into the page has no file name.
        SlotRule::NamedLike(_) => seen.item.name.is_some() || !seen.is_text(),
        _ => true,
    }
}

fn sums(items: &[Seen]) -> Sums {
    let sum = |fact: &dyn Fn(&Seen) -> Known<Rational>| {
        let mut all = items.iter();
        all.try_fold(Rational::ZERO, |sum, seen| sum.add(fact(seen).ok()?))
    };
    Sums {
        words: sum(&|seen| seen.measure(Measure::Words)),
        pages: sum(&|seen| seen.measure(Measure::Pages)),
        items: Some(whole(items.len())),
        sentences: sum(&|seen| seen.sentences()),
        characters: sum(&|seen| seen.measure(Measure::Characters)),
        seconds: sum(&|seen| seen.measure(Measure::Length)),
        bytes: sum(&|seen| seen.measure(Measure::Size)),
    }
}

/// Where an author's pattern stands in a text.
fn found(program: &pattern::Program, text: &str) -> Option<(Vec<Place>, bool)> {
    let (found, more) = pattern::places(program, text, personal::PLACES)?;
    let places = found.into_iter().map(|one| Place {
        what: What::Pattern,
        from: one.from,
        to: one.to,
        line: one.line,
    });
    Some((places.collect(), more))
}
