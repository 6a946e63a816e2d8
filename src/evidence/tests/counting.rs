//! Words, characters and sentences in several scripts.

use super::*;

fn counts(own: &str) -> (i64, i64, i64) {
    let counts = count(own);
    (counts.words, counts.characters, counts.sentences)
}

#[test]
fn words_are_counted_by_unicode() {
    assert_eq!(counts("It's a teacher's well-known plan."), (6, 33, 1));
    assert_eq!(
        counts("¿Qué aprendió María? ¡Aprendió 3,5 cosas!"),
        (6, 41, 2)
    );
    assert_eq!(counts("تعلّم الطلاب الكسور. هل فهموا؟ نعم."), (6, 34, 3));
    assert_eq!(counts("学生们学习分数。他们懂了！"), (11, 13, 2));
    assert_eq!(counts("👩‍🏫🇺🇸"), (0, 2, 0));
    assert_eq!(counts("e\u{301}"), (1, 1, 1));
    assert_eq!(counts(""), (0, 0, 0));
    assert_eq!(counts(" \n– … –"), (0, 7, 0));
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    let sentences = |own: &str| counts(own).2;
    assert_eq!(sentences("One. Two! Three? Four"), 4);
    assert_eq!(sentences("He said “Go.” Then he went."), 2);
    assert_eq!(
        sentences("Use tools, e.g. this one. It cost 3.50 in all."),
        2
    );
    assert_eq!(sentences("Wait... what? Really?!"), 2);
    assert_eq!(sentences("a line that\ngoes on. And\nanother."), 2);
    assert_eq!(sentences("A heading\n\nA paragraph."), 2);
    assert_eq!(sentences("छात्रों ने सीखा। वे समझ गए।"), 2);
    assert_eq!(sentences("(Is it?) (It is.)"), 2);
    assert_eq!(sentences(" . . . "), 0);
}

#[test]
fn a_long_hostile_text_is_counted_in_time() {
    let start = std::time::Instant::now();
    for piece in [
        "a.",
        "a\u{301}",
        "a\u{200d}",
        "\u{1f1e6}",
        ":\u{301}",
        "1,",
        "'\"",
        "\u{1f469}\u{200d}",
    ] {
        count(&piece.repeat(200_000));
    }
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_text_is_counted_once() {
    let mut item = text("three short words");
    item.count();
    assert_eq!(item.counts, Some(count("three short words")));
}
