//! Whole words in a text: both are cut by the one rule for words, so that a
//! phrase is found across punctuation and a word is never found inside another.

use unicode_segmentation::UnicodeSegmentation;

/// Stands between words; no word holds it.
const BETWEEN: char = '\u{1}';

/// Words in small letters, each with a mark before and behind.
fn cut(text: &str) -> String {
    let mut cut = String::from(BETWEEN);
    for word in text.unicode_words() {
        cut.push_str(&word.to_lowercase());
        cut.push(BETWEEN);
    }
    cut
}

/// The wanted words and phrases in two lists: those in the text, those not.
pub(super) fn mentions(text: &str, wanted: &[String]) -> (Vec<String>, Vec<String>) {
    let words = cut(text);
    let found = |one: &&String| {
        let phrase = cut(one);
        if phrase.chars().nth(1).is_none() {
            // Signs only: no word to look for.
            return text.contains(one.trim());
        }
        words.contains(&phrase)
    };
    let (found, missing): (Vec<_>, Vec<_>) = wanted.iter().partition(found);
    let owned = |list: Vec<&String>| list.into_iter().cloned().collect();
    (owned(found), owned(missing))
}
