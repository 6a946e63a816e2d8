//! What the head of a rubric says.

use crate::model::Header;
use crate::syntax::ast;

pub(super) fn header(rubric: &ast::Rubric) -> Header {
    let name = rubric
        .name
        .as_ref()
        .map(|name| name.text.clone())
        .unwrap_or_default();
    let mut header = Header {
        title: rubric
            .title
            .as_ref()
            .map_or_else(|| name.clone(), |title| title.value.clone()),
        name,
        expires: rubric
            .expires
            .as_ref()
            .map(|after| (after.value, after.unit == ast::Unit::Months)),
        ..Header::default()
    };
    for (word, texts) in &rubric.header {
        let mut texts = texts.iter().map(|text| text.value.clone());
        let first = texts.next();
        match word.text.as_str() {
            "version" => header.version = first,
            "language" => header.language = first,
            "about" => header.about = first,
            "licence" => header.licence = first,
            "issuer" => header.issuer = first.map(|name| (name, texts.next())),
            "source" => header
                .sources
                .extend(first.map(|text| (text, texts.next()))),
            _ => header.fields.extend(first.into_iter().chain(texts)),
        }
    }
    header
}
