//! Where and when an item is from, how it is named, who is in it.

use super::*;

#[test]
fn dates_go_by_the_day_of_the_assessment() {
    let dated = |day: &str| Item {
        date: on(day),
        ..file("pdf")
    };
    let two_years = SlotRule::DatedWithin {
        months: 24,
        days: 0,
    };
    for (day, found) in [
        ("2023-08-01", COMPLETE),
        ("2023-07-31", INCOMPLETE),
        ("2025-08-01", COMPLETE),
        ("2025-08-02", INCOMPLETE),
    ] {
        assert_eq!(one(two_years.clone(), dated(day)), found, "{day}");
    }
    assert_eq!(one(two_years.clone(), file("pdf")), LOOK);
    assert_eq!(one(two_years.clone(), link("x.org")), UNCHECKED);
    let undated = judge(&slot(vec![must(two_years)]), &[dated("2025-01-01")], None);
    assert_eq!(undated.state, State::NeedsALook);
    assert_eq!(undated.findings[1].why, Some(Why::NoToday));
}

#[test]
fn durations_end_where_months_end() {
    let dated = |day: &str| Item {
        date: on(day),
        ..file("pdf")
    };
    // Months end where they end: one month before 31 March is 28 February.
    let month = slot(vec![must(SlotRule::DatedWithin { months: 1, days: 0 })]);
    let on_march = |day| judge(&month, &[dated(day)], on("2025-03-31")).state;
    assert_eq!(on_march("2025-02-28"), State::Complete);
    assert_eq!(on_march("2025-02-27"), State::Incomplete);
    let days = slot(vec![must(SlotRule::DatedWithin {
        months: 0,
        days: 14,
    })]);
    let in_days = |day| judge(&days, &[dated(day)], on("2025-01-10")).state;
    assert_eq!(in_days("2024-12-27"), State::Complete);
    assert_eq!(in_days("2024-12-26"), State::Incomplete);
}

#[test]
fn a_day_itself_is_neither_after_nor_before_it() {
    let dated = |day: &str| Item {
        date: on(day),
        ..file("pdf")
    };
    let edge = on("2025-01-01").unwrap();
    assert_eq!(
        one(SlotRule::DatedAfter(edge), dated("2025-01-02")),
        COMPLETE
    );
    assert_eq!(
        one(SlotRule::DatedAfter(edge), dated("2025-01-01")),
        INCOMPLETE
    );
    assert_eq!(
        one(SlotRule::DatedBefore(edge), dated("2024-12-31")),
        COMPLETE
    );
    assert_eq!(
        one(SlotRule::DatedBefore(edge), dated("2025-01-01")),
        INCOMPLETE
    );
}

#[test]
fn no_reach_of_a_date_traps() {
    let dated = |day: &str| Item {
        date: on(day),
        ..file("pdf")
    };
    // A reach past the first year, and days that do not fit, never trap.
    let far = SlotRule::DatedWithin {
        months: i64::MAX,
        days: 0,
    };
    assert_eq!(one(far, dated("0001-01-01")), COMPLETE);
    for edge in [i64::MIN, i64::MAX] {
        one(SlotRule::DatedAfter(edge), dated("2025-01-01"));
        one(SlotRule::DatedBefore(edge), dated("2025-01-01"));
        one(
            SlotRule::DatedWithin {
                months: edge,
                days: edge,
            },
            dated("2025-01-01"),
        );
    }
}

#[test]
fn hosts_are_read_as_a_browser_reads_them() {
    let hosts = |url: &str| one(SlotRule::Hosts(vec!["Lakeside.example".into()]), link(url)).1;
    for url in [
        "https://lakeside.example/a?b#c",
        "HTTP://VIDEO.LAKESIDE.EXAMPLE:8443/x",
        "lakeside.example",
        "lakeside.example:443/x",
        "lakeside.example/a?at=1:20",
        "//lakeside.example./x",
        "https:lakeside.example",
        "https://me:pw@lakeside.example/",
        " ht\ntps://lakeside.example",
    ] {
        assert_eq!(hosts(url), Holds::Yes, "{url}");
    }
    for url in [
        "https://evillakeside.example/",
        "https://lakeside.example.evil.org/",
        "https://evil.org\\@lakeside.example/",
        "https://lakeside.example@evil.org/",
        "https://evil.org/lakeside.example",
        "https://evil.org?.lakeside.example",
        "https://evil.org#.lakeside.example",
        "javascript:1@lakeside.example",
        "ftp://lakeside.example/",
        "data:text/html,lakeside.example",
        "https://%6cakeside.example",
        "https://",
        "",
    ] {
        assert_eq!(hosts(url), Holds::No, "{url}");
    }
    assert_eq!(
        one(SlotRule::Hosts(vec!["x.org".into()]), file("pdf")),
        COMPLETE
    );
    assert_eq!(
        one(SlotRule::Hosts(vec!["x.org".into()]), file("link")),
        UNCHECKED
    );
    assert_eq!(
        one(SlotRule::Hosts(vec!["".into()]), link("x.org")).1,
        Holds::No
    );
}

#[test]
fn names_are_like_their_pattern() {
    let like = |pattern: &str, name: &str| one(SlotRule::NamedLike(pattern.into()), named(name));
    assert_eq!(like("2025-*-lesson.pdf", "2025-ng-LESSON.PDF"), COMPLETE);
    assert_eq!(like("2025-*-lesson.pdf", "2025--lesson.pdf"), COMPLETE);
    assert_eq!(like("2025-*-lesson.pdf", "2025-lesson.pdf"), INCOMPLETE);
    assert_eq!(like("plan?.pdf", "plan1.pdf"), COMPLETE);
    assert_eq!(like("plan?.pdf", "plan.pdf"), INCOMPLETE);
    assert_eq!(like("*", ""), COMPLETE);
    assert_eq!(like("**a**b*", "xaybz"), COMPLETE);
    assert_eq!(like("", "a"), INCOMPLETE);
    assert_eq!(like(&"*a".repeat(400), &"a".repeat(900)), COMPLETE);
    assert_eq!(like(&"a*".repeat(450), &"b".repeat(900)), INCOMPLETE);
    assert_eq!(one(SlotRule::NamedLike("*".into()), file("pdf")), LOOK);
    assert_eq!(
        one(SlotRule::NamedLike("*.pdf".into()), text("x")),
        COMPLETE
    );
}

#[test]
fn words_are_mentioned_whole() {
    let rule = |all, words: &[&str]| {
        SlotRule::Mentions(all, words.iter().map(|word| (*word).to_owned()).collect())
    };
    let any = |words: &[&str], own: &str| one(rule(false, words), text(own));
    assert_eq!(
        any(&["student", "learner"], "Each LEARNER spoke."),
        COMPLETE
    );
    assert_eq!(
        any(&["student", "learner"], "The students spoke."),
        INCOMPLETE
    );
    assert_eq!(
        any(&["growth mindset"], "a Growth\n  Mindset, then"),
        COMPLETE
    );
    assert_eq!(any(&["growth mindset"], "growth of a mindset"), INCOMPLETE);
    assert_eq!(any(&["学生"], "这些学生们"), COMPLETE);
    assert_eq!(any(&["niño"], "El NIÑO habló"), COMPLETE);
    assert_eq!(any(&["→"], "a → b"), COMPLETE);
    let both = ["plan", "goal"];
    assert_eq!(one(rule(true, &both), text("a plan, a goal")), COMPLETE);
    assert_eq!(one(rule(true, &both), text("a plan")), INCOMPLETE);
    assert_eq!(one(rule(true, &both), file("docx")), LOOK);
    assert_eq!(one(rule(true, &both), link("x.org")), UNCHECKED);
}

#[test]
fn people_are_different_people() {
    let with = |author: &str, people: &[&str]| Item {
        author: Some(author.to_owned()).filter(|author| !author.is_empty()),
        people: Some(people.iter().map(|one| (*one).to_owned()).collect()),
        ..file("pdf")
    };
    let two = || SlotRule::PeopleAtLeast(2);
    assert_eq!(
        many(two(), &[with("", &["Ana"]), with("", &["Bo"])]),
        COMPLETE
    );
    assert_eq!(many(two(), &[with("", &["Ana", " ANA ", ""])]), INCOMPLETE);
    assert_eq!(many(two(), &[with("", &["Ana"]), file("pdf")]), LOOK);
    assert_eq!(
        many(two(), &[with("", &["Ana", "Bo"]), file("pdf")]),
        COMPLETE
    );
    assert_eq!(many(two(), &[link("x.org")]), UNCHECKED);
    let other = || SlotRule::PeopleNotAuthor;
    assert_eq!(one(other(), with("Ana", &["ana ", "Bo"])), COMPLETE);
    assert_eq!(one(other(), with("Ana", &["ana "])), INCOMPLETE);
    assert_eq!(one(other(), with("Ana", &[])), INCOMPLETE);
    assert_eq!(one(other(), with("", &["Ana"])), LOOK);
    assert_eq!(one(other(), with("", &["Ana", "Bo"])), COMPLETE);
    assert_eq!(one(other(), file("pdf")), LOOK);
}

#[test]
fn what_a_person_adds_is_there_or_not() {
    let noted = |note: &str| Item {
        note: Some(note.into()),
        ..file("pdf")
    };
    assert_eq!(one(SlotRule::NoteRequired, noted("minute 3")), COMPLETE);
    assert_eq!(one(SlotRule::NoteRequired, noted(" \n")), INCOMPLETE);
    assert_eq!(one(SlotRule::NoteRequired, file("pdf")), INCOMPLETE);
    assert_eq!(
        one(
            SlotRule::NamesRows,
            Item {
                shows: vec![4],
                ..file("pdf")
            }
        ),
        COMPLETE
    );
    assert_eq!(one(SlotRule::NamesRows, file("pdf")), INCOMPLETE);
    assert_eq!(
        one(SlotRule::Attest("I have consent.".into()), file("pdf")),
        COMPLETE
    );
}
