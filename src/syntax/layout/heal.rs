//! A brace that is never closed swallows the rest of the file. Where it was
//! forgotten is seen from the indent: a line that stands no further right than
//! the one its block opens on does not belong to that block. So the block ends
//! before it, the one brace is blamed, and the rest is read as if nothing had
//! happened. Only a file that lacks a closing brace is looked at like this.

use super::split::Mark;

/// The marks with the blocks ended, and the places of the braces to blame.
pub(super) struct Healed {
    pub(super) marks: Vec<(usize, Mark)>,
    pub(super) blamed: Vec<usize>,
}

/// Ends as many blocks as `lacking` says.
pub(super) fn heal(out: &[u8], marks: &[(usize, Mark)], lacking: usize) -> Healed {
    let mut healer = Healer {
        lines: Lines::new(out),
        open: Vec::new(),
        lacking,
        healed: Healed {
            marks: Vec::with_capacity(marks.len()),
            blamed: Vec::new(),
        },
    };
    let mut from = 0;
    for &(place, mark) in marks {
        healer.mark(from, place, mark);
        from = place.saturating_add(1);
    }
    healer.healed
}

struct Healer<'a> {
    lines: Lines<'a>,
    /// Open braces, each with how far its line is indented.
    open: Vec<(usize, usize)>,
    lacking: usize,
    healed: Healed,
}

impl Healer<'_> {
    fn mark(&mut self, from: usize, place: usize, mark: Mark) {
        if let Some(indent) = self.lines.first_of_line(from, place) {
            self.end_blocks(indent);
        }
        let indent = self.lines.indent(place);
        match mark {
            Mark::Open => self.open.push((place, indent)),
            Mark::Close => {
                if self.lines.is_first(place) {
                    self.end_blocks(indent.saturating_add(1));
                }
                self.open.pop();
            }
            Mark::End => {}
        }
        self.healed.marks.push((place, mark));
    }

    /// Ends the blocks that open on lines indented at least so far.
    fn end_blocks(&mut self, indent: usize) {
        while let Some((place, own)) = self.open.last().copied()
            && own >= indent
            && self.healed.blamed.len() < self.lacking
            && self.open.len() > 1
        {
            self.open.pop();
            self.healed.blamed.push(place);
            match self.healed.marks.last_mut() {
                Some((_, mark)) if *mark == Mark::End => *mark = Mark::Close,
                Some((before, _)) => {
                    let before = *before;
                    self.healed.marks.push((before, Mark::Close));
                }
                None => {}
            }
        }
    }
}

/// Lines of a text, asked in the order of the text.
struct Lines<'a> {
    out: &'a [u8],
    /// Where the line begins.
    from: usize,
    /// Its first byte that is no blank.
    first: usize,
    /// How far the text was looked at.
    seen: usize,
}

impl<'a> Lines<'a> {
    fn new(out: &'a [u8]) -> Self {
        let mut lines = Self {
            out,
            from: 0,
            first: 0,
            seen: 0,
        };
        lines.find_first();
        lines
    }

    fn find_first(&mut self) {
        let line = self.out.get(self.from..).unwrap_or_default();
        let blanks = line.iter().take_while(|byte| **byte == b' ').count();
        self.first = self.from.saturating_add(blanks);
    }

    fn go_to(&mut self, place: usize) {
        while self.seen < place {
            if self.out.get(self.seen) == Some(&b'\n') {
                self.from = self.seen.saturating_add(1);
                self.find_first();
            }
            self.seen = self.seen.saturating_add(1);
        }
    }

    /// How far the line of a place is indented.
    fn indent(&mut self, place: usize) -> usize {
        self.go_to(place);
        self.first.saturating_sub(self.from)
    }

    /// Whether a line begins with what stands in a place.
    fn is_first(&mut self, place: usize) -> bool {
        self.go_to(place);
        self.first == place
    }

    /// The indent of what stands between two marks, where it begins a line.
    fn first_of_line(&mut self, from: usize, to: usize) -> Option<usize> {
        let text = self.out.get(from..to)?;
        let blanks = text.iter().take_while(|byte| byte.is_ascii_whitespace());
        let start = from.saturating_add(blanks.count());
        (start < to && self.is_first(start)).then(|| self.indent(start))
    }
}
