//! How a value came about, as a tree: every value in it is the walk's own.

use super::node::{About, By, Node, Told};
use crate::eval::{Inputs, Overflow, Walk};
use crate::model::{Ladder, LadderKind, Member, Need, RowKind, Rubric, Truth as Rule};
use crate::num::{Rational, Truth};
use crate::text::Span;

/// Nodes of one explanation; what is past them is left out, and marked.
const NODES: usize = 4_000;
/// Nodes in one another; also bounds the recursion, since names refer to names.
const DEPTH: usize = 96;

pub(super) type Done = Result<(), Overflow>;

/// What is to be explained.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A row, a score, a result or an award.
    Member(Member),
    /// A rung of a ladder.
    Rung(usize, usize),
}

/// The tree of a value as a list, each node before its inputs; the root comes first.
pub fn explain(rubric: &Rubric, inputs: &Inputs, subject: Subject) -> Result<Vec<Node>, Overflow> {
    let walk = Walk::new(rubric, inputs, false)?;
    let none = |count: usize| vec![None; count];
    let mut places = [
        none(rubric.rows.len()),
        none(rubric.scores.len()),
        none(rubric.ladders.len()),
    ];
    for (member, span) in &rubric.places {
        if let Some(slot) = of(&mut places, *member) {
            *slot = Some(*span);
        }
    }
    let told = [
        vec![false; rubric.rows.len()],
        vec![false; rubric.scores.len()],
        vec![false; rubric.ladders.len()],
    ];
    let mut teller = Teller {
        rubric,
        walk: &walk,
        places,
        told,
        rungs: Vec::new(),
        depth: 0,
        nodes: Vec::new(),
    };
    match subject {
        Subject::Member(member) => teller.member(member)?,
        Subject::Rung(ladder, rung) => teller.rung(ladder, rung, true)?,
    }
    Ok(teller.nodes)
}

/// What is kept of a row, a score or a ladder.
fn of<T>(all: &mut [Vec<T>; 3], member: Member) -> Option<&mut T> {
    let [rows, scores, ladders] = all;
    match member {
        Member::Row(row) => rows.get_mut(row),
        Member::Score(score) => scores.get_mut(score),
        Member::Ladder(ladder) => ladders.get_mut(ladder),
        Member::Ask(_) | Member::Setting(_) => None,
    }
}

pub(super) struct Teller<'a> {
    pub(super) rubric: &'a Rubric,
    pub(super) walk: &'a Walk<'a>,
    pub(super) places: [Vec<Option<Span>>; 3],
    /// What has been told with its inputs.
    pub(super) told: [Vec<bool>; 3],
    pub(super) rungs: Vec<(usize, usize)>,
    pub(super) depth: usize,
    pub(super) nodes: Vec<Node>,
}

impl<'a> Teller<'a> {
    /// Puts a node down; its place in the list.
    pub(super) fn node(&mut self, by: By, about: About, value: Told) -> usize {
        self.nodes.push(Node {
            depth: self.depth,
            by,
            how: 0,
            about,
            value,
            numbers: Vec::new(),
            counts: Truth::TRUE,
            why: None,
            adds: None,
            pick: None,
            weight: None,
            row: None,
            place: None,
            said: String::new(),
            shared: false,
            cut: false,
        });
        self.nodes.len().saturating_sub(1)
    }

    pub(super) fn plain(&mut self, by: By, value: Told) -> usize {
        self.node(by, About::Nothing, value)
    }

    pub(super) fn at(&mut self, place: usize, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(place) {
            change(node);
        }
    }

    /// Tells the inputs of a node, if there is room for so many.
    pub(super) fn inputs(
        &mut self,
        node: usize,
        count: usize,
        tell: impl FnOnce(&mut Self) -> Done,
    ) -> Done {
        let room = NODES.saturating_sub(self.nodes.len());
        if self.depth >= DEPTH || count > room {
            self.at(node, |node| node.cut = count > 0);
            return Ok(());
        }
        self.depth = self.depth.saturating_add(1);
        let done = tell(self);
        self.depth = self.depth.saturating_sub(1);
        done
    }

    /// Something with a name, told in full the first time.
    pub(super) fn member(&mut self, member: Member) -> Done {
        let walk = self.walk;
        let (by, value) = match member {
            Member::Row(row) => (By::Row, Told::Number(walk.row_of(row).points)),
            Member::Score(_) => (By::Score, Told::Number(walk.value_of(member))),
            Member::Ladder(_) => (By::Ladder, Told::Levels(walk.levels_of(member))),
            Member::Ask(ask) => (By::Ask, self.reply(member, ask, false)),
            Member::Setting(setting) => (By::Setting, self.reply(member, setting, true)),
        };
        let node = self.node(by, About::Member(member), value);
        self.tell(node, member)
    }

    pub(super) fn reply(&self, member: Member, index: usize, setting: bool) -> Told {
        use crate::model::InputKind;
        let inputs = if setting {
            &self.rubric.settings
        } else {
            &self.rubric.asks
        };
        match inputs.get(index).map(|input| &input.kind) {
            Some(InputKind::Choice(_)) => Told::Levels(self.walk.levels_of(member)),
            Some(InputKind::YesNo) => {
                let truth = self.walk.truth(&Rule::Ask(index));
                Told::Truth(truth.unwrap_or(Truth::UNDEFINED))
            }
            _ => Told::Number(self.walk.value_of(member)),
        }
    }

    /// What a named node rests on, unless that stands in the tree already.
    pub(super) fn tell(&mut self, node: usize, member: Member) -> Done {
        let row = match member {
            Member::Row(row) => Some(self.walk.row_of(row)),
            _ => None,
        };
        let place = of(&mut self.places, member).and_then(|place| *place);
        let before = of(&mut self.told, member).map(|told| std::mem::replace(told, true));
        let shared = before == Some(true) && self.rests(member);
        self.at(node, |node| {
            (node.row, node.place, node.shared) = (row, place, shared);
        });
        if before != Some(false) {
            return Ok(());
        }
        let rubric = self.rubric;
        match member {
            Member::Row(row) => self.row(node, row),
            Member::Score(score) => match rubric.scores.get(score) {
                Some(score) => {
                    if !score.place.is_empty() {
                        self.at(node, |node| node.place = Some(score.place));
                    }
                    self.inputs(node, 1, |own| own.num(&score.rule))
                }
                None => Ok(()),
            },
            Member::Ladder(index) => match rubric.ladders.get(index) {
                Some(ladder) => {
                    self.inputs(node, ladder.rungs.len(), |own| own.ladder(index, ladder))
                }
                None => Ok(()),
            },
            Member::Ask(_) | Member::Setting(_) => Ok(()),
        }
    }

    /// Whether there is anything to tell of it.
    pub(super) fn rests(&self, member: Member) -> bool {
        match member {
            Member::Row(row) => self.rubric.rows.get(row).is_some_and(|row| {
                row.is_worked_out()
                    || row.only_when.is_some()
                    || !row.counts_as.is_empty()
                    || !row.at_most.is_empty()
            }),
            _ => true,
        }
    }

    /// What makes something else of a rating than was given.
    pub(super) fn row(&mut self, node: usize, index: usize) -> Done {
        let rubric = self.rubric;
        let Some(row) = rubric.rows.get(index) else {
            return Ok(());
        };
        let mut all: Vec<(By, &Rule)> = Vec::new();
        all.extend(row.only_when.as_ref().map(|when| (By::OnlyWhen, when)));
        for (by, conditions) in [(By::CountsAs, &row.counts_as), (By::Cap, &row.at_most)] {
            for (_, when) in conditions {
                all.push((by, when));
            }
        }
        let worked = match &row.kind {
            RowKind::Criterion { worked, .. } => worked.map(Ok),
            RowKind::Check { worked, .. } => worked.as_ref().map(Err),
            RowKind::Number(_) => None,
        };
        let count = all.len().saturating_add(usize::from(worked.is_some()));
        self.inputs(node, count, |own| {
            match worked {
                Some(Ok(ladder)) => own.member(Member::Ladder(ladder))?,
                Some(Err(when)) => own.truth(when)?,
                None => {}
            }
            for (place, (by, when)) in all.into_iter().enumerate() {
                let node = own.plain(by, Told::Truth(own.walk.truth(when)?));
                own.at(node, |node| node.how = place);
                own.inputs(node, 1, |own| own.truth(when))?;
            }
            Ok(())
        })
    }

    pub(super) fn ladder(&mut self, index: usize, ladder: &'a Ladder) -> Done {
        for rung in 0..ladder.rungs.len() {
            self.rung(index, rung, true)?;
        }
        Ok(())
    }

    /// A rung with its needs, and with what rules it out.
    /// One that another names stands at its own place where its ladder is told.
    pub(super) fn rung(&mut self, index: usize, rung: usize, in_place: bool) -> Done {
        let truth = self.walk.truth(&Rule::Rung(index, rung))?;
        let node = self.node(By::Rung, About::Rung(index, rung), Told::Truth(truth));
        let [.., ladders] = &self.told;
        let there = ladders.get(index) == Some(&true) || self.rungs.contains(&(index, rung));
        if there && !in_place {
            self.at(node, |node| node.shared = true);
            return Ok(());
        }
        self.rungs.push((index, rung));
        let rubric = self.rubric;
        let Some(ladder) = rubric.ladders.get(index) else {
            return Ok(());
        };
        let own = ladder.rungs.get(rung);
        let needs = own.map_or(&[][..], |rung| rung.needs.as_slice());
        let level = own.and_then(|rung| i64::try_from(rung.level).ok());
        self.at(node, |node| node.numbers.extend(level.map(Rational::whole)));
        let mut missing: Vec<usize> = Vec::new();
        if ladder.kind == LadderKind::Award {
            let rows = 0..rubric.rows.len();
            missing.extend(rows.filter(|row| self.walk.comment_of(*row) != Truth::TRUE));
        }
        let count = ladder.nevers.len().saturating_add(needs.len());
        self.inputs(node, count.saturating_add(missing.len()), |own| {
            own.needs(By::Never, (index, rung), &ladder.nevers)?;
            own.needs(By::Need, (index, rung), needs)?;
            for row in missing {
                let truth = Told::Truth(own.walk.comment_of(row));
                own.node(By::Comment, About::Member(Member::Row(row)), truth);
            }
            Ok(())
        })
    }

    pub(super) fn needs(
        &mut self,
        by: By,
        (ladder, rung): (usize, usize),
        needs: &'a [Need],
    ) -> Done {
        for (place, need) in needs.iter().enumerate() {
            let truth = Told::Truth(self.walk.truth(&need.rule)?);
            let node = self.node(by, About::Rung(ladder, rung), truth);
            self.at(node, |node| node.how = place);
            self.inputs(node, 1, |own| own.truth(&need.rule))?;
        }
        Ok(())
    }
}
