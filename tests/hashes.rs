//! What changes the two hashes of a rubric, and what does not: one rubric, and
//! many small edits of it. Each edit is one replacement of a text that stands
//! in the rubric, or in the file it uses, exactly once.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

use rubricate::format::{Hashes, canonical};
use rubricate::{syntax, wire};
use serde_json::Value as Json;
use std::collections::BTreeSet;

const BASE: &str = include_str!("hashes/base.rubric");
const SHARED: &str = include_str!("hashes/shared.rubric");

/// Writing the same thing in another way: neither hash may change.
const NEITHER: &[(&str, &str)] = &[
    ("# A comment above.", ""),
    ("# A comment above.", "# Quite another comment."),
    (
        "\"Purpose\" on mastery {",
        "\"Purpose\" on mastery { # seen first",
    ),
    ("  version \"1.0.0\"", "\n\n      version     \"1.0.0\"\n\n"),
    ("weight 40%", "weight 40.0 %"),
    ("weight 2; tags essential", "tags essential; weight 2.0"),
    (
        "weight 2; tags essential",
        "\n  weight 2\n  tags essential\n",
    ),
    (
        "at least half of criteria in plan are exemplary",
        "at least half of criterion in plan is exemplary",
    ),
    ("at least 2 checks are met", "at least 2 of checks is met"),
    ("items 1..2", "item 1..2"),
    ("size ..10 MB", "size ..10000 kB"),
    ("length 2 min..10 min", "length 120 s..600 s"),
    ("dated within 2 years", "dated within 24 months"),
    ("total is at least 85%", "total >= 85 %"),
    ("days_late is at most 5", "days_late <= 5.0"),
    (
        "(5% * days_late, but at most 20%)",
        "((5%) * (days_late), but at most 20%)",
    ),
    ("needs not late", "needs not (late)"),
    (
        "\"Say it in \\\"one\\\" line.\"",
        "\"\"\"\n      Say it in \"one\" line.\n      \"\"\"",
    ),
    ("\"Caf\u{e9}\"", "\"Caf\\u{e9}\""),
    (
        "otherwise not_yet \"Not yet\"",
        "otherwise not_yet \"Not yet\";",
    ),
    (
        "\"Total\" = round weighted percent of (plan, lesson, beside) to",
        "\"Total\" =\n    round weighted percent of (plan,\n lesson,\n beside) to",
    ),
    ("to nearest 0.5%, ties up", "to nearest 0.50 %, ties up"),
];

/// What only readers see: the content changes, the structure does not.
const CONTENT: &[(&str, &str)] = &[
    ("\"Hashes\"", "\"A title\""),
    ("version \"1.0.0\"", "version \"1.0.1\""),
    ("language \"en\"", "language \"en-GB\""),
    ("issuer \"Lakeside\"", "issuer \"Seaside\""),
    ("field \"Mathematics\"", "field \"Chemistry\""),
    ("licence \"CC BY 4.0\"", "licence \"CC BY-SA 4.0\""),
    (
        "source \"Review\" \"https://lakeside.example\"",
        "source \"Review\" \"https://lakeside.example/2\"",
    ),
    ("about \"You check.\"", "about \"You look.\""),
    ("scale mastery \"Mastery\"", "scale mastery \"Skill\""),
    ("developing 1 \"Developing\"", "developing 1 \"On the way\""),
    (
        "\"Developing\" \"Some of it.\"",
        "\"Developing\" \"A part of it.\"",
    ),
    ("aligns \"Level 3\"", "aligns \"Level III\""),
    ("aligns \"Step 2\"", "aligns \"Step II\""),
    ("about \"In days.\"", "about \"In whole days.\""),
    ("about \"When you began.\"", "about \"Since when.\""),
    ("\"Do the first step.\"", "\"Do a first step.\""),
    ("part plan \"Plan\"", "part plan \"Planning\""),
    ("about \"The part.\"", "about \"This part.\""),
    ("criterion purpose \"Purpose\"", "criterion purpose \"Aim\""),
    ("about \"The row.\"", "about \"This row.\""),
    ("aligns \"InTASC 6\"", "aligns \"InTASC 7\""),
    ("not_yet \"No purpose.\"", "not_yet \"None.\""),
    ("advise \"Write one.\"", "advise \"Write two.\""),
    (
        "for learner \"You have none.\"",
        "for learner \"You lack one.\"",
    ),
    ("\"Say it in \\\"one\\\" line.\"", "\"Say it in a line.\""),
    ("check late \"Late\"", "check late \"Too late\""),
    ("number pace \"Pace\"", "number pace \"Speed\""),
    ("\"Ticket {number}\"", "\"Exit ticket {number}\""),
    ("ask days_late \"Days late\"", "ask days_late \"Late by\""),
    ("first_year \"First year\"", "first_year \"Newcomer\""),
    ("\"Panel of 2025\"", "\"Panel of 2026\""),
    (
        "\"Panel of 2025\"",
        "\"Panel of 2025\" { about \"Set by the panel.\" }",
    ),
    (
        "setting pass_mark \"Pass mark\"",
        "setting pass_mark \"Mark\"",
    ),
    ("evidence film \"Film\"", "evidence film \"Video\""),
    ("\"Ten at most.\"", "\"No more than ten.\""),
    ("words 300.. advice", "words 400.. advice"),
    ("words 300.. advice", "words 300.. advice \"Write more.\""),
    ("attest \"All agreed.\"", "attest \"Everybody agreed.\""),
    ("score total \"Total\"", "score total \"Sum\""),
    (
        " = mean of (purpose, questions) as percent",
        " = mean of (purpose, questions)",
    ),
    ("result band \"Band\"", "result band \"Grade\""),
    ("strong 90% \"Strong\"", "strong 90% \"Very good\""),
    (
        "award credential \"Credential\"",
        "award credential \"Badge\"",
    ),
    ("message \"Not in time.\"", "message \"Too late.\""),
    ("message \"Not in time.\"", ""),
    (
        "distinction \"Distinction\"",
        "distinction \"With distinction\"",
    ),
    (
        "not_yet \"Not yet\"\n    until",
        "not_yet \"Still to come\"\n    until",
    ),
    ("until then \"Pending\"", "until then \"Waiting\""),
    ("\"Off purpose\" sets", "\"Off the purpose\" sets"),
    ("advise \"Film it.\"", "advise \"Film it again.\""),
    (
        "when purpose is below proficient",
        "when purpose is below exemplary",
    ),
    (
        "example \"All proficient\"",
        "example \"Everyone proficient\"",
    ),
    ("expects days_late is 3", "expects days_late is at least 3"),
    ("purpose \"But\"", "purpose \"Le but\""),
    ("translate \"fr\"", "translate \"es\""),
    ("hide total", "hide share"),
    ("show levels only", ""),
    (
        "rank by total, then purpose",
        "rank by total, then questions",
    ),
];

/// What can change a result: both change.
const STRUCTURE: &[(&str, &str)] = &[
    (
        "developing 1 \"Developing\"",
        "developing 1.5 \"Developing\"",
    ),
    (
        "exemplary 3 \"Exemplary\"",
        "exemplary 3 \"Exemplary\"; superb 4",
    ),
    ("low 0; high 2", "high 2; low 0"),
    ("scale moods \"Moods\" ordinal", "scale moods \"Moods\""),
    (
        "scale slips \"Slips\" lower is better",
        "scale slips \"Slips\"",
    ),
    ("a_range 8..10 step 0.5", "a_range 8..10 step 0.25"),
    ("a_range 8..10 step 0.5", "a_range 8..11 step 0.5"),
    ("weight 40%", "weight 41%"),
    ("weight 2; tags essential", "weight 3; tags essential"),
    ("weight 2; tags essential", "tags essential"),
    ("weight 2; tags essential", "weight 2; tags essential, core"),
    ("may be left out, with a reason", "may be left out"),
    ("may be left out, with a reason", ""),
    (
        "unanswered counts as not_yet",
        "unanswered counts as developing",
    ),
    ("unanswered counts as not_yet", ""),
    (
        "comment required when below proficient",
        "comment required when below exemplary",
    ),
    ("comment required when below proficient", ""),
    ("not applicable counts as met", ""),
    (
        "only when stage is first_year",
        "only when stage is experienced",
    ),
    ("counts from 2025-08-01", "counts from 2025-08-02"),
    ("retired 2030-01-01", "retired 2031-01-01"),
    ("counts as not_yet when late", ""),
    (
        "at most proficient when days_late > 3",
        "at most proficient when days_late > 4",
    ),
    ("bonus", ""),
    ("adds nothing", ""),
    ("not scored", ""),
    ("choose 2", "choose 1"),
    ("check extra \"Extra\" 2", "check extra \"Extra\" 3"),
    ("0..10 step 0.5\n", "0..10 step 1\n"),
    ("0..10 step 0.5\n", "0..12 step 0.5\n"),
    ("0..10 step 0.5\n", "0..10 step 0.5 lower is better\n"),
    ("on mastery developing..", "on mastery proficient.."),
    ("ticket 1..3", "ticket 1..4"),
    ("0..60 step 1 default 0 {", "0..61 step 1 default 0 {"),
    ("0..60 step 1 default 0 {", "0..60 step 1 default 1 {"),
    ("0..60 step 1 default 0 {", "0..60 step 1 {"),
    (
        "experienced \"Experienced\" }",
        "experienced \"Experienced\"; retired_one \"Retired\" }",
    ),
    ("yes/no default no", "yes/no default yes"),
    ("50%..85% default 72.5%", "50%..84% default 72.5%"),
    ("50%..85% default 72.5%", "50%..85% default 72%"),
    ("75% from 2026-08-01", "75% from 2026-08-02"),
    ("75% from 2026-08-01", "76% from 2026-08-01"),
    ("items 1..2", "items 1..3"),
    ("pages ..10 \"Ten at most.\"", "pages ..11 \"Ten at most.\""),
    (
        "pages ..10 \"Ten at most.\"",
        "pages ..10 advice \"Ten at most.\"",
    ),
    ("accepts pdf, docx", "accepts pdf"),
    ("size ..10 MB", "size ..11 MB"),
    ("length 2 min..10 min", "length 2 min..11 min"),
    ("dated within 2 years", "dated within 3 years"),
    (
        "mentions any of \"student\", \"learner\"",
        "mentions all of \"student\", \"learner\"",
    ),
    (
        "mentions any of \"student\", \"learner\"",
        "mentions any of \"student\"",
    ),
    ("avoids \"TODO\"", "avoids personal information"),
    (
        "hosts \"video.lakeside.example\"",
        "hosts \"lakeside.example\"",
    ),
    ("named like \"2025-*\"", "named like \"2026-*\""),
    ("people at least 2", "people at least 3"),
    ("people not the author", ""),
    ("no duplicates", ""),
    ("note required", ""),
    ("names rows", ""),
    ("dated after 2020-01-01", "dated before 2020-01-01"),
    ("total words ..900", "words ..900"),
    ("only when online", "only when not online"),
    ("shown by film, paper", "shown by film"),
    ("optional", ""),
    (
        "weighted percent of (plan, lesson, beside) to nearest",
        "weighted percent of (plan, lesson) to nearest",
    ),
    ("to nearest 0.5%, ties up", "to nearest 0.5%, ties down"),
    ("to nearest 0.5%, ties up", "to nearest 1%, ties up"),
    ("but at most 20%", "but at most 25%"),
    (", but at least 0%", ""),
    (
        "percent of (purpose, questions) out of 60",
        "percent of (purpose, questions) out of 50",
    ),
    (
        "percent of (purpose, questions) out of 60",
        "percent of (purpose, questions) from lowest possible out of 60",
    ),
    ("strong 90% \"Strong\"", "strong 91% \"Strong\""),
    ("solid pass_mark", "solid 72.5%"),
    ("low, any gives low", "any, low gives low"),
    ("for each of (plan, lesson)", "for each of (lesson, plan)"),
    (
        "never when late and days_late > 20",
        "never when late and days_late > 21",
    ),
    ("needs total is at least 85%", "needs total is above 85%"),
    (
        "needs every criterion in plan is at least developing",
        "needs every criterion in plan is at least proficient",
    ),
    (
        "at least half of criteria in plan are exemplary",
        "most criteria in plan are exemplary",
    ),
    (
        "tagged essential is at least proficient",
        "tagged essential is at least developing",
    ),
    (
        "may be overruled by reviewer, with a reason",
        "may be overruled by reviewer",
    ),
    ("reviewer 2..3, blind", "reviewer 1..3, blind"),
    ("combine by median, ties down", "combine by median, ties up"),
    ("combine by median, ties down", "combine by lowest"),
    ("by more than 1 level", "by more than 2 levels"),
    ("at most 3 tries", "at most 4 tries"),
    ("newest counts", "best counts"),
    ("sets purpose, questions to 0", "sets purpose to 0"),
    (
        "sets purpose, questions to 0",
        "sets purpose, questions to no score",
    ),
    // The order of rows, of levels and of rungs.
    (
        "check first_check \"First\"\n    check second_check \"Second\"",
        "check second_check \"Second\"\n    check first_check \"First\"",
    ),
    (
        "    needed \"Needed\" { needs late }\n    other \"Other\" { needs extra }",
        "    other \"Other\" { needs extra }\n    needed \"Needed\" { needs late }",
    ),
    ("check first_check", "check renamed_check"),
];

/// The same for the file that is used: only what is taken from it counts.
const SHARED_NEITHER: &[(&str, &str)] = &[
    ("# Shared by two rubrics.", "# Shared by three."),
    (
        "criterion unused \"Unused\"",
        "criterion unused \"Not taken\"",
    ),
    ("about \"Shared.\"", "about \"For several.\""),
];
const SHARED_CONTENT: &[(&str, &str)] = &[
    ("scale common \"Common\"", "scale common \"In common\""),
    ("one \"One\"", "one \"The first\""),
];
const SHARED_STRUCTURE: &[(&str, &str)] = &[
    ("full 2 \"Full\"", "full 3 \"Full\""),
    ("0..9 default 4", "0..9 default 5"),
    ("default one", "default two"),
];

fn hashes(source: &str, shared: &str) -> Hashes {
    let files = [("shared.rubric".to_owned(), shared.to_owned())];
    let compiled = wire::compile(source, &files);
    let found = support::lines(&compiled.diagnostics);
    assert!(compiled.rubric.is_some(), "\n{}", found.join("\n"));
    compiled.hashes
}

fn edited(source: &str, (from, to): (&str, &str)) -> String {
    assert_eq!(
        source.matches(from).count(),
        1,
        "`{from}` has to stand once"
    );
    source.replacen(from, to, 1)
}

/// Says which edits did not change what they should; `of` edits the rubric or the used file.
fn check(
    edits: &[(&str, &str)],
    of: impl Fn((&str, &str)) -> Hashes,
    content: bool,
    structure: bool,
) {
    let base = hashes(BASE, SHARED);
    let mut wrong = Vec::new();
    for edit in edits {
        let found = of(*edit);
        let changed = (
            found.content != base.content,
            found.structure != base.structure,
        );
        if changed != (content, structure) {
            wrong.push(format!("{edit:?}: content, structure changed: {changed:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn in_base(edit: (&str, &str)) -> Hashes {
    hashes(&edited(BASE, edit), SHARED)
}

fn in_shared(edit: (&str, &str)) -> Hashes {
    hashes(BASE, &edited(SHARED, edit))
}

#[test]
fn another_way_of_writing_changes_neither() {
    check(NEITHER, in_base, false, false);
    check(SHARED_NEITHER, in_shared, false, false);
    let base = hashes(BASE, SHARED);
    let pasted = format!("\u{feff}{}", BASE.replace('\n', "\r\n").replace("  ", "\t"));
    assert_eq!(hashes(&pasted, SHARED), base);
    assert_eq!(hashes(&BASE.replace(" {\n", "\u{a0}{\n"), SHARED), base);
    let lines = BASE
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    let flush: Vec<&str> = lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(hashes(&flush.join("\n"), SHARED), base);
}

#[test]
fn what_only_readers_see_changes_the_content() {
    check(CONTENT, in_base, true, false);
    check(SHARED_CONTENT, in_shared, true, false);
}

#[test]
fn what_can_change_a_result_changes_both() {
    check(STRUCTURE, in_base, true, true);
    check(SHARED_STRUCTURE, in_shared, true, true);
}

#[test]
fn hashes_are_sha_256_and_tell_edits_apart() {
    let base = hashes(BASE, SHARED);
    for hash in [&base.content, &base.structure] {
        assert_eq!(hash.len(), 64, "{hash}");
        let digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        assert!(hash.chars().all(digit), "{hash}");
    }
    assert_ne!(base.content, base.structure);
    // Different edits are different rubrics.
    let mut seen = BTreeSet::from([base.structure]);
    for edit in STRUCTURE {
        assert!(seen.insert(in_base(*edit).structure), "{edit:?}");
    }
    assert_eq!(seen.len(), STRUCTURE.len() + 1);
}

/// The gallery, and the rubrics of the vectors that use no other file.
fn rubrics() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/rubrics");
    let gallery = std::fs::read_dir(folder).expect("the gallery");
    let gallery = gallery.map(|entry| {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a rubric");
        (path.display().to_string(), text)
    });
    let vectors = support::VECTORS.iter().filter_map(|(name, text)| {
        let file: Json = serde_json::from_str(text).expect("a vector");
        file["files"]
            .is_null()
            .then(|| ((*name).to_owned(), support::source(&file["rubric"])))
    });
    gallery.chain(vectors).collect()
}

#[test]
fn the_canonical_text_reads_back_as_the_same_rubric() {
    let (all, mut wrong) = (rubrics(), Vec::new());
    assert!(all.len() >= 80, "only {} rubrics", all.len());
    for (name, source) in all {
        let written = canonical(&syntax::parse(&source).rubric, &[]);
        let again = wire::compile(&written, &[]);
        if again.rubric.is_none() {
            let found = support::lines(&again.diagnostics).join("\n");
            wrong.push(format!("{name}:\n{found}"));
        } else if again.hashes != hashes(&source, SHARED) {
            let twice = canonical(&syntax::parse(&written).rubric, &[]);
            let lines = written.lines().zip(twice.lines());
            let first = lines.into_iter().find(|(one, other)| one != other);
            wrong.push(format!("{name}: {first:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
