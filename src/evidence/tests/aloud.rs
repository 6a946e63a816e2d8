//! The sentences of all other rules, of what holds, and of what is unknown.

use super::*;
use crate::model::Measure;

fn own(list: &[&str]) -> Vec<String> {
    list.iter().map(|one| (*one).to_owned()).collect()
}

/// The finding of a line about one item of a plan, read aloud.
#[track_caller]
fn reads(line: SlotLine, item: Item, said: &str) {
    let slot = Slot {
        label: "Plan".into(),
        ..slot(vec![line])
    };
    let items = [item];
    let verdict = judge(&slot, &items, on(TODAY));
    let finding = verdict.findings.iter().find(|one| one.line == Some(0));
    assert_eq!(sentence(&slot, finding.unwrap(), &items), said);
}

#[test]
fn kinds_and_names() {
    let asked = || must(SlotRule::Accepts(own(&["pdf", "docx"]), own(&["ggb"])));
    let of = |kind: &str, name: &str| Item {
        kind: kind.into(),
        ..named(name)
    };
    let said = "Your plan is a spreadsheet; it must be a PDF, a Word document or a .ggb file.";
    reads(asked(), of("xlsx", "a.xlsx"), said);
    let declared_kind = Some("pdf".into());
    let disguised = Item {
        declared_kind,
        ..of("png", "a.pdf")
    };
    let said = "Your plan is named like a PDF, but inside it is an image; it must be a PDF, a Word document or a .ggb file.";
    reads(asked(), disguised, said);
    let like = must(SlotRule::NamedLike("2025-*.pdf".into()));
    let said = "Your plan is named “x.pdf”; it must be named like “2025-*.pdf”.";
    reads(like, named("x.pdf"), said);
}

#[test]
fn hosts() {
    let hosts = || must(SlotRule::Hosts(own(&["video.lakeside.example"])));
    let said = "Your plan is at www.youtube.com; it must be at video.lakeside.example.";
    reads(hosts(), link("https://www.youtube.com/x"), said);
    let said =
        "Your plan has no web address that can be read; it must be at video.lakeside.example.";
    reads(hosts(), link("javascript:x"), said);
}

#[test]
fn days() {
    let dated = |day| Item {
        date: on(day),
        ..file("pdf")
    };
    let (months, days) = (24, 0);
    let within = || must(SlotRule::DatedWithin { months, days });
    let said = "Your plan is dated 1 May 2022; it must be dated 1 August 2023 or later, up to 1 August 2025.";
    reads(within(), dated("2022-05-01"), said);
    let said = "Your plan is dated 3 September 2025; it must be dated 1 August 2025 or earlier, which is the day of the assessment.";
    reads(within(), dated("2025-09-03"), said);
    let after = must(SlotRule::DatedAfter(0));
    let said = "Your plan is dated 1 January 1970; it must be dated after 1 January 1970.";
    reads(after, dated("1970-01-01"), said);
}

#[test]
fn words_in_a_text() {
    let any = |words: &[&str]| must(SlotRule::Mentions(false, own(words)));
    let said = "Your plan does not mention “student”; it must.";
    reads(any(&["student"]), text("x"), said);
    let said =
        "Your plan does not mention “student” or “learner”; it must mention at least one of them.";
    reads(any(&["student", "learner"]), text("x"), said);
    let all = must(SlotRule::Mentions(true, own(&["goal", "plan"])));
    let said = "Your plan does not mention “goal”; it must mention both “goal” and “plan”.";
    reads(all, text("plan"), said);
    let said = "Your plan mentions “plan”.";
    reads(any(&["goal", "plan"]), text("plan"), said);
    let said = "Your plan seems to hold personal information: an e-mail address in line 1 (“ana@x.org”) and a number that may be a person’s in line 2 (“123456”); it should not.";
    reads(
        soft(SlotRule::AvoidsPersonal),
        text("ana@x.org\n123456"),
        said,
    );
    let said = "No personal information was found in your plan.";
    reads(must(SlotRule::AvoidsPersonal), text("x"), said);
    let said = "Your plan has “lorem” in line 1, which must be avoided.";
    reads(
        must(SlotRule::Avoids("lorem".into())),
        text("a lorem"),
        said,
    );
}

#[test]
fn people_and_what_they_add() {
    let ana = || Item {
        people: Some(own(&["Ana"])),
        told: own(&["people"]),
        author: Some("ana".into()),
        ..file("pdf")
    };
    let said = "Your plan names 1 person, as you said; it needs at least 2.";
    reads(must(SlotRule::PeopleAtLeast(2)), ana(), said);
    let said = "Your plan names nobody besides the author; it must name somebody else.";
    reads(must(SlotRule::PeopleNotAuthor), ana(), said);
    let said = "Your plan has no note yet; it must have one.";
    reads(must(SlotRule::NoteRequired), file("pdf"), said);
    let said = "Your plan does not say yet which criteria it shows; it must.";
    reads(must(SlotRule::NamesRows), file("pdf"), said);
    let said = "With your plan you state: “I have consent.”";
    reads(
        must(SlotRule::Attest("I have consent.".into())),
        file("pdf"),
        said,
    );
}

#[test]
fn twins_are_named() {
    let hashed = |name: &str| Item {
        sha256: Some("a".into()),
        ..named(name)
    };
    let strict = slot(vec![must(SlotRule::NoDuplicates)]);
    let items = [hashed("a.pdf"), hashed("b.pdf")];
    let second = &judge(&strict, &items, None).findings[2];
    let said = "“b.pdf” is the same as “a.pdf”; nothing may be handed in twice.";
    assert_eq!(sentence(&strict, second, &items), said);
    let apart = [vec![hashed("a.pdf")], vec![hashed("b.pdf")]];
    let found = judge_all(&[strict.clone(), strict.clone()], &apart, None);
    let said = "Your annotated lesson plan is the same as something you have added elsewhere; nothing may be handed in twice.";
    assert_eq!(sentence(&strict, &found[1].findings[1], &apart[1]), said);
}

#[test]
fn what_is_unknown_says_what_to_do() {
    let rule = || must(SlotRule::Measured(Measure::Pages, ends(1, 3), false));
    let said = "The number of pages of your plan is not known: it could not be read from it. A person must look.";
    reads(rule(), file("pdf"), said);
    let locked = Item {
        encrypted: true,
        ..file("pdf")
    };
    let said = "The number of pages of your plan is not known: it is protected by a password. A person must look.";
    reads(rule(), locked, said);
    let said = "The number of pages of your plan cannot be seen from here, as it is a link. This is unchecked.";
    reads(rule(), link("x.org"), said);
    let advice = SlotLine {
        message: Some("Keep it short.".into()),
        soft: true,
        ..rule()
    };
    let said = "The number of pages of your plan is not known: it could not be read from it.";
    reads(advice, file("pdf"), said);
    let said = "Whether your plan names somebody besides the author is not known: it could not be read from it. A person must look.";
    reads(must(SlotRule::PeopleNotAuthor), file("pdf"), said);
    let video = Slot {
        label: "Video".into(),
        ..slot(vec![])
    };
    let items = [link("x.org")];
    let opens = &judge(&video, &items, None).findings[1];
    let said = "Your video is a link; whether it opens cannot be seen from here.";
    assert_eq!(sentence(&video, opens, &items), said);
}
