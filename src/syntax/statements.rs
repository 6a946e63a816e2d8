//! Statements become the tree. Each context knows the words that may begin a
//! line there; a line that begins with another word gets the nearest one.

use super::ast::{
    Advise, Award, Condition, Item, Name, Part, Properties, Row, RowKind, RowLevel, Rubric, Rung,
    Scale, ScaleLevel, Score, Text,
};
use super::cursor::{Cursor, confused, read};
use super::expressions::limited;
use super::grammar::Rule;
use super::layout::{Layout, Statement};
use crate::diag::{Code, Diagnostic, Sink};
use crate::text::{Span, nearest};

const HEADER: &[&str] = &[
    "version", "language", "issuer", "about", "field", "source", "licence", "expires",
];
const ITEMS: &[&str] = &[
    "scale",
    "part",
    "criterion",
    "check",
    "number",
    "score",
    "award",
    "advise",
];
const PROPERTIES: &[&str] = &["weight", "tags", "about"];

/// Reads a file; nothing when there is no rubric in it.
pub(super) fn file(layout: &Layout, sink: &mut Sink) -> Option<Rubric> {
    let mut reader = Reader {
        text: &layout.text,
        sink,
        said: Vec::new(),
        unclosed: &layout.unclosed,
    };
    let mut found = None;
    for statement in &layout.statements {
        let word = reader.first_word(statement.head);
        if word != "rubric" {
            reader.unknown(
                statement.head,
                &["rubric"],
                "a file holds one `rubric NAME \"Title\" { ... }`",
            );
        } else if found.is_some() {
            reader.sink.push(
                Diagnostic::error(Code::NoRubric, statement.head, "this is a second rubric")
                    .help("put each rubric into a file of its own"),
            );
        } else {
            found = Some(reader.rubric(statement));
        }
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    sink: &'a mut Sink,
    /// The header words said so far, each once.
    said: Vec<Name>,
    unclosed: &'a [Span],
}

impl<'a> Reader<'a> {
    fn first_word(&self, head: Span) -> &'a str {
        let text = head.slice(self.text);
        let end = text
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(text.len());
        text.get(..end).unwrap_or("")
    }

    fn word_span(&self, head: Span) -> Span {
        let length = self.first_word(head).len();
        let start = usize::try_from(head.start).unwrap_or_default();
        if length == 0 {
            head
        } else {
            Span::new(start, start.saturating_add(length))
        }
    }

    /// Runs a rule over a head and builds from it.
    fn read<T>(
        &mut self,
        head: Span,
        rule: Rule,
        build: impl FnOnce(&mut Cursor<'a>, &mut Sink) -> Option<T>,
    ) -> Option<T> {
        // An unclosed bracket was reported; what it makes of its line is no second mistake.
        if self.unclosed.iter().any(|place| head.holds(*place)) {
            return None;
        }
        let mut cursor = read(self.text, head, rule, self.sink)?;
        let built = build(&mut cursor, self.sink);
        if built.is_none() {
            confused(head, self.sink);
        }
        built
    }

    /// A line that begins with a word that says nothing here.
    fn unknown(&mut self, head: Span, words: &[&str], where_: &str) {
        let span = self.word_span(head);
        let word = self.first_word(head);
        let lower = word.to_ascii_lowercase();
        let near = words
            .iter()
            .copied()
            .find(|known| *known == lower)
            .or_else(|| nearest(word, words.iter().copied()));
        let shown = if word.is_empty() {
            "this line".to_owned()
        } else {
            format!("`{word}`")
        };
        let found = Diagnostic::error(
            Code::UnknownStatement,
            span,
            format!("{shown} says nothing here"),
        );
        let found = match near {
            Some(_) => found.suggest(near),
            None => found.help(where_.to_owned()),
        };
        self.sink.push(found);
    }

    /// A block where none belongs, or none where one belongs.
    fn block<'s>(&mut self, statement: &'s Statement, needed: bool) -> &'s [Statement] {
        match &statement.block {
            Some(block) => block,
            None => {
                if needed {
                    let word = self.first_word(statement.head);
                    self.sink.push(
                        Diagnostic::error(
                            Code::Block,
                            statement.head,
                            format!("this `{word}` has no block"),
                        )
                        .help("put `{` behind it, its lines below, and `}` at the end"),
                    );
                }
                &[]
            }
        }
    }

    fn no_block(&mut self, statement: &Statement) {
        if statement.block.is_some() {
            self.sink.push(
                Diagnostic::error(
                    Code::Block,
                    statement.head,
                    "no block belongs behind this line",
                )
                .help("take the `{ ... }` out"),
            );
        }
    }

    fn rubric(&mut self, statement: &Statement) -> Rubric {
        let mut rubric = Rubric::default();
        let head = self.read(statement.head, Rule::rubric_head, |c, _| {
            Some((c.name()?, c.string()))
        });
        if let Some((name, title)) = head {
            rubric.name = Some(name);
            rubric.title = title;
        }
        for line in self.block(statement, true) {
            let word = self.first_word(line.head);
            if word == "expires" {
                self.no_block(line);
                let text = line.head.slice(self.text);
                if self
                    .read(line.head, Rule::expires, |_, _| Some(()))
                    .is_some()
                {
                    rubric.expires = text
                        .strip_prefix("expires")
                        .map(|rest| rest.trim().to_owned());
                }
            } else if HEADER.contains(&word) {
                self.header_line(line, &mut rubric);
            } else if let Some(item) = self.item(line) {
                rubric.items.push(item);
            }
        }
        rubric
    }

    fn header_line(&mut self, line: &Statement, rubric: &mut Rubric) {
        self.no_block(line);
        let word = self.first_word(line.head);
        let Some(texts) = self.texts(line) else {
            return;
        };
        let name = Name {
            text: word.to_owned(),
            span: self.word_span(line.head),
        };
        let most = match word {
            "field" => usize::MAX,
            "issuer" | "source" => 2,
            _ => 1,
        };
        if texts.len() > most {
            self.sink.push(Diagnostic::error(
                Code::Syntax,
                line.head,
                format!(
                    "`{word}` takes {}",
                    if most == 1 {
                        "one text"
                    } else {
                        "a text and an address"
                    }
                ),
            ));
        }
        let known = self.said.iter().find(|known| known.text == word);
        if let Some(known) = known.filter(|_| !["source", "field"].contains(&word)) {
            let found =
                Diagnostic::error(Code::Repeated, name.span, format!("`{word}` is said twice"));
            self.sink
                .push(found.label(known.span, "it is said here first"));
        }
        if known.is_none() {
            self.said.push(name.clone());
        }
        rubric.header.push((name, texts));
    }

    fn texts(&mut self, line: &Statement) -> Option<Vec<Text>> {
        self.read(line.head, Rule::texts_line, |c, _| {
            c.next()?;
            Some(std::iter::from_fn(|| c.string()).collect())
        })
    }

    fn item(&mut self, line: &Statement) -> Option<Item> {
        self.read_item(line)
            .or_else(|| self.second_word(line.head).map(Item::Broken))
    }

    /// The name a broken line would have declared: its uses are not to blame.
    fn second_word(&self, head: Span) -> Option<Name> {
        let text = head.slice(self.text);
        let rest = text.get(self.first_word(head).len()..)?;
        let word = rest.trim_start();
        let start = text.len().saturating_sub(word.len());
        let end = word
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(word.len());
        let word = word.get(..end).filter(|word| !word.is_empty())?;
        let base = usize::try_from(head.start).ok()?.saturating_add(start);
        Some(Name {
            text: word.to_owned(),
            span: Span::new(base, base.saturating_add(end)),
        })
    }

    fn read_item(&mut self, line: &Statement) -> Option<Item> {
        let word = self.first_word(line.head);
        match word {
            "scale" => self.scale(line).map(Item::Scale),
            "part" => self.part(line).map(Item::Part),
            "criterion" | "check" | "number" => self.row(line, word).map(Item::Row),
            "score" => self.score(line).map(Item::Score),
            "award" => self.award(line).map(Item::Award),
            "advise" => self.advise(line).map(Item::Advise),
            _ => {
                let words: Vec<&str> = HEADER
                    .iter()
                    .chain(ITEMS)
                    .chain(PROPERTIES)
                    .copied()
                    .collect();
                self.unknown(line.head, &words, "a line here begins with one of: scale, part, criterion, check, number, score, award, advise");
                None
            }
        }
    }

    fn scale(&mut self, line: &Statement) -> Option<Scale> {
        let head = self.read(line.head, Rule::scale_head, |c, _| {
            Some((c.name()?, c.string(), c.take(Rule::ordinal).is_some()))
        });
        let mut levels = Vec::new();
        for level in self.block(line, true) {
            self.no_block(level);
            levels.extend(self.read(level.head, Rule::scale_level, |c, _| {
                let name = c.name()?;
                let points = if c.peek() == Some(Rule::signed) {
                    Some(c.literal()?)
                } else {
                    None
                };
                Some(ScaleLevel {
                    name,
                    points,
                    label: c.string(),
                    description: c.string(),
                })
            }));
        }
        let (name, label, ordinal) = head?;
        Some(Scale {
            name,
            label,
            ordinal,
            levels,
        })
    }

    fn part(&mut self, line: &Statement) -> Option<Part> {
        let head = self.read(line.head, Rule::part_head, |c, _| {
            Some((c.name()?, c.string()))
        });
        let mut properties = Properties::default();
        let mut items = Vec::new();
        for inner in self.block(line, true) {
            if PROPERTIES.contains(&self.first_word(inner.head)) {
                self.property(inner, &mut properties);
            } else {
                items.extend(self.item(inner));
            }
        }
        // A part whose head is wrong still gives its rows, so that what uses them is not blamed.
        let (name, label) = head
            .or_else(|| self.second_word(line.head).map(|name| (name, None)))
            .unwrap_or_default();
        Some(Part {
            name,
            label,
            properties,
            items,
        })
    }

    fn row(&mut self, line: &Statement, word: &str) -> Option<Row> {
        let head = match word {
            "criterion" => self.read(line.head, Rule::criterion_head, |c, _| {
                let (name, label) = (c.name()?, c.string());
                Some((name, label, RowKind::Criterion { scale: c.name()? }))
            }),
            "check" => self.read(line.head, Rule::check_head, |c, _| {
                let (name, label) = (c.name()?, c.string());
                let points = if c.peek().is_some_and(|rule| rule == Rule::signed) {
                    Some(c.literal()?)
                } else {
                    None
                };
                Some((name, label, RowKind::Check { points }))
            }),
            _ => self.read(line.head, Rule::number_head, |c, _| {
                let (name, label) = (c.name()?, c.string());
                let mut range = c.take(Rule::range)?.children();
                let from = range.literal()?;
                let to = if range.peek().is_some() {
                    Some(range.literal()?)
                } else {
                    None
                };
                let step = match c.peek() {
                    Some(Rule::number) => Some(c.literal()?),
                    _ => None,
                };
                Some((name, label, RowKind::Number { from, to, step }))
            }),
        };
        let mut properties = Properties::default();
        let mut levels = Vec::new();
        for inner in self.block(line, false) {
            self.row_line(inner, word, &mut properties, &mut levels);
        }
        let (name, label, kind) = head?;
        Some(Row {
            name,
            label,
            kind,
            properties,
            levels,
        })
    }

    fn row_line(
        &mut self,
        line: &Statement,
        row: &str,
        properties: &mut Properties,
        levels: &mut Vec<RowLevel>,
    ) {
        let word = self.first_word(line.head);
        if PROPERTIES.contains(&word) {
            self.property(line, properties);
            return;
        }
        let rest = line
            .head
            .slice(self.text)
            .get(word.len()..)
            .unwrap_or("")
            .trim_start();
        if row != "criterion" || !rest.starts_with('"') {
            self.unknown(
                line.head,
                PROPERTIES,
                "a line here is `weight`, `tags` or `about`, or a level with its text",
            );
            return;
        }
        self.no_block(line);
        levels.extend(self.read(line.head, Rule::row_level, |c, _| {
            let (name, descriptor) = (c.name()?, c.string()?);
            let advice = c.string();
            Some(RowLevel {
                name,
                descriptor,
                advice,
            })
        }));
    }

    fn property(&mut self, line: &Statement, properties: &mut Properties) {
        self.no_block(line);
        let word = self.first_word(line.head);
        let twice = match word {
            "weight" => properties.weight.is_some(),
            "about" => properties.about.is_some(),
            _ => false,
        };
        if twice {
            let span = self.word_span(line.head);
            self.sink.push(Diagnostic::error(
                Code::Repeated,
                span,
                format!("`{word}` is said twice here"),
            ));
        }
        match word {
            "weight" => {
                properties.weight = self.read(line.head, Rule::weight, |c, _| c.literal());
            }
            "tags" => properties.tags.extend(
                self.read(line.head, Rule::tags, |c, _| Some(c.names()))
                    .unwrap_or_default(),
            ),
            _ => properties.about = self.texts(line).and_then(|texts| texts.into_iter().next()),
        }
    }

    fn score(&mut self, line: &Statement) -> Option<Score> {
        self.no_block(line);
        self.read(line.head, Rule::score_head, |c, sink| {
            Some(Score {
                name: c.name()?,
                label: c.string(),
                rule: limited(c, sink)?,
            })
        })
    }

    fn advise(&mut self, line: &Statement) -> Option<Advise> {
        self.no_block(line);
        self.read(line.head, Rule::advise, |c, sink| {
            let text = c.string()?;
            Some(Advise {
                text,
                when: limited(c, sink)?,
            })
        })
    }

    fn award(&mut self, line: &Statement) -> Option<Award> {
        let head = self.read(line.head, Rule::award_head, |c, _| {
            Some((c.name()?, c.string()))
        });
        let (mut nevers, mut rungs, mut otherwise) = (Vec::new(), Vec::new(), None);
        let mut broken = false;
        for inner in self.block(line, true) {
            match self.first_word(inner.head) {
                "never" => nevers.extend(self.condition(inner, Rule::never)),
                "otherwise" => {
                    self.no_block(inner);
                    otherwise = self.read(inner.head, Rule::otherwise, |c, _| {
                        Some((c.name()?, c.string()))
                    });
                    broken |= otherwise.is_none();
                }
                _ if inner.block.is_some() => {
                    let rung = self.rung(inner);
                    broken |= rung.is_none();
                    rungs.extend(rung);
                }
                _ => {
                    broken = true;
                    self.unknown(
                        inner.head,
                        &["never", "otherwise"],
                        "a line in an award is `never when ...`, a rung with its block, or `otherwise NAME`",
                    );
                }
            }
        }
        let (name, label) = head?;
        Some(Award {
            name,
            label,
            nevers,
            rungs,
            otherwise,
            broken,
        })
    }

    fn rung(&mut self, line: &Statement) -> Option<Rung> {
        let head = self.read(line.head, Rule::rung_head, |c, _| {
            Some((c.name()?, c.string()))
        });
        let mut needs = Vec::new();
        for inner in self.block(line, true) {
            match self.first_word(inner.head) {
                "needs" => needs.extend(self.condition(inner, Rule::needs)),
                _ => self.unknown(
                    inner.head,
                    &["needs"],
                    "a line in a rung begins with `needs`",
                ),
            }
        }
        let (name, label) = head?;
        Some(Rung { name, label, needs })
    }

    fn condition(&mut self, line: &Statement, rule: Rule) -> Option<Condition> {
        self.no_block(line);
        self.read(line.head, rule, |c, sink| {
            Some(Condition {
                rule: limited(c, sink)?,
                message: c.string(),
            })
        })
    }
}
