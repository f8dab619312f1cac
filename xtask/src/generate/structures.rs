//! `structures.ts`: the types of inputs, outputs and what is in them; and `enumerations.ts`.

use std::fmt::Write;

use ivs_wasm::model::{self, Kind, Member, Shape};

use super::comment::comment;
use super::sdk_names::{self, sdk_name};
use super::{HEADER, all_shapes, enums, import_types, reachable};

/// The types of all structures.
pub fn structures() -> String {
    let mut text = format!("{HEADER}{}\n", import_types(enums().map(|(shape, _)| shape.name), "./enumerations.js"));
    let inputs = reachable(model::operations().map(|operation| operation.input));
    for shape in all_shapes().into_values() {
        if let Kind::Structure(list) = &shape.kind {
            let required = if inputs.contains_key(shape.name) { Required::Settable } else { Required::Promised };
            let (docs, members) = (comment(0, &[shape.docs]), members(list, required));
            let _ = writeln!(text, "{docs}export interface {} {{\n{members}}}\n", shape.name);
        }
    }
    for (name, sdk) in sdk_names::TYPES {
        let _ = writeln!(text, "/** The SDK's name of {{@link {name}}}. */\nexport type {sdk} = {name};\n");
    }
    text.trim_end().to_owned() + "\n"
}

/// The values of each enumeration, by the SDK's names as well as their own. Where the two differ, their own are inherited, so that keys and
/// values are listed once and as the SDK lists them.
pub fn enumerations() -> String {
    let mut text = format!("{HEADER}import {{ enumeration }} from \"../enumeration.js\";\n");
    for (shape, values) in enums() {
        let name = shape.name;
        let _ = write!(text, "\n{}export const {name} = /* @__PURE__ */ enumeration({{\n", comment(0, &[shape.docs]));
        for value in values {
            let _ = writeln!(text, "  {}: \"{value}\",", sdk_name(name, value).unwrap_or(value));
        }
        let renamed = values.iter().filter(|value| sdk_name(name, value).is_some());
        let inherited = renamed.map(|value| format!("{value}: \"{value}\"")).collect::<Vec<_>>().join(", ");
        let inherited = if inherited.is_empty() { inherited } else { format!(", {{ {inherited} }}") };
        let _ = writeln!(text, "}}{inherited});\nexport type {name} = (typeof {name})[keyof typeof {name}];");
    }
    text
}

/// What a required member's type says.
#[derive(Clone, Copy)]
pub enum Required {
    /// The member has to be there, but `undefined` compiles, because it does with the SDK: code passes `channel?.arn`. The encoder refuses
    /// it at run time.
    Settable,
    /// The service gives it.
    Promised,
}

/// The members of an interface.
pub fn members(members: &[Member], required: Required) -> String {
    let mut text = String::new();
    for member in members {
        let secret = if member.shape.sensitive { "A secret: keep it out of logs." } else { "" };
        text += &comment(2, &[member.docs, secret]);
        let (name, of) = (member.name, type_of(member.shape));
        let (mark, or) = match (member.required, required) {
            (true, Required::Promised) => ("", ""),
            (true, Required::Settable) => ("", " | undefined"),
            (false, _) => ("?", " | undefined"),
        };
        let _ = writeln!(text, "  {name}{mark}: {of}{or};");
    }
    text
}

fn type_of(shape: &Shape) -> String {
    match &shape.kind {
        Kind::String { values: [], .. } => "string".to_owned(),
        Kind::String { .. } | Kind::Structure(_) => shape.name.to_owned(),
        Kind::Integer { .. } => "number".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Timestamp => "Date".to_owned(),
        Kind::List { member, .. } => format!("{}[]", type_of(member)),
        Kind::Map { value, .. } => format!("Record<string, {}>", type_of(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enumeration_lists_the_names_of_the_sdk_and_inherits_its_own() {
        let text = enumerations();
        for part in [
            "export const MultitrackPolicy = /* @__PURE__ */ enumeration({\n  ALLOW: \"ALLOW\",\n",
            "  NormalLatency: \"NORMAL\",\n  LowLatency: \"LOW\",\n}, { NORMAL: \"NORMAL\", LOW: \"LOW\" });\n\
             export type ChannelLatencyMode = (typeof ChannelLatencyMode)[keyof typeof ChannelLatencyMode];\n",
        ] {
            assert!(text.contains(part), "{part}");
        }
        assert_eq!(text.matches(" enumeration({").count(), enums().count());
    }

    #[test]
    fn members_have_their_types() {
        let text = structures();
        for part in [
            "  tags?: Record<string, string> | undefined;",
            "  tagKeys: string[] | undefined;",
            "  channels: ChannelSummary[];",
            "  startTime?: Date | undefined;",
            "  type?: ChannelType | undefined;",
        ] {
            assert!(text.contains(part), "{part}");
        }
    }
}
