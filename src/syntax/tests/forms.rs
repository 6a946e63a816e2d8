//! One line for each form of the language, and the tree where it matters.

use super::{inside, item, items, parse, rule, shape};
use crate::num::Rational;
use crate::syntax::ast::{
    AttemptLine, CodeReach, CodeTo, CountingTries, ExampleLine, Given, InputKind, Item, LadderForm,
    Marks, RaterLine, RowKind, ScoreForm, SlotRule, Standing, TriesOf, Unit, Worked,
};

/// Statements that a rubric may hold, several forms each.
const STATEMENTS: &[&str] = &[
    "version \"1\"; language \"en\"; issuer \"A\" \"https://a.example\"; about \"x\"; field \"a\", \"b\" \"c\"; licence \"CC0\"; expires after 14 days",
    "source \"A\" \"https://a.example\"; source \"B\"",
    "about \"\"\"\n    Two\n      lines\n    \"\"\"",
    "scale m { a 0; b 1 }; scale n \"N\" ordinal { a; b \"B\" \"what it is\" }; scale o \"O\" lower is better { a -1; b 0.5 \"B\" }",
    "scale m \"M\" { a 0..4; b 5..7 step 0.5 \"B\"; c 8, 8.5, 10 \"C\" \"d\" aligns \"std\" \"https://x.example\"; below -2..-1; on 40%; none 3 }",
    "scale m ordinal lower is better { complete; video \"V\" advise \"do\" }",
    "part p { choose 2; weight 40%; tags a, b; aligns \"t\" \"u\"; about \"x\"; only when a is met; raters { self }; criterion c \"C\" on m; part q 1..3 \"Q {number}\" { check k } }",
    "criterion c on m; criterion c \"C\" on m developing..; criterion c on m ..x; criterion c 1..3 \"E {number}\" on m x..y",
    "criterion c \"C\" on m { weight 2; tags a b, c; shown by v, w; comment none; low \"text\" advise \"do\" for learner \"you\" aligns \"s\"; high \"text\" }",
    "criterion c on m { comment required when not at least proficient with a link; may be left out, with a reason; not applicable counts as low; unanswered counts as 0 }",
    "criterion c on m { comment optional with a link; may be left out; bonus; adds nothing; counts from 2025-08-01; retired 2026-08-01; counts as low when k is met; at most mid when not k }",
    "criterion c on m { not scored; comment required; unanswered counts as not met; not applicable counts as met; aligns \"a\"; about \"x\"; only when days_late <= 3 }",
    "criterion c \"C\" { levels { low 0 \"Low\" \"Nothing.\" advise \"x\"; high 2 }; weight 2 }; criterion d { levels ordinal lower is better { a; b } }",
    "criterion c on m from total { weight 2; high 80% \"High\"; mid pass_mark; low 10; none 0 \"t\"; otherwise poor; low \"descriptor\" }",
    "criterion c on m from a, b { x, y gives z; any, y or w gives v; otherwise u }",
    "criterion c on m { high { needs a is x; needs b }; otherwise low; tags t }",
    "check k; check k \"K\" 3; check k -2; check k 1..3 \"K {number}\" 0.5 { tags critical; adds nothing }; check w \"W\" met when total is at least 3 { weight 2 }",
    "number n 0..10; number n \"N\" 0..10 step 0.5 lower is better; number n 0..; number n -5..5; number n in 0, 2.5, 5; number n 1..6 \"N {number}\" 0..5; number n 1..6 0..5; number n \"N\" 2..10 min",
    "ask a \"A\" { x \"X\" \"what\"; y; about \"why\" } default x; ask b 0..60 step 1 default 0; ask c yes/no default no; ask d date; ask e \"E\" in 1, 2; ask f date default 2025-08-01 { about \"x\" }",
    "setting s \"S\" 50%..85% default 72.5% \"Panel\"; setting t 0..5 default 1, 2 from 2026-08-01, 3 from 2027-08-01 \"x\"; setting u { a; b \"B\" } default a, b from 2026-01-01 \"why\"; setting v yes/no default yes; setting w date default 2025-01-01",
    "evidence e { accepts pdf, any file, \"rubric\", video advice \"Only these.\"; items 1..2; optional; pages 3; words 300..1500 advice; size ..10 MB \"Too big\"; length 2 min..10 min; width 640..; height ..480; characters 1.. }",
    "evidence e \"E\" { total words 250..; dated within 2 years; dated after 2025-01-01 advice; dated before 2025-12-31 \"m\"; hosts \"a\", \"b\" \"Not there.\"; named like \"2025-*-x.pdf\" }",
    "evidence e { mentions any of \"a\", \"b\" advice; mentions all of \"c\"; mentions \"d\"; avoids personal information; avoids \"x+\" \"m\"; people at least 2; people not the author; no duplicates; note required; names rows; only when k; attest \"I may.\"; about \"x\" }",
    "score s = 1; score s \"S\" = a + b as percent; score s = a out of 60; score s for each of (p, q) = weighted percent of it; score s \"S\" for each of (parts) = sum of criteria in it out of 10",
    "score s = from a, b { x, y gives 2; any, z or w gives 0.5; otherwise 0 }; score t = from stage { first gives 1; not met gives 3; otherwise 0 } as percent",
    "result r { good \"Good\" { needs a; needs b message \"why\"; aligns \"x\" }; otherwise bad \"Bad\" }; result r on m from total { high 3; low mark \"Low\"; otherwise none }; result r \"R\" for each of (p, q) on m from sum of it { high 3; otherwise low }",
    "result r on m from a, b { x, y gives z; otherwise w }; result r from round total to nearest 1, ties up { high 3; otherwise low }",
    "award w \"W\" { never when k is not met message \"no\"; gold \"G\" { needs silver }; silver { needs a }; otherwise none; until then \"Pending\"; may be overruled by reviewers, with a reason; about \"x\"; aligns \"t\" \"u\" }",
    "award w from total { gold 90%; otherwise none; may be overruled by judge }",
    "advise \"x\" when a is below b; advise \"{a}\" when not k",
    "raters { self; reviewers 2..3, blind; judge 1; peer 3..; instructor; combine by median, ties down; combine by mean; whose score counts: reviewer; adjudicate when reviewers differ by more than 1 level; adjudicate when judge differ by more than 2.5 points; without conflicted; confirm self }",
    "attempts of each part { newest counts; best counts; mean of all; mean of newest 2; mean of best 3; median of newest 3 }; attempts of each row { newest counts 65%, the mean of the others 35%; each newer try counts 65% }",
    "attempts of the whole { at least 3 tries at proficient, else no score; at most 3 tries; only rows below mid may be redone }",
    "codes { off \"Off\" sets a, b to 0; blank sets this row to no score; copied \"C\" sets every row to not scored; low sets a to level_x }",
    "example \"E\" { a low; b 2.5; k met; l not met; c left out; v complete; w incomplete; stage x; today 2025-08-01; day 2025-01-01; code off; code off on a; every criterion tagged t is low; every check is not met }",
    "example \"E\" { expects total is 44%; expects w is x; expects not k; expects x is open; expects w gold is out of reach; expects total is pending; expects total >= 3 and k }",
    "use \"path.rubric\"; translate \"fr\" { a \"A\"; m.low \"Bas\" }; rank by total, then a, b; show levels only; hide total, points",
];

#[test]
fn every_statement_is_read() {
    for lines in STATEMENTS {
        items(lines);
    }
}

#[test]
fn what_a_statement_says_is_kept() {
    let Item::Scale(scale) = item("scale m { a 0..4; b 5..7 step 0.5; c 8, 8.5; d }") else {
        panic!()
    };
    assert!(matches!(scale.levels[0].marks, Marks::Range(_, _, None)));
    assert!(matches!(scale.levels[1].marks, Marks::Range(_, _, Some(_))));
    assert!(matches!(&scale.levels[2].marks, Marks::List(all) if all.len() == 2));
    assert!(matches!(scale.levels[3].marks, Marks::Unsaid));
    let Item::Row(row) = item("number n \"N\" 2..10 min") else {
        panic!()
    };
    let RowKind::Number {
        range: crate::syntax::ast::NumberRange::Between { from, .. },
        ..
    } = row.kind
    else {
        panic!()
    };
    assert_eq!(
        (from.value, from.unit),
        (Rational::whole(120), Unit::Seconds)
    );
    let Item::Row(row) =
        item("criterion c on m x.. from total { weight 2; high 3; otherwise low }")
    else {
        panic!()
    };
    assert!(row.properties.weight.is_some());
    assert!(
        matches!(row.worked, Some(Worked::Ladder(LadderForm::Bands { bands, .. })) if bands.len() == 1)
    );
    assert!(matches!(
        row.kind,
        RowKind::Criterion {
            offered: Some((Some(_), None)),
            ..
        }
    ));
    let Item::Row(row) =
        item("criterion c from a, b { x, y gives z; otherwise w; levels { w 0; z 1 } }")
    else {
        panic!()
    };
    assert!(matches!(
        row.worked,
        Some(Worked::Ladder(LadderForm::Table { .. }))
    ));
    let Item::Ask(ask) = item("ask a { x; about \"why\" } default x") else {
        panic!()
    };
    assert!(ask.about.is_some() && matches!(ask.default, Some(Given::Name(_))));
    assert!(matches!(ask.kind, InputKind::Choices(all) if all.len() == 1));
    let Item::Setting(setting) = item("setting s 1..5 default 2, 3 from 2026-08-01 \"why\"") else {
        panic!()
    };
    assert!(
        setting.defaults.len() == 2 && setting.defaults[1].1.is_some() && setting.source.is_some()
    );
    let Item::Slot(slot) =
        item("evidence e { accepts any file, \"x\" advice \"m\"; size ..10 MB }")
    else {
        panic!()
    };
    assert!(
        matches!(&slot.lines[0].rule, SlotRule::Accepts(kinds, more) if kinds[0].text == "any_file" && more.len() == 1)
    );
    assert!(slot.lines[0].advice && slot.lines[0].message.is_some());
    assert!(
        matches!(&slot.lines[1].rule, SlotRule::Measured(_, ends, false) if ends.from.is_none()
        && ends.to.as_ref().is_some_and(|to| to.value == Rational::whole(10_000_000)))
    );
    let Item::Score(score) =
        item("score t = from s { a gives 1; not met gives 3; otherwise 0 } as percent")
    else {
        panic!()
    };
    assert!(score.shown.is_some());
    assert!(
        matches!(score.form, ScoreForm::Table { rows, otherwise: Some(_), .. } if rows.len() == 2)
    );
    let Item::Raters(raters) = item("raters { reviewers 2..3, blind }") else {
        panic!()
    };
    assert!(
        matches!(&raters.lines[0], RaterLine::Role { role, blind: true, .. } if role.text == "reviewers")
    );
    let Item::Attempts(tries) =
        item("attempts of the whole { newest counts 65%, the mean of the others 35% }")
    else {
        panic!()
    };
    assert_eq!(tries.of, TriesOf::Whole);
    assert!(matches!(
        &tries.lines[0],
        AttemptLine::Counts(CountingTries::NewestAndOthers(..), _)
    ));
    let Item::Codes(codes) =
        item("codes { a sets this row to not scored; b sets x, y to not met }")
    else {
        panic!()
    };
    assert!(matches!(
        (&codes[0].reach, &codes[0].to),
        (CodeReach::ThisRow, CodeTo::NotScored)
    ));
    assert!(matches!(
        (&codes[1].reach, &codes[1].to),
        (CodeReach::Rows(_), CodeTo::Value(Given::NotMet(_)))
    ));
    let Item::Example(example) =
        item("example \"E\" { expects w gold is out of reach; expects w is open_to_all }")
    else {
        panic!()
    };
    assert!(
        matches!(&example.lines[0], ExampleLine::ExpectsState(names, Standing::OutOfReach, _) if names.len() == 2)
    );
    assert!(matches!(&example.lines[1], ExampleLine::Expects(_)));
}

/// What is said, and how it is read.
const RULES: &[(&str, &str)] = &[
    ("a + b * c - d / 2", "(a Add (b Mul c) Sub (d Div 2))"),
    ("a or b and not c or d", "(a Or (b And not(c)) Or d)"),
    ("not a is x and b", "(not(a is Eq x) And b)"),
    (
        "a >= b + 1 or a is at least b + 1",
        "((a Ge (b Add 1)) Or (a Ge (b Add 1)))",
    ),
    ("-a * -(2) - -(3)", "((neg(a) Mul neg(2)) Sub neg(3))"),
    (
        "if a then b else if c then d else e + 1",
        "if(a, b, if(c, d, (e Add 1)))",
    ),
    ("1 + (if a then b else c)", "(1 Add if(a, b, c))"),
    (
        "first of (a when b, 2, but at most 1 when c is x, otherwise d)",
        "first(a when b, limit(2, Le, 1) when (c is Eq x), d)",
    ),
    (
        "round a + b to nearest 0.5%, ties up",
        "round((a Add b), TiesUp, 1/200)",
    ),
    ("round a up to 5 + 1", "(round(a, Up, 5) Add 1)"),
    (
        "round round a down to 1 to nearest 2, ties even",
        "round(round(a, Down, 1), TiesEven, 2)",
    ),
    ("round a to nearest 5", "round(a, NearestUnsaid, 5)"),
    (
        "a - (5% * b, but at most 20%), but at least 0%",
        "limit((a Sub limit((1/20 Mul b), Le, 1/5)), Ge, 0)",
    ),
    ("sum of best 10 of homework", "Sum(best 10 of homework)"),
    (
        "mean of best n of (a, b) without c",
        "Mean(best n of (a, b) without c)",
    ),
    (
        "median of newest 3 of criteria in (p, q) tagged t or u not tagged v",
        "Median(newest 3 of Criteria in p+q tagged t|u not tagged v)",
    ),
    (
        "highest of rows tagged a in p",
        "Highest(Rows in p tagged a)",
    ),
    (
        "weighted sum of numbers / weighted mean of parts",
        "(WeightedSum(Numbers) Div WeightedMean(Parts))",
    ),
    (
        "weighted percent of plan from lowest possible",
        "WeightedPercent(plan)!",
    ),
    (
        "percent of checks without (a, b) + lowest of x",
        "(Percent(Checks without a+b) Add Lowest(x))",
    ),
    (
        "count of criteria that are at least proficient / count of criteria",
        "(Count(Criteria that Ge proficient) Div Count(Criteria))",
    ),
    (
        "count of criteria that are not left out",
        "Count(Criteria that not LeftOut)",
    ),
    (
        "count of criteria that have a comment",
        "Count(Criteria that HasComment)",
    ),
    (
        "most points of a + words of e - pages of e",
        "(most(a) Add Words(e) Sub Pages(e))",
    ),
    (
        "items of e + sentences of e + characters of e",
        "(Items(e) Add Sentences(e) Add Characters(e))",
    ),
    (
        "mean + sum * words + best + first + days + all",
        "(mean Add (sum Mul words) Add best Add first Add days Add all)",
    ),
    ("days from a to today", "days(a, today)"),
    (
        "days from 1970-01-02 to b + 14 days",
        "days(day 1, (b Add 14))",
    ),
    ("no score", "no_score"),
    (
        "a has a score and not b has a comment",
        "((a is HasScore) And not(b is HasComment))",
    ),
    ("a has no comment", "(a is not HasComment)"),
    (
        "every criterion is at least proficient",
        "Every[Criteria is Ge proficient]",
    ),
    (
        "every criterion tagged essential or core is not met or x",
        "(Every[Criteria tagged essential|core is not Eq met] Or x)",
    ),
    (
        "any check tagged critical is not met",
        "Any[Checks tagged critical is not Eq met]",
    ),
    ("most rows in p are answered", "Most[Rows in p is Answered]"),
    (
        "half of criteria are exemplary",
        "AtLeast 1/2[Criteria is Eq exemplary]",
    ),
    (
        "at least half of criteria are exemplary",
        "AtLeast 1/2[Criteria is Eq exemplary]",
    ),
    (
        "at least 80% of criteria are left out",
        "AtLeast 4/5[Criteria is LeftOut]",
    ),
    (
        "at least pass_count of criteria in lesson are exemplary",
        "AtLeast pass_count[Criteria in lesson is Eq exemplary]",
    ),
    (
        "at most 2 homework are below on",
        "AtMost 2[homework is Lt on]",
    ),
    ("at least 2 days are met", "AtLeast 2[days is Eq met]"),
    (
        "exactly 2 of (a, b, c) are met",
        "Exactly 2[(a, b, c) is Eq met]",
    ),
    (
        "at least 2 of (a is x, b, not c)",
        "AtLeast 2[((a is Eq x), b, not(c))]",
    ),
    (
        "any of (a, b) and all of (c, d)",
        "(Any[(a, b)] And Every[(c, d)])",
    ),
    ("all of criteria are met", "Every[Criteria is Eq met]"),
    ("every check met", "Every[Checks is Eq met]"),
    (
        "every check is met by every reviewer",
        "(Every[Checks is Eq met] by Every reviewer)",
    ),
    (
        "a is at least x by at least 2 reviewers",
        "((a is Ge x) by AtLeast 2 reviewers)",
    ),
    (
        "a is met by most of judges or b",
        "(((a is Eq met) by Most judges) Or b)",
    ),
    (
        "a is below and b is above",
        "((a is Eq below) And (b is Eq above))",
    ),
    ("a is below below", "(a is Lt below)"),
    (
        "a is at least (if b is c then d else e)",
        "(a is Ge if((b is Eq c), d, e))",
    ),
    ("a is at least -2", "(a is Ge -2)"),
    (
        "evidence is complete and a is left out",
        "((evidence is Eq complete) And (a is LeftOut))",
    ),
    (
        "a != b and c = 2025-08-01",
        "((a Ne b) And (c Eq day 20301))",
    ),
    (
        "10 MB + 2 min + 90 s + 3 years + 2 weeks + 6 months + 1 h + 4 kB + 1 GB",
        "(10000000 Add 120 Add 90 Add 36 Add 14 Add 6 Add 3600 Add 4000 Add 1000000000)",
    ),
    ("72.5 % + 72.5% + 007", "(29/40 Add 29/40 Add 7)"),
    ("true and false", "(true And false)"),
];

#[test]
fn rules_are_read_as_they_are_said() {
    for (said, read) in RULES {
        assert_eq!(shape(&rule(said)), *read, "{said}");
    }
}

#[test]
fn a_line_goes_on_where_it_must() {
    let lines = "score s = a +\n\n  # between\n b\n * c\n score t = if a is x\n then 1\n else 0\n score u =\n (a,\n b)\n \
        check k\n award w { r { needs a\n and b\n or\n c\n message \"why\" } ; otherwise n }\n advise \"x\"\n when a\n rank by s,\n then t";
    assert_eq!(items(lines).len(), 7);
    let parsed = parse(&inside("score s = a\n - 1"));
    assert_eq!(parsed.diagnostics.finish().len(), 1);
}

#[test]
fn what_people_paste_is_read() {
    for (pasted, count) in [
        ("number n 0–5", 1),
        ("score s = a – b", 1),
        ("score s = a − b", 1),
        ("score s = if a ≥ 2 then 1 else 0", 1),
        ("score s = 2,5 + 1", 1),
        ("check k “Label”", 1),
        ("criterion c on m low–high", 1),
        ("number n 0…5", 1),
        ("score\u{a0}s\u{202f}=\u{2003}1", 0),
        ("score Größe = α1 + e\u{301}té", 0),
    ] {
        let source = inside(pasted);
        let parsed = parse(&source);
        assert!(
            matches!(
                parsed.rubric.items.first(),
                Some(Item::Row(_) | Item::Score(_))
            ),
            "{pasted}"
        );
        let found = parsed.diagnostics.finish();
        assert_eq!(found.len(), count, "{pasted}: {found:#?}");
        let mut mended = source.clone();
        for (span, text) in found.iter().flat_map(|found| &found.fixes[0].edits).rev() {
            mended.replace_range(span.start as usize..span.end as usize, text);
        }
        assert!(super::found(&mended).is_empty(), "{mended}");
        assert_eq!(parsed.text.len(), source.len());
    }
}
