//! What a rating may be: its levels, its points, and whether it is met.

use crate::model::{Marks, Row, RowKind, Value};
use crate::num::{Interval, Levels, Rational, Truth};

/// What a rating may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Possible {
    pub(super) levels: Levels,
    pub(super) points: Interval,
    pub(super) met: Truth,
}

impl Possible {
    pub(super) const UNDEFINED: Self = Self {
        levels: Levels::UNDEFINED,
        points: Interval::UNDEFINED,
        met: Truth::UNDEFINED,
    };

    /// Whether it comes to a level, or to met or not.
    pub(super) fn has_value(self) -> Truth {
        let level = !self.levels.is_undefined();
        let met = self.met.can_be_true() || self.met.can_be_false();
        let lacks = self.levels.undefined && self.met.can_be_undefined();
        Truth::of(level || met, lacks, false)
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self {
            levels: self.levels.union(other.levels),
            points: self.points.hull(&other.points),
            met: self.met.union(other.met),
        }
    }
}

/// What a value is on a row. The mark inside a range level is open until it is
/// closed; where nobody rates it, there is none.
pub(super) fn of_value(row: &Row, value: Value, closed: bool) -> Possible {
    match (value, &row.kind) {
        (Value::Level(level), RowKind::Criterion { marks, .. }) => {
            let points = marks.get(level).map(|marks| match marks.points() {
                Some(points) => Interval::point(points),
                None if closed => Interval::UNDEFINED,
                None => Interval::between(Some(marks.from), Some(marks.to)),
            });
            Possible {
                levels: Levels::one(level),
                points: points.unwrap_or(Interval::UNDEFINED),
                met: Truth::UNDEFINED,
            }
        }
        (Value::Mark(level, mark), RowKind::Criterion { .. }) => Possible {
            levels: Levels::one(level),
            points: Interval::point(mark),
            met: Truth::UNDEFINED,
        },
        (Value::Met(met), RowKind::Check { .. }) => check(row, Truth::from_bool(met)),
        (Value::Number(number), RowKind::Number(_)) => Possible {
            points: Interval::point(number),
            ..Possible::UNDEFINED
        },
        _ => Possible::UNDEFINED,
    }
}

pub(super) fn check(row: &Row, met: Truth) -> Possible {
    let RowKind::Check { points, .. } = &row.kind else {
        return Possible::UNDEFINED;
    };
    let mut each = Vec::with_capacity(2);
    if met.can_be_true() {
        each.push(Interval::point(*points));
    }
    if met.can_be_false() {
        each.push(Interval::point(Rational::ZERO));
    }
    Possible {
        levels: Levels::UNDEFINED,
        points: super::walk::joined(each.into_iter(), met.can_be_undefined()),
        met,
    }
}

/// Everything a row may be rated.
pub(super) fn anything(row: &Row) -> Possible {
    match &row.kind {
        RowKind::Criterion { offered, marks, .. } => {
            let levels = Levels::between(offered.0, offered.1);
            Possible {
                levels,
                points: points_of(marks, levels),
                met: Truth::UNDEFINED,
            }
        }
        RowKind::Check { .. } => check(row, Truth::OPEN),
        RowKind::Number(range) => Possible {
            points: Interval::between(Some(range.from), range.to),
            ..Possible::UNDEFINED
        },
    }
}

pub(super) fn points_of(marks: &[Marks], levels: Levels) -> Interval {
    let each = levels.iter().filter_map(|level| {
        let marks = marks.get(level)?;
        Some(Interval::between(Some(marks.from), Some(marks.to)))
    });
    super::walk::joined(each, levels.undefined)
}

/// One or the other, as a condition says.
pub(super) fn mixed(truth: Truth, a: Possible, b: Possible) -> Possible {
    let mut found: Option<Possible> = None;
    let mut take = |one: Possible| found = Some(found.map_or(one, |before| before.union(one)));
    if truth.can_be_true() {
        take(a);
    }
    if truth.can_be_false() {
        take(b);
    }
    if truth.can_be_undefined() {
        take(Possible::UNDEFINED);
    }
    found.unwrap_or(Possible::UNDEFINED)
}

/// No higher than a value: levels by their order, numbers by size.
pub(super) fn capped(row: &Row, own: Possible, cap: Value) -> Possible {
    match (cap, &row.kind) {
        (Value::Level(cap) | Value::Mark(cap, _), RowKind::Criterion { marks, .. }) => {
            if own.levels.iter().all(|level| level <= cap) {
                return own;
            }
            // What is above it counts as the most that level can be.
            let most = marks.get(cap).map(|marks| Interval::point(marks.to));
            let mut levels = Levels::default();
            let mut points = Vec::new();
            for level in own.levels.iter() {
                levels = levels.union(Levels::one(level.min(cap)));
                if level > cap {
                    points.extend(most);
                } else {
                    points.push(points_of(marks, Levels::one(level)));
                }
            }
            levels.undefined = own.levels.undefined;
            // A mark above it does not matter.
            let matters = own.levels.iter().any(|level| level <= cap);
            let undefined = levels.undefined || matters && own.points.undefined;
            Possible {
                levels,
                points: super::walk::joined(points.into_iter(), undefined),
                met: own.met,
            }
        }
        (Value::Met(false), RowKind::Check { .. }) => check(row, own.met.and(Truth::FALSE)),
        (Value::Number(cap), RowKind::Number(_)) => Possible {
            points: own.points.min(&Interval::point(cap)),
            ..own
        },
        _ => own,
    }
}

/// What a worked-out row comes to, when it is decided.
pub(super) fn worked_value(row: &Row, counts: Possible) -> Option<Value> {
    match &row.kind {
        RowKind::Criterion { .. } => counts.levels.known().map(Value::Level),
        RowKind::Check { .. } if counts.met == Truth::TRUE => Some(Value::Met(true)),
        RowKind::Check { .. } if counts.met == Truth::FALSE => Some(Value::Met(false)),
        _ => None,
    }
}
