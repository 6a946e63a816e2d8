//! The pieces of a rubric: which there are, and which of their hashes a change moves.

use super::{Piece, pieces};
use crate::{sema, syntax};

const SOURCE: &str = r#"rubric t "T" {
  scale m { low 0; high 1 }
  part p "P" { weight 40%; criterion a "A" on m; part q { check b } }
  check c 1..3 "C {number}"
  score s = percent of rows
  advise "One" when b is met
  advise "Two" when b is not met
}"#;

fn of(source: &str) -> Vec<Piece> {
    let checked = sema::check(syntax::parse(source), &[]);
    assert!(!checked.failed, "{:?}", checked.diagnostics);
    pieces(&checked.written, &[])
}

/// The paths whose hashes differ, of what decides and of what is said.
fn differ(from: &str, to: &str) -> (Vec<String>, Vec<String>) {
    assert!(SOURCE.contains(from), "{from}");
    let (old, new) = (of(SOURCE), of(&SOURCE.replace(from, to)));
    let differing = |hash: fn(&Piece) -> &String| {
        let other = |piece: &&Piece| {
            new.iter()
                .find(|now| now.path == piece.path)
                .is_none_or(|now| hash(now) != hash(piece))
        };
        let found = old.iter().filter(other);
        found.map(|piece| piece.path.clone()).collect()
    };
    (
        differing(|piece| &piece.structure),
        differing(|piece| &piece.content),
    )
}

fn paths(all: &[&str]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

#[test]
fn each_declaration_is_one_piece() {
    let found: Vec<String> = of(SOURCE).into_iter().map(|piece| piece.path).collect();
    let wanted = [
        "advice", "header", "part p", "part q", "row a", "row b", "row c", "scale m", "score s",
    ];
    assert_eq!(found, paths(&wanted));
}

#[test]
fn a_text_moves_what_is_said_and_a_rule_both() {
    let none = Vec::new();
    assert_eq!(
        differ("\"A\"", "\"Aim\""),
        (none.clone(), paths(&["row a"]))
    );
    assert_eq!(
        differ("\"T\"", "\"Test\""),
        (none.clone(), paths(&["header"]))
    );
    assert_eq!(differ("\"Two\"", "\"Three\""), (none, paths(&["advice"])));
    let both = |path| (paths(&[path]), paths(&[path]));
    assert_eq!(differ("high 1", "high 2"), both("scale m"));
    assert_eq!(differ("percent of", "sum of"), both("score s"));
    assert_eq!(differ("1..3", "1..4"), both("row c"));
}

#[test]
fn a_part_is_a_piece_without_its_members() {
    assert_eq!(
        differ("40%", "50%"),
        (paths(&["part p"]), paths(&["part p"]))
    );
    assert_eq!(
        differ("check b", "check b { adds nothing }"),
        (paths(&["row b"]), paths(&["row b"]))
    );
}
