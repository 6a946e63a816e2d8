//! What looks like personal information: e-mail addresses, telephone numbers
//! and the numbers pupils and staff have. One walk over the text, no dictionary;
//! dates, years, decimals and web addresses are not taken for numbers of people.

use super::finding::{Place, What};
use crate::text::pattern::digit as value;

/// Places shown; a text with more has one cause.
pub(super) const PLACES: usize = 20;
/// Digits of a telephone number.
const PHONE: std::ops::RangeInclusive<usize> = 7..=15;
/// Digits of one that begins with 0, when it is dialled inside a country.
const DIALLED: usize = 9;
/// Digits of a number that a pupil may have.
const ID: usize = 6;

/// A letter and its byte.
type Letter = (usize, char);

/// Where something personal seems to stand, in order; `true`: there are more.
pub(super) fn places(text: &str) -> (Vec<Place>, bool) {
    let letters: Vec<Letter> = text.char_indices().collect();
    let mut found = Found {
        places: Vec::new(),
        line: 1,
        end: text.len(),
    };
    let mut at = 0_usize;
    while let Some((_, c)) = letters.get(at).copied() {
        if found.places.len() > PLACES {
            break;
        }
        let rest = letters.get(at..).unwrap_or_default();
        at = at.saturating_add(found.step(c, rest, before(&letters, at)).max(1));
    }
    let more = found.places.len() > PLACES;
    found.places.truncate(PLACES);
    (found.places, more)
}

fn before(letters: &[Letter], at: usize) -> Option<char> {
    let (_, c) = letters.get(at.checked_sub(1)?)?;
    Some(*c)
}

struct Found {
    places: Vec<Place>,
    line: usize,
    end: usize,
}

impl Found {
    /// Looks at what begins here; how many letters it took.
    fn step(&mut self, c: char, rest: &[Letter], before: Option<char>) -> usize {
        if c == '\n' {
            self.line = self.line.saturating_add(1);
        }
        let after_word = before.is_some_and(is_local);
        if is_local(c) && !after_word {
            let word = rest.iter().take_while(|(_, c)| is_local(*c)).count();
            if let Some(domain) = domain(rest.get(word..).unwrap_or_default()) {
                let all = word.saturating_add(domain);
                self.push(What::Email, rest, 0, all);
                return all;
            }
            if is_address(rest.get(word..).unwrap_or_default()) {
                return rest.iter().take_while(|(_, c)| !c.is_whitespace()).count();
            }
        }
        if digit(c) || (c == '+' || c == '(') && rest.get(1).is_some_and(|(_, c)| digit(*c)) {
            return self.numbers(rest);
        }
        1
    }

    fn push(&mut self, what: What, rest: &[Letter], from: usize, to: usize) {
        let byte = |index: usize| rest.get(index).map_or(self.end, |(byte, _)| *byte);
        let line = self.line;
        self.places.push(Place {
            what,
            from: byte(from),
            to: byte(to),
            line,
        });
    }

    /// Groups of digits with signs between them that a telephone number may have.
    fn numbers(&mut self, rest: &[Letter]) -> usize {
        let groups = groups(rest);
        let mut from = 0_usize;
        let mut index = 0_usize;
        while index < groups.len() {
            let ahead = groups.get(index..).unwrap_or_default();
            let Some(date) = date(ahead) else {
                index = index.saturating_add(1);
                continue;
            };
            // A date parts the numbers before it from those behind it.
            self.number(rest, groups.get(from..index).unwrap_or_default());
            index = index.saturating_add(date);
            from = index;
        }
        self.number(rest, groups.get(from..).unwrap_or_default());
        groups.last().map_or(1, |group| group.to)
    }

    fn number(&mut self, rest: &[Letter], groups: &[Group]) {
        let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
            return;
        };
        if let Some(what) = numbered(groups) {
            self.push(what, rest, first.from, last.to);
            return;
        }
        // Numbers in a row that are no telephone number together may be one each.
        let alone = |group: &&Group| group.alone && group.digits >= ID && !group.is_day();
        for group in groups.iter().filter(alone) {
            self.push(What::Id, rest, group.from, group.to);
        }
    }
}

/// Digits without anything between.
#[derive(Clone, Copy)]
struct Group {
    from: usize,
    to: usize,
    digits: usize,
    value: usize,
    /// The sign before, a space where there is none.
    sign: char,
    /// Begins with `+` or `(`.
    opened: bool,
    /// Begins with `0`.
    zero: bool,
    /// Nothing but spaces around.
    alone: bool,
}

impl Group {
    fn is_year(&self) -> bool {
        self.digits == 4 && (1900..=2099).contains(&self.value)
    }

    /// Written like `20250801`.
    fn is_day(&self) -> bool {
        let part = |over: usize, of: usize| {
            let part = self.value.checked_div(over).unwrap_or_default();
            part.checked_rem(of).unwrap_or_default()
        };
        self.digits == 8
            && (1900..=2099).contains(&part(10_000, 10_000))
            && (1..=12).contains(&part(100, 100))
            && (1..=31).contains(&part(1, 100))
    }
}

/// The groups that hang together from here on, at least one digit.
fn groups(rest: &[Letter]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0_usize;
    loop {
        let tail = rest.get(at..).unwrap_or_default();
        let signs = tail.iter().take(3).take_while(|(_, c)| joins(*c)).count();
        let lead = tail.get(..signs).unwrap_or_default();
        let from = at.saturating_add(signs);
        let tail = rest.get(from..).unwrap_or_default();
        let digits = tail.iter().take_while(|(_, c)| digit(*c)).count();
        if digits == 0 || signs > 2 {
            return groups;
        }
        let sign = lead.iter().map(|(_, c)| *c).find(|c| !c.is_whitespace());
        if let (Some(last), Some(_)) = (groups.last_mut(), sign) {
            last.alone = false;
        }
        let zero = tail.first().is_some_and(|(_, c)| value(*c) == Some(0));
        let opened = matches!(sign, Some('+' | '('));
        let to = from.saturating_add(digits);
        groups.push(Group {
            from: if opened { from.saturating_sub(1) } else { from },
            to,
            digits,
            value: number(tail.get(..digits).unwrap_or_default()),
            sign: sign.unwrap_or(' '),
            opened,
            zero,
            alone: sign.is_none(),
        });
        at = to;
    }
}

/// How many groups a date takes: `2025-08-01`, `1.8.2025`, `2024/2025`.
fn date(groups: &[Group]) -> Option<usize> {
    let (first, second) = (groups.first()?, groups.get(1)?);
    let short = |group: &Group| group.digits <= 2;
    if let Some(third) = groups.get(2) {
        let joined = second.sign != ' ' && second.sign == third.sign;
        let year_first = first.is_year() && short(second) && short(third);
        let year_last = short(first) && short(second) && third.is_year();
        if joined && (year_first || year_last) {
            return Some(3);
        }
    }
    let years = first.is_year() && second.is_year();
    years.then_some(2)
}

/// What groups make together; nothing when they only stand in a row.
fn numbered(groups: &[Group]) -> Option<What> {
    let (first, last) = (groups.first()?, groups.last()?);
    let sizes: Vec<usize> = groups.iter().map(|group| group.digits).collect();
    let total = sizes
        .iter()
        .fold(0_usize, |sum, size| sum.saturating_add(*size));
    let phone = match sizes.as_slice() {
        [3, 2, 4] => return Some(What::Id),
        [size] if first.opened => PHONE.contains(size),
        [size] => return (*size >= ID && !first.is_day()).then_some(What::Id),
        // `3.14159265` is a number with a point.
        [_, _] if last.sign == '.' => false,
        _ => PHONE.contains(&total) && (is_dialled(first, total) || is_shaped(groups, &sizes)),
    };
    phone.then_some(What::Phone)
}

fn is_dialled(first: &Group, total: usize) -> bool {
    first.opened || first.zero && total >= DIALLED
}

/// Groups as telephone numbers have them: `555 123 4567`, `612 345 678`; but
/// not `300-1500`, which is how much to write.
fn is_shaped(groups: &[Group], sizes: &[usize]) -> bool {
    let short = sizes.len() <= 5 && sizes.iter().all(|size| *size <= 4);
    let four = groups
        .last()
        .is_some_and(|last| last.digits == 4 && !last.is_year());
    let round = |group: &Group| group.value.checked_rem(10) == Some(0);
    let range = sizes.len() == 2 && groups.iter().all(round);
    short && (four || sizes == [3, 3, 3]) && !range
}

/// How many letters of `@domain` stand here; nothing when there is none.
fn domain(rest: &[Letter]) -> Option<usize> {
    if rest.first()?.1 != '@' {
        return None;
    }
    let tail = rest.get(1..)?;
    let of_domain = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let mut length = tail.iter().take_while(|(_, c)| of_domain(*c)).count();
    // A full stop behind the address is the sentence's.
    while length > 0 && matches!(tail.get(length.checked_sub(1)?), Some((_, '.' | '-'))) {
        length = length.checked_sub(1)?;
    }
    let name: String = tail.get(..length)?.iter().map(|(_, c)| *c).collect();
    let (host, top) = name.rsplit_once('.')?;
    let letters = top.chars().all(char::is_alphabetic) && top.chars().count() >= 2;
    (letters && host.starts_with(char::is_alphanumeric)).then(|| length.saturating_add(1))
}

/// Whether a web address goes on here: its numbers are no one's.
fn is_address(rest: &[Letter]) -> bool {
    let mut next = rest.iter().map(|(_, c)| *c);
    next.next() == Some(':') && next.next() == Some('/') && next.next() == Some('/')
}

/// May stand before the `@`.
fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "._%+-'".contains(c)
}

/// May stand between the digits of one number.
fn joins(c: char) -> bool {
    " \u{a0}\u{2009}\u{202f}+-\u{2010}\u{2011}\u{2013}./()".contains(c)
}

fn digit(c: char) -> bool {
    value(c).is_some()
}

fn number(digits: &[Letter]) -> usize {
    let add = |sum: usize, (_, c): &Letter| {
        let digit = value(*c).and_then(|digit| usize::try_from(digit).ok());
        sum.saturating_mul(10)
            .saturating_add(digit.unwrap_or_default())
    };
    digits.iter().fold(0, add)
}
