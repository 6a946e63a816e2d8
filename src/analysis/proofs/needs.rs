//! Needs that never fail, and nevers that never hold.

use super::Proofs;
use super::given::{Var, vars};
use super::reach::Reach;
use super::rungs::{Shown, never, surely};
use super::search::Claim;
use crate::diag::{Code, Diagnostic};
use crate::model::{Ladder, Truth as Rule};

/// Needs that never fail, and nevers that never hold, where the rung is not spoken of anyway.
pub(super) fn idle(
    proofs: &mut Proofs<'_>,
    index: usize,
    ladder: &Ladder,
    shown: &Shown,
    spoken: &[bool],
) {
    for (place, rung) in ladder.rungs.iter().enumerate() {
        let fails = shown
            .fails
            .get(place)
            .map(Vec::as_slice)
            .unwrap_or_default();
        if rung.needs.len() < 2 || spoken.get(place) == Some(&true) {
            continue;
        }
        for (need, (rule, fails)) in rung.needs.iter().zip(fails).enumerate() {
            let claim: Claim<'_> = &|walk| walk.truth(&rule.rule).ok().map(surely);
            if *fails || matches!(rule.rule, Rule::Rung(..)) || !proofs.search.spend() {
                continue;
            }
            let vars = &vars_of(proofs, &rule.rule);
            if !proofs.search.proves(vars, false, claim) {
                continue;
            }
            let message = say!(
                "this need never fails: \"{}\" holds whatever is rated",
                rule.text
            );
            let span = proofs.need(index, place, need);
            let found = Diagnostic::warning(Code::NeverFails, span, message)
                .help("ask for more, or take it out");
            let lowest = proofs.lowest(vars);
            proofs.say(proofs.shown(found, &lowest, vars, say!("{} still meet it")));
        }
    }
    for (place, (rule, holds)) in ladder.nevers.iter().zip(&shown.nevers).enumerate() {
        let claim: Claim<'_> = &|walk| walk.truth(&rule.rule).ok().map(never);
        if !*holds
            && proofs
                .search
                .proves(&vars_of(proofs, &rule.rule), true, claim)
        {
            let message = say!("this rules nothing out: \"{}\" never holds", rule.text);
            let span = proofs.never(index, place);
            let found = Diagnostic::warning(Code::NeverFails, span, message);
            proofs.say(found.help("say what is meant to rule it out, or take the line out"));
        }
    }
}

/// What decides one condition.
fn vars_of(proofs: &Proofs<'_>, rule: &Rule) -> Vec<Var> {
    let mut reach = Reach::new(proofs.rubric);
    reach.truth(rule);
    vars(proofs.rubric, &reach)
}
