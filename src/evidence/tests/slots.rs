//! Whole slots: how many items, which state wins, sums, and what is the same.

use super::*;
use crate::model::{Fact, Measure};

fn state_of(slot: &Slot, items: &[Item]) -> State {
    judge(slot, items, on(TODAY)).state
}

#[test]
fn a_slot_takes_so_many_items() {
    let taking = |items, optional| Slot {
        items,
        optional,
        ..slot(vec![must(SlotRule::NamesRows)])
    };
    let shown = || Item {
        shows: vec![0],
        ..file("pdf")
    };
    let of = |slot: &Slot, count: usize| state_of(slot, &vec![shown(); count]);
    use State::{Complete, Incomplete};
    let unsaid = taking(Ends::default(), false);
    assert_eq!(
        [0, 1, 2].map(|count| of(&unsaid, count)),
        [Incomplete, Complete, Incomplete]
    );
    let some = taking(ends(2, 3), false);
    let found = [1, 2, 3, 4].map(|count| of(&some, count));
    assert_eq!(found, [Incomplete, Complete, Complete, Incomplete]);
    assert_eq!(of(&taking(ends(None, 3), false), 0), Incomplete);
    assert_eq!(of(&taking(ends(0, 3), false), 0), Complete);
    let optional = taking(ends(2, None), true);
    assert_eq!(
        [0, 1, 2].map(|count| of(&optional, count)),
        [Complete, Incomplete, Complete]
    );
    assert_eq!(judge(&unsaid, &[], None).findings.len(), 1);
}

#[test]
fn the_worst_state_wins_and_advice_never_does() {
    let pages = |top| SlotRule::Measured(Measure::Pages, ends(None, top), false);
    let three = Item {
        pages: n(3),
        ..file("pdf")
    };
    assert_eq!(
        state_of(&slot(vec![soft(pages(2))]), std::slice::from_ref(&three)),
        State::Complete
    );
    assert_eq!(
        state_of(&slot(vec![soft(pages(2))]), &[file("pdf")]),
        State::Complete
    );
    let strict = slot(vec![must(pages(2))]);
    let linked = link("https://x.org");
    assert_eq!(
        state_of(&strict, std::slice::from_ref(&linked)),
        State::Unchecked
    );
    assert_eq!(
        state_of(&strict, &[linked.clone(), file("pdf")]),
        State::NeedsALook
    );
    assert_eq!(
        state_of(&strict, &[linked.clone(), file("pdf"), three]),
        State::Incomplete
    );
    // Whether a link opens cannot be seen, whatever else is asked.
    assert_eq!(state_of(&slot(vec![]), &[linked]), State::Unchecked);
}

#[test]
fn sums_are_over_all_items_or_none() {
    let item = |pages: i64, own: &str| Item {
        pages: n(pages),
        text: Some(own.into()),
        ..file("text")
    };
    let sums = |items: &[Item]| judge(&slot(vec![]), items, None).sums;
    let all = sums(&[item(2, "One two. Three."), item(3, "Four")]);
    let of = |fact| all.of(fact);
    assert_eq!(
        (of(Fact::Words), of(Fact::Pages), of(Fact::Items)),
        (n(4), n(5), n(2))
    );
    assert_eq!((of(Fact::Sentences), of(Fact::Characters)), (n(3), n(19)));
    assert_eq!((of(Fact::Bytes), of(Fact::Seconds)), (n(19), None));
    let none = sums(&[]);
    assert_eq!((none.words, none.seconds, none.items), (n(0), n(0), n(0)));
    assert_eq!(sums(&[item(2, "One"), file("pdf")]).pages, None);
    // The text counts, not what somebody says it has.
    assert_eq!(
        sums(&[Item {
            words: n(900),
            ..item(1, "One")
        }])
        .words,
        n(1)
    );
}

#[test]
fn nothing_is_handed_in_twice() {
    let hashed = |hash: &str| Item {
        sha256: Some(hash.into()),
        ..file("pdf")
    };
    let rule = || SlotRule::NoDuplicates;
    assert_eq!(many(rule(), &[hashed("aa"), hashed("bb")]), COMPLETE);
    assert_eq!(many(rule(), &[hashed("aa"), hashed("AA")]), INCOMPLETE);
    assert_eq!(many(rule(), &[text("one"), text(" one\n")]), INCOMPLETE);
    assert_eq!(
        many(rule(), &[link("https://x.org"), link("https://x.org")]).1,
        Holds::No
    );
    assert_eq!(many(rule(), &[hashed("aa"), file("pdf")]), LOOK);
    // Two files with the same words may differ in all else.
    let read = |hash: &str| Item {
        text: Some("same".into()),
        ..hashed(hash)
    };
    assert_eq!(many(rule(), &[read("aa"), read("bb")]), COMPLETE);
    assert_eq!(many(rule(), &[read("aa"), text("same")]), INCOMPLETE);
}

#[test]
fn slots_that_say_so_look_at_each_other() {
    let hashed = || Item {
        sha256: Some("aa".into()),
        ..file("pdf")
    };
    let strict = slot(vec![must(SlotRule::NoDuplicates)]);
    let slots = [strict.clone(), slot(vec![]), strict];
    let items = [vec![hashed()], vec![hashed()], vec![hashed()]];
    let found = judge_all(&slots, &items, None);
    let states: Vec<State> = found.iter().map(|one| one.state).collect();
    assert_eq!(
        states,
        [State::Complete, State::Complete, State::Incomplete]
    );
    let twin = Twin {
        slot: Some(0),
        item: 0,
    };
    assert_eq!(found[2].findings[1].value, FindingValue::Twin(twin));
    // A slot without a list of items is empty.
    assert_eq!(judge_all(&slots, &items[..1], None).len(), 3);
}
