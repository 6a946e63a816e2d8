//! Explanations and steps as lines of text: cold calls with many small numbers,
//! for which a text is less to carry than objects. No line holds free text; the
//! names stand in the outline, by index.

use crate::eval::{Inputs, Overflow, RowState, RowValue, Why};
use crate::feedback;
use crate::feedback::{About, Blocked, Change, Found, Node, Steps, Subject, Target, Told, Way};
use crate::model::{Member, Reply, Value};
use crate::num::{Interval, Rational};
use crate::session::Session;
use std::fmt::Write;

/// Lines of fields between tabs.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
    }

    /// A string takes everything, so writing cannot fail.
    fn field(&mut self, value: &str) {
        self.0.push_str(value);
        self.0.push('\t');
    }

    fn marked(&mut self, mark: char, value: usize) {
        self.0.push(mark);
        self.whole(value);
    }

    fn whole(&mut self, value: usize) {
        let _ = write!(self.0, "{value}\t");
    }

    fn number(&mut self, value: Rational, end: char) {
        let _ = write!(self.0, "{value}{end}");
    }

    fn rational(&mut self, value: Option<Rational>) {
        match value {
            Some(value) => self.number(value, '\t'),
            None => self.field(""),
        }
    }

    /// Both ends and whether it may be undefined (2: it is).
    fn interval(&mut self, value: Interval) {
        self.rational(value.lo);
        self.rational(value.hi);
        self.whole(match (value.undefined, value.empty) {
            (_, true) => 2,
            (undefined, _) => usize::from(undefined),
        });
    }

    fn value(&mut self, value: Option<Value>) {
        match value {
            None => self.field(""),
            Some(Value::Level(level)) => self.marked('l', level),
            Some(Value::Met(met)) => self.marked('m', usize::from(met)),
            Some(Value::Number(number)) => self.with('n', number),
            Some(Value::Mark(level, mark)) => {
                self.0.push('k');
                self.level(level);
                self.number(mark, '\t');
            }
        }
    }

    fn reply(&mut self, reply: Option<Reply>) {
        match reply {
            None => self.field(""),
            Some(Reply::Choice(choice)) => self.marked('c', choice),
            Some(Reply::Yes(yes)) => self.marked('y', usize::from(yes)),
            Some(Reply::Number(number)) => self.with('n', number),
        }
    }

    fn level(&mut self, level: usize) {
        self.number(Rational::whole(i64::try_from(level).unwrap_or(0)), ',');
    }

    fn with(&mut self, mark: char, number: Rational) {
        self.0.push(mark);
        self.number(number, '\t');
    }

    fn none(&mut self, fields: usize) {
        (0..fields).for_each(|_| self.0.push('\t'));
    }
}

/// The tree of a value, one node a line; kind 0 is a row, 1 a score, 2 a ladder
/// and from 3 on a rung of the ladder.
pub fn explain(session: &Session, kind: usize, index: usize) -> Result<String, Overflow> {
    let subject = match kind {
        0 => Subject::Member(Member::Row(index)),
        1 => Subject::Member(Member::Score(index)),
        2 => Subject::Member(Member::Ladder(index)),
        _ => Subject::Rung(index, kind.saturating_sub(3)),
    };
    let nodes = feedback::explain(session.rubric(), session.inputs(), subject)?;
    let mut lines = Lines::default();
    nodes.iter().for_each(|one| node(one, &mut lines));
    Ok(lines.0)
}

fn node(node: &Node, out: &mut Lines) {
    out.line();
    out.whole(node.depth);
    out.whole(usize::from(node.by as u8));
    out.whole(node.how);
    let (kind, index, rung) = match node.about {
        About::Nothing => ("", 0, 0),
        About::Member(Member::Row(row)) => ("r", row, 0),
        About::Member(Member::Score(score)) => ("s", score, 0),
        About::Member(Member::Ladder(ladder)) => ("l", ladder, 0),
        About::Member(Member::Ask(ask)) => ("a", ask, 0),
        About::Member(Member::Setting(setting)) => ("g", setting, 0),
        About::Part(part) => ("p", part, 0),
        About::Slot(slot) => ("e", slot.min(usize::MAX >> 1), 0),
        About::Rung(ladder, rung) => ("u", ladder, rung),
    };
    out.field(kind);
    out.whole(index);
    out.whole(rung);
    told(node.value, out);
    for number in &node.numbers {
        out.number(*number, ',');
    }
    out.field("");
    out.whole(usize::from(node.counts.bits()));
    out.whole(node.why.map_or(0, why));
    match node.adds {
        Some((adds, over)) => {
            out.interval(adds);
            out.rational(Some(over));
        }
        None => out.none(4),
    }
    out.rational(node.weight);
    match node.row {
        Some(row) => given(row, out),
        None => out.none(4),
    }
    match node.place {
        Some(place) => {
            for end in [place.start, place.end] {
                out.whole(usize::try_from(end).unwrap_or(0));
            }
        }
        None => out.none(2),
    }
    out.whole(usize::from(node.shared));
    out.whole(usize::from(node.cut));
    out.whole(match node.pick {
        None => 0,
        Some(true) => 1,
        Some(false) => 2,
    });
    // A line is a node of its own here, so those of a set stand behind another mark.
    out.field(&node.said.replace(['\n', '\t'], "\u{1}"));
}

fn told(value: Told, out: &mut Lines) {
    match value {
        Told::Number(value) => {
            out.field("n");
            out.interval(value);
        }
        Told::Levels(levels) => {
            out.field("l");
            for level in levels.iter() {
                out.level(level);
            }
            out.field("");
            out.field("");
            out.whole(usize::from(levels.undefined));
        }
        Told::Truth(truth) => {
            out.field("t");
            out.field("");
            out.field("");
            out.whole(usize::from(truth.bits()));
        }
    }
}

fn given(row: RowValue, out: &mut Lines) {
    out.whole(match row.state {
        RowState::Unanswered => 0,
        RowState::LeftOut => 1,
        RowState::NotScored => 2,
        RowState::NotAsked => 3,
        RowState::Rated => 4,
    });
    out.value(row.level);
    out.value(row.counted);
    match row.code {
        Some(code) => out.whole(code),
        None => out.field(""),
    }
}

fn why(why: Why) -> usize {
    match why {
        Why::NotAsked => 1,
        Why::NotScored => 2,
        Why::LeftOut => 3,
        Why::NotChosen => 4,
        Why::Filtered => 5,
        Why::NotAmong => 6,
        Why::AddsNothing => 7,
        Why::Empty => 8,
    }
}

/// What it takes to reach a rung: a line with what was found, then the ways,
/// each followed by its changes, or what stands in the way. Of a closed
/// assessment it is what it takes once that is open again, on the day given.
pub fn steps(
    session: &Session,
    rung: (usize, usize),
    most: usize,
    rated_first: bool,
    today: Option<i64>,
) -> String {
    let (rubric, inputs) = (session.rubric(), session.inputs());
    let closed = inputs.closed && !feedback::earned(rubric, inputs, rung);
    let reopened = closed.then(|| session.reopened(today));
    let inputs = reopened.as_ref().unwrap_or(inputs);
    let mut found = feedback::steps(rubric, inputs, rung, most, rated_first);
    if closed && found.found == Found::Reached {
        // To open it again is all it takes.
        let way = Way {
            changes: Vec::new(),
            levels: 0,
        };
        (found.found, found.shortest, found.ways) = (Found::Ways, true, vec![way]);
    }
    let mut out = Lines::default();
    head(&found, closed, &mut out);
    for way in &found.ways {
        out.line();
        out.field("w");
        out.whole(way.levels);
        way.changes
            .iter()
            .for_each(|one| change(one, inputs, &mut out));
    }
    found.blocked.iter().for_each(|one| blocked(one, &mut out));
    out.0
}

fn head(found: &Steps, closed: bool, out: &mut Lines) {
    out.whole(match found.found {
        Found::Reached => 0,
        Found::Ways => 1,
        Found::NoWay => 2,
        Found::Unknown => 3,
    });
    out.whole(usize::from(found.shortest));
    out.whole(usize::from(closed));
}

fn change(change: &Change, inputs: &Inputs, out: &mut Lines) {
    let (kind, index) = match change.target {
        Target::Row(row) => ("r", row),
        Target::Ask(ask) => ("a", ask),
        Target::Slot(slot) => ("e", slot),
    };
    out.line();
    out.field(kind);
    out.whole(index);
    out.value(change.rating);
    out.reply(change.reply);
    out.whole(usize::from(change.comment));
    out.whole(usize::from(change.shown));
    out.whole(change.levels);
    out.whole(usize::from(change.more));
    // Each fact with how much is to be there, how much there is, and whether more does too.
    for (fact, count) in change.facts.iter().flatten() {
        let now = inputs.slots.get(index).and_then(|one| one.sums.get(*fact));
        let now = now.map(|now| now.to_string()).unwrap_or_default();
        let _ = write!(
            out.0,
            "{}:{count}:{now}:{},",
            feedback::fact_index(*fact),
            u8::from(change.more)
        );
    }
    out.0.push('\t');
}

fn blocked(blocked: &Blocked, out: &mut Lines) {
    out.line();
    out.field("b");
    out.whole(usize::from(blocked.never));
    out.whole(blocked.place);
    for side in blocked.sides.iter().flat_map(|(have, need)| [have, need]) {
        out.interval(*side);
    }
}
