//! What pest says about a statement becomes a diagnostic in plain words.

use super::grammar::Rule;
use crate::diag::{Code, Diagnostic};
use crate::text::Span;
use pest::error::{Error, ErrorVariant, InputLocation};

/// More words than this in "expected ..." help nobody.
const MOST_WORDS: usize = 5;
/// How much of what stands there is quoted.
const QUOTED: usize = 24;

/// One diagnostic for a statement that could not be read.
pub(super) fn diagnose(error: &Error<Rule>, source: &str, base: usize) -> Diagnostic {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let rest = source.get(at..).unwrap_or("");
    let at = at.saturating_add(rest.len().saturating_sub(rest.trim_start().len()));
    let rest = rest.trim_start();
    let found = first_token(rest);
    let start = base.saturating_add(at);
    let span = Span::new(start, start.saturating_add(found.len()));
    let place = if found.is_empty() {
        "the line ends here".to_owned()
    } else {
        format!("`{found}` does not fit here")
    };
    let words = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => expected(positives),
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    let message = match listed(&words) {
        Some(list) => format!("{place}: expected {list}"),
        None => place,
    };
    let found = Diagnostic::error(Code::Syntax, span, message);
    match idiom(source, rest) {
        Some(help) => found.help(help),
        None => found,
    }
}

/// Mistakes that many make, each with its mend in words.
fn idiom(source: &str, rest: &str) -> Option<&'static str> {
    if rest.starts_with("==") {
        return Some("write `=` or `is`");
    }
    if rest.starts_with("&&") || rest.starts_with("||") {
        return Some("write `and` or `or`");
    }
    if rest.starts_with("or ") && source.contains(" is ") {
        return Some("name the thing again behind `or`: `a is x or a is y`");
    }
    None
}

/// The piece of text an author would point at.
fn first_token(rest: &str) -> &str {
    let word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let end = if rest.starts_with('"') {
        rest.get(1..)
            .and_then(|inner| inner.find('"'))
            .map_or(rest.len(), |end| end.saturating_add(2))
    } else if rest.starts_with(word) {
        rest.find(|c: char| !word(c)).unwrap_or(rest.len())
    } else {
        rest.chars().next().map_or(0, char::len_utf8)
    };
    let cut = rest
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|at| *at <= QUOTED)
        .last()
        .unwrap_or(0);
    let end = if end > QUOTED { cut } else { end };
    rest.get(..end).unwrap_or("")
}

fn expected(rules: &[Rule]) -> Vec<&'static str> {
    let mut words: Vec<&'static str> = Vec::new();
    for rule in rules {
        let word = human(*rule);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

fn listed(words: &[&str]) -> Option<String> {
    if words.len() > MOST_WORDS {
        return None;
    }
    let (last, before) = words.split_last()?;
    Some(if before.is_empty() {
        (*last).to_owned()
    } else {
        format!("{} or {last}", before.join(", "))
    })
}

/// The human name of every rule; a new rule does not compile without one.
fn human(rule: Rule) -> &'static str {
    match rule {
        Rule::EOI => "the end of the line",
        Rule::name | Rule::word => "a name",
        Rule::number | Rule::signed | Rule::literal | Rule::digits => "a number",
        Rule::percent => "`%`",
        Rule::minus => "`-`",
        Rule::text | Rule::long_text | Rule::short_text | Rule::escape => "a text in quotes",
        Rule::range => "a range such as `0..10`",
        Rule::in_steps => "`step`",
        Rule::on_scale => "`on` and a scale",
        Rule::message => "`message` and a text",
        Rule::level_advice => "`advise` and a text",
        Rule::prefix
        | Rule::infix
        | Rule::op_or
        | Rule::op_and
        | Rule::op_ge
        | Rule::op_le
        | Rule::op_ne
        | Rule::op_gt
        | Rule::op_lt
        | Rule::op_eq
        | Rule::op_add
        | Rule::op_sub
        | Rule::op_mul
        | Rule::op_div => "an operator such as `+` or `and`",
        Rule::is_test => "`is` and a test",
        Rule::but_limit | Rule::bound | Rule::bound_ge | Rule::bound_le => {
            "a limit such as `, but at most 100%`"
        }
        Rule::set | Rule::set_kind => "a set of rows",
        Rule::set_filter | Rule::tagged | Rule::that_are | Rule::without => {
            "a filter such as `tagged`"
        }
        Rule::within => "`in` and a part",
        Rule::test
        | Rule::test_answered
        | Rule::comparison
        | Rule::operand
        | Rule::cmp_least
        | Rule::cmp_most
        | Rule::cmp_above
        | Rule::cmp_below => "a test such as `at least 2`",
        Rule::to_nearest | Rule::to_side | Rule::ties => "`to nearest` and a step",
        Rule::limited
        | Rule::expression
        | Rule::choice
        | Rule::flat
        | Rule::primary
        | Rule::truth
        | Rule::bracket
        | Rule::rounded
        | Rule::most_points
        | Rule::aggregate
        | Rule::operation
        | Rule::op_weighted_mean
        | Rule::op_weighted_sum
        | Rule::op_weighted_percent
        | Rule::op_sum
        | Rule::op_mean
        | Rule::op_median
        | Rule::op_lowest
        | Rule::op_highest
        | Rule::op_percent
        | Rule::op_count
        | Rule::quantified
        | Rule::quantity
        | Rule::q_every
        | Rule::q_all
        | Rule::q_any
        | Rule::q_least
        | Rule::q_most_n
        | Rule::q_exactly
        | Rule::q_most
        | Rule::q_half
        | Rule::q_no
        | Rule::set_head => "a rule or a value",
        Rule::rubric_head
        | Rule::texts_line
        | Rule::expires
        | Rule::scale_head
        | Rule::scale_level
        | Rule::part_head
        | Rule::criterion_head
        | Rule::check_head
        | Rule::number_head
        | Rule::weight
        | Rule::tags
        | Rule::row_level
        | Rule::score_head
        | Rule::award_head
        | Rule::rung_head
        | Rule::otherwise
        | Rule::needs
        | Rule::never
        | Rule::advise
        | Rule::reserved
        | Rule::continues
        | Rule::WHITESPACE => "a statement",
        other => keyword(other),
    }
}

fn keyword(rule: Rule) -> &'static str {
    match rule {
        Rule::kw_on => "`on` and a scale",
        Rule::kw_of => "`of`",
        Rule::kw_to => "`to`",
        Rule::kw_then => "`then`",
        Rule::kw_else => "`else`",
        Rule::kw_when => "`when`",
        Rule::kw_are => "`is`",
        Rule::kw_step => "`step`",
        Rule::kw_ties => "`ties`",
        Rule::kw_nearest => "`nearest`",
        Rule::kw_least | Rule::kw_most => "`least` or `most`",
        Rule::kw_up | Rule::kw_down | Rule::kw_even => "`up`, `down` or `even`",
        Rule::kw_after => "`after`",
        Rule::kw_unit => "`years`, `months` or `days`",
        Rule::kw_points => "`points`",
        Rule::kw_in => "`in`",
        Rule::kw_ordinal => "`ordinal`",
        Rule::kw_message => "`message`",
        Rule::kw_advise => "`advise`",
        Rule::kind_criteria
        | Rule::kind_checks
        | Rule::kind_numbers
        | Rule::kind_rows
        | Rule::kind_parts => "a set of rows",
        _ => "a word of the language",
    }
}
