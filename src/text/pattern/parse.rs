//! A pattern to its tree. Recursion is bounded by the brackets allowed.

use super::set::{Class, Set};

/// Brackets open at once.
const NESTING: usize = 32;
/// Times a part may be repeated by a number.
const TIMES: usize = 1_000;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// Fits without a letter.
    Empty,
    /// One letter of a set.
    One(Set),
    /// A place, not a letter.
    Place(Spot),
    /// One after the other.
    Row(Vec<Node>),
    /// The first that fits.
    Either(Vec<Node>),
    /// From so many times to so many, as often as it goes or (`false`) as rarely.
    Repeat(Box<Node>, usize, Option<usize>, bool),
}

/// A place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spot {
    Start,
    End,
    /// Between a word and what is none.
    Edge,
    /// Anywhere else.
    NoEdge,
}

type Read<T> = Result<T, String>;

/// The tree of a pattern, or what is wrong with it.
pub(super) fn read(pattern: &str) -> Read<Node> {
    let mut reader = Reader {
        letters: pattern.chars().collect(),
        at: 0,
        depth: 0,
    };
    let node = reader.either()?;
    match reader.peek() {
        None => Ok(node),
        _ => Err("this `)` closes nothing; write `\\)` for the sign itself".into()),
    }
}

struct Reader {
    letters: Vec<char>,
    at: usize,
    depth: usize,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at = self.at.saturating_add(1);
        Some(c)
    }

    fn eat(&mut self, c: char) -> bool {
        self.peek() == Some(c) && self.next().is_some()
    }

    fn either(&mut self) -> Read<Node> {
        let mut ways = vec![self.row()?];
        while self.eat('|') {
            ways.push(self.row()?);
        }
        Ok(Node::Either(ways))
    }

    fn row(&mut self) -> Read<Node> {
        let mut row = Vec::new();
        while !matches!(self.peek(), None | Some('|' | ')')) {
            let one = self.one()?;
            row.push(self.repeated(one)?);
        }
        Ok(if row.is_empty() {
            Node::Empty
        } else {
            Node::Row(row)
        })
    }

    fn one(&mut self) -> Read<Node> {
        match self.next() {
            Some('(') => self.group(),
            Some('[') => self.set(),
            Some('\\') => self.escape(),
            Some('.') => Ok(Node::One(Set {
                turned: true,
                ..Set::letter('\n')
            })),
            Some('^') => Ok(Node::Place(Spot::Start)),
            Some('$') => Ok(Node::Place(Spot::End)),
            Some(c @ ('*' | '+' | '?' | '{')) => Err(format!(
                "`{c}` repeats what stands before it, and nothing does; write `\\{c}` for the sign itself"
            )),
            Some(c) => Ok(Node::One(Set::letter(c))),
            None => Ok(Node::Empty),
        }
    }

    fn group(&mut self) -> Read<Node> {
        if self.eat('?') && !self.eat(':') {
            return Err("behind `(?` only `:` is known here; `(?i)` may stand at the very beginning; looking ahead or behind is not known".into());
        }
        self.depth = self.depth.saturating_add(1);
        if self.depth > NESTING {
            return Err(format!("up to {NESTING} brackets may be open at once"));
        }
        let node = self.either()?;
        self.depth = self.depth.saturating_sub(1);
        if self.eat(')') {
            Ok(node)
        } else {
            Err("a `(` is not closed; write `\\(` for the sign itself".into())
        }
    }

    fn repeated(&mut self, node: Node) -> Read<Node> {
        let (from, to) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => return self.counted(node),
            _ => return Ok(node),
        };
        self.next();
        self.finish(node, from, to)
    }

    fn finish(&mut self, node: Node, from: usize, to: Option<usize>) -> Read<Node> {
        let greedy = !self.eat('?');
        if let Some(c @ ('*' | '+' | '?' | '{')) = self.peek() {
            return Err(format!(
                "`{c}` stands behind another repeat; put what is repeated into brackets"
            ));
        }
        Ok(Node::Repeat(Box::new(node), from, to, greedy))
    }

    /// `{3}`, `{3,}`, `{3,5}`.
    fn counted(&mut self, node: Node) -> Read<Node> {
        self.next();
        let wrong = || "say how often in the form `{3}`, `{3,}` or `{3,5}`".to_owned();
        let from = self.times()?.ok_or_else(wrong)?;
        let to = if self.eat(',') {
            self.times()?
        } else {
            Some(from)
        };
        if !self.eat('}') || to.is_some_and(|to| to < from) {
            return Err(wrong());
        }
        self.finish(node, from, to)
    }

    fn times(&mut self) -> Read<Option<usize>> {
        let mut times: Option<usize> = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let digit = usize::try_from(digit).unwrap_or(TIMES);
            let all = times.unwrap_or(0).saturating_mul(10).saturating_add(digit);
            if all > TIMES {
                return Err(format!("a part may be repeated up to {TIMES} times"));
            }
            times = Some(all);
            self.next();
        }
        Ok(times)
    }

    fn escape(&mut self) -> Read<Node> {
        let place = match self.peek() {
            Some('b') => Spot::Edge,
            Some('B') => Spot::NoEdge,
            _ => return Ok(Node::One(self.escaped()?)),
        };
        self.next();
        Ok(Node::Place(place))
    }

    /// What stands for letters behind a `\`.
    fn escaped(&mut self) -> Read<Set> {
        Ok(match self.next() {
            Some('d') => Set::class(Class::Digit, true),
            Some('D') => Set::class(Class::Digit, false),
            Some('w') => Set::class(Class::Word, true),
            Some('W') => Set::class(Class::Word, false),
            Some('s') => Set::class(Class::Space, true),
            Some('S') => Set::class(Class::Space, false),
            Some('n') => Set::letter('\n'),
            Some('r') => Set::letter('\r'),
            Some('t') => Set::letter('\t'),
            Some(c) if c.is_alphanumeric() => {
                return Err(format!(
                    "`\\{c}` is not known here; known are `\\d \\w \\s \\b` with their opposites and `\\n \\r \\t`"
                ));
            }
            Some(c) => Set::letter(c),
            None => return Err("a `\\` at the end has nothing behind it".into()),
        })
    }

    /// `[a-z_]`, `[^,;]`.
    fn set(&mut self) -> Read<Node> {
        let mut set = Set {
            ranges: Vec::new(),
            classes: Vec::new(),
            turned: self.eat('^'),
        };
        loop {
            let one = match self.next() {
                Some(']') => break,
                Some('\\') => self.escaped()?,
                Some(c) => Set::letter(c),
                None => {
                    return Err("a `[` is not closed; write `\\[` for the sign itself".into());
                }
            };
            let range = self.range(one)?;
            set.ranges.extend(range.ranges);
            set.classes.extend(range.classes);
        }
        if set.ranges.is_empty() && set.classes.is_empty() {
            return Err("`[]` holds no letter; write `\\]` for the sign itself".into());
        }
        Ok(Node::One(set))
    }

    /// `a` or `a-z`; a `-` at the end is itself.
    fn range(&mut self, from: Set) -> Read<Set> {
        let last = self.letters.get(self.at.saturating_add(1)) == Some(&']');
        let [(low, _)] = from.ranges.as_slice() else {
            return Ok(from);
        };
        if last || !self.eat('-') {
            return Ok(from);
        }
        let to = match self.next() {
            Some('\\') => self.escaped()?,
            Some(c) => Set::letter(c),
            None => return Ok(from),
        };
        match to.ranges.as_slice() {
            [(high, _)] if low <= high => Ok(Set {
                ranges: vec![(*low, *high)],
                ..from
            }),
            _ => {
                Err("a range of letters goes from a lower one to a higher one, as in `a-z`".into())
            }
        }
    }
}
