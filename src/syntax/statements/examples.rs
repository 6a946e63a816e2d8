//! Examples: what is given, and what must come out.

use super::reader::Reader;
use crate::syntax::ast::{Example, ExampleLine, Standing};
use crate::syntax::layout::Statement;
use crate::syntax::parser::Parser;
use crate::syntax::tokens::Kind;

impl Reader<'_> {
    pub(super) fn example(&mut self, line: &Statement) -> Option<Example> {
        let label = self.read(line.head, "example \"Label\" {", |p| {
            p.expect("example")?;
            p.text()
        });
        let mut lines = Vec::new();
        for inner in self.block(line, true) {
            self.no_block(inner);
            let form = match self.first_word(inner.head) {
                "expects" => "expects CONDITION",
                "every" => "every SET is LEVEL",
                _ => "NAME VALUE",
            };
            lines.extend(self.read(inner.head, form, |p| p.example_line()));
        }
        Some(Example {
            label: label?,
            lines,
        })
    }
}

impl Parser<'_> {
    fn example_line(&mut self) -> Option<ExampleLine> {
        match self.word_at(0) {
            "expects" => self.expects(),
            "every" => {
                self.skip();
                self.eat("of");
                let set = self.set()?;
                self.eat_any(&["is", "are"]);
                Some(ExampleLine::Every(set, self.given()?))
            }
            "today" => {
                self.skip();
                self.date().map(ExampleLine::Today)
            }
            "code"
                if self.kind_at(1) == Some(Kind::Word) && matches!(self.word_at(2), "" | "on") =>
            {
                self.skip();
                let name = self.name()?;
                let row = if self.eat("on") {
                    Some(self.name()?)
                } else {
                    None
                };
                Some(ExampleLine::Code(name, row))
            }
            _ => {
                let name = self.name()?;
                self.eat_any(&["is", "are"]);
                Some(ExampleLine::Assign(name, self.given()?))
            }
        }
    }

    /// A condition, or `NAME is open`, `AWARD RUNG is out of reach`.
    fn expects(&mut self) -> Option<ExampleLine> {
        self.skip();
        let (place, start) = (self.place(), self.start());
        if let Some(path) = self.path() {
            let standing = match (self.word_at(0), self.word_at(1), self.word_at(2)) {
                ("open", "", _) => Some((Standing::Open, 1)),
                ("pending", "", _) => Some((Standing::Pending, 1)),
                ("out", "of", "reach") => Some((Standing::OutOfReach, 3)),
                _ => None,
            };
            if let Some((standing, words)) = standing {
                (0..words).for_each(|_| self.skip());
                return Some(ExampleLine::ExpectsState(path, standing, self.since(start)));
            }
        }
        self.back(place);
        self.limited().map(ExampleLine::Expects)
    }

    fn path(&mut self) -> Option<Vec<crate::syntax::ast::Name>> {
        let mut path = vec![self.name()?];
        self.sign(".");
        if !matches!(self.word_at(0), "is" | "are" | "") {
            path.push(self.name()?);
        }
        matches!(self.word_at(0), "is" | "are").then(|| self.skip())?;
        Some(path)
    }
}
