//! No text can hurt the reader: deep nests, wrong ones, random ones, long ones.

use super::{found, inside, parse, whole};
use crate::diag::Code;
use std::time::{Duration, Instant};

/// What nests, each with its opening, its inside and its closing.
const NESTS: &[(&str, &str, &str)] = &[
    ("(", "a", ")"),
    ("if a then b else ", "c", ""),
    ("(if a is b then ", "c", " else d)"),
    ("not ", "a", ""),
    ("not (", "a", ")"),
    ("- ", "a", ""),
    ("sum of best 2 of (", "a", ")"),
    ("round ", "a", " to nearest 1, ties up"),
    ("any of (every a is b, ", "c", ")"),
    ("first of (a when b, otherwise ", "c", ")"),
    ("days from ", "a", " to b"),
];

fn nest((open, middle, close): (&str, &str, &str), depth: usize) -> String {
    format!(
        "score s = {}{middle}{}",
        open.repeat(depth),
        close.repeat(depth)
    )
}

#[test]
fn what_nests_is_read_to_depth_forty() {
    for &kind in NESTS {
        for depth in [4, 12, 26, 40] {
            let found = found(&inside(&nest(kind, depth)));
            assert!(found.is_empty(), "{kind:?} {depth} {found:?}");
        }
        let deep = found(&inside(&nest(kind, 70)));
        if ["not ", "-", "- "].contains(&kind.0) {
            assert!(
                deep.is_empty(),
                "signs in a row do not nest: {kind:?} {deep:?}"
            );
            continue;
        }
        assert_eq!(deep.len(), 1, "{kind:?}");
        assert_eq!(deep[0].code, Code::TooDeep, "{kind:?} {deep:?}");
    }
    let sets = format!("score s = sum of {}a", "best 2 of ".repeat(40));
    assert!(found(&inside(&sets)).is_empty());
    let sets = format!("score s = sum of {}a", "best 2 of ".repeat(70));
    assert_eq!(found(&inside(&sets))[0].code, Code::TooDeep);
}

#[test]
fn what_nests_wrongly_costs_no_more_than_its_length() {
    let mut longest = Duration::ZERO;
    for &(open, _, close) in NESTS {
        for depth in [4, 16, 28, 40] {
            for (middle, close) in [
                ("", close),
                ("a b", close),
                ("a", ""),
                ("$", close),
                ("a", ")"),
            ] {
                let source = inside(&nest((open, middle, close), depth));
                let start = Instant::now();
                let count = found(&source).len();
                longest = longest.max(start.elapsed());
                assert!(count < 60, "{open} {depth}");
            }
        }
    }
    // A statement that fails is tried again at most 25 times.
    println!("the longest wrong nest took {longest:?}");
    assert!(longest < Duration::from_millis(500), "{longest:?}");
}

/// A small generator, so that each run is the same.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

/// Reads a text; all its places must lie in it, between characters.
fn survives(source: &str) {
    let parsed = parse(source);
    assert!(parsed.text.len() == source.len() || parsed.text.is_empty());
    for found in parsed.diagnostics.finish() {
        let edits = found
            .fixes
            .iter()
            .flat_map(|fix| fix.edits.iter().map(|edit| edit.0));
        for span in edits
            .chain([found.span])
            .chain(found.labels.iter().map(|label| label.span))
        {
            // A place may begin inside a pasted character; editors are told where that starts.
            let inside = span.start <= span.end && span.end as usize <= source.len();
            assert!(inside, "{found:?} in {source:?}");
        }
    }
}

#[test]
fn random_texts_do_no_harm() {
    const PIECES: &[&str] = &[
        "rubric a {",
        "}",
        "{",
        "(",
        ")",
        "\"",
        "\"\"\"",
        "\n",
        ";",
        ",",
        "..",
        "=",
        "-",
        "is",
        "at least",
        "not",
        "every",
        "criterion",
        "x",
        "5",
        "2.5%",
        "2025-01-01",
        "if",
        "then",
        "else",
        "score",
        "award",
        "needs",
        "otherwise",
        "#",
        "\\",
        "é",
        "“",
        "”",
        "–",
        "≥",
        "\u{a0}",
        "\r",
        "\t",
        "\u{0}",
        "😀",
        "of",
        "best",
        "from",
        "gives",
    ];
    let mut random = Random(7);
    for _ in 0..1_500 {
        let length = random.below(60);
        let text: String = (0..length)
            .map(|_| [PIECES[random.below(PIECES.len())], " "].concat())
            .collect();
        survives(&text);
        survives(&inside(&text));
    }
}

#[test]
fn random_changes_of_a_sound_file_do_no_harm() {
    let characters: Vec<char> = whole::WHOLE.chars().collect();
    let words: Vec<&str> = whole::WHOLE.split_whitespace().collect();
    let mut random = Random(11);
    for _ in 0..250 {
        let mut text = characters.clone();
        for _ in 0..=random.below(4) {
            let at = random.below(text.len());
            match random.below(4) {
                0 => {
                    text.remove(at);
                }
                1 => text.insert(at, characters[random.below(characters.len())]),
                2 => text.truncate(at.max(1)),
                _ => {
                    let end = (at + random.below(12)).min(text.len());
                    let word = words[random.below(words.len())];
                    text.splice(at..end, word.chars());
                }
            }
        }
        survives(&text.into_iter().collect::<String>());
    }
}

#[test]
fn a_mebibyte_is_read_in_time() {
    let unit = "  criterion c \"A label of some length\" on m { weight 2; low \"What is seen when it is low, in a sentence.\" }\n  score s = round weighted percent of (a, b, c) to nearest 0.5%, ties up\n";
    let count = 1_045_000 / unit.len();
    let source = inside(&unit.repeat(count));
    assert!(source.len() > 1_000_000 && source.len() < 1 << 20);
    let start = Instant::now();
    let parsed = parse(&source);
    let took = start.elapsed();
    assert_eq!(parsed.rubric.items.len(), count * 2);
    assert!(parsed.diagnostics.finish().is_empty());
    println!("1 MiB of sound statements: {took:?}");
    let wrong = inside(&"  score s = round a b\n".repeat(12_000));
    let start = Instant::now();
    assert_eq!(found(&wrong).len(), 200);
    println!("12,000 wrong statements: {:?}", start.elapsed());
    assert!(took < Duration::from_secs(20), "{took:?}");
}
