//! Ladders: the truth of every rung, and what the ladder may come to.

use super::outcome::parts_of;
use super::truths::is_about_row;
use super::values::NeedValue;
use super::walk::{Climbed, Result, Walk};
use crate::model::{Ladder, LadderKind, Member, Need, RowTest, Set, Truth as Rule};
use crate::num::{Levels, Truth};

impl Walk<'_> {
    /// Works a ladder out from its lowest rung up: rungs refer to those below them.
    pub(super) fn climb(&mut self, index: usize) -> Result<()> {
        let rubric = self.rubric;
        let Some(ladder) = rubric.ladders.get(index) else {
            return Ok(());
        };
        let nevers = self.needs(&ladder.nevers)?;
        let mut blocked = nevers
            .iter()
            .fold(Truth::FALSE, |all, never| all.or(never.truth))
            .not();
        let mut comments = Vec::new();
        if ladder.kind == LadderKind::Award {
            for (row, now) in self.rows.iter().enumerate() {
                blocked = blocked.and(now.comment);
                if now.lacks_comment() {
                    comments.push(row);
                }
            }
        }
        if let Some(slot) = self.ladders.get_mut(index) {
            *slot = Climbed {
                nevers,
                needs: vec![Vec::new(); ladder.rungs.len()],
                rungs: vec![Truth::UNDEFINED; ladder.rungs.len()],
                comments,
                levels: Levels::UNDEFINED,
            };
        }
        for (place, rung) in ladder.rungs.iter().enumerate().rev() {
            let needs = self.needs(&rung.needs)?;
            let truth = needs.iter().fold(blocked, |all, need| all.and(need.truth));
            let Some(slot) = self.ladders.get_mut(index) else {
                continue;
            };
            if let (Some(known), Some(found)) =
                (slot.rungs.get_mut(place), slot.needs.get_mut(place))
            {
                *known = truth;
                *found = needs;
            }
        }
        let levels = self.outcome_levels(index, ladder);
        if let Some(slot) = self.ladders.get_mut(index) {
            slot.levels = levels;
        }
        Ok(())
    }

    /// The levels a ladder may come to; what it was overruled to, if it was.
    fn outcome_levels(&self, index: usize, ladder: &Ladder) -> Levels {
        let level = |place: usize| match ladder.rungs.get(place) {
            Some(rung) => Some(rung.level),
            None => ladder.otherwise.as_ref().map(|(_, _, level)| *level),
        };
        let (places, undefined) = match self.inputs.overrides.get(index).copied().flatten() {
            Some(place) => (vec![place], false),
            None => self.places(index),
        };
        let each = places
            .into_iter()
            .filter_map(|place| level(place).map(Levels::one));
        let mut levels = each.fold(Levels::default(), Levels::union);
        levels.undefined = undefined;
        levels
    }

    /// The places a ladder may come to, best first, and whether it may come to nothing.
    pub(super) fn places(&self, index: usize) -> (Vec<usize>, bool) {
        let rungs = self
            .ladders
            .get(index)
            .map(|ladder| ladder.rungs.as_slice())
            .unwrap_or_default();
        let mut places = Vec::new();
        let (mut undefined, mut all_false) = (false, true);
        for (place, truth) in rungs.iter().enumerate() {
            if truth.can_be_true() {
                places.push(place);
            }
            if *truth == Truth::TRUE {
                return (places, false);
            }
            undefined |= truth.can_be_undefined();
            all_false &= truth.can_be_false();
        }
        if all_false {
            places.push(rungs.len());
        }
        (places, undefined)
    }

    fn needs(&self, needs: &[Need]) -> Result<Vec<NeedValue>> {
        needs.iter().map(|need| self.need(&need.rule)).collect()
    }

    /// A condition with what it came to, row by row where it names rows.
    fn need(&self, rule: &Rule) -> Result<NeedValue> {
        let mut found = NeedValue {
            truth: self.truth(rule)?,
            members: Vec::new(),
            sides: None,
            parts: Vec::new(),
        };
        if self.closed && !self.inputs.closed {
            return Ok(found); // only its truth is asked for
        }
        match rule {
            Rule::Quantified(_, set, test) => {
                for member in members_tested(set) {
                    found.members.push(self.member_truth(member, set, test)?);
                }
            }
            Rule::Test(member @ (Member::Row(_) | Member::Ladder(_)), test) => {
                found.members.push(self.test_alone(*member, test)?);
            }
            Rule::Compare(compare) => {
                found.sides = Some((self.num(&compare.left)?, self.num(&compare.right)?));
            }
            _ => {
                let parts = parts_of(rule).into_iter();
                found.parts = parts.map(|part| self.need(part)).collect::<Result<_>>()?;
            }
        }
        Ok(found)
    }

    /// Whether one member of a tested set passes; one that is not in it stands in nobody's way.
    fn member_truth(&self, member: Member, set: &Set, test: &RowTest) -> Result<Truth> {
        let about = is_about_row(test);
        let inside = self.base(member, about);
        let inside = inside.and(self.passes(member, &set.that, about)?);
        if !inside.can_be_true() {
            return Ok(Truth::of(false, false, false));
        }
        self.test(member, test)
    }
}

/// The rows and ladders of a set, one by one.
pub(super) fn members_tested(set: &Set) -> Vec<Member> {
    let named = |member: &&Member| matches!(member, Member::Row(_) | Member::Ladder(_));
    set.members.iter().filter(named).copied().collect()
}
