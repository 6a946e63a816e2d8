//! What readers call the things that a rule names.

use super::Rules;
use crate::sema::names::Entity;
use crate::syntax::ast::Name;
use crate::text::Span;

impl Rules<'_, '_> {
    /// Remembers what readers call a name.
    pub(super) fn called(&mut self, name: &Name, entity: Entity) {
        let rubric = &self.declared.rubric;
        let label = match entity {
            Entity::Row(row) => rubric.rows.get(row).map(|row| &row.label),
            Entity::Part(part) => rubric.parts.get(part).map(|part| &part.label),
            Entity::Score(score) => rubric.scores.get(score).map(|score| &score.label),
            Entity::Ladder(ladder) => rubric.ladders.get(ladder).map(|ladder| &ladder.label),
            Entity::Ask(ask) => rubric.asks.get(ask).map(|ask| &ask.label),
            Entity::Setting(setting) => rubric.settings.get(setting).map(|setting| &setting.label),
            Entity::Slot(slot) => rubric.slots.get(slot).map(|slot| &slot.label),
            Entity::Group(_) => None,
        };
        if let Some(label) = label.cloned() {
            self.say(name.span, label);
        }
    }

    /// Remembers what readers call what stands in a place, in the order of the text.
    pub(super) fn say(&mut self, place: Span, label: String) {
        let at = self
            .labels
            .partition_point(|(known, _)| known.start <= place.start);
        self.labels.insert(at, (place, label));
    }

    /// Forgets what was said for the rule before.
    pub(super) fn begin(&mut self) {
        self.labels.clear();
        self.levels.clear();
        self.units.clear();
    }

    /// The condition as it is written, with the names readers know.
    pub(super) fn sentence(&mut self, span: Span) -> String {
        let mut said = String::new();
        let mut from = span.start;
        for (place, label) in &self.labels {
            if place.start < from || place.end > span.end {
                continue;
            }
            let before = Span {
                start: from,
                end: place.start,
            };
            said.push_str(before.slice(self.text));
            said.push_str(label);
            from = place.end;
        }
        let rest = Span {
            start: from,
            end: span.end,
        };
        said.push_str(rest.slice(self.text));
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
