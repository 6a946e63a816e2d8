//! Time grows with the length of the text and with nothing else: not with the
//! depth of what nests, and not with how things refer to each other.
//!
//! Times are compared inside one run, like with like, and again where they
//! seem too long, so that a busy machine does not decide. The margins are wide: what is linear takes 16 times as long for 16 times the
//! text, what is quadratic 256 times, and what doubles with each level takes
//! 2^36 times as long at depth 40 as at depth 4.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

#[path = "linear/nests.rs"]
mod nests;
#[path = "linear/shapes.rs"]
mod shapes;

use nests::{CHAINS, NESTS};
use rubricate::wire;
use shapes::{MEBIBYTE, Shape};
use std::time::{Duration, Instant};

/// So many times as long as its length would have it is not linear any more.
const MARGIN: u32 = 4;
/// Shorter times say nothing.
const NOISE: Duration = Duration::from_millis(2);

/// How long a check takes, and how many errors it finds.
fn timed(source: &str) -> (Duration, usize) {
    let start = Instant::now();
    let found = wire::check(source, &[]);
    let took = start.elapsed();
    let errors = found.iter().filter(|one| one.severity == "error");
    (took, errors.count())
}

fn least(source: &str, runs: usize) -> Duration {
    let times = (0..runs).map(|_| timed(source).0);
    times.min().expect("a run").max(NOISE)
}

/// Whether a text that is so many times as long takes no longer than the short
/// one so many times in a row, with the margin. Both take about as long, so a
/// busy machine slows both; what still seems too long is taken again.
fn grows_with_its_length(shape: &Shape, short: usize, long: usize) -> Result<(), String> {
    let (short, long) = (shape.text(short), shape.text(long.min(shape.most)));
    let times = u32::try_from(long.len() / short.len() + 1).expect("a small number");
    let mut seen = Vec::new();
    for _ in 0..4 {
        let (took, errors) = timed(&long);
        if shape.sound != (errors == 0) {
            return Err(format!("{}: {errors} errors", shape.name));
        }
        let in_a_row: Duration = (0..times).map(|_| timed(&short).0).sum();
        if took <= in_a_row * MARGIN {
            return Ok(());
        }
        seen.push((took, in_a_row));
    }
    Err(format!("{}: {times} times the text: {seen:?}", shape.name))
}

fn all_grow(shapes: &[Shape], short: usize, long: usize) {
    let wrong: Vec<String> = shapes
        .iter()
        .filter_map(|shape| grows_with_its_length(shape, short, long).err())
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn rows_scores_texts_and_errors_are_linear_to_a_mebibyte() {
    let shapes = shapes::main_shapes();
    all_grow(&shapes, 1 << 10, 1 << 16);
    all_grow(&shapes, 1 << 16, MEBIBYTE);
}

#[test]
fn everything_else_is_linear_too() {
    all_grow(&shapes::more_shapes(), 1 << 13, 1 << 17);
}

/// Rows times sets, and rows times examples: past a limit they are refused.
#[test]
fn what_multiplies_is_refused_in_time() {
    for shape in shapes::products() {
        let found = wire::check(&shape.text(1 << 14), &[]);
        assert!(
            found.iter().all(|one| one.severity != "error"),
            "{}",
            shape.name
        );
        let text = shape.text(1 << 18);
        let start = Instant::now();
        let found = wire::check(&text, &[]);
        let took = start.elapsed();
        assert!(found.iter().any(|one| one.code == "R003"), "{}", shape.name);
        // 25 times the square of the text's length would be minutes.
        assert!(took < Duration::from_secs(60), "{}: {took:?}", shape.name);
    }
}

const DEPTHS: [usize; 10] = [4, 8, 12, 16, 20, 24, 28, 32, 36, 40];

/// Checks texts of growing depth, and stops at the first that is too slow: what
/// doubles takes 16 times as long from one to the next, so it is found early.
fn no_doubling(name: &str, text: impl Fn(usize) -> String, sound: bool, wrong: &mut Vec<String>) {
    let first = least(&text(DEPTHS[0]), 3);
    for depth in DEPTHS {
        let source = text(depth);
        let (mut took, errors) = timed(&source);
        if sound && errors > 0 {
            let found = wire::check(&source, &[]);
            let lines = support::lines(&found);
            return wrong.push(format!("{name}, {depth} deep: {}", lines.join("\n  ")));
        }
        // Ten times as deep is ten times as long, and a set may hold ten times the rows.
        let bound = first * 100;
        if took > bound {
            took = took.min(least(&source, 3));
        }
        if took > bound {
            return wrong.push(format!("{name}, {depth} deep: {took:?}, over {bound:?}"));
        }
    }
}

#[test]
fn no_nest_doubles_the_work() {
    let mut wrong = Vec::new();
    for nest in NESTS {
        no_doubling(
            nest.name,
            |depth| nest.valid(depth),
            nest.nests(),
            &mut wrong,
        );
        let name = format!("{}, unclosed", nest.name);
        no_doubling(&name, |depth| nest.unclosed(depth), false, &mut wrong);
        for index in 0..nest.wrong(1).len() {
            let name = format!("{}, wrong in way {index}", nest.name);
            no_doubling(
                &name,
                |depth| nest.wrong(depth).swap_remove(index),
                false,
                &mut wrong,
            );
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_chain_doubles_the_work() {
    let mut wrong = Vec::new();
    for chain in CHAINS {
        no_doubling(chain.name, |depth| chain.text(depth), true, &mut wrong);
        let name = format!("{} in a circle", chain.name);
        no_doubling(&name, |depth| chain.circle(depth), false, &mut wrong);
        assert!(timed(&chain.circle(4)).1 > 0, "{name} is no error");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Two parts in each of two, forty deep, would be more rows than there are atoms in a rubric.
#[test]
fn a_series_in_a_series_is_refused_in_time() {
    let deep = |depth: usize| {
        let open: String = (0..depth)
            .map(|level| format!("part p_{level} 1..2 {{\n"))
            .collect();
        format!("rubric r {{\n{open}check c\n{}}}\n", "}\n".repeat(depth))
    };
    // 2,048 rows and 4,094 parts are allowed, and take their time.
    for depth in [4, 11, 13, 14, 16, 20, 30, 40] {
        let (took, errors) = timed(&deep(depth));
        assert!(took < Duration::from_secs(30), "{depth} deep: {took:?}");
        assert_eq!(errors > 0, depth > 11, "{depth} deep");
    }
    let found = wire::check(&deep(40), &[]);
    assert!(
        found.iter().any(|one| one.code == "R003"),
        "{:?}",
        support::lines(&found)
    );
}

/// Each file uses both of the next level, so there are 2^30 ways down.
#[test]
fn files_that_use_files_are_read_once() {
    let mut files = Vec::new();
    for level in 0..30 {
        for side in ["a", "b"] {
            let next = level + 1;
            let uses = match next {
                30 => String::new(),
                _ => format!("use \"a{next}\"\nuse \"b{next}\"\n"),
            };
            let text =
                format!("rubric f {{\n{uses}scale s_{side}{level} {{ low 0; high 1 }}\n}}\n");
            files.push((format!("{side}{level}"), text));
        }
    }
    let start = Instant::now();
    let found = wire::check(
        "rubric top {\nuse \"a0\"\ncriterion c on s_b29\n}\n",
        &files,
    );
    assert!(start.elapsed() < Duration::from_secs(30));
    assert!(
        found.iter().all(|one| one.severity != "error"),
        "{:?}",
        support::lines(&found)
    );
}
