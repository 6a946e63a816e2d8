//! A declaration in words.

use super::sheet::{Decl, Kind, Sheet};

/// How many levels are listed.
const SHOWN: usize = 12;

impl Sheet<'_> {
    /// `criterion purpose "Learning purpose"`.
    pub(super) fn title(&self, decl: &Decl) -> String {
        let word = match decl.kind {
            Kind::Criterion => "criterion",
            Kind::Check => "check",
            Kind::Number => "number",
            Kind::Slot => "evidence",
            kind => kind.word(),
        };
        match &decl.label {
            Some(label) => [word, " ", &decl.name, " \"", label, "\""].concat(),
            None => [word, " ", &decl.name].concat(),
        }
    }

    /// What it is, in sentences.
    pub(super) fn describe(&self, index: usize) -> String {
        let Some(decl) = self.decl(index) else {
            return String::new();
        };
        let mut all = match decl.kind {
            Kind::Level | Kind::Choice | Kind::Rung => self.of_owner(decl),
            Kind::Tag => self.tag_said(index),
            _ => self.stands_in(decl),
        };
        if let Some(levels) = decl.levels {
            all.push_str(&self.levels_said(levels));
        }
        if let Some(file) = &decl.file {
            all.push_str(&[" From ", file, "."].concat());
        }
        if let Some(about) = &decl.about {
            all.push(' ');
            all.push_str(about);
        }
        all
    }

    fn stands_in(&self, decl: &Decl) -> String {
        let mut all = match decl.kind {
            Kind::Rubric => "The rubric",
            Kind::Scale => "A scale",
            Kind::Part => "A part",
            Kind::Criterion => "A criterion",
            Kind::Check => "A check, met or not met",
            Kind::Number => "A number",
            Kind::Ask => "A question about the person or the submission",
            Kind::Setting => "A value set by whoever runs the rubric",
            Kind::Slot => "A slot for evidence",
            Kind::Score => "A score",
            Kind::Result => "A result",
            Kind::Award => "An award",
            _ => "A condition code",
        }
        .to_owned();
        if decl.series {
            all.push_str(", in series");
        }
        if decl.each {
            all.push_str(", for each of several parts");
        }
        if let Some(part) = decl.part.and_then(|part| self.decl(part)) {
            all.push_str(", in the part ");
            all.push_str(&part.name);
        }
        all + "."
    }

    /// `A level of the scale mastery, worth 2.`
    fn of_owner(&self, decl: &Decl) -> String {
        let owner = decl.owner.and_then(|owner| self.decl(owner));
        let mut all = match decl.kind {
            Kind::Level => "A level of ",
            Kind::Choice => "A choice of ",
            _ => "A rung of ",
        }
        .to_owned();
        if let Some(owner) = owner {
            all.push_str(&self.title(owner));
        }
        if !decl.points.is_empty() {
            all.push_str(", worth ");
            all.push_str(&decl.points);
        }
        all + "."
    }

    fn tag_said(&self, index: usize) -> String {
        let places = self.places(index).len().to_string();
        ["A tag, named in ", &places, " places."].concat()
    }

    /// ` On the scale mastery: not_yet 0, developing 1.`
    fn levels_said(&self, owner: usize) -> String {
        let Some(of) = self.decl(owner) else {
            return String::new();
        };
        let mut all = match of.kind {
            Kind::Scale => [" Levels of ", &of.name, ": "].concat(),
            Kind::Ask | Kind::Setting => " Choices: ".to_owned(),
            Kind::Result | Kind::Award => " Rungs, best first: ".to_owned(),
            _ => " Levels: ".to_owned(),
        };
        let levels = self.owned(owner);
        for (place, level) in levels.iter().take(SHOWN).enumerate() {
            if place > 0 {
                all.push_str(", ");
            }
            all.push_str(&level.name);
            if !level.points.is_empty() {
                all.push(' ');
                all.push_str(&level.points);
            }
        }
        all + if levels.len() > SHOWN { ", ..." } else { "." }
    }

    /// Everything that belongs to an owner, in the order of the file.
    pub(super) fn owned(&self, owner: usize) -> Vec<&Decl> {
        let all = self.decls.iter();
        all.filter(|decl| decl.owner == Some(owner)).collect()
    }
}
