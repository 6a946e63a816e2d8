//! Facts of evidence as they come in, checked and exact.

use crate::evidence::Item;
use crate::num::{Rational, date, parse_decimal};

/// The facts of one piece of evidence as the precheck takes them, from names and
/// values in turn; a list repeats its name. Numbers are exact text, rows indices.
/// JavaScript has checked them: what is no fact is passed over.
pub fn item(facts: &[String]) -> Item {
    let mut item = Item::default();
    for pair in facts.chunks_exact(2) {
        if let [name, value] = pair {
            fact(&mut item, name, value);
        }
    }
    item
}

fn fact(item: &mut Item, name: &str, value: &str) {
    let text = || Some(value.to_owned());
    match name {
        "id" => value.clone_into(&mut item.id),
        "kind" => value.clone_into(&mut item.kind),
        "declaredKind" => item.declared_kind = text(),
        "name" => item.name = text(),
        "bytes" => item.bytes = fraction(value),
        "pages" => item.pages = fraction(value),
        "words" => item.words = fraction(value),
        "characters" => item.characters = fraction(value),
        "sentences" => item.sentences = fraction(value),
        "seconds" => item.seconds = fraction(value),
        "width" => item.width = fraction(value),
        "height" => item.height = fraction(value),
        "sha256" => item.sha256 = text(),
        "date" => item.date = date::parse(value),
        "author" => item.author = text(),
        "nobody" => item.people = Some(Vec::new()),
        "people" => item.people.get_or_insert_default().push(value.to_owned()),
        "encrypted" => item.encrypted = true,
        "url" => item.url = text(),
        "text" => item.text = text(),
        "note" => item.note = text(),
        "shows" => item.shows.extend(value.parse::<usize>().ok()),
        "told" => item.told.push(value.to_owned()),
        "undetermined" => item.undetermined.push((value.to_owned(), String::new())),
        "why" => {
            if let Some((_, why)) = item.undetermined.last_mut() {
                value.clone_into(why);
            }
        }
        _ => {}
    }
}

fn fraction(text: &str) -> Option<Rational> {
    let (top, bottom) = text.split_once('/').unwrap_or((text, "1"));
    parse_decimal(top)?.div(parse_decimal(bottom)?)
}
