//! Weights that do not add up, a total that is an odd number, and a percent in
//! which every row counts the same although their points do not.

use super::Proofs;
use super::given::{give, nothing, plain, vars};
use super::reach::Reach;
use super::visit::{self, Seen};
use crate::diag::{Code, Diagnostic, Weighed};
use crate::model::{Gather, Member, Num, Part, Row, Set, Share};
use crate::num::Rational;
use crate::text::Span;

/// A member of a weighted set.
struct Weight {
    value: Rational,
    /// As written, if it is.
    place: Option<Weighed>,
    /// The row it is, else the part.
    row: Option<usize>,
    part: usize,
    /// The part it stands in.
    parent: Option<usize>,
    /// Whether it is always there and adds to what is possible.
    steady: bool,
    name: String,
}

pub(super) fn weights(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    let mut sets: Vec<Vec<Weight>> = Vec::new();
    let mut sums: Vec<(&Set, Gather)> = Vec::new();
    visit::all(rubric, &mut |seen| match seen {
        Seen::Num(Num::Shares(shares)) if shares.that.is_empty() => {
            nested(proofs, &shares.members, &mut sets);
        }
        Seen::Num(Num::Gather(gather, set, _)) if set.that.is_empty() && set.pick.is_none() => {
            sums.push((set, *gather));
        }
        _ => {}
    });
    for (set, gather) in &sums {
        let weighted = matches!(
            gather,
            Gather::WeightedMean | Gather::WeightedSum | Gather::WeightedPercent
        );
        if let (true, Some(members)) = (weighted, flat(proofs, set)) {
            sets.push(members);
        }
    }
    sets.iter().for_each(|members| add_up(proofs, members));
    scores(proofs);
}

/// The members of a part, and those of the parts in it.
fn nested(proofs: &Proofs<'_>, shares: &[Share], sets: &mut Vec<Vec<Weight>>) {
    let each = shares.iter().filter_map(|share| match share {
        Share::Row(row, weight) => of_row(proofs, *row, *weight),
        Share::Part(part, weight, _) => {
            let found = proofs.rubric.parts.get(*part)?;
            let place = proofs.places.parts.get(*part).and_then(|(_, place)| *place);
            Some(Weight {
                value: *weight,
                place,
                row: None,
                part: *part,
                parent: found.parent,
                steady: found.only_when.is_none(),
                name: found.name.clone(),
            })
        }
    });
    sets.push(each.collect());
    for share in shares {
        if let Share::Part(_, _, inner) = share {
            nested(proofs, inner, sets);
        }
    }
}

/// The rows of a flat set.
fn flat(proofs: &Proofs<'_>, set: &Set) -> Option<Vec<Weight>> {
    let rows = set.members.iter().map(|member| match member {
        Member::Row(row) => Some(*row),
        _ => None,
    });
    let rows: Option<Vec<usize>> = rows.collect();
    let rows = rows?;
    let each = rows.iter().map(|row| {
        let weight = proofs.rubric.rows.get(*row)?.weighs();
        of_row(proofs, *row, weight)
    });
    each.collect()
}

fn of_row(proofs: &Proofs<'_>, index: usize, value: Rational) -> Option<Weight> {
    let row = proofs.rubric.rows.get(index)?;
    let place = proofs.places.rows.get(index).and_then(|place| place.weight);
    let dated = row.counts_from.is_some() || row.retired.is_some();
    // What adds nothing is no member; a bonus stands on top.
    let none = row.adds_nothing || row.not_scored;
    Some(Weight {
        value: if none { Rational::ZERO } else { value },
        place: if none { None } else { place },
        row: Some(index),
        part: 0,
        parent: row.part,
        steady: none || !(row.bonus || dated || row.only_when.is_some()),
        name: row.name.clone(),
    })
}

/// Weights that are percentages add up to all of it.
fn add_up(proofs: &mut Proofs<'_>, members: &[Weight]) {
    let chooses = |part: Option<&Part>| part.is_some_and(|part| part.choose.is_some());
    let rubric = proofs.rubric;
    let parent = |member: &Weight| member.parent.and_then(|part| rubric.parts.get(part));
    let written = || {
        let places = members.iter().filter_map(|member| member.place);
        places.filter(|place| place.percent)
    };
    let steady = members
        .iter()
        .all(|member| member.steady && !chooses(parent(member)));
    let (Some(first), true) = (written().next(), steady) else {
        return;
    };
    if is_choice(proofs, members) {
        return;
    }
    let sum = members
        .iter()
        .try_fold(Rational::ZERO, |sum, member| sum.add(member.value));
    let Some(sum) = sum.filter(|sum| *sum != Rational::ONE) else {
        return;
    };
    let Some(shown) = percent(sum) else { return };
    let unsaid = members
        .iter()
        .filter(|member| member.place.is_none() && !member.value.is_zero());
    let unsaid: Vec<&str> = unsaid.map(|member| member.name.as_str()).collect();
    let help = if unsaid.is_empty() {
        "write weights that add up to 100 %; as it is, they only count by their proportion".into()
    } else {
        let names = super::listed(&unsaid);
        say!(
            "{} without a weight counts as 1, that is 100 %: write a weight there too",
            names
        )
    };
    let message = say!("these weights add up to {}, not to 100 %", shown);
    let mut found = Diagnostic::warning(Code::WeightSum, first.span, message).help(help);
    for place in written().skip(1).take(super::NAMED) {
        found = found.label(place.span, "and this one");
    }
    proofs.say(found);
}

/// Whether something beside the members has a percentage too: then they are chosen out of more.
fn is_choice(proofs: &Proofs<'_>, members: &[Weight]) -> bool {
    let (rubric, parts) = (proofs.rubric, proofs.rubric.parts.len());
    let mut near = vec![false; parts.saturating_add(1)];
    let mut inside = (vec![false; parts], vec![false; rubric.rows.len()]);
    let of = |part: Option<usize>| part.unwrap_or(parts);
    let on = |slot: Option<&mut bool>| slot.into_iter().for_each(|slot| *slot = true);
    for member in members {
        on(near.get_mut(of(member.parent)));
        match member.row {
            Some(row) => on(inside.1.get_mut(row)),
            None => on(inside.0.get_mut(member.part)),
        }
    }
    let is_near = |part: Option<usize>| near.get(of(part)) == Some(&true);
    let percent = |place: Option<Weighed>| place.is_some_and(|place| place.percent);
    let rows = rubric.rows.iter().zip(&proofs.places.rows).zip(&inside.1);
    let mut rows = rows.filter(|((row, _), inside)| {
        !**inside && is_near(row.part) && !row.adds_nothing && !row.not_scored && !row.bonus
    });
    let parts = rubric.parts.iter().zip(&proofs.places.parts).zip(&inside.0);
    let mut parts = parts.filter(|((part, _), inside)| !**inside && is_near(part.parent));
    rows.any(|((_, place), _)| percent(place.weight))
        || parts.any(|((_, place), _)| percent(place.1))
}

/// As a percentage.
pub(super) fn percent(value: Rational) -> Option<String> {
    Some(format!("{} %", plain(value.mul(Rational::whole(100))?)))
}

/// What stands in scores themselves.
fn scores(proofs: &mut Proofs<'_>) {
    let rubric = proofs.rubric;
    for (index, score) in rubric.scores.iter().enumerate() {
        let mut found: Vec<(Set, Gather)> = Vec::new();
        visit::num(&score.rule, &mut |seen| match seen {
            Seen::Num(Num::Gather(gather, set, false)) => {
                found.push((set.as_ref().clone(), *gather));
            }
            Seen::Num(Num::Shares(shares)) if !shares.stretch && shares.that.is_empty() => {
                let rows = shares.members.iter().map(|share| match share {
                    Share::Row(row, _) => Some(Member::Row(*row)),
                    Share::Part(..) => None,
                });
                if let Some(members) = rows.collect() {
                    let set = Set {
                        members,
                        ..Set::default()
                    };
                    found.push((set, Gather::WeightedPercent));
                }
            }
            _ => {}
        });
        let span = proofs.score(index);
        for (set, gather) in &found {
            match gather {
                Gather::Sum => odd_total(proofs, span, &score.name, set),
                Gather::WeightedPercent => uneven(proofs, span, set),
                _ => {}
            }
        }
    }
}

/// The rows of a set that always counts as a whole, each in every sum.
fn plain_rows<'a>(proofs: &Proofs<'a>, set: &Set) -> Option<Vec<&'a Row>> {
    let rows = set.members.iter().map(|member| match member {
        Member::Row(row) => proofs.rubric.rows.get(*row).filter(|row| {
            let dated = row.counts_from.is_some() || row.retired.is_some();
            !row.bonus && !dated && row.only_when.is_none() && !row.lower
        }),
        _ => None,
    });
    let rows: Option<Vec<&Row>> = rows.collect();
    let counts = |row: &&Row| !row.adds_nothing && !row.not_scored;
    let mut rows = rows.filter(|_| set.that.is_empty() && set.pick.is_none())?;
    rows.retain(counts);
    Some(rows)
}

/// Points that are shares of a whole, each below 1, add up to 1 or another whole number.
fn odd_total(proofs: &mut Proofs<'_>, span: Span, name: &str, set: &Set) {
    let Some(rows) = plain_rows(proofs, set) else {
        return;
    };
    let most: Option<Vec<Rational>> = rows.iter().map(|row| row.most()).collect();
    let most = most.unwrap_or_default();
    let share = |most: &Rational| *most > Rational::ZERO && *most < Rational::ONE;
    let same = most.windows(2).all(|two| matches!(two, [a, b] if a == b));
    let sum = most
        .iter()
        .try_fold(Rational::ZERO, |sum, one| sum.add(*one));
    let Some(sum) = sum.filter(|sum| !sum.is_whole()) else {
        return;
    };
    // Halves of points, or one value throughout, are meant so.
    if most.len() < 2 || !most.iter().all(share) || same {
        return;
    }
    let message = say!("the most that `{}` can come to is {}", name, plain(sum));
    let help =
        "the points look like shares of 1: mend the one that is off, or make a row a `bonus`";
    proofs.warn(Code::OddTotal, span, message, help);
}

/// A weighted percent without a weight: each row counts the same, whatever its points.
fn uneven(proofs: &mut Proofs<'_>, span: Span, set: &Set) {
    let rows = plain_rows(proofs, set).unwrap_or_default();
    let most: Option<Vec<Rational>> = rows.iter().map(|row| row.most()).collect();
    let most = most.unwrap_or_default();
    let equal = most.windows(2).all(|two| matches!(two, [a, b] if a == b));
    let written = rows.iter().any(|row| row.weight.is_some());
    if equal || written || !proofs.search.is_plain() || !proofs.search.spend() {
        return;
    }
    let percents = [Gather::Percent, Gather::WeightedPercent];
    let percents = percents.map(|gather| Num::Gather(gather, Box::new(set.clone()), false));
    let mut reach = Reach::new(proofs.rubric);
    for member in &set.members {
        if let Member::Row(row) = member {
            reach.row(*row);
        }
    }
    reach.follow();
    let vars = vars(proofs.rubric, &reach);
    // The row with the most points at its best, the others at their lowest.
    let large = most.iter().max().copied();
    let mut inputs = nothing(proofs.rubric);
    for var in &vars {
        let super::given::Thing::Row(row) = var.thing else {
            continue;
        };
        let found = proofs.rubric.rows.get(row);
        let best = found.is_some_and(|row| row.most() == large);
        let place = if best { var.rated.saturating_sub(1) } else { 0 };
        if let Some(choice) = var.choices.get(place) {
            give(&mut inputs, var.thing, *choice);
        }
    }
    let both = proofs.search.look(&inputs, |walk| {
        let both = percents.iter().map(|rule| walk.num(rule).ok()?.known());
        both.collect::<Option<Vec<Rational>>>()
    });
    let both = both.unwrap_or_default();
    let [by_points, by_rows] = both.as_slice() else {
        return;
    };
    let shown = |value: &Rational| hundredths(*value);
    if let (true, Some(points), Some(same)) =
        (by_points != by_rows, shown(by_points), shown(by_rows))
    {
        let message = "no row here has a weight, so each counts the same, whatever its points";
        let help = say!(
            "write weights, or `percent of` to count by points: that gives {} where this gives {}",
            points,
            same
        );
        let found = Diagnostic::note(Code::Uneven, span, message).help(help);
        let what = say!("{} give {} here, and {} by points", same, points);
        proofs.say(proofs.shown(found, &inputs, &vars, what));
    }
}

/// A percent to two places, cut off.
fn hundredths(value: Rational) -> Option<String> {
    let all = value.mul(Rational::whole(10_000))?.floor();
    percent(Rational::new(all, 10_000)?)
}
