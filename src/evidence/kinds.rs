//! Kinds of items: the words of the language, and the endings that are one.

use super::item::Seen;
use crate::model::{Measure, Slot, SlotRule};

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Pdf,
    Docx,
    Odt,
    Text,
    Markdown,
    Image,
    Audio,
    Video,
    Spreadsheet,
    Slides,
    Link,
    Other,
}

/// The kind that a word of the language or a common format means.
pub(super) fn kind(word: &str) -> Kind {
    match word.trim().to_lowercase().as_str() {
        "pdf" => Kind::Pdf,
        "docx" => Kind::Docx,
        "odt" => Kind::Odt,
        "text" | "txt" | "html" | "htm" => Kind::Text,
        "markdown" | "md" => Kind::Markdown,
        "image" | "png" | "jpeg" | "jpg" | "gif" | "webp" | "heic" | "heif" | "avif" | "svg" => {
            Kind::Image
        }
        "audio" | "mp3" | "wav" | "m4a" | "ogg" | "flac" => Kind::Audio,
        "video" | "mp4" | "webm" | "mov" | "m4v" => Kind::Video,
        "spreadsheet" | "xlsx" | "csv" | "ods" | "xls" => Kind::Spreadsheet,
        "slides" | "pptx" | "odp" | "ppt" => Kind::Slides,
        "link" | "url" => Kind::Link,
        _ => Kind::Other,
    }
}

/// Whether a word of `accepts` takes this kind.
pub(super) fn takes(word: &str, of: Kind) -> bool {
    match word.trim() {
        "any_file" | "any file" => of != Kind::Link,
        "text" => matches!(of, Kind::Text | Kind::Markdown),
        word => of != Kind::Other && kind(word) == of,
    }
}

/// Whether a file has this ending, or is of that very format.
pub(super) fn ends(seen: &Seen, extension: &str) -> bool {
    let bare = extension.trim().trim_start_matches('.').to_lowercase();
    let name = seen.item.name.as_deref().unwrap_or_default();
    let name = name.trim_end().to_lowercase();
    let by_name = name
        .strip_suffix(&bare)
        .is_some_and(|rest| rest.ends_with('.'));
    !bare.is_empty() && (by_name || seen.item.kind.trim().to_lowercase() == bare)
}

/// Whether something of this kind can have such a measure at all.
fn has(kind: Kind, measure: Measure) -> bool {
    let plays = matches!(kind, Kind::Audio | Kind::Video);
    let shows = matches!(kind, Kind::Image | Kind::Video);
    let seen = matches!(kind, Kind::Link | Kind::Other);
    match measure {
        Measure::Size => true,
        Measure::Pages | Measure::Words | Measure::Characters => !plays,
        Measure::Length => plays || seen,
        Measure::Width | Measure::Height => shows || seen,
    }
}

/// Where a slot takes plans and videos, its `length` is about the videos: a
/// kind that cannot have the measure is not concerned if one that can is named.
pub(super) fn is_concerned(slot: &Slot, item: &Seen, measure: Measure) -> bool {
    if has(item.kind, measure) {
        return true;
    }
    let mut accepted = slot.lines.iter().filter_map(|line| match &line.rule {
        SlotRule::Accepts(kinds, _) => Some(kinds),
        _ => None,
    });
    let names = |word: &String| {
        let kind = kind(word);
        !matches!(kind, Kind::Other | Kind::Link) && has(kind, measure)
    };
    !accepted.any(|kinds| kinds.iter().any(names))
}
