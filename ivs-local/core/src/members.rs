//! Values to structures.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Map, Value};

/// The same as `serde_json::from_value`, but that the members of a structure have to be named, and that errors name them. What serde
/// would make for arrays of members is a third of the wasm otherwise.
pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    T::deserialize(Members(value))
}

struct Members(Value);

fn other_than(expected: &str, value: &Value) -> Error {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    };
    Error::custom(format_args!("{found} where {expected} is expected"))
}

/// An error in the value of a member.
fn within(name: &str, error: &Error) -> Error {
    Error::custom(format_args!("{name}: {error}"))
}

impl Members {
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Number(number) => number.deserialize_any(visitor),
            other => Err(other_than("a number", &other)),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            other => Err(other_than("a string", &other)),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(items) => {
                let mut items = Items(items.into_iter());
                let list = visitor.visit_seq(&mut items)?;
                if items.0.len() == 0 { Ok(list) } else { Err(Error::custom("the array is too long")) }
            }
            other => Err(other_than("an array", &other)),
        }
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(members) => {
                visitor.visit_map(Entries { members: members.into_iter(), current: (String::new(), Value::Null) })
            }
            other => Err(other_than("an object", &other)),
        }
    }
}

macro_rules! forward {
    ($to:ident: $($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.$to(visitor)
        }
    )* };
}

impl<'de> Deserializer<'de> for Members {
    type Error = Error;

    forward! { number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 }
    forward! { number: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }
    forward! { number: deserialize_f32 deserialize_f64 }
    forward! { text: deserialize_str deserialize_string }
    forward! { list: deserialize_seq }
    forward! { object: deserialize_map }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(value),
            other => Err(other_than("a boolean", &other)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.list(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.object(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(_) => self.number(visitor),
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.object(visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { i128 u128 char bytes byte_buf unit unit_struct tuple_struct identifier }
}

struct Items(std::vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for &mut Items {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.0.next().map(|item| seed.deserialize(Members(item))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Entries {
    members: <Map<String, Value> as IntoIterator>::IntoIter,
    /// The member whose name was given last.
    current: (String, Value),
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(member) = self.members.next() else { return Ok(None) };
        self.current = member;
        seed.deserialize(StrDeserializer::new(&self.current.0)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let (name, value) = &mut self.current;
        seed.deserialize(Members(value.take())).map_err(|error| within(name, &error))
    }
}

#[cfg(test)]
mod tests {
    use super::from_value;
    use serde::Deserialize;
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Film {
        title: String,
        minutes: Option<u32>,
        rate: f64,
        seen: bool,
        tags: BTreeMap<String, String>,
        rows: Vec<(u64, Kind)>,
        #[serde(flatten)]
        maker: Maker,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Maker {
        name: Name,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Name(String);

    #[derive(Debug, PartialEq, Deserialize)]
    enum Kind {
        Short,
        Of(Box<Kind>),
    }

    fn film() -> Value {
        json!({
            "title": "a", "minutes": 5, "rate": 25, "seen": true, "tags": { "b": "c" }, "name": "d", "unknown": [{}],
            "rows": [[1, "Short"], [2, { "Of": "Short" }]],
        })
    }

    #[test]
    fn a_structure_is_the_same_as_by_serde_json() {
        let mut value = film();
        assert_eq!(from_value::<Film>(value.clone()).unwrap(), serde_json::from_value::<Film>(value.clone()).unwrap());
        value["minutes"] = Value::Null;
        assert_eq!(from_value::<Film>(value.clone()).unwrap(), serde_json::from_value::<Film>(value).unwrap());
        assert_eq!(from_value::<Value>(film()).unwrap(), film());
    }

    #[test]
    fn what_is_of_another_type_is_refused() {
        for (member, wrong) in [
            ("title", json!(1)),
            ("minutes", json!("5")),
            ("minutes", json!(-1)),
            ("rate", json!("x")),
            ("seen", json!(null)),
            ("tags", json!([])),
            ("tags", json!({ "b": 1 })),
            ("rows", json!({})),
            ("rows", json!([[1]])),
            ("rows", json!([[1, "Short", 2]])),
            ("rows", json!([[1, "Long"]])),
            ("name", json!({})),
        ] {
            let mut value = film();
            value[member] = wrong;
            assert!(from_value::<Film>(value.clone()).is_err(), "{value}");
        }
        assert!(from_value::<Maker>(json!(["d"])).is_err());
    }

    #[test]
    fn an_error_names_the_member() {
        let error = from_value::<BTreeMap<String, Maker>>(json!({ "first": { "name": 5 } })).unwrap_err();
        assert_eq!(error.to_string(), "first: name: a number where a string is expected");
    }
}
