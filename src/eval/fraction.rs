//! Sums and quotients of sums over members that may or may not be in: every
//! sum, mean and percent is `(sum of tops) / (sum of bottoms)`. The ends are
//! exact: who is in is chosen so that the quotient is as large, or as small,
//! as it can be (Dinkelbach's method: W. Dinkelbach, "On nonlinear fractional
//! programming", Management Science 13, 1967).

use super::choice::{Choice, Sum, Unit, Units};
use super::walk::Overflow;
use crate::num::{Interval, Rational, Truth};

/// A member: what it adds above and below, and whether it is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub(super) top: Interval,
    pub(super) bottom: Rational,
    pub(super) inside: Truth,
    /// Of several alternatives, which group and which of its units it belongs to.
    pub(super) unit: Option<(usize, usize)>,
    /// Whether it may be out although its unit is in.
    pub(super) loose: bool,
}

/// So many units of a group are in at most; exactly so many when all of them surely exist.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) name: usize,
    pub(super) count: usize,
    pub(super) exact: bool,
}

/// What is made of the terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// The sum of the tops; `true` where somebody has to be in.
    Sum(bool),
    /// That by the sum of the bottoms.
    Ratio,
    /// The same where somebody is in for certain, although it is open who.
    Filled,
}

/// The sum of the tops, or its quotient by the sum of the bottoms.
pub(super) fn fraction(terms: &[Term], groups: &[Group], kind: Kind) -> Result<Interval, Overflow> {
    let ratio = !matches!(kind, Kind::Sum(_));
    let mut undefined = false;
    for term in terms {
        if never_defined(term.inside, &term.top) {
            return Ok(Interval::UNDEFINED);
        }
        undefined |=
            term.inside.can_be_undefined() || term.inside.can_be_true() && term.top.undefined;
    }
    let may: Vec<&Term> = terms
        .iter()
        .filter(|term| term.inside.can_be_true() && !term.top.empty)
        .collect();
    let sure_bottom = add(may
        .iter()
        .filter(|term| term.inside == Truth::TRUE)
        .map(|term| term.bottom))?;
    if ratio && may.iter().any(|term| term.bottom.is_negative()) {
        return uneven(&may, undefined);
    }
    if ratio && !may.iter().any(|term| !term.bottom.is_zero()) {
        return Ok(Interval::UNDEFINED);
    }
    let some_weigh_nothing = may.iter().any(|term| term.bottom.is_zero());
    let filled = kind == Kind::Filled && !some_weigh_nothing
        || groups.iter().any(|group| fills(*group, &may));
    undefined |= ratio && sure_bottom.is_zero() && !filled;
    let low = end(&may, groups, kind, false)?;
    let high = end(&may, groups, kind, true)?;
    let found = Interval::between(low, high);
    Ok(if undefined {
        found.may_be_undefined()
    } else {
        found
    })
}

fn add(values: impl Iterator<Item = Rational>) -> Result<Rational, Overflow> {
    let mut all = Rational::ZERO;
    for value in values {
        all = all.add(value).ok_or(Overflow)?;
    }
    Ok(all)
}

/// Whether a member makes a result undefined whatever it becomes.
pub(super) fn never_defined(inside: Truth, value: &Interval) -> bool {
    !inside.can_be_false() && (!inside.can_be_true() || value.empty)
}

/// Whether a group puts somebody in for certain who weighs something.
fn fills(group: Group, may: &[&Term]) -> bool {
    let mut own = may
        .iter()
        .filter(|term| term.unit.is_some_and(|(name, _)| name == group.name));
    group.exact && group.count > 0 && own.all(|term| !term.loose && !term.bottom.is_zero())
}

/// The lowest or the highest value; none where there is no end.
fn end(
    may: &[&Term],
    groups: &[Group],
    kind: Kind,
    high: bool,
) -> Result<Option<Rational>, Overflow> {
    let mut parts = Parts::default();
    for term in may {
        let value = if high { term.top.hi } else { term.top.lo };
        let Some(value) = value else {
            return Ok(None);
        };
        // The lowest is the highest of what is turned round.
        let top = if high {
            value
        } else {
            value.neg().ok_or(Overflow)?
        };
        parts.take(term, top)?;
    }
    let (sure, choice) = parts.done(groups);
    let found = match kind {
        Kind::Ratio | Kind::Filled => choice.highest(sure)?,
        Kind::Sum(some) => {
            let more = choice.gain(Rational::ZERO, some)?;
            Some(sure.top.add(more.top).ok_or(Overflow)?)
        }
    };
    match found {
        Some(value) if !high => value.neg().map(Some).ok_or(Overflow),
        found => Ok(found),
    }
}

/// The group of a term and its unit there.
type Place = Option<(usize, usize)>;

/// Terms sorted into what is in for certain and what may be.
#[derive(Default)]
struct Parts {
    sure: Sum,
    /// Units that are in for certain.
    settled: Vec<(usize, usize)>,
    free: Vec<(Place, bool, Sum)>,
}

impl Parts {
    fn take(&mut self, term: &Term, top: Rational) -> Result<(), Overflow> {
        let own = Sum {
            top,
            bottom: term.bottom,
        };
        if term.inside == Truth::TRUE {
            self.sure = self.sure.add(own)?;
            self.settled.extend(term.unit);
        } else {
            self.free.push((term.unit, term.loose, own));
        }
        Ok(())
    }

    /// What is in for certain, and what there is to choose from.
    fn done(mut self, groups: &[Group]) -> (Sum, Choice) {
        crate::num::sort_by(&mut self.settled, Ord::cmp);
        self.settled.dedup();
        let mut choice = Choice {
            always: Unit::default(),
            groups: Vec::with_capacity(groups.len()),
        };
        // The units of a group stand side by side.
        crate::num::sort_by_key(&mut self.free, |(unit, ..)| *unit);
        for group in groups {
            let settled = self.settled.iter().filter(|(name, _)| *name == group.name);
            choice.groups.push(Units {
                count: group.count.saturating_sub(settled.count()),
                exact: group.exact,
                units: Vec::new(),
            });
        }
        let mut last = None;
        for (unit, loose, own) in self.free {
            let open = unit.filter(|unit| self.settled.binary_search(unit).is_err());
            let place = open.and_then(|(name, _)| groups.iter().position(|one| one.name == name));
            let Some(group) = place.and_then(|place| choice.groups.get_mut(place)) else {
                choice.always.loose.push(own);
                continue;
            };
            if last != Some(unit) {
                group.units.push(Unit::default());
                last = Some(unit);
            }
            if let Some(unit) = group.units.last_mut() {
                if loose {
                    unit.loose.push(own);
                } else {
                    unit.fixed.push(own);
                }
            }
        }
        (self.sure, choice)
    }
}

/// Where a bottom is negative no end is looked for: the quotient of both sums.
fn uneven(may: &[&Term], undefined: bool) -> Result<Interval, Overflow> {
    let zero = Interval::point(Rational::ZERO);
    let (mut top, mut bottom) = (zero, zero);
    for term in may {
        let sure = term.inside == Truth::TRUE;
        let own = if sure { term.top } else { term.top.hull(&zero) };
        let below = Interval::point(term.bottom);
        let below = if sure { below } else { below.hull(&zero) };
        top = top.add(&own).ok_or(Overflow)?;
        bottom = bottom.add(&below).ok_or(Overflow)?;
    }
    let found = top.div(&bottom).ok_or(Overflow)?;
    Ok(if undefined {
        found.may_be_undefined()
    } else {
        found
    })
}
