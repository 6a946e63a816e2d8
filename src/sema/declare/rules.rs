//! Scores, results and awards get their names, their levels, and one rule for
//! each part that `for each of` names. What they say is read later.

use super::{Declared, WrittenLadder, aligned, label, said};
use crate::diag::{Code, Diagnostic, Sink};
use crate::limits;
use crate::model::{Ladder, LadderKind, Level, Marks, Num, Overruled, Rung, Scale, Score, Shown};
use crate::num::Rational;
use crate::sema::names::{Entity, Scope};
use crate::syntax::ast::{self, LadderForm, Name, Text};
use crate::text::Span;

impl<'a> Declared<'a> {
    pub(super) fn score(&mut self, score: &'a ast::Score, scope: usize, sink: &mut Sink) {
        for (short, scope, part) in self.each(&score.name, &score.each, scope, sink) {
            let index = self.rubric.scores.len();
            let name = self.name(&score.name, &short, Entity::Score(index), scope, sink);
            if part.is_some() {
                self.series(&score.name, Entity::Score(index), scope, sink);
            }
            let label = self.rule_label(
                score.label.as_ref(),
                &score.name,
                &name,
                scope,
                part.as_deref(),
            );
            self.rubric.scores.push(Score {
                name,
                label,
                shown: Shown::Plain,
                rule: Num::Undefined,
                place: Span::default(),
            });
            self.scores.push((score, scope));
        }
    }

    pub(super) fn ladder(
        &mut self,
        written: &'a ast::Ladder,
        award: bool,
        scope: usize,
        sink: &mut Sink,
    ) {
        let on = match &written.on {
            Some(scale) => match self.known_scale(scale, sink) {
                Some(scale) => Some(scale),
                None => return self.names.excuse(&written.name),
            },
            None => None,
        };
        for (short, scope, part) in self.each(&written.name, &written.each, scope, sink) {
            let index = self.rubric.ladders.len();
            let name = self.name(&written.name, &short, Entity::Ladder(index), scope, sink);
            if part.is_some() {
                self.series(&written.name, Entity::Ladder(index), scope, sink);
            }
            let label = self.rule_label(
                written.label.as_ref(),
                &written.name,
                &name,
                scope,
                part.as_deref(),
            );
            let scale = on.unwrap_or_else(|| self.own_scale(&name, &written.form));
            let ladder = Ladder {
                about: said(written.about.as_ref(), self.scope(scope)),
                name,
                label,
                kind: if award {
                    LadderKind::Award
                } else {
                    LadderKind::Result
                },
                scale,
                nevers: Vec::new(),
                rungs: Vec::new(),
                otherwise: None,
                until_then: written.until_then.as_ref().map(|text| text.value.clone()),
                overruled: written.overruled.as_ref().map(|by| Overruled {
                    role: by.role.text.clone(),
                    reason: by.reason,
                }),
                aligns: aligned(&written.aligns),
            };
            self.rubric
                .ladders
                .push(self.with_rungs(ladder, &written.form));
            self.ladders.push((WrittenLadder::Own(written), scope));
        }
    }

    /// The ladder that works row `row` out.
    pub(super) fn push_ladder(&mut self, row: usize, scale: usize) {
        let found = self.rubric.rows.get(row);
        let (name, label) = found
            .map(|row| (row.name.clone(), row.label.clone()))
            .unwrap_or_default();
        self.rubric.ladders.push(Ladder {
            name,
            label,
            about: None,
            kind: LadderKind::Row(row),
            scale,
            nevers: Vec::new(),
            rungs: Vec::new(),
            otherwise: None,
            until_then: None,
            overruled: None,
            aligns: Vec::new(),
        });
    }

    fn rule_label(
        &self,
        text: Option<&Text>,
        short: &Name,
        full: &str,
        scope: usize,
        part: Option<&str>,
    ) -> String {
        let named = Name {
            text: full.to_owned(),
            span: short.span,
        };
        let own = label(text, &named, self.scope(scope));
        match part {
            Some(part) if text.is_some() => format!("{own}: {part}"),
            _ => own,
        }
    }

    /// One name and scope for each part that a rule is made for; itself without any.
    fn each(
        &mut self,
        name: &Name,
        parts: &[Name],
        scope: usize,
        sink: &mut Sink,
    ) -> Vec<(String, usize, Option<String>)> {
        if parts.is_empty() {
            return vec![(name.text.clone(), scope, None)];
        }
        let mut all = Vec::new();
        for written in parts {
            for part in self.parts_called(written, scope, sink) {
                let Some(found) = self.rubric.parts.get(part) else {
                    continue;
                };
                let (short, label) = (
                    format!("{}_of_{}", name.text, found.name),
                    found.label.clone(),
                );
                let inner = Scope {
                    it: Some(part),
                    ..self.scope(scope).clone()
                };
                let inner = self.add_scope(inner);
                all.push((short, inner, Some(label)));
            }
        }
        all
    }

    /// The parts that a name stands for; `parts` for those outside all others.
    fn parts_called(&self, name: &Name, scope: usize, sink: &mut Sink) -> Vec<usize> {
        if name.text == "parts" {
            let all = self.rubric.parts.iter().enumerate();
            return all
                .filter(|(_, part)| part.parent.is_none())
                .map(|(index, _)| index)
                .collect();
        }
        match self.find(&name.text, scope) {
            Some(Entity::Part(part)) => return vec![part],
            Some(Entity::Group(group)) => {
                let parts = self
                    .rubric
                    .groups
                    .get(group)
                    .map(|group| group.parts.clone());
                if let Some(parts) = parts.filter(|parts| !parts.is_empty()) {
                    return parts;
                }
            }
            None if self.names.is_excused(&name.text) => return Vec::new(),
            _ => {}
        }
        let known = self.rubric.parts.iter().map(|part| part.name.as_str());
        let near = sink.nearest(&name.text, known);
        let message = say!("there is no part called `{}` above this line", name.text);
        let found = Diagnostic::error(Code::UnknownName, name.span, message);
        sink.push(found.suggest(near));
        Vec::new()
    }

    /// The levels of a ladder that is on no scale: `otherwise` first, then the rungs from below.
    fn own_scale(&mut self, name: &str, form: &LadderForm) -> usize {
        let (rungs, otherwise) = names_of(form);
        let mut levels: Vec<Level> = Vec::new();
        for (name, label) in otherwise.into_iter().chain(rungs.into_iter().rev()) {
            if levels.len() > limits::RUNGS || levels.iter().any(|known| known.name == name.text) {
                continue;
            }
            let points = i64::try_from(levels.len()).unwrap_or(i64::MAX);
            levels.push(Level {
                name: name.text.clone(),
                label: label.map_or_else(|| name.text.clone(), |text| text.value.clone()),
                description: None,
                marks: Marks::point(Rational::whole(points)),
                aligns: Vec::new(),
            });
        }
        self.push_scale(Scale {
            name: name.to_owned(),
            label: name.to_owned(),
            ordinal: true,
            lower: false,
            levels,
        })
    }

    /// The rungs of a ladder by name, so that rules that come first can speak of them.
    fn with_rungs(&self, mut ladder: Ladder, form: &LadderForm) -> Ladder {
        let (rungs, otherwise) = names_of(form);
        let levels = self
            .rubric
            .scales
            .get(ladder.scale)
            .map(|scale| scale.levels.as_slice());
        let levels = levels.unwrap_or_default();
        let place = |name: &Name| levels.iter().position(|level| level.name == name.text);
        let label = |name: &Name, text: Option<&Text>| match text {
            Some(text) => text.value.clone(),
            None => {
                let level = place(name).and_then(|level| levels.get(level));
                level.map_or_else(|| name.text.clone(), |level| level.label.clone())
            }
        };
        for (name, text) in rungs.into_iter().take(limits::RUNGS) {
            ladder.rungs.push(Rung {
                name: name.text.clone(),
                label: label(name, text),
                level: place(name).unwrap_or_default(),
                needs: Vec::new(),
                aligns: Vec::new(),
            });
        }
        ladder.otherwise = otherwise.map(|(name, text)| {
            (
                name.text.clone(),
                label(name, text),
                place(name).unwrap_or_default(),
            )
        });
        ladder
    }

    /// The same for the ladder of a worked-out row.
    pub(super) fn name_rungs(&mut self, ladder: usize, form: &LadderForm) {
        if let Some(found) = self.rubric.ladders.get(ladder).cloned()
            && found.rungs.is_empty()
        {
            let found = self.with_rungs(found, form);
            if let Some(slot) = self.rubric.ladders.get_mut(ladder) {
                *slot = found;
            }
        }
    }
}

type Named<'a> = (&'a Name, Option<&'a Text>);

/// The rungs of a ladder as named, in order, and its last resort.
pub(in crate::sema) fn names_of(form: &LadderForm) -> (Vec<Named<'_>>, Option<Named<'_>>) {
    let (rungs, otherwise) = match form {
        LadderForm::Rungs {
            rungs, otherwise, ..
        } => {
            let rungs = rungs.iter().map(|rung| (&rung.name, rung.label.as_ref()));
            (rungs.collect(), otherwise)
        }
        LadderForm::Bands {
            bands, otherwise, ..
        } => {
            let bands = bands.iter().map(|band| (&band.name, band.label.as_ref()));
            (bands.collect(), otherwise)
        }
        LadderForm::Table {
            rows, otherwise, ..
        } => (
            rows.iter()
                .map(|row| (&row.gives, None))
                .collect::<Vec<_>>(),
            otherwise,
        ),
    };
    (
        rungs,
        otherwise.as_ref().map(|(name, text)| (name, text.as_ref())),
    )
}
