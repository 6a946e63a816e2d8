//! Sums and quotients of sums over members that may or may not be in: every
//! sum, mean and percent is `(sum of tops) / (sum of bottoms)`. The ends are
//! exact: who is in is chosen so that the quotient is as large, or as small,
//! as it can be (Dinkelbach's method: W. Dinkelbach, "On nonlinear fractional
//! programming", Management Science 13, 1967).

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
}

/// So many units of a group are in at most; exactly so many when all of them surely exist.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) name: usize,
    pub(super) count: usize,
    pub(super) exact: bool,
}

/// An optional member while the ends are looked for.
#[derive(Clone, Copy)]
struct Optional {
    top: Rational,
    bottom: Rational,
    unit: Option<(usize, usize)>,
}

/// The sum of the tops (`ratio` false), or its quotient by the sum of the bottoms.
/// `filled` says that somebody is in for certain although it is open who.
pub(super) fn fraction(
    terms: &[Term],
    groups: &[Group],
    ratio: bool,
    filled: bool,
) -> Result<Interval, Overflow> {
    let mut undefined = false;
    for term in terms {
        let sure = term.inside == Truth::TRUE;
        if sure && term.top.empty || term.inside == Truth::UNDEFINED {
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
    undefined |= ratio && sure_bottom.is_zero() && (!filled || some_weigh_nothing);
    let low = end(&may, groups, ratio, false)?;
    let high = end(&may, groups, ratio, true)?;
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

/// The lowest or the highest value; none where there is no end.
fn end(
    may: &[&Term],
    groups: &[Group],
    ratio: bool,
    high: bool,
) -> Result<Option<Rational>, Overflow> {
    let (mut top, mut bottom) = (Rational::ZERO, Rational::ZERO);
    let mut optional = Vec::new();
    for term in may {
        let value = if high { term.top.hi } else { term.top.lo };
        let Some(value) = value else {
            return Ok(None);
        };
        // The lowest is the highest of what is turned round.
        let value = if high {
            value
        } else {
            value.neg().ok_or(Overflow)?
        };
        if term.inside == Truth::TRUE {
            top = top.add(value).ok_or(Overflow)?;
            bottom = bottom.add(term.bottom).ok_or(Overflow)?;
        } else {
            optional.push(Optional {
                top: value,
                bottom: term.bottom,
                unit: term.unit,
            });
        }
    }
    let groups: Vec<Group> = groups.iter().map(|group| left(*group, may)).collect();
    let found = if ratio {
        highest(top, bottom, &optional, &groups)?
    } else {
        let (more, _) = gain(Rational::ZERO, &optional, &groups)?;
        Some(top.add(more).ok_or(Overflow)?)
    };
    match found {
        Some(value) if !high => value.neg().map(Some).ok_or(Overflow),
        found => Ok(found),
    }
}

/// How many units of a group are still to be chosen.
fn left(group: Group, may: &[&Term]) -> Group {
    let mut sure: Vec<usize> = Vec::new();
    for term in may.iter().filter(|term| term.inside == Truth::TRUE) {
        if let Some((name, unit)) = term.unit
            && name == group.name
            && !sure.contains(&unit)
        {
            sure.push(unit);
        }
    }
    Group {
        count: group.count.saturating_sub(sure.len()),
        ..group
    }
}

/// The highest quotient, by better and better guesses; each is one that can be had.
fn highest(
    top: Rational,
    bottom: Rational,
    optional: &[Optional],
    groups: &[Group],
) -> Result<Option<Rational>, Overflow> {
    let mut guess = if bottom.is_zero() {
        let mut best: Option<Rational> = None;
        for one in optional.iter().filter(|one| !one.bottom.is_zero()) {
            let alone = top
                .add(one.top)
                .and_then(|top| top.div(one.bottom))
                .ok_or(Overflow)?;
            best = Some(best.map_or(alone, |best| best.max(alone)));
        }
        match best {
            Some(best) => best,
            None => return Ok(None),
        }
    } else {
        top.div(bottom).ok_or(Overflow)?
    };
    for _ in 0..=optional.len() {
        let (tops, bottoms) = gain(guess, optional, groups)?;
        let (all, below) = (
            top.add(tops).ok_or(Overflow)?,
            bottom.add(bottoms).ok_or(Overflow)?,
        );
        if below.is_zero() {
            break;
        }
        let next = all.div(below).ok_or(Overflow)?;
        if next <= guess {
            break;
        }
        guess = next;
    }
    Ok(Some(guess))
}

/// What the members add above and below that raise `top - guess * bottom` most.
fn gain(
    guess: Rational,
    optional: &[Optional],
    groups: &[Group],
) -> Result<(Rational, Rational), Overflow> {
    let worth = |one: &Optional| {
        let less = guess.mul(one.bottom)?;
        one.top.sub(less)
    };
    let (mut tops, mut bottoms) = (Rational::ZERO, Rational::ZERO);
    let mut take = |one: &Optional| {
        tops = tops.add(one.top).ok_or(Overflow)?;
        bottoms = bottoms.add(one.bottom).ok_or(Overflow)?;
        Ok::<(), Overflow>(())
    };
    for one in optional.iter().filter(|one| one.unit.is_none()) {
        if worth(one).ok_or(Overflow)? > Rational::ZERO {
            take(one)?;
        }
    }
    for group in groups {
        let mut units: Vec<(Rational, usize)> = Vec::new();
        for one in optional {
            let Some((name, unit)) = one.unit else {
                continue;
            };
            if name != group.name {
                continue;
            }
            let own = worth(one).ok_or(Overflow)?;
            match units.iter_mut().find(|(_, known)| *known == unit) {
                Some((all, _)) => *all = all.add(own).ok_or(Overflow)?,
                None => units.push((own, unit)),
            }
        }
        units.sort_by_key(|(worth, _)| std::cmp::Reverse(*worth));
        let chosen = units.iter().take(group.count);
        let chosen = chosen.filter(|(own, _)| group.exact || *own > Rational::ZERO);
        for (_, unit) in chosen {
            for one in optional
                .iter()
                .filter(|one| one.unit == Some((group.name, *unit)))
            {
                take(one)?;
            }
        }
    }
    Ok((tops, bottoms))
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
