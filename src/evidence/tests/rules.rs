//! Each property: holds, at its edge, one past, unknown.

use super::*;
use crate::model::Measure;

#[test]
fn kinds_are_told_by_content() {
    let accepts = |kinds: &[&str], endings: &[&str]| {
        let own = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
        SlotRule::Accepts(own(kinds), own(endings))
    };
    assert_eq!(one(accepts(&["pdf", "docx"], &[]), file("pdf")), COMPLETE);
    assert_eq!(one(accepts(&["pdf", "docx"], &[]), file("odt")), INCOMPLETE);
    for (kind, word) in [
        ("png", "image"),
        ("JPEG", "image"),
        ("heic", "image"),
        ("mov", "video"),
        ("m4a", "audio"),
        ("ods", "spreadsheet"),
        ("csv", "spreadsheet"),
        ("pptx", "slides"),
        ("html", "text"),
        ("markdown", "text"),
        ("other", "any_file"),
        ("text", "any file"),
    ] {
        assert_eq!(one(accepts(&[word], &[]), file(kind)), COMPLETE, "{kind}");
    }
    assert_eq!(one(accepts(&["any_file"], &[]), link("x.org")).1, Holds::No);
    assert_eq!(one(accepts(&["text"], &[]), file("pdf")), INCOMPLETE);
    assert_eq!(one(accepts(&["other"], &[]), file("exe")), INCOMPLETE);
    assert_eq!(one(accepts(&["link"], &[]), link("x.org")), LINKED);
    let ggb = Item {
        kind: "other".into(),
        ..named("Triangle.GGB ")
    };
    assert_eq!(one(accepts(&["pdf"], &["ggb"]), ggb.clone()), COMPLETE);
    assert_eq!(one(accepts(&[], &[".ggb"]), ggb.clone()), COMPLETE);
    assert_eq!(one(accepts(&[], &["gb"]), ggb), INCOMPLETE);
    assert_eq!(one(accepts(&[], &["ggb"]), file("other")), LOOK);
    assert_eq!(one(accepts(&[], &["png"]), file("png")), COMPLETE);
    assert_eq!(one(accepts(&["pdf"], &[]), file("")), LOOK);
    let unread = vec![("kind".to_owned(), "it is empty".to_owned())];
    let unread = Item {
        undetermined: unread,
        ..file("other")
    };
    assert_eq!(one(accepts(&["pdf"], &[]), unread), LOOK);
}

#[test]
fn measures_hold_at_their_edges() {
    type Set = fn(&mut Item, i64);
    let all: [(Measure, &str, Set); 7] = [
        (Measure::Size, "pdf", |item, value| item.bytes = n(value)),
        (Measure::Pages, "pdf", |item, value| item.pages = n(value)),
        (Measure::Words, "pdf", |item, value| item.words = n(value)),
        (Measure::Characters, "docx", |item, value| {
            item.characters = n(value)
        }),
        (Measure::Length, "video", |item, value| {
            item.seconds = n(value)
        }),
        (Measure::Width, "png", |item, value| item.width = n(value)),
        (Measure::Height, "png", |item, value| item.height = n(value)),
    ];
    for (measure, kind, set) in all {
        let of = |value: i64, total: bool| {
            let mut item = file(kind);
            set(&mut item, value);
            one(SlotRule::Measured(measure, ends(2, 5), total), item)
        };
        for total in [false, true] {
            assert_eq!(of(2, total), COMPLETE, "{measure:?}");
            assert_eq!(of(5, total), COMPLETE, "{measure:?}");
            assert_eq!(of(1, total), INCOMPLETE, "{measure:?}");
            assert_eq!(of(6, total), INCOMPLETE, "{measure:?}");
            let rule = SlotRule::Measured(measure, ends(2, 5), total);
            assert_eq!(one(rule.clone(), file(kind)), LOOK, "{measure:?}");
            assert_eq!(one(rule, link("https://x.org")), UNCHECKED, "{measure:?}");
        }
    }
}

#[test]
fn totals_are_decided_as_soon_as_they_can_be() {
    let pages = |pages: Option<i64>| Item {
        pages: pages.map(Rational::whole),
        ..file("pdf")
    };
    let total = |ends| SlotRule::Measured(Measure::Pages, ends, true);
    let known = [pages(Some(3)), pages(Some(4))];
    assert_eq!(many(total(ends(7, 7)), &known), COMPLETE);
    assert_eq!(many(total(ends(8, None)), &known), INCOMPLETE);
    let half = [pages(Some(3)), pages(None)];
    assert_eq!(many(total(ends(None, 2)), &half), INCOMPLETE);
    assert_eq!(many(total(ends(3, None)), &half), COMPLETE);
    assert_eq!(many(total(ends(3, 5)), &half), LOOK);
    assert_eq!(many(total(ends(4, None)), &half), LOOK);
    let linked = [pages(Some(3)), link("https://x.org")];
    assert_eq!(many(total(ends(4, None)), &linked), UNCHECKED);
}

#[test]
fn a_measure_is_about_what_can_have_it() {
    let both = SlotRule::Accepts(vec!["pdf".into(), "video".into()], vec![]);
    let length = SlotRule::Measured(Measure::Length, ends(120, 600), false);
    let mixed = slot(vec![must(both), must(length.clone())]);
    let plan = [file("pdf")];
    assert_eq!(judge(&mixed, &plan, None).state, State::Complete);
    let long = Item {
        seconds: n(601),
        ..file("video")
    };
    assert_eq!(judge(&mixed, &[long], None).state, State::Incomplete);
    // Nothing said that the slot takes videos: a person must look.
    assert_eq!(many(length, &plan), LOOK);
}

#[test]
fn what_a_password_hides_is_unknown_unless_told() {
    let pages = SlotRule::Measured(Measure::Pages, ends(1, 3), false);
    let mut item = Item {
        encrypted: true,
        pages: n(9),
        bytes: n(5),
        ..file("pdf")
    };
    assert_eq!(one(pages.clone(), item.clone()), LOOK);
    let size = SlotRule::Measured(Measure::Size, ends(None, 4), false);
    assert_eq!(one(size, item.clone()), INCOMPLETE);
    item.told = vec!["pages".into()];
    assert_eq!(one(pages.clone(), item), INCOMPLETE);
    let why = "the file is damaged".to_owned();
    let undetermined = vec![("pages".to_owned(), why.clone())];
    let item = Item {
        pages: n(2),
        undetermined,
        ..file("pdf")
    };
    let verdict = judge(&slot(vec![must(pages)]), &[item], None);
    assert_eq!(verdict.findings[1].why, Some(Why::Said(why)));
}

#[test]
fn a_scan_without_text_needs_a_look() {
    let words = SlotRule::Measured(Measure::Words, ends(300, None), false);
    let scan = Item {
        text: Some(" ".into()),
        pages: n(2),
        ..file("pdf")
    };
    assert_eq!(one(words.clone(), scan.clone()), LOOK);
    assert_eq!(one(SlotRule::AvoidsPersonal, scan), LOOK);
    assert_eq!(
        one(
            words.clone(),
            Item {
                words: n(0),
                ..file("pdf")
            }
        ),
        LOOK
    );
    assert_eq!(one(words, text("")), INCOMPLETE);
}
