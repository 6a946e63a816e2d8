//! A file: its header, and what a rubric or a part holds.

use super::{Advise, Award, Literal, Name, Row, Scale, Score, Text};

/// A whole file: one rubric.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rubric {
    /// The stable name.
    pub name: Option<Name>,
    /// The title.
    pub title: Option<Text>,
    /// Lines such as `version "2.1.0"`: the word and its texts.
    pub header: Vec<(Name, Vec<Text>)>,
    /// `expires after 3 years`, as written.
    pub expires: Option<String>,
    /// What the rubric holds, in order.
    pub items: Vec<Item>,
}

/// Something in a rubric or a part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item {
    /// A scale.
    Scale(Scale),
    /// A part with its own items.
    Part(Part),
    /// A criterion, check or number.
    Row(Row),
    /// A derived number.
    Score(Score),
    /// A ladder that is a headline.
    Award(Award),
    /// Feedback under a condition.
    Advise(Advise),
    /// A line that could not be read, with the name it would have declared.
    Broken(Name),
}

/// `part NAME "Label" { ... }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The name.
    pub name: Name,
    /// The label.
    pub label: Option<Text>,
    /// Its properties.
    pub properties: Properties,
    /// Its members and whatever else is declared inside.
    pub items: Vec<Item>,
}

/// Properties that rows and parts share.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Properties {
    /// The weight.
    pub weight: Option<Literal>,
    /// The tags.
    pub tags: Vec<Name>,
    /// What it is about.
    pub about: Option<Text>,
}
