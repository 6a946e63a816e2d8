//! Names in what is told of a rubric: codes, tries, examples, translations.

use super::Inside;
use crate::editor::sheet::{Kind, Sheet};
use crate::syntax::ast::{
    AttemptLine, Attempts, Code, CodeReach, CodeTo, Example, ExampleLine, Name, Translate,
};

impl Sheet<'_> {
    pub(super) fn read_attempts(&mut self, attempts: &Attempts) {
        let owners = self.owners_of_rows();
        for line in &attempts.lines {
            if let AttemptLine::AtLeast(_, level) | AttemptLine::OnlyBelow(level) = line {
                self.read_level(level, &owners);
            }
        }
    }

    pub(super) fn read_code(&mut self, code: &Code) {
        let owners = match &code.reach {
            CodeReach::Rows(rows) => {
                let rows = self.read_names(rows, None);
                rows.iter().flat_map(|row| self.owners(*row)).collect()
            }
            _ => self.owners_of_rows(),
        };
        if let CodeTo::Value(value) = &code.to {
            self.read_given(value, &owners);
        }
    }

    pub(super) fn read_example(&mut self, example: &Example) {
        let inside = Inside::default();
        for line in &example.lines {
            match line {
                ExampleLine::Assign(name, value) => {
                    let found = self.read_name(name, None);
                    let owners: Vec<usize> =
                        found.iter().flat_map(|one| self.owners(*one)).collect();
                    self.read_given(value, &owners);
                }
                ExampleLine::Every(set, value) => {
                    let owners = self.read_set(set, inside);
                    self.read_given(value, &owners);
                }
                ExampleLine::Code(code, row) => {
                    if let Some(decl) = self.code(&code.text) {
                        self.note(code.span, decl);
                    }
                    row.iter().for_each(|row| drop(self.read_name(row, None)));
                }
                ExampleLine::Expects(rule) => {
                    self.read_rule(rule, inside);
                }
                ExampleLine::ExpectsState(path, ..) => self.read_path(path),
                ExampleLine::Today(_) => {}
            }
        }
    }

    /// `total`, `credential earned`, or a rung by itself.
    pub(super) fn read_path(&mut self, path: &[Name]) {
        let Some((first, rest)) = path.split_first() else {
            return;
        };
        let found = self.read_name(first, None);
        if found.is_empty() {
            let ladders = self.owners_of(|decl| matches!(decl.kind, Kind::Award | Kind::Result));
            self.read_level(first, &ladders);
        }
        let owners: Vec<usize> = found.iter().flat_map(|one| self.owners(*one)).collect();
        for name in rest {
            self.read_level(name, &owners);
        }
    }

    pub(super) fn read_translate(&mut self, translate: &Translate) {
        for entry in &translate.texts {
            let Some((first, rest)) = entry.path.split_first() else {
                continue;
            };
            let owners = match self.of_file(&first.text) {
                Some(index) => {
                    self.note(first.span, index);
                    self.owners(index)
                }
                None => {
                    let found = self.read_name(first, None);
                    found.iter().flat_map(|one| self.owners(*one)).collect()
                }
            };
            for name in rest {
                self.read_level(name, &owners);
            }
        }
    }
}
