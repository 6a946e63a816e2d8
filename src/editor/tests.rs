//! What an editor is told, each answer written by hand.

use super::*;

const FILE: &str = r#"rubric demo "Demo" {
  scale mastery "Mastery" { low 0 "Low"; good 1 "Good"; high 2 "High" }
  ask stage "Stage" { early "Early"; late "Late" }
  setting pass "Pass" 0..10 default 5
  part plan "Plan" {
    criterion purpose "Purpose" on mastery {
      tags essential
      shown by paper
      comment required when below good
      low "Nothing."
    }
    check consent "Consent"
  }
  part unit 1..2 "Unit {number}" { criterion talk "Talk" on mastery }
  evidence paper "Paper" { accepts pdf }
  score total "Total" = sum of criteria
  award badge "Badge" {
    gold "Gold" { needs silver and unit_1_talk is high and every criterion tagged essential is at least good }
    silver "Silver" { needs total is at least pass }
    otherwise none "None"
  }
  advise "You have {total} points." when stage is early and talk_of is good
  translate "fr" { purpose "But"; purpose.low "Rien."; mastery.low "Bas"; badge.gold "Or" }
  example "One" { purpose good; stage late; expects badge is silver }
}
"#;

/// The file with `|` where the cursor is, and the byte of it.
fn cursor(text: &str) -> (String, u32) {
    let at = text.find('|').unwrap_or_default();
    (text.replacen('|', "", 1), u32::try_from(at).unwrap_or(0))
}

/// What is offered in a block of the file: `at` is put before its line that begins with `before`.
fn offered(before: &str, at: &str) -> Vec<String> {
    let text = FILE.replacen(before, &[at, "\n", before].concat(), 1);
    let (source, offset) = cursor(&text);
    complete(&source, offset, &[])
        .into_iter()
        .map(|one| one.label)
        .collect()
}

fn first(before: &str, at: &str, wanted: &[&str]) {
    let found = offered(before, at);
    let found: Vec<&str> = found
        .iter()
        .map(String::as_str)
        .take(wanted.len())
        .collect();
    assert_eq!(found, wanted, "at {at}");
}

/// The same in a rung of the award.
fn in_rung(at: &str, wanted: &[&str]) {
    first("silver \"Silver\"", &["x { ", at, " }"].concat(), wanted);
}

#[test]
fn what_fits_a_rule_comes_first() {
    in_rung("needs purpose is at least |", &["low", "good", "high"]);
    in_rung(
        "needs every criterion is |",
        &["low", "good", "high", "at least"],
    );
    in_rung("needs every criterion is at least g|", &["good", "high"]);
    in_rung(
        "needs every |",
        &["criterion", "check", "number", "row", "part"],
    );
    in_rung("needs |", &["gold", "x", "silver", "none"]);
    in_rung("needs stage is |", &["early", "late"]);
    in_rung("needs consent is |", &["met", "not met"]);
    in_rung("needs paper is |", &["complete", "incomplete"]);
    in_rung("needs every row tagged |", &["essential"]);
    in_rung("needs purpose |", &["is", "is at least"]);
    in_rung("|", &["needs", "aligns"]);
    first(
        "expects badge",
        "expects badge is |",
        &["gold", "silver", "none"],
    );
    first(
        "advise",
        "translate \"de\" { badge.| }",
        &["about", "gold", "silver", "none"],
    );
}

#[test]
fn what_fits_a_line_comes_first() {
    first("score total", "criterion x \"X\" on |", &["mastery"]);
    first(
        "score total",
        "score x = sum of criteria in |",
        &["plan", "unit"],
    );
    first(
        "score total",
        "score x = sum of |",
        &[
            "criteria", "checks", "numbers", "rows", "parts", "plan", "unit",
        ],
    );
    first("tags essential", "shown by |", &["paper"]);
    first("tags essential", "tags |", &["essential"]);
    first("tags essential", "wei|", &["weight"]);
    first(
        "tags essential",
        "unanswered counts as |",
        &["met", "not met", "low", "good", "high"],
    );
    first("tags essential", "|", &["low", "good", "high", "weight"]);
    first(
        "expects badge",
        "purpose |",
        &["low", "good", "high", "left out"],
    );
    first("advise", "scor|", &["score"]);
    first("score total", "award a { may | }", &["be overruled by"]);
    assert!(offered("advise", "advise \"to|").is_empty());
    assert!(offered("advise", "# to|").is_empty());
}

fn at(text: &str) -> u32 {
    let at = FILE.find(text).unwrap_or_default();
    u32::try_from(at).unwrap_or(0)
}

#[test]
fn a_name_says_what_it_is() {
    let found = hover(FILE, at("purpose good"), &[]).map(|one| (one.title, one.text, one.declared));
    let (title, text, declared) = found.unwrap_or_default();
    assert_eq!(title, "criterion purpose \"Purpose\"");
    assert_eq!(
        text,
        "A criterion, in the part plan. Levels of mastery: low 0, good 1, high 2."
    );
    assert_eq!(
        declared.map(|span| span.start),
        Some(at("purpose \"Purpose\""))
    );
    let level = hover(FILE, at("low \"Nothing"), &[]).map(|one| one.text);
    assert_eq!(
        level.as_deref(),
        Some("A level of scale mastery \"Mastery\", worth 0.")
    );
    let word = hover(FILE, at("at least good"), &[]).map(|one| (one.kind, one.title));
    assert_eq!(word, Some(("keyword", "at least".to_owned())));
    assert_eq!(hover(FILE, at("0 \"Low"), &[]), None);
}

fn places(text: &str) -> Vec<String> {
    let found = references(FILE, at(text), &[]);
    let line = |span: crate::text::Span| {
        let start = usize::try_from(span.start).unwrap_or_default();
        let before = FILE.get(..start).unwrap_or_default();
        let number = before.matches('\n').count().saturating_add(1);
        [&number.to_string(), ":", span.slice(FILE)].concat()
    };
    found.into_iter().map(|place| line(place.span)).collect()
}

#[test]
fn every_place_of_a_name_is_found() {
    assert_eq!(
        places("purpose \"Purpose"),
        ["6:purpose", "23:purpose", "23:purpose", "24:purpose"]
    );
    assert_eq!(places("low 0"), ["2:low", "10:low", "23:low", "23:low"]);
    assert_eq!(places("good 1"), ["2:good", "9:good", "18:good", "24:good"]);
    assert_eq!(
        places("silver \"Silver"),
        ["18:silver", "19:silver", "24:silver"]
    );
    assert_eq!(
        places("total \"Total"),
        ["16:total", "19:total", "22:total"]
    );
    assert_eq!(places("talk \"Talk"), ["14:talk", "18:talk"]);
    assert_eq!(places("unit 1..2"), ["14:unit", "18:unit"]);
    assert_eq!(places("essential"), ["7:essential", "18:essential"]);
    assert_eq!(places("early \"Early"), ["3:early", "22:early"]);
    assert_eq!(places("gold \"Gold"), ["18:gold", "23:gold"]);
    assert_eq!(places("paper \"Paper"), ["8:paper", "15:paper"]);
}

#[test]
fn another_name_stands_in_all_places_or_is_refused() {
    let edits = |text: &str, name: &str| match rename(FILE, at(text), name, &[]) {
        Renamed::Edits(places) => Ok(places.len()),
        Renamed::Refused(reason) => Err(reason),
    };
    assert_eq!(edits("purpose \"Purpose", "aim"), Ok(4));
    assert_eq!(edits("good 1", "fine"), Ok(4));
    assert_eq!(edits("talk \"Talk", "speech"), Ok(2));
    let refused = |text: &str, name: &str, words: &str| {
        let reason = edits(text, name).err().unwrap_or_default();
        assert!(reason.contains(words), "{name}: {reason}");
    };
    refused("purpose \"Purpose", "total", "taken by score total");
    refused("purpose \"Purpose", "every", "word of the language");
    refused("purpose \"Purpose", "2nd", "a name is a letter");
    refused("purpose \"Purpose", "purpose", "already");
    refused("good 1", "high", "taken by level high");
    refused("good 1", "weight", "begins a property");
    refused("0..10", "x", "nothing that is declared");
}

#[test]
fn the_outline_is_a_tree() {
    fn tree(all: &[Symbol]) -> String {
        let each = all.iter().map(|one| match tree(&one.children) {
            inner if inner.is_empty() => one.name.clone(),
            inner => [&one.name, "(", &inner, ")"].concat(),
        });
        each.collect::<Vec<_>>().join(" ")
    }
    assert_eq!(
        tree(&symbols(FILE)),
        "demo(mastery(low good high) stage(early late) pass plan(purpose consent) unit(talk) paper \
         total badge(gold silver none) One)"
    );
}

#[test]
fn colours_cover_every_word() {
    let text = "rubric r { # note\n  check low \"Low\" 2.5\n  score s = low >= 1 and weight }";
    let found: Vec<String> = tokens(text, &[])
        .into_iter()
        .map(|one| [one.kind.word(), ":", one.span.slice(text)].concat())
        .collect();
    assert_eq!(
        found.join(" "),
        "keyword:rubric name:r operator:{ comment:# note keyword:check name:low string:\"Low\" number:2.5 \
         keyword:score name:s operator:= name:low operator:>= number:1 keyword:and keyword:weight operator:}"
    );
}

#[test]
fn a_name_that_would_be_read_otherwise_is_refused() {
    let text = "rubric r { scale s { low; high }\n setting bar 0..9 default 1\n criterion c \"C\" on s\n \
                award a { b { needs c is at least bar }\n otherwise d } }";
    let at = u32::try_from(text.find("bar").unwrap_or_default()).unwrap_or(0);
    assert!(matches!(rename(text, at, "limit", &[]), Renamed::Edits(places) if places.len() == 2));
    // `high` is a level of what is tested, and would be meant instead.
    let Renamed::Refused(reason) = rename(text, at, "high", &[]) else {
        return assert_eq!(
            rename(text, at, "high", &[]),
            Renamed::Refused(String::new())
        );
    };
    assert!(reason.contains("mean something else"), "{reason}");
}
