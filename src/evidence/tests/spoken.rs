//! Findings read aloud.

use super::*;
use crate::model::Measure;

/// The sentence of the first line for the first item it is about.
fn say(line: SlotLine, items: &[Item]) -> String {
    say_of("Annotated lesson plan", line, items)
}

fn say_of(label: &str, line: SlotLine, items: &[Item]) -> String {
    let slot = Slot {
        label: label.into(),
        ..slot(vec![line])
    };
    let verdict = judge(&slot, items, on(TODAY));
    let finding = verdict.findings.iter().find(|one| one.line == Some(0));
    sentence(&slot, finding.unwrap(), items)
}

fn measured(measure: Measure, ends: Ends) -> SlotLine {
    must(SlotRule::Measured(measure, ends, false))
}

#[test]
fn measures_say_the_limit_and_the_value() {
    let pages = |count: i64| {
        [Item {
            pages: n(count),
            ..file("pdf")
        }]
    };
    let rule = |ends| measured(Measure::Pages, ends);
    let (five, one) = (pages(5), pages(1));
    assert_eq!(
        say(rule(ends(1, 3)), &five),
        "Your annotated lesson plan has 5 pages; it may have up to 3."
    );
    assert_eq!(
        say(rule(ends(2, None)), &one),
        "Your annotated lesson plan has 1 page; it needs at least 2."
    );
    assert_eq!(
        say(rule(ends(1, 3)), &one),
        "Your annotated lesson plan has 1 page; it needs 1 to 3."
    );
    assert_eq!(
        say(rule(ends(2, 2)), &one),
        "Your annotated lesson plan has 1 page; it needs exactly 2."
    );
    let advice = SlotLine {
        soft: true,
        message: Some("Short plans rarely show your decisions.".into()),
        ..measured(Measure::Words, ends(300, 1500))
    };
    let words = |count: i64| {
        [Item {
            words: n(count),
            ..file("docx")
        }]
    };
    assert_eq!(
        say(advice.clone(), &words(120)),
        "Short plans rarely show your decisions. Your annotated lesson plan has 120 words; it should have at least 300."
    );
    assert_eq!(
        say(advice.clone(), &words(2000)),
        "Short plans rarely show your decisions. Your annotated lesson plan has 2,000 words; it should have at most 1,500."
    );
    assert_eq!(
        say(advice, &words(400)),
        "Your annotated lesson plan has 400 words; it should have 300 to 1,500."
    );
    let total = must(SlotRule::Measured(Measure::Pages, ends(None, 3), true));
    let two = [pages(2), pages(2)].concat();
    assert_eq!(
        say(total, &two),
        "All items of your annotated lesson plan together have 4 pages; they may have up to 3."
    );
}

#[test]
fn sizes_and_lengths_are_never_rounded_onto_their_limit() {
    let size = |bytes: i64| {
        let items = [Item {
            bytes: n(bytes),
            ..file("pdf")
        }];
        say(measured(Measure::Size, ends(None, 10_000_000)), &items)
    };
    assert_eq!(
        size(12_440_000),
        "Your annotated lesson plan is 12.4 MB; it may be up to 10 MB."
    );
    assert_eq!(
        size(10_000_001),
        "Your annotated lesson plan is 10.000001 MB; it may be up to 10 MB."
    );
    assert_eq!(
        size(900),
        "Your annotated lesson plan is 900 bytes; it may be up to 10 MB."
    );
    let length = |top: i128, bottom: i128| {
        let seconds = Rational::new(top, bottom);
        let items = [Item {
            seconds,
            ..file("video")
        }];
        say_of(
            "Lesson video",
            measured(Measure::Length, ends(120, 600)),
            &items,
        )
    };
    assert_eq!(
        length(725, 1),
        "Your lesson video is 12 min 5 s long; it may be up to 10 min."
    );
    assert_eq!(
        length(60_004, 100),
        "Your lesson video is 10 min 0.04 s long; it may be up to 10 min."
    );
    assert_eq!(
        length(300, 1),
        "Your lesson video is 5 min long; it must be 2 min to 10 min."
    );
    assert_eq!(
        length(3_600, 1),
        "Your lesson video is 1 h long; it may be up to 10 min."
    );
}

#[test]
fn names_fit_the_sentence() {
    let pages = |name: &str| Item {
        pages: n(5),
        ..named(name)
    };
    let rule = || measured(Measure::Pages, ends(1, 3));
    let own = [pages("a\u{202e}.pdf")];
    assert_eq!(
        say_of("The plan", rule(), &own),
        "Your plan has 5 pages; it may have up to 3."
    );
    assert_eq!(
        say_of("IEP summary", rule(), &own),
        "Your IEP summary has 5 pages; it may have up to 3."
    );
    assert_eq!(
        say_of("Samples of work", rule(), &own),
        "Your samples of work have 5 pages; they may have up to 3."
    );
    assert_eq!(
        say_of("", rule(), &own),
        "Your lesson plan has 5 pages; it may have up to 3."
    );
    let two = [pages("a\u{202e}.pdf"), file("pdf")];
    assert_eq!(
        say_of("Plan", rule(), &two),
        "“a.pdf” has 5 pages; it may have up to 3."
    );
    let two = [
        Item {
            name: None,
            ..pages("")
        },
        file("pdf"),
    ];
    assert_eq!(
        say_of("Plan", rule(), &two),
        "Item 1 of your plan has 5 pages; it may have up to 3."
    );
}

#[test]
fn the_number_of_items_is_said() {
    let slot = Slot {
        items: ends(2, 3),
        ..slot(vec![])
    };
    let say = |count: usize| {
        let items = vec![file("pdf"); count];
        sentence(&slot, &judge(&slot, &items, None).findings[0], &items)
    };
    assert_eq!(
        say(0),
        "Nothing has been added to your annotated lesson plan yet; it needs at least 2."
    );
    assert_eq!(
        say(1),
        "Your annotated lesson plan has 1 item; it needs at least 2."
    );
    assert_eq!(
        say(4),
        "Your annotated lesson plan has 4 items; it may have up to 3."
    );
    let slot = Slot {
        optional: true,
        ..slot
    };
    let empty = sentence(&slot, &judge(&slot, &[], None).findings[0], &[]);
    assert_eq!(
        empty,
        "Nothing has been added to your annotated lesson plan yet; it may stay empty."
    );
}
