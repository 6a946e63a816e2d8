//! `translate "fr" { ... }`: every name in it is known; what is missing falls
//! back and is said once for each language.

use super::declare::Declared;
use super::names::Entity;
use crate::diag::{Code, Diagnostic, Sink};
use crate::syntax::ast::{Item, Name, Translate};
use crate::text::Index;

/// Languages with their texts by path.
pub(super) type Translations = Vec<(String, Vec<(String, String)>)>;

/// How many missing texts are named.
const SHOWN: usize = 5;

pub(super) fn read(
    items: &[&Item],
    declared: &Declared<'_>,
    sink: &mut Sink,
) -> Option<Translations> {
    let mut all: Translations = Vec::new();
    let wanted = Wanted::of(declared);
    for item in items {
        if let Item::Translate(translate) = item {
            all.push(one(translate, declared, &wanted, sink));
        }
    }
    (!all.is_empty()).then_some(all)
}

fn one(
    translate: &Translate,
    declared: &Declared<'_>,
    wanted: &Wanted,
    sink: &mut Sink,
) -> (String, Vec<(String, String)>) {
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut known = Index::default();
    for entry in &translate.texts {
        let path: Vec<&str> = entry.path.iter().map(|name| name.text.as_str()).collect();
        let key = path.join(".");
        if let Some(wrong) = unknown(&entry.path, declared, sink) {
            sink.push(wrong);
        } else if known.get(&key).is_some() {
            let message = say!("`{}` is translated twice", key);
            sink.push(Diagnostic::error(Code::Repeated, entry.text.span, message));
        } else {
            known.set(&key, texts.len());
            texts.push((key, entry.text.value.clone()));
        }
    }
    let language = &translate.language;
    let there = texts.iter().filter(|(key, _)| wanted.has(key)).count();
    let count = wanted.keys.len().saturating_sub(there);
    if count > 0 && !sink.has_errors() {
        let more = if count > SHOWN { ", ..." } else { "" };
        let missing = wanted.keys.iter().filter(|key| known.get(key).is_none());
        let first: Vec<&str> = missing.take(SHOWN).map(String::as_str).collect();
        let message = say!(
            "`{}` lacks {} text{}: {}{}",
            language.value,
            count,
            if count == 1 { "" } else { "s" },
            first.join(", "),
            more
        );
        sink.push(
            Diagnostic::note(Code::Untranslated, language.span, message)
                .help("they are shown in the language of the rubric"),
        );
    }
    (language.value.clone(), texts)
}

/// What every language should have, each once.
struct Wanted {
    keys: Vec<String>,
    index: Index,
}

impl Wanted {
    fn of(declared: &Declared<'_>) -> Self {
        let mut index = Index::default();
        let mut keys = wanted(declared);
        keys.retain(|key| {
            let new = index.get(key).is_none();
            index.set(key, 0);
            new
        });
        Self { keys, index }
    }

    fn has(&self, key: &str) -> bool {
        self.index.get(key).is_some()
    }
}

/// What is wrong with a path, if anything is.
fn unknown(path: &[Name], declared: &Declared<'_>, sink: &Sink) -> Option<Diagnostic> {
    let (first, second) = (path.first()?, path.get(1));
    let levels = match levels_of(&first.text, declared) {
        Some(levels) => levels,
        None => {
            let near = declared.names.near(&first.text, sink);
            let message = say!("nothing here is called `{}`", first.text);
            return Some(Diagnostic::error(Code::UnknownName, first.span, message).suggest(near));
        }
    };
    let second = second?;
    if second.text == "about" || levels.contains(&second.text) {
        return None;
    }
    let near = sink.nearest(&second.text, levels.iter().map(String::as_str));
    let message = say!("`{}` has no `{}`", first.text, second.text);
    Some(Diagnostic::error(Code::UnknownLevel, second.span, message).suggest(near))
}

/// The levels, choices or rungs below a name; nothing when there is no such name.
fn levels_of(name: &str, declared: &Declared<'_>) -> Option<Vec<String>> {
    let rubric = &declared.rubric;
    let of_scale = |scale: usize| {
        let levels = rubric
            .scales
            .get(scale)
            .map(|scale| scale.levels.as_slice());
        levels
            .unwrap_or_default()
            .iter()
            .map(|level| level.name.clone())
            .collect()
    };
    if let Some(scale) = declared.scale_names.get(name) {
        return Some(of_scale(scale));
    }
    if name == rubric.header.name {
        return Some(Vec::new());
    }
    Some(match declared.find(name, 0)? {
        Entity::Row(row) => rubric
            .rows
            .get(row)?
            .scale()
            .map(of_scale)
            .unwrap_or_default(),
        Entity::Ladder(ladder) => {
            let ladder = rubric.ladders.get(ladder)?;
            let rungs = ladder.rungs.iter().map(|rung| rung.name.clone());
            rungs
                .chain(ladder.otherwise.as_ref().map(|(name, ..)| name.clone()))
                .collect()
        }
        Entity::Ask(_) | Entity::Setting(_) => {
            let member = super::rules::member(declared.find(name, 0)?)?;
            declared.scale_of(member).map(of_scale).unwrap_or_default()
        }
        _ => Vec::new(),
    })
}

/// Every text of the rubric that readers see: labels of what has one, and levels.
fn wanted(declared: &Declared<'_>) -> Vec<String> {
    let rubric = &declared.rubric;
    let mut all = vec![rubric.header.name.clone()];
    let written = rubric.scales.iter().take(rubric.scales_written);
    for scale in written {
        all.extend(
            scale
                .levels
                .iter()
                .map(|level| format!("{}.{}", scale.name, level.name)),
        );
    }
    all.extend(rubric.parts.iter().map(|part| part.name.clone()));
    for row in &rubric.rows {
        all.push(row.name.clone());
        let scale = row.scale().and_then(|scale| rubric.scales.get(scale));
        let levels = scale
            .map(|scale| scale.levels.as_slice())
            .unwrap_or_default();
        let described = levels
            .iter()
            .zip(&row.levels)
            .filter(|(_, text)| text.descriptor.is_some());
        all.extend(described.map(|(level, _)| format!("{}.{}", row.name, level.name)));
    }
    all.extend(rubric.asks.iter().map(|ask| ask.name.clone()));
    all.extend(rubric.slots.iter().map(|slot| slot.name.clone()));
    for ladder in &rubric.ladders {
        if matches!(ladder.kind, crate::model::LadderKind::Row(_)) {
            continue;
        }
        all.push(ladder.name.clone());
        all.extend(
            ladder
                .rungs
                .iter()
                .map(|rung| format!("{}.{}", ladder.name, rung.name)),
        );
    }
    all
}
