//! Who rates and how often one may try, in the outline.

use crate::model::{Attempts, Combine, Raters, Rubric, Ties, Tries, TriesOf};
use serde::Serialize;

/// `raters { ... }`, of the whole rubric or of a part.
#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct RatersOut {
    part: Option<usize>,
    roles: Vec<RoleOut>,
    combine: Option<&'static str>,
    ties: Option<&'static str>,
    /// The role whose score counts.
    counts: Option<String>,
    adjudicate: Option<AdjudicateOut>,
    without_conflicted: bool,
    confirm_self: bool,
}

/// A role, and how many of it.
#[derive(Serialize, Debug)]
pub struct RoleOut {
    name: String,
    from: usize,
    to: Option<usize>,
    blind: bool,
}

/// When somebody has to settle it.
#[derive(Serialize, Debug)]
pub struct AdjudicateOut {
    role: String,
    by: String,
    unit: &'static str,
}

/// `attempts of ... { ... }`.
#[derive(Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct AttemptsOut {
    of: &'static str,
    counts: &'static str,
    /// How many of the newest or best; none where it is no number of them.
    number: Option<usize>,
    /// The share of the newest (and of each newer) try.
    share: Option<String>,
    at_least: Option<usize>,
    at_level: Option<String>,
    at_most: Option<usize>,
    only_below: Option<String>,
}

pub(super) fn raters(rubric: &Rubric) -> Vec<RatersOut> {
    rubric.raters.iter().map(raters_out).collect()
}

fn raters_out(raters: &Raters) -> RatersOut {
    let roles = raters.roles.iter().map(|role| RoleOut {
        name: role.name.clone(),
        from: role.from,
        to: role.to,
        blind: role.blind,
    });
    let adjudicate = raters.adjudicate.as_ref();
    RatersOut {
        part: raters.part,
        roles: roles.collect(),
        combine: raters.combine.map(|combine| match combine {
            Combine::Mean => "mean",
            Combine::Median => "median",
            Combine::Sum => "sum",
            Combine::Lowest => "lowest",
            Combine::Highest => "highest",
            Combine::Majority => "majority",
            Combine::Agreement => "agreement",
            Combine::Newest => "newest",
        }),
        ties: raters.ties.map(|ties| match ties {
            Ties::Up => "up",
            Ties::Down => "down",
            Ties::Even => "even",
        }),
        counts: raters.counts.clone(),
        adjudicate: adjudicate.map(|(role, by, levels)| AdjudicateOut {
            role: role.clone(),
            by: by.to_string(),
            unit: if *levels { "levels" } else { "points" },
        }),
        without_conflicted: raters.without_conflicted,
        confirm_self: raters.confirm_self,
    }
}

pub(super) fn attempts(attempts: &Attempts) -> AttemptsOut {
    let (counts, number, share) = match &attempts.counts {
        Tries::Newest => ("newest", None, None),
        Tries::Best => ("best", None, None),
        Tries::MeanOfAll => ("mean of all", None, None),
        Tries::MeanOfNewest(number) => ("mean of newest", Some(*number), None),
        Tries::MeanOfBest(number) => ("mean of best", Some(*number), None),
        Tries::MedianOfNewest(number) => ("median of newest", Some(*number), None),
        Tries::NewestAndOthers(share, _) => ("newest and others", None, Some(share)),
        Tries::EachNewer(share) => ("each newer", None, Some(share)),
    };
    let (at_least, at_level) = attempts.at_least.clone().unzip();
    AttemptsOut {
        of: match attempts.of {
            TriesOf::Row => "row",
            TriesOf::Part => "part",
            TriesOf::Whole => "whole",
        },
        counts,
        number,
        share: share.map(ToString::to_string),
        at_least,
        at_level,
        at_most: attempts.at_most,
        only_below: attempts.only_below.clone(),
    }
}
