//! Rungs that no ratings reach, that all reach, or that one above hides; needs
//! that never fail, and nevers that never hold.

use super::Proofs;
use super::given::{Var, nothing, plain, vars};
use super::implied::follows;
use super::needs::idle;
use super::reach::Reach;
use super::search::Claim;
use super::weights::percent;
use crate::analysis::told::number;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Inputs, Walk};
use crate::model::{Ladder, Truth as Rule};
use crate::num::{Interval, Rational, Truth};

/// What samples of ratings showed of a ladder: nothing is claimed against it.
pub(super) struct Shown {
    /// By rung: it holds; it does not; it holds and none above does.
    holds: Vec<Option<Inputs>>,
    lacks: Vec<bool>,
    given: Vec<bool>,
    /// By rung and need: it fails.
    pub(super) fails: Vec<Vec<bool>>,
    /// By never: it holds.
    pub(super) nevers: Vec<bool>,
}

pub(super) fn rungs(proofs: &mut Proofs<'_>) {
    for (index, ladder) in proofs.rubric.ladders.iter().enumerate() {
        if !proofs.search.spend() {
            return;
        }
        let reach = Reach::of_ladder(proofs.rubric, index);
        if !reach.vague && !proofs.search.summed {
            let vars = vars(proofs.rubric, &reach);
            one(proofs, index, ladder, &vars);
        }
    }
}

fn one(proofs: &mut Proofs<'_>, index: usize, ladder: &Ladder, vars: &[Var]) {
    let shown = sampled(proofs, index, ladder, vars);
    let mut spoken = vec![false; ladder.rungs.len()];
    unreached(proofs, index, ladder, vars, &shown, &mut spoken);
    // One rule for several parts may say more than one of them takes.
    if proofs.is_shared(index) {
        return;
    }
    let first = (0..ladder.rungs.len()).find(|rung| {
        let open = shown.lacks.get(*rung) == Some(&false) && spoken.get(*rung) == Some(&false);
        open && always(proofs, index, ladder, vars, *rung)
    });
    if let Some(slot) = first.and_then(|rung| spoken.get_mut(rung)) {
        *slot = true;
    }
    // Below a rung that all reach nothing is ever given: that was said.
    let last = first.unwrap_or(ladder.rungs.len());
    for rung in 1..last {
        if shown.given.get(rung) == Some(&false)
            && spoken.get(rung) == Some(&false)
            && hidden(proofs, index, ladder, vars, (rung, &shown))
            && let Some(slot) = spoken.get_mut(rung)
        {
            *slot = true;
        }
    }
    idle(proofs, index, ladder, &shown, &spoken);
}

fn sampled(proofs: &mut Proofs<'_>, index: usize, ladder: &Ladder, vars: &[Var]) -> Shown {
    let rungs = ladder.rungs.len();
    let needs = ladder
        .rungs
        .iter()
        .map(|rung| vec![false; rung.needs.len()]);
    let mut shown = Shown {
        holds: vec![None; rungs],
        lacks: vec![false; rungs],
        given: vec![false; rungs],
        fails: needs.collect(),
        nevers: vec![false; ladder.nevers.len()],
    };
    proofs.search.sample(vars, &mut |walk, inputs| {
        see(&mut shown, walk, inputs, index, ladder);
        shown.holds.iter().any(Option::is_none)
            || shown.lacks.contains(&false)
            || shown.given.contains(&false)
            || shown.fails.iter().flatten().any(|fails| !fails)
            || shown.nevers.contains(&false)
    });
    shown
}

fn see(shown: &mut Shown, walk: &Walk<'_>, inputs: &Inputs, index: usize, ladder: &Ladder) {
    let mut above = false;
    for (place, rung) in ladder.rungs.iter().enumerate() {
        let truth = rung_truth(walk, index, place);
        let holds = truth == Some(Truth::TRUE);
        if let Some(slot) = shown.holds.get_mut(place)
            && holds
            && slot.is_none()
        {
            *slot = Some(inputs.clone());
        }
        set(&mut shown.lacks, place, !holds);
        set(&mut shown.given, place, holds && !above);
        // Where one above may hold too, it is not known which is given.
        above |= truth != Some(Truth::FALSE);
        let Some(fails) = shown.fails.get_mut(place) else {
            continue;
        };
        for (need, rule) in rung.needs.iter().enumerate() {
            set(
                fails,
                need,
                walk.truth(&rule.rule).ok() != Some(Truth::TRUE),
            );
        }
    }
    for (place, never) in ladder.nevers.iter().enumerate() {
        set(
            &mut shown.nevers,
            place,
            can_be_true(walk, &never.rule) != Some(false),
        );
    }
}

fn set(marks: &mut [bool], place: usize, on: bool) {
    if let Some(slot) = marks.get_mut(place) {
        *slot |= on;
    }
}

fn rung_truth(walk: &Walk<'_>, ladder: usize, rung: usize) -> Option<Truth> {
    walk.truth(&Rule::Rung(ladder, rung)).ok()
}

fn can_be_true(walk: &Walk<'_>, rule: &Rule) -> Option<bool> {
    walk.truth(rule).ok().map(Truth::can_be_true)
}

/// Whether a truth never becomes true.
pub(super) fn never(truth: Truth) -> Option<bool> {
    match truth {
        _ if !truth.can_be_true() => Some(true),
        Truth::TRUE => Some(false),
        _ => None,
    }
}

/// Whether a truth is always true.
pub(super) fn surely(truth: Truth) -> Option<bool> {
    match truth {
        Truth::TRUE => Some(true),
        _ if !truth.can_be_true() => Some(false),
        _ => None,
    }
}

/// Rungs that no ratings reach, from the lowest up: what needs one of them is not spoken of again.
fn unreached(
    proofs: &mut Proofs<'_>,
    index: usize,
    ladder: &Ladder,
    vars: &[Var],
    shown: &Shown,
    spoken: &mut [bool],
) {
    for (place, rung) in ladder.rungs.iter().enumerate().rev() {
        if !matches!(shown.holds.get(place), Some(None)) {
            continue;
        }
        let follows = rung.needs.iter().any(|need| match need.rule {
            Rule::Rung(_, lower) => spoken.get(lower) == Some(&true),
            _ => false,
        });
        let claim: Claim<'_> = &|walk| rung_truth(walk, index, place).map(never);
        if !follows && !proofs.search.proves(vars, true, claim) {
            continue;
        }
        if let Some(slot) = spoken.get_mut(place) {
            *slot = true;
        }
        if !follows {
            let message = if proofs.is_line(index, place) {
                "no ratings fit this line".into()
            } else {
                if proofs.is_shared(index) {
                    say!("no ratings reach `{}` of `{}`", rung.name, ladder.name)
                } else {
                    say!("no ratings reach `{}`", rung.name)
                }
            };
            let found = Diagnostic::warning(Code::Unreached, proofs.rung(index, place), message);
            proofs.say(blamed(proofs, index, ladder, place, found));
        }
    }
}

/// Names the need that can never hold, with its bounds; else says that they cannot hold together.
fn blamed(
    proofs: &Proofs<'_>,
    index: usize,
    ladder: &Ladder,
    place: usize,
    found: Diagnostic,
) -> Diagnostic {
    let inputs = nothing(proofs.rubric);
    let walk = Walk::new(proofs.rubric, &inputs, false).ok();
    let (Some(walk), Some(rung)) = (walk, ladder.rungs.get(place)) else {
        return found;
    };
    let always = |never: &&crate::model::Need| walk.truth(&never.rule).ok() == Some(Truth::TRUE);
    if let Some(never) = ladder.nevers.iter().find(always) {
        let message = say!("whatever is rated, \"{}\" rules it out", never.text);
        return found.help(message);
    }
    for (need, rule) in rung.needs.iter().enumerate() {
        if can_be_true(&walk, &rule.rule) != Some(false) {
            continue;
        }
        let span = proofs.need(index, place, need);
        let bound = match &rule.rule {
            Rule::Compare(compare) => {
                let sides = (walk.num(&compare.left).ok(), walk.num(&compare.right).ok());
                match sides {
                    (Some(left), Some(right)) => {
                        say!(
                            "this is {}, compared with {}",
                            bounds(left, rule.percent),
                            bounds(right, rule.percent)
                        )
                    }
                    _ => "this can never hold".into(),
                }
            }
            _ => "this can never hold".into(),
        };
        let help = say!(
            "\"{}\" can never hold: ask for less, or take the rung out",
            rule.text
        );
        return found.label(span, bound).help(help);
    }
    found.help("what it needs can never all hold at once: ask for less, or take the rung out")
}

/// What a number may be, as its need shows it.
fn bounds(value: Interval, in_percent: bool) -> String {
    let text = |end: Rational| match in_percent {
        true => percent(end).unwrap_or_else(|| plain(end)),
        false => plain(end),
    };
    match (value.known(), value.lo, value.hi) {
        (Some(value), ..) => text(value),
        (None, Some(lo), Some(hi)) if !value.empty => {
            format!("between {} and {}", text(lo), text(hi))
        }
        _ => number(value),
    }
}

/// A rung that all ratings reach.
fn always(
    proofs: &mut Proofs<'_>,
    index: usize,
    ladder: &Ladder,
    vars: &[Var],
    place: usize,
) -> bool {
    let Some(rung) = ladder.rungs.get(place) else {
        return false;
    };
    // On a scale the last rung and `otherwise` may be the same level.
    let last = place.saturating_add(1) == ladder.rungs.len();
    let same = ladder
        .otherwise
        .as_ref()
        .is_some_and(|(_, _, level)| *level == rung.level);
    if last && same {
        return false;
    }
    let claim: Claim<'_> = &|walk| rung_truth(walk, index, place).map(surely);
    if !proofs.search.proves(vars, false, claim) {
        return false;
    }
    let below = match ladder.rungs.get(place.saturating_add(1)) {
        Some(below) => &below.name,
        None => ladder
            .otherwise
            .as_ref()
            .map_or(&rung.name, |(name, ..)| name),
    };
    let message = if proofs.is_line(index, place) {
        "all ratings fit this line, so what is below it is never used".into()
    } else {
        say!(
            "all ratings reach `{}`, so `{}` is never given",
            rung.name,
            below
        )
    };
    let found = Diagnostic::warning(Code::AllReach, proofs.rung(index, place), message)
        .help("ask for more here, or make this the `otherwise`");
    let lowest = proofs.lowest(vars);
    proofs.say(proofs.shown(found, &lowest, vars, say!("{} still reach it")));
    true
}

/// A rung that is never given: whoever reaches it reaches one above it too.
fn hidden(
    proofs: &mut Proofs<'_>,
    index: usize,
    ladder: &Ladder,
    vars: &[Var],
    (place, shown): (usize, &Shown),
) -> bool {
    let claim: Claim<'_> = &|walk| {
        let own = rung_truth(walk, index, place)?;
        let above = (0..place).map(|above| rung_truth(walk, index, above));
        let above: Option<Vec<Truth>> = above.collect();
        let above = above?;
        Some(if !own.can_be_true() || above.contains(&Truth::TRUE) {
            Some(true)
        } else if own == Truth::TRUE && above.iter().all(|truth| !truth.can_be_true()) {
            Some(false)
        } else {
            None
        })
    };
    if !follows(ladder, place) && !proofs.search.proves(vars, true, claim) {
        return false;
    }
    // Said with a witness only; it names the one above that it reaches too.
    let Some(Some(witness)) = shown.holds.get(place) else {
        return false;
    };
    let reached = proofs.search.look(witness, |walk| {
        (0..place).find(|above| rung_truth(walk, index, *above) == Some(Truth::TRUE))
    });
    let (Some(above), Some(rung)) = (reached, ladder.rungs.get(place)) else {
        return false;
    };
    let (span, upper) = (proofs.rung(index, place), proofs.rung(index, above));
    let name = ladder
        .rungs
        .get(above)
        .map_or("", |rung| rung.name.as_str());
    let found = if proofs.is_line(index, place) {
        let message = "this line is never used: a line above it takes whatever fits it";
        let found = Diagnostic::warning(Code::Hidden, span, message)
            .label(upper, "this one")
            .help("put the narrow line first, or take this one out");
        proofs.shown(found, witness, vars, say!("{} fit both"))
    } else {
        let message = say!(
            "`{}` is never given: whoever reaches it reaches `{}` above it too",
            rung.name,
            name
        );
        let found = Diagnostic::warning(Code::Hidden, span, message)
            .label(upper, say!("`{}` stands above it", name))
            .help("put the harder rung first, or ask for more in the one above");
        proofs.shown(found, witness, vars, say!("{} reach both"))
    };
    proofs.say(found);
    true
}
