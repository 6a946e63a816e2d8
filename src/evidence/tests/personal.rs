//! What looks like personal information, and what does not.

use super::*;
use crate::evidence::personal::places;

fn found(own: &str) -> Vec<(What, &str)> {
    let (places, _) = places(own);
    places
        .iter()
        .map(|one| (one.what, &own[one.from..one.to]))
        .collect()
}

#[test]
fn addresses_and_numbers_are_found() {
    for (own, what, shown) in [
        (
            "Write to ana.ng+x@mail.school.example.",
            What::Email,
            "ana.ng+x@mail.school.example",
        ),
        ("(maría@escuela.es)", What::Email, "maría@escuela.es"),
        ("a@@b@school.org", What::Email, "b@school.org"),
        ("call 555-1234 now", What::Phone, "555-1234"),
        ("555 123 4567", What::Phone, "555 123 4567"),
        ("(555) 123-4567", What::Phone, "(555) 123-4567"),
        ("tel. +34 612 34 56 78.", What::Phone, "+34 612 34 56 78"),
        ("+34612345678", What::Phone, "+34612345678"),
        ("06 12 34 56 78", What::Phone, "06 12 34 56 78"),
        ("612 345 678", What::Phone, "612 345 678"),
        ("0171/1234567", What::Phone, "0171/1234567"),
        ("Student 123456", What::Id, "123456"),
        ("S-1234567,", What::Id, "1234567"),
        ("N12345678X", What::Id, "12345678"),
        ("123-45-6789", What::Id, "123-45-6789"),
        ("رقم ٠١٢٣٤٥", What::Id, "٠١٢٣٤٥"),
        ("on 2025-08-01 555-123-4567", What::Phone, "555-123-4567"),
    ] {
        assert_eq!(found(own), [(what, shown)], "{own}");
    }
    assert_eq!(found("123456 234567 345678").len(), 3);
}

#[test]
fn what_lessons_are_full_of_is_not() {
    for own in [
        "On 2025-08-01, 1.8.2025, 08/15/2025 and 20250801.",
        "In 2024/2025, 2024-2025 and 2023 2024 2025.",
        "Grades 85 90 78 92 and 6-8, 12345 in all.",
        "Write 300-1500 words, or 1,000,000.",
        "Pi is 3.14159265.",
        "See https://x.org/watch/1234567?n=555-123-4567",
        "Meet @ noon, me@home, a@b.",
        "Standard 6.NS.B.3, pages 12-14, at 10:30.",
        "1 234 567 people",
    ] {
        assert_eq!(found(own), [], "{own}");
    }
}

#[test]
fn lines_and_states_are_told() {
    let (places, more) = places("one\ntwo\nid 123456");
    assert_eq!((places[0].line, more), (3, false));
    assert_eq!(one(SlotRule::AvoidsPersonal, text("ana@x.org")), INCOMPLETE);
    assert_eq!(one(SlotRule::AvoidsPersonal, text("all well")), COMPLETE);
    assert_eq!(one(SlotRule::AvoidsPersonal, file("docx")), LOOK);
}

#[test]
fn a_hostile_text_is_searched_in_time() {
    let start = std::time::Instant::now();
    for piece in [
        "a@",
        "a.",
        "1 ",
        "1-",
        "(1",
        "+",
        "1          ",
        "a://",
        ".",
        "12345 ",
        "a@b.c@",
    ] {
        let (found, more) = places(&piece.repeat(100_000));
        assert!(found.len() <= 20 || more);
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
