//! An output, reduced to its modelled members.

use ivs_wasm::model::{Kind, Location, Shape};
use serde_json::Value;

/// The value without the members that its shape does not have; so a list returns summaries of whole resources.
pub fn only_modelled(shape: &Shape, value: &Value) -> Value {
    match (&shape.kind, value) {
        (Kind::Structure(members) | Kind::Union(members), Value::Object(object)) => members
            .iter()
            .filter(|member| member.location == Location::Body)
            .filter_map(|member| Some((member.name, object.get(member.name)?, member.shape)))
            .map(|(name, value, shape)| (name.to_owned(), only_modelled(shape, value)))
            .collect(),
        (Kind::List { member, .. }, Value::Array(items)) => {
            items.iter().map(|item| only_modelled(member, item)).collect()
        }
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::only_modelled;
    use serde_json::json;

    #[test]
    fn a_list_of_stream_keys_does_not_have_their_values() {
        let shape = ivs_wasm::model::ivs::SERVICE.operation("ListStreamKeys").unwrap().output.unwrap();
        let kept = json!({ "streamKeys": [{ "arn": "a", "value": "secret", "tags": { "any": "key" } }] });
        assert_eq!(only_modelled(shape, &kept), json!({ "streamKeys": [{ "arn": "a", "tags": { "any": "key" } }] }));
    }
}
