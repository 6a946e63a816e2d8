//! Examples, line by line.

use super::printer::Printer;
use super::say::{day, join};
use crate::syntax::ast::{Example, ExampleLine, Standing};
use crate::text::Span;

impl Printer<'_> {
    pub(super) fn example(&mut self, example: &Example) {
        let head = "example ".to_owned() + &self.say.text(&example.label);
        self.block(example.label.span, &head, |p| {
            for line in &example.lines {
                let (at, text) = p.example_line(line);
                p.line(at, &text);
            }
        });
    }

    fn example_line(&self, line: &ExampleLine) -> (Span, String) {
        match line {
            ExampleLine::Assign(name, value) => {
                let value = self.say.given(value);
                (name.span, [&name.text, " ", &value].concat())
            }
            ExampleLine::Every(of, value) => {
                let set = self.say.counted(of, self.say.written());
                let value = self.say.given(value);
                (of.span, ["every ", &set, " is ", &value].concat())
            }
            ExampleLine::Today(date) => (date.span, "today ".to_owned() + &day(*date)),
            ExampleLine::Code(name, row) => {
                let row = row.as_ref().map(|row| " on ".to_owned() + &row.text);
                let text = ["code ", &name.text, &row.unwrap_or_default()].concat();
                (name.span, text)
            }
            ExampleLine::Expects(expr) => (expr.span, "expects ".to_owned() + &self.say.rule(expr)),
            ExampleLine::ExpectsState(path, standing, span) => {
                let standing = match standing {
                    Standing::Open => "open",
                    Standing::Pending => "pending",
                    Standing::OutOfReach => "out of reach",
                };
                let text = ["expects ", &join(path, " "), " is ", standing].concat();
                (*span, text)
            }
        }
    }
}
