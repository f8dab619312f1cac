//! `structures.ts`: the types of inputs, outputs and what is in them; and `enumerations.ts`.

use std::fmt::Write;

use ivs_wasm::model::{Kind, Member, Service, Shape};

use super::comment::comment;
use super::{HEADER, all_shapes, enums, import_types, reachable, sdk_name};

pub fn structures(service: &Service) -> String {
    let mut text =
        format!("{HEADER}{}\n", import_types(enums(service).map(|(shape, _)| shape.name), "./enumerations.js"));
    let inputs = reachable(service.operations().map(|operation| operation.input));
    for shape in all_shapes(service).into_values() {
        let (docs, name) = (comment(0, &[shape.docs]), shape.name);
        let _ = match &shape.kind {
            Kind::Structure(list) => {
                let required = if inputs.contains_key(name) { Required::Settable } else { Required::Promised };
                writeln!(text, "{docs}export interface {name} {{\n{}}}\n", members(list, required))
            }
            Kind::Union(members) => writeln!(text, "{docs}export type {name} ={};\n", union(members)),
            _ => continue,
        };
    }
    for (name, sdk) in service.sdk.types {
        let _ = writeln!(text, "/** The SDK's name of {{@link {name}}}. */\nexport type {sdk} = {name};\n");
    }
    text.trim_end().to_owned() + "\n"
}

/// The values of each enumeration, by the SDK's names as well as their own. Where the two differ, their own are inherited, so that keys and
/// values are listed once and as the SDK lists them.
pub fn enumerations(service: &Service) -> String {
    let mut text = format!("{HEADER}import {{ enumeration }} from \"../enumeration.js\";\n");
    for (shape, values) in enums(service) {
        let name = shape.name;
        let _ = write!(text, "\n{}export const {name} = /* @__PURE__ */ enumeration({{\n", comment(0, &[shape.docs]));
        for value in values {
            let _ = writeln!(text, "  {}: \"{value}\",", sdk_name(service, name, value).unwrap_or(value));
        }
        let renamed = values.iter().filter(|value| sdk_name(service, name, value).is_some());
        let inherited = renamed.map(|value| format!("{value}: \"{value}\"")).collect::<Vec<_>>().join(", ");
        let inherited = if inherited.is_empty() { inherited } else { format!(", {{ {inherited} }}") };
        let _ = writeln!(text, "}}{inherited});\nexport type {name} = (typeof {name})[keyof typeof {name}];");
    }
    text
}

/// A type for each member, in which the others are absent.
fn union(members: &[Member]) -> String {
    let mut text = String::new();
    for chosen in members {
        text += "\n  | {\n";
        for member in members {
            if std::ptr::eq(member, chosen) {
                text += &comment(6, &[member.docs, secret(member.shape)]);
                let _ = writeln!(text, "      {}: {};", member.name, type_of(member.shape));
            } else {
                let _ = writeln!(text, "      {}?: undefined;", member.name);
            }
        }
        text += "    }";
    }
    text
}

/// What the documentation of a member says that must not be printed, or whose items must not.
fn secret(shape: &Shape) -> &'static str {
    match &shape.kind {
        Kind::List { member: part, .. } | Kind::Map { value: part, .. } if !shape.sensitive => secret(part),
        _ if shape.sensitive => "A secret: keep it out of logs.",
        _ => "",
    }
}

/// Whether the caller must give a member: the client makes idempotency tokens.
pub fn must_be_given(member: &Member) -> bool {
    member.required && !member.idempotency_token
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

pub fn members(members: &[Member], required: Required) -> String {
    let mut text = String::new();
    for member in members {
        text += &comment(2, &[member.docs, secret(member.shape)]);
        let (name, of) = (member.name, type_of(member.shape));
        let (mark, or) = match (must_be_given(member), required) {
            (true, Required::Promised) => ("", ""),
            (true, Required::Settable) => ("", " | undefined"),
            (false, _) => ("?", " | undefined"),
        };
        let _ = writeln!(text, "  {name}{mark}: {of}{or};");
    }
    text
}

/// The imports of the types that members have.
pub fn imports(members: impl Iterator<Item = &'static Member>) -> String {
    let (mut enumerations, mut structures) = (Vec::new(), Vec::new());
    for member in members {
        let mut shape = member.shape;
        while let Kind::List { member: part, .. } | Kind::Map { value: part, .. } = shape.kind {
            shape = part;
        }
        match shape.kind {
            Kind::String { values: [_, ..], .. } => enumerations.push(shape.name),
            Kind::Structure(_) | Kind::Union(_) => structures.push(shape.name),
            _ => {}
        }
    }
    import_types(enumerations.into_iter(), "./enumerations.js")
        + &import_types(structures.into_iter(), "./structures.js")
}

fn type_of(shape: &Shape) -> String {
    match &shape.kind {
        Kind::String { values: [], .. } => "string".to_owned(),
        Kind::String { .. } | Kind::Structure(_) | Kind::Union(_) => shape.name.to_owned(),
        Kind::Integer { .. } | Kind::Float { .. } => "number".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Timestamp => "Date".to_owned(),
        Kind::List { member, .. } => format!("{}[]", type_of(member)),
        Kind::Map { value, .. } => format!("Record<string, {}>", type_of(value)),
    }
}

#[cfg(test)]
#[path = "structures_tests.rs"]
mod tests;
