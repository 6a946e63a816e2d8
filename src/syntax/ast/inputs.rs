//! What is asked of the person, and what the host sets.

use super::{Date, Given, Name, NumberRange, Text};

/// `ask NAME "Label" KIND [default V]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// `about "..."` in its block.
    pub about: Option<Text>,
    /// What it takes.
    pub kind: InputKind,
    /// What counts when it is not answered at closing.
    pub default: Option<Given>,
}

/// `setting NAME "Label" KIND default V [, V from DATE ...] ["source"]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// `about "..."` in its block.
    pub about: Option<Text>,
    /// What it takes.
    pub kind: InputKind,
    /// Its defaults, each from a day on; the first has no day.
    pub defaults: Vec<(Given, Option<Date>)>,
    /// Where the default comes from.
    pub source: Option<Text>,
}

/// What an ask or a setting takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputKind {
    /// One of these.
    Choices(Vec<Choice>),
    /// A number.
    Number(NumberRange),
    /// Yes or no.
    YesNo,
    /// A day.
    Date,
}

/// `NAME ["Label"] ["description"]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// The description.
    pub description: Option<Text>,
}
