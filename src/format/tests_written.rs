//! What the formatter does to small files, each result written by hand.

use super::{format, formatted};

/// `source` comes out as `wanted`, and so does that.
fn check(source: &str, wanted: &str) {
    assert_eq!(formatted(source).unwrap_or_default(), wanted);
    assert_eq!(formatted(wanted).unwrap_or_default(), wanted);
    assert_eq!(format(source), wanted);
}

/// The same for the lines of an award.
fn needs(source: &str, wanted: &str) {
    let file = |line: &str| {
        format!("rubric r {{\n  award a {{\n    b {{\n      {line}\n    }}\n  }}\n}}\n")
    };
    check(&file(source), &file(wanted));
}

#[test]
fn tests_are_words_and_arithmetic_is_signs() {
    needs("needs total>=85 %", "needs total is at least 85%");
    needs("needs a<2 and b!=c", "needs a is below 2 and b is not c");
    needs("needs x  >  y+1", "needs x is above y + 1");
    needs("needs x > sum of p", "needs x is above (sum of p)");
    needs("needs sum of p >= 2", "needs sum of p is at least 2");
    needs("needs x = -3", "needs x is (-3)");
    needs(
        "needs days from d to e <= 14 days",
        "needs days from d to e is at most 14 days",
    );
}

#[test]
fn nouns_and_verbs_agree_with_the_number() {
    needs(
        "needs every criteria are good",
        "needs every criterion is good",
    );
    needs(
        "needs at least 3 criterion is good",
        "needs at least 3 criteria are good",
    );
    needs(
        "needs at least 1 of checks are met",
        "needs at least 1 check is met",
    );
    needs(
        "needs at least 80% criteria good",
        "needs at least 80% of criteria are good",
    );
    needs(
        "needs half of rows is answered",
        "needs at least half of rows are answered",
    );
    needs("needs all of (a, b) met", "needs all of (a, b) are met");
    needs("needs no row has a comment", "needs no row has a comment");
    needs(
        "needs most rows has no comment",
        "needs most rows have no comment",
    );
    needs(
        "needs sum of best 2 of homework >= 1 and evidence is complete",
        "needs sum of best 2 of homework is at least 1 and evidence is complete",
    );
    needs(
        "needs any of (a is met,not b is met)",
        "needs any of (a is met, not b is met)",
    );
}

#[test]
fn brackets_stay_where_they_help() {
    needs("needs ((a is b) or c is d)", "needs (a is b) or c is d");
    needs(
        "needs (a is b and c is d) or e is f",
        "needs (a is b and c is d) or e is f",
    );
    needs("needs x >= (2)", "needs x is at least 2");
    needs(
        "needs not (a is b or c is d)",
        "needs not (a is b or c is d)",
    );
}

#[test]
fn long_rules_break_before_their_words() {
    needs(
        "needs first_long_criterion is at least proficient and second_long_criterion is proficient and x is y message \"Say.\"",
        "needs first_long_criterion is at least proficient\n        and second_long_criterion is proficient\n        and x is y\n        message \"Say.\"",
    );
}

#[test]
fn every_comment_stays() {
    check(
        "# one\n\n\n\n#two\nrubric r {# three\n\n  # four\n  scale s{a 0;b 1 # five\n # six\n\n\n}# seven\n\n# eight\n}\n# nine",
        "# one\n\n#two\nrubric r {  # three\n  # four\n  scale s {\n    a 0; b 1  # five\n    # six\n  }  # seven\n\n  # eight\n}\n# nine\n",
    );
    // Inside a statement its lines stay as they are.
    check(
        "rubric r {\n score t = a   # first\n      +   b # second\n}",
        "rubric r {\n  score t = a   # first\n    +   b  # second\n}\n",
    );
}

#[test]
fn levels_line_up_and_texts_stay_as_written() {
    check(
        "rubric r {\n scale s {\n low 0 \"Low\\u{e9}\" \"x\"\n middle 10 \"M\" \"\"\"\n   long\n    text\"\"\"\n}\n}",
        "rubric r {\n  scale s {\n    low    0  \"Low\\u{e9}\" \"x\"\n    middle 10 \"M\"         \"\"\"\n   long\n    text\"\"\"\n  }\n}\n",
    );
}

#[test]
fn lines_that_belong_elsewhere_go_there() {
    check(
        "rubric r {\n ask s {\n a\n b } default a # kept\n check c {tags x\n tags y}\n expires after 1 years\n}",
        "rubric r {\n  ask s default a {\n    a\n    b\n  }\n  # kept\n  check c {\n    tags x, y\n  }\n  expires after 1 year\n}\n",
    );
}

#[test]
fn what_cannot_be_read_stays() {
    check(
        "rubric r {\n  wieght   2   x\n  check c   \"C\"   { tags   a; bananas   b }\n}",
        "rubric r {\n  wieght   2   x\n  check c \"C\" { tags a; bananas   b }\n}\n",
    );
    for broken in [
        "rubric r {",
        "rubric r { check c } }",
        "rubric r { check c \u{201c}C\u{201d} }",
    ] {
        assert_eq!(formatted(broken), None);
        assert_eq!(format(broken), broken);
    }
}
