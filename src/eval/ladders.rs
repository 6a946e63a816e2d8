//! Ladders: the truth of every rung, and what the ladder may come to.

use super::outcome::parts_of;
use super::truths::{compared, is_about_row};
use super::values::NeedValue;
use super::walk::{Climbed, Result, Walk, put};
use crate::model::{
    CommentMode, Ladder, LadderKind, Member, Need, Quantity, RowTest, Set, Truth as Rule,
};
use crate::num::{Levels, Tally, Truth};

/// Which needs of a ladder are worked out anew. They are counted through:
/// the nevers, then the needs of each rung, best first.
pub(super) trait Stale {
    /// Whether this need is.
    fn is_stale(&self, need: usize) -> bool;
    /// Whether it names a rung of its own ladder.
    fn names_rung(&self, need: usize) -> bool;
    /// The truth of a test of a set whose members are kept count of.
    fn counted(&self, need: usize) -> Option<(&Quantity, usize, Tally)>;
    /// It was worked out.
    fn moved(&mut self, need: usize);
    /// Whether the rubric requires a comment anywhere.
    fn wants_comments(&self) -> bool;
}

/// All of them: nothing is known yet.
struct Everything;

impl Stale for Everything {
    fn is_stale(&self, _: usize) -> bool {
        true
    }

    fn names_rung(&self, _: usize) -> bool {
        false
    }

    fn counted(&self, _: usize) -> Option<(&Quantity, usize, Tally)> {
        None
    }

    fn moved(&mut self, _: usize) {}

    fn wants_comments(&self) -> bool {
        true
    }
}

impl Walk<'_> {
    /// Works a ladder out.
    pub(super) fn climb(&mut self, index: usize) -> Result<()> {
        let Some(ladder) = self.rubric.ladders.get(index) else {
            return Ok(());
        };
        let none = |needs: &[Need]| vec![NeedValue::default(); needs.len()];
        let climbed = Climbed {
            nevers: none(&ladder.nevers),
            needs: ladder.rungs.iter().map(|rung| none(&rung.needs)).collect(),
            rungs: vec![Truth::UNDEFINED; ladder.rungs.len()],
            comments: Vec::new(),
            levels: Levels::UNDEFINED,
        };
        put(&mut self.known.ladders, index, climbed);
        self.climb_again(index, &mut Everything).map(|_| ())
    }

    /// Works out what of a ladder is stale, from its lowest rung up: rungs refer to
    /// those below them. Gives whether a rung or the levels it may come to moved.
    pub(super) fn climb_again(&mut self, index: usize, stale: &mut impl Stale) -> Result<bool> {
        let rubric = self.rubric;
        let Some(ladder) = rubric.ladders.get(index) else {
            return Ok(false);
        };
        for (place, never) in ladder.nevers.iter().enumerate() {
            if stale.is_stale(place) {
                self.climb_need(index, (None, place), (never, place), stale)?;
            }
        }
        let comments = ladder.kind == LadderKind::Award && stale.wants_comments();
        let blocked = self.blocked(index, comments);
        let needs = ladder.rungs.iter().map(|rung| rung.needs.len());
        let mut first = needs.fold(ladder.nevers.len(), usize::saturating_add);
        let (mut moved, mut below) = (false, false);
        for (place, rung) in ladder.rungs.iter().enumerate().rev() {
            first = first.saturating_sub(rung.needs.len());
            for (at, need) in rung.needs.iter().enumerate() {
                let number = first.saturating_add(at);
                if stale.is_stale(number) || below && stale.names_rung(number) {
                    self.climb_need(index, (Some(place), at), (need, number), stale)?;
                }
            }
            let Some(climbed) = self.known.ladders.get_mut(index) else {
                continue;
            };
            let needs = climbed.needs.get(place).map(Vec::as_slice);
            let needs = needs.unwrap_or_default().iter();
            let truth = needs.fold(blocked, |all, need| all.and(need.truth));
            below |= put(&mut climbed.rungs, place, truth) != Some(truth);
        }
        moved |= below;
        let levels = self.outcome_levels(index, ladder);
        if let Some(climbed) = self.known.ladders.get_mut(index) {
            moved |= climbed.levels != levels;
            climbed.levels = levels;
        }
        Ok(moved)
    }

    /// Works one need out, in its place: of a rung, or of the nevers.
    fn climb_need(
        &mut self,
        index: usize,
        (rung, at): (Option<usize>, usize),
        (need, number): (&Need, usize),
        stale: &mut impl Stale,
    ) -> Result<()> {
        let Some(slot) = self.need_at(index, rung, at) else {
            return Ok(());
        };
        let mut value = std::mem::take(slot);
        let truth = match stale.counted(number) {
            Some((quantity, size, tally)) => self.many(quantity, size, tally),
            None => self.need(&need.rule, &mut value)?,
        };
        value.truth = truth;
        if let Some(slot) = self.need_at(index, rung, at) {
            *slot = value;
        }
        stale.moved(number);
        Ok(())
    }

    /// A need of a ladder that was climbed: of a rung, or of the nevers.
    fn need_at(&mut self, index: usize, rung: Option<usize>, at: usize) -> Option<&mut NeedValue> {
        let climbed = self.known.ladders.get_mut(index)?;
        match rung {
            Some(rung) => climbed.needs.get_mut(rung)?.get_mut(at),
            None => climbed.nevers.get_mut(at),
        }
    }

    /// The same by its number among the needs of the ladder.
    pub(super) fn need_numbered(&mut self, index: usize, need: usize) -> Option<&mut NeedValue> {
        let climbed = self.known.ladders.get_mut(index)?;
        let needs = climbed.needs.iter_mut().flatten();
        climbed.nevers.iter_mut().chain(needs).nth(need)
    }

    /// What stands before every rung: no never, and every comment that is required.
    fn blocked(&mut self, index: usize, comments: bool) -> Truth {
        let Some(climbed) = self.known.ladders.get_mut(index) else {
            return Truth::UNDEFINED;
        };
        let nevers = climbed.nevers.iter();
        let mut blocked = nevers
            .fold(Truth::FALSE, |all, never| all.or(never.truth))
            .not();
        climbed.comments.clear();
        if comments {
            let rows = self.rubric.rows.iter().zip(&self.known.rows).enumerate();
            let wanted = rows.filter(|(_, (row, _))| row.comment.mode == CommentMode::Required);
            for (row, (_, now)) in wanted {
                blocked = blocked.and(now.comment);
                if now.lacks_comment() {
                    climbed.comments.push(row);
                }
            }
        }
        blocked
    }

    /// The levels a ladder may come to; what it was overruled to, if it was.
    fn outcome_levels(&self, index: usize, ladder: &Ladder) -> Levels {
        let level = |place: usize| match ladder.rungs.get(place) {
            Some(rung) => Some(rung.level),
            None => ladder.otherwise.as_ref().map(|(_, _, level)| *level),
        };
        let mut levels = Levels::default();
        let mut take = |place: usize| {
            if let Some(level) = level(place) {
                levels = levels.union(Levels::one(level));
            }
        };
        let undefined = match self.inputs.overrides.get(index).copied().flatten() {
            Some(place) => {
                take(place);
                false
            }
            None => self.places(index, take),
        };
        levels.undefined = undefined;
        levels
    }

    /// The places a ladder may come to, best first; gives whether it may come to nothing.
    pub(super) fn places(&self, index: usize, mut take: impl FnMut(usize)) -> bool {
        let ladder = self.known.ladders.get(index);
        let rungs = ladder.map(|ladder| ladder.rungs.as_slice());
        let rungs = rungs.unwrap_or_default();
        let (mut undefined, mut all_false) = (false, true);
        for (place, truth) in rungs.iter().enumerate() {
            if truth.can_be_true() {
                take(place);
            }
            if *truth == Truth::TRUE {
                return false;
            }
            undefined |= truth.can_be_undefined();
            all_false &= truth.can_be_false();
        }
        if all_false {
            take(rungs.len());
        }
        undefined
    }

    /// A condition with what it came to, row by row where it names rows.
    fn need(&self, rule: &Rule, found: &mut NeedValue) -> Result<Truth> {
        if self.is_aside() {
            return self.truth(rule);
        }
        if let Rule::Compare(compare) = rule {
            let (left, right) = (self.num(&compare.left)?, self.num(&compare.right)?);
            found.sides = Some((left, right));
            return Ok(compared(compare.cmp, left, right));
        }
        let truth = self.truth(rule)?;
        match rule {
            Rule::Quantified(_, set, test) => {
                found.members.clear();
                found.members.reserve(set.members.len());
                for member in set.members.iter().filter(is_named) {
                    found.members.push(self.member_truth(*member, set, test)?);
                }
            }
            Rule::Test(member @ (Member::Row(_) | Member::Ladder(_)), test) => {
                found.members.clear();
                found.members.push(self.test_alone(*member, test)?);
            }
            _ => {
                found.parts.clear();
                for part in parts_of(rule) {
                    let mut value = NeedValue::default();
                    value.truth = self.need(part, &mut value)?;
                    found.parts.push(value);
                }
            }
        }
        Ok(truth)
    }

    /// Whether it only says what would stand if it were closed now: of its needs
    /// nothing but their truth is asked for.
    pub(super) fn is_aside(&self) -> bool {
        self.closed && !self.inputs.closed
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
    set.members.iter().filter(is_named).copied().collect()
}

/// Whether a need names it one by one.
fn is_named(member: &&Member) -> bool {
    matches!(member, Member::Row(_) | Member::Ladder(_))
}
