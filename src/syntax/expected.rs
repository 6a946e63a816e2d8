//! What pest says about a statement becomes a diagnostic in plain words.

use super::grammar::Rule;
use super::mend::{self, Mend};
use crate::diag::{Code, Diagnostic};
use crate::text::Span;
use pest::error::{Error, ErrorVariant, InputLocation};

/// More words than this in "expected ..." help nobody.
const MOST_WORDS: usize = 5;
/// How much of what stands there is quoted.
const QUOTED: usize = 24;

/// One diagnostic for a statement that could not be read.
pub(super) fn diagnose(error: &Error<Rule>, rule: Rule, source: &str, base: usize) -> Diagnostic {
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
    if let Some(mend) = mend::mend(source, rule, at, &words) {
        return mended(mend, source, base);
    }
    let message = match listed(&words) {
        Some(list) => format!("{place}: expected {list}"),
        None => place,
    };
    let diagnostic = Diagnostic::error(Code::Syntax, span, message);
    match idiom(source, rest, &words) {
        Some(help) => diagnostic.help(help),
        None => diagnostic.help(format!("it is written `{}`", form(rule))),
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A misspelt or missing word, with the edit that makes the statement read.
fn mended(mend: Mend, source: &str, base: usize) -> Diagnostic {
    let place = |at: usize| base.saturating_add(at);
    let span = Span::new(place(mend.from), place(mend.to));
    let word = mend.text.trim_end();
    let Some(written) = source.get(mend.from..mend.to).filter(|it| !it.is_empty()) else {
        return Diagnostic::error(Code::Syntax, span, format!("`{word}` is missing here"))
            .help(format!("write `{word}`"))
            .fix(format!("add `{word}`"), span, mend.text);
    };
    Diagnostic::error(Code::Syntax, span, format!("`{written}` does not fit here"))
        .suggest(Some(word))
}

/// Mistakes that many make, each with its mend in words.
fn idiom(source: &str, rest: &str, words: &[&str]) -> Option<String> {
    if before(source, rest).ends_with('=') && rest.starts_with('=') {
        return Some("write `=` or `is`".to_owned());
    }
    if before(source, rest).ends_with('=') && rest.starts_with(['>', '<']) {
        return Some("write `>=` or `<=`: the `=` comes last".to_owned());
    }
    if rest.starts_with("&&") || rest.starts_with("||") {
        return Some("write `and` or `or`".to_owned());
    }
    if rest.starts_with("or ") && source.contains(" is ") {
        return Some("name the thing again behind `or`: `a is x or a is y`".to_owned());
    }
    let word = first_token(rest);
    if words.contains(&A_NAME) && word.starts_with(char::is_alphabetic) {
        return Some(format!(
            "`{word}` is a word of the language and cannot be a name; `{word}_` can"
        ));
    }
    None
}

/// What stands before the rest of a source.
fn before<'s>(source: &'s str, rest: &str) -> &'s str {
    let length = source.len().saturating_sub(rest.len());
    source.get(..length).unwrap_or("").trim_end()
}

/// The piece of text an author would point at.
fn first_token(rest: &str) -> &str {
    let word = |c: char| in_word(c) || c == '.';
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

/// What would have fitted, by human names.
fn expected(rules: &[Rule]) -> Vec<&'static str> {
    let mut words: Vec<&'static str> = Vec::new();
    for word in rules.iter().map(|rule| human(*rule)) {
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    if words.contains(&A_VALUE) {
        words.retain(|word| ![A_NAME, A_NUMBER].contains(word));
    }
    // `of` can only follow a word that wants it; what else might is noise.
    if words.contains(&"`of`") {
        words.retain(|word| *word == "`of`");
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

const A_NAME: &str = "a name";
const A_NUMBER: &str = "a number";
const A_VALUE: &str = "a rule or a value";

/// The human name of a rule. Those that only hold others have none: their
/// parts speak for them.
fn human(rule: Rule) -> &'static str {
    match rule {
        Rule::EOI => "the end of the line",
        Rule::name | Rule::word => A_NAME,
        Rule::number | Rule::signed => A_NUMBER,
        Rule::text => "a text in quotes",
        Rule::range => "a range such as `0..10`",
        Rule::ordinal => "`ordinal`",
        Rule::infix => "an operator such as `+` or `and`",
        Rule::prefix
        | Rule::limited
        | Rule::choice
        | Rule::flat
        | Rule::truth
        | Rule::bracket
        | Rule::rounded
        | Rule::first
        | Rule::most_points
        | Rule::aggregate
        | Rule::operation
        | Rule::quantified
        | Rule::quantity => A_VALUE,
        Rule::set | Rule::set_kind | Rule::kind => "a set of rows",
        Rule::tagged | Rule::that_are | Rule::without => "a filter such as `tagged`",
        Rule::test | Rule::answered | Rule::comparison => "a test such as `at least 2`",
        Rule::but_limit => "a limit such as `, but at most 100%`",
        Rule::bound | Rule::w_least => "`at least` or `at most`",
        Rule::direction => "`to nearest` and a step",
        Rule::ties => "`up`, `down` or `even`",
        other => word(other).unwrap_or(""),
    }
}

/// How a statement is written, in one line.
fn form(rule: Rule) -> &'static str {
    match rule {
        Rule::rubric_head => "rubric NAME \"Title\" {",
        Rule::texts_line => "WORD \"text\"",
        Rule::expires => "expires after 3 years",
        Rule::scale_head => "scale NAME \"Label\" {",
        Rule::scale_level => "LEVEL POINTS \"Label\" \"description\"",
        Rule::part_head => "part NAME \"Label\" {",
        Rule::criterion_head => "criterion NAME \"Label\" on SCALE",
        Rule::check_head => "check NAME \"Label\" POINTS",
        Rule::number_head => "number NAME \"Label\" 0..10 step 0.5",
        Rule::weight => "weight 2",
        Rule::tags => "tags NAME, NAME",
        Rule::row_level => "LEVEL \"text\" advise \"text\"",
        Rule::score_head => "score NAME \"Label\" = NUMBER",
        Rule::award_head => "award NAME \"Label\" {",
        Rule::rung_head => "RUNG \"Label\" {",
        Rule::otherwise => "otherwise NAME \"Label\"",
        Rule::needs => "needs CONDITION",
        Rule::never => "never when CONDITION",
        _ => "advise \"text\" when CONDITION",
    }
}

/// Whether a rule is a word that only holds a statement together.
pub(super) fn is_word(rule: Rule) -> bool {
    rule == Rule::w_least || word(rule).is_some()
}

fn word(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::w_of => "`of`",
        Rule::w_on => "`on` and a scale",
        Rule::w_to => "`to`",
        Rule::w_then => "`then`",
        Rule::w_else => "`else`",
        Rule::w_when => "`when`",
        Rule::w_otherwise => "`otherwise`",
        Rule::w_step => "`step`",
        Rule::w_ties => "`ties`",
        Rule::w_but => "`but`",
        Rule::w_unit => "`years`, `months` or `days`",
        Rule::w_after => "`after`",
        Rule::w_advise => "`advise`",
        Rule::w_message => "`message`",
        Rule::w_nearest => "`nearest`",
        Rule::w_points => "`points`",
        Rule::s_equal => "`=`",
        Rule::s_comma => "`,`",
        Rule::s_close => "`)`",
        _ => return None,
    })
}
