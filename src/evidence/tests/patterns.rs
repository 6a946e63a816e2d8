//! Patterns: what they find, what is refused, and that they finish.

use super::*;
use crate::text::pattern::{compile, places};

/// Places asked for.
const MOST: usize = 20;

/// What a pattern finds first.
fn first<'a>(pattern: &str, own: &'a str) -> Option<&'a str> {
    let program = compile(pattern).unwrap_or_else(|problem| panic!("{pattern}: {problem}"));
    let (places, _) = places(&program, own, MOST).unwrap();
    places.first().map(|place| &own[place.from..place.to])
}

#[test]
fn patterns_find_what_they_say() {
    for (pattern, own, found) in [
        ("lorem", "a lorem b", Some("lorem")),
        ("a.c", "abc", Some("abc")),
        ("a.c", "a\nc", None),
        ("ab*c", "xacx", Some("ac")),
        ("ab+c", "ac abbc", Some("abbc")),
        ("colou?r", "color", Some("color")),
        ("cat|dog", "a dog", Some("dog")),
        ("a|ab", "ab", Some("a")),
        ("<.+>", "<a><b>", Some("<a><b>")),
        ("<.+?>", "<a><b>", Some("<a>")),
        ("(ab){2,3}", "abababab", Some("ababab")),
        ("a{2}", "a aa", Some("aa")),
        ("a{2,}", "a aaaa", Some("aaaa")),
        ("a{2,3}?", "aaaa", Some("aa")),
        ("^b", "ab", None),
        ("^a$", "a", Some("a")),
        ("a$", "a\n", None),
        (r"\d{3}-\d{4}", "call 555-1234", Some("555-1234")),
        (r"\d+", "رقم ٤٢", Some("٤٢")),
        (r"\w+", "¡Niño!", Some("Niño")),
        (r"\s\S", "a b", Some(" b")),
        (r"\bcat\b", "concat cat", Some("cat")),
        (r"\Bcat", "cat concat", Some("cat")),
        (r"[a-c]+", "xxabcx", Some("abc")),
        (r"[^a-c]+", "abxc", Some("x")),
        (r"[\d,]+", "a 1,2", Some("1,2")),
        (r"[a-]+", "b-a", Some("-a")),
        (r"[-a]+", "b-a", Some("-a")),
        (r"\[x\]", "[x]", Some("[x]")),
        ("(?i)draft", "DRAFT", Some("DRAFT")),
        ("(?i)[^a]", "A", None),
        ("(?:ab)+", "abab", Some("abab")),
        ("(a*)*b", "aab", Some("aab")),
        ("(|a)+b", "aab", Some("aab")),
        ("x]", "x]", Some("x]")),
    ] {
        assert_eq!(first(pattern, own), found, "{pattern} in {own}");
    }
}

#[test]
fn what_cannot_be_used_is_said_plainly() {
    let long = "a".repeat(257);
    for wrong in [
        "(",
        ")",
        "a)",
        "(a",
        "[",
        "[a",
        "[]",
        "*",
        "+a",
        "a|*",
        "a**",
        "a{2",
        "a{",
        "a{x}",
        "a{3,2}",
        "a{1001}",
        "(?=a)",
        "(?<n>a)",
        "(?i",
        r"\",
        r"\1",
        r"\p{L}",
        "[z-a]",
        r"[a-\d]",
        "",
        "a*",
        "a?",
        "^",
        "$",
        "(a{99}){99}",
        "((((a{9}){9}){9}){9}){9}",
        "(((){1000}){1000}){1000}",
        &long,
    ] {
        let problem = pattern_problem(wrong);
        let plain = problem
            .as_deref()
            .is_some_and(|text| !text.ends_with('.') && !text.starts_with(char::is_uppercase));
        assert!(plain, "{wrong}: {problem:?}");
    }
    assert_eq!(
        pattern_problem(&"(".repeat(256)).map(|text| text.len() > 9),
        Some(true)
    );
    assert_eq!(pattern_problem(&"a".repeat(256)), None);
}

#[test]
fn no_pattern_is_exponential() {
    let start = std::time::Instant::now();
    let own = "a".repeat(20_000);
    for pattern in [
        "(a+)+$x",
        "(a*)*b",
        "(a|a)*b",
        "(a|aa)+b",
        "(.*)(.*)(.*)(.*)(.*)b",
        "a?{1}a{20}b",
        "(a?){50}a{50}b",
        "(x+x+)+y",
        "a(.*b)?",
        "([a-z]+)*!",
    ] {
        if let Ok(program) = compile(pattern) {
            // Finished, or given up: both in time.
            places(&program, &own, MOST);
        }
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn places_are_told_by_line_and_kept_few() {
    let program = compile("b+").unwrap();
    let (found, more) = places(&program, "é\nbb\n\nb", MOST).unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.from, one.to, one.line))
        .collect();
    assert_eq!((found, more), (vec![(3, 5, 2), (7, 8, 4)], false));
    let (found, more) = places(&program, &"b ".repeat(50), MOST).unwrap();
    assert_eq!((found.len(), more), (20, true));
}

#[test]
fn a_text_is_judged_by_a_pattern() {
    let rule = || SlotRule::Avoids(r"(?i)\blorem\b".into());
    assert_eq!(one(rule(), text("My own words")), COMPLETE);
    assert_eq!(one(rule(), text("LOREM ipsum")), INCOMPLETE);
    assert_eq!(one(rule(), file("pdf")), LOOK);
    assert_eq!(one(rule(), link("https://x.org")), UNCHECKED);
    // The compiler refuses such a pattern; here nothing is decided by it.
    assert_eq!(one(SlotRule::Avoids("(".into()), text("x")), LOOK);
}

/// The same sequence every time, so that a failure comes back.
fn noise(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

#[test]
fn no_bytes_make_it_trap() {
    let (mut seed, signs) = (88_172_645_463_325_252, r"ab(|)[]^$*+?{,}\dwsbB.-:i019 ");
    let signs: Vec<char> = signs.chars().collect();
    for _ in 0..3_000 {
        let length = noise(&mut seed) % 24;
        let pattern: String = (0..length)
            .map(|_| signs[usize::try_from(noise(&mut seed)).unwrap() % signs.len()])
            .collect();
        let bytes: Vec<u8> = (0..60).map(|_| noise(&mut seed).to_le_bytes()[0]).collect();
        let own = String::from_utf8_lossy(&bytes).into_owned() + &pattern;
        count(&own);
        for rule in [
            SlotRule::Avoids(pattern.clone()),
            SlotRule::AvoidsPersonal,
            SlotRule::Mentions(true, vec![pattern.clone()]),
            SlotRule::NamedLike(pattern.clone()),
            SlotRule::Hosts(vec![pattern.clone()]),
        ] {
            let item = Item {
                url: Some(own.clone()),
                name: Some(own.clone()),
                ..text(&own)
            };
            let own = slot(vec![must(rule)]);
            for item in [
                item.clone(),
                Item {
                    kind: "link".into(),
                    ..item
                },
            ] {
                let items = [item];
                for finding in judge(&own, &items, None).findings {
                    let FindingValue::Places(places, _) = finding.value else {
                        continue;
                    };
                    let text = items[0].text.as_deref().unwrap();
                    assert!(
                        places
                            .iter()
                            .all(|one| text.get(one.from..one.to).is_some())
                    );
                }
            }
        }
    }
}
