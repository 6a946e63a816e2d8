//! Plain data as JSON text: one string crosses to JavaScript, which reads it far
//! faster than an object could be put together from here member by member.
//! Only what the outline, diagnostics and their kin are made of is written.

use serde::ser::{
    self, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use std::fmt::{self, Display, Write as _};

/// Why something has no JSON here.
#[derive(Debug)]
pub struct NoJson(String);

impl Display for NoJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoJson {}

impl ser::Error for NoJson {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

type Written = Result<(), NoJson>;

/// The JSON text of a value.
pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, NoJson> {
    let mut text = String::new();
    value.serialize(&mut Json { text: &mut text })?;
    Ok(text)
}

struct Json<'t> {
    text: &'t mut String,
}

impl Json<'_> {
    fn string(&mut self, value: &str) {
        self.text.push('"');
        let mut rest = value;
        while let Some(at) = rest.find(|c: char| matches!(c, '"' | '\\') || c < ' ') {
            let (plain, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.text.push_str(plain);
            let mut behind = behind.chars();
            match behind.next() {
                Some('\n') => self.text.push_str("\\n"),
                Some(c @ ('"' | '\\')) => self.text.extend(['\\', c]),
                // Writing to a string does not fail.
                Some(c) => drop(write!(self.text, "\\u{:04x}", u32::from(c))),
                None => {}
            }
            rest = behind.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn whole(&mut self, value: impl Display) -> Written {
        write!(self.text, "{value}").map_err(|error| NoJson(error.to_string()))
    }
}

fn none<T>() -> Result<T, NoJson> {
    Err(NoJson("this has no JSON here".to_owned()))
}

/// Members of a list or an object, and the bracket that ends them.
struct Members<'j, 't> {
    json: &'j mut Json<'t>,
    first: bool,
    end: char,
}

impl<'j, 't> Members<'j, 't> {
    fn new(json: &'j mut Json<'t>, begin: char, end: char) -> Self {
        json.text.push(begin);
        Self {
            json,
            first: true,
            end,
        }
    }

    fn comma(&mut self) {
        if !std::mem::replace(&mut self.first, false) {
            self.json.text.push(',');
        }
    }

    fn done(self) -> Written {
        self.json.text.push(self.end);
        Ok(())
    }

    fn one<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.comma();
        value.serialize(&mut Json {
            text: self.json.text,
        })
    }
}

impl SerializeSeq for Members<'_, '_> {
    type Ok = ();
    type Error = NoJson;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.one(value)
    }

    fn end(self) -> Written {
        self.done()
    }
}

impl SerializeTuple for Members<'_, '_> {
    type Ok = ();
    type Error = NoJson;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.one(value)
    }

    fn end(self) -> Written {
        self.done()
    }
}

impl SerializeStruct for Members<'_, '_> {
    type Ok = ();
    type Error = NoJson;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.comma();
        // A member's name is a name of Rust: nothing in it needs a mark.
        self.json.text.extend(["\"", key, "\":"]);
        value.serialize(&mut Json {
            text: self.json.text,
        })
    }

    fn end(self) -> Written {
        self.done()
    }
}

impl<'j, 't> Serializer for &'j mut Json<'t> {
    type Ok = ();
    type Error = NoJson;
    type SerializeSeq = Members<'j, 't>;
    type SerializeTuple = Members<'j, 't>;
    type SerializeTupleStruct = Impossible<(), NoJson>;
    type SerializeTupleVariant = Impossible<(), NoJson>;
    type SerializeMap = Impossible<(), NoJson>;
    type SerializeStruct = Members<'j, 't>;
    type SerializeStructVariant = Impossible<(), NoJson>;

    fn serialize_bool(self, value: bool) -> Written {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i64(self, value: i64) -> Written {
        self.whole(value)
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.whole(value)
    }

    fn serialize_f32(self, _: f32) -> Written {
        none()
    }

    fn serialize_f64(self, _: f64) -> Written {
        none()
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        self.string(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        none()
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        none()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, NoJson> {
        Ok(Members::new(self, '[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, NoJson> {
        Ok(Members::new(self, '[', ']'))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, NoJson> {
        none()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NoJson> {
        none()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, NoJson> {
        none()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, NoJson> {
        Ok(Members::new(self, '{', '}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NoJson> {
        none()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde::Serialize;

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Sample<'a> {
        first_name: &'a str,
        none: Option<usize>,
        some: Option<i64>,
        yes: bool,
        list: Vec<(String, u32)>,
        empty: Vec<u32>,
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let odd = "a \"quoted\" \\ line\nwith\ta tab, \u{1} a bell \u{7}, é, \u{2028} and 🙂";
        let sample = Sample {
            first_name: odd,
            none: None,
            some: Some(-3),
            yes: true,
            list: vec![("x".to_owned(), 1), (String::new(), 0)],
            empty: Vec::new(),
        };
        let read: serde_json::Value = serde_json::from_str(&json(&sample).unwrap()).unwrap();
        let wanted = serde_json::json!({
            "firstName": odd,
            "none": null,
            "some": -3,
            "yes": true,
            "list": [["x", 1], ["", 0]],
            "empty": [],
        });
        assert_eq!(read, wanted);
    }

    #[test]
    fn what_does_not_cross_is_an_error() {
        assert!(json(&1.5).is_err());
    }
}
