//! The paginated operations: what the client knows of them, a function for each as AWS's SDK has them, and their types.
//!
//! botocore and the SDK do not page the same operations, and here every one is paged that either pages: those that take a token
//! and a page's size and may answer with a token.

use std::fmt::Write;

use ivs_wasm::model::{self, Kind, Member, Operation, PAGE_SIZE, Shape, TOKEN};

use super::comment::comment;
use super::{HEADER, import_types};

/// The paginated operations, each with the output member that holds a page's items.
pub fn paginated() -> impl Iterator<Item = (&'static Operation, &'static str)> {
    model::operations().filter_map(|operation| Some((operation, items(operation)?)))
}

fn items(operation: &Operation) -> Option<&'static str> {
    let has = |members: &[Member], name| members.iter().any(|member| member.name == name);
    let (input, output) = (members(operation.input)?, members(operation.output?)?);
    if !has(input, TOKEN) || !has(input, PAGE_SIZE) || !has(output, TOKEN) {
        return None;
    }
    output.iter().find(|member| matches!(member.shape.kind, Kind::List { .. })).map(|member| member.name)
}

fn members(shape: &'static Shape) -> Option<&'static [Member]> {
    match shape.kind {
        Kind::Structure(members) => Some(members),
        _ => None,
    }
}

/// `pageable-operations.ts`: the types of the operations that have pages, and the member that holds a page's items.
pub fn operations() -> String {
    let mut text = format!("{HEADER}{}\n", import_types(types(), "./commands.js"));
    text += &comment(
        0,
        &["The operations that have pages: their inputs, their outputs, and the member that holds a page's items."],
    );
    text += "export interface PageableOperations {\n";
    for (Operation { name, .. }, items) in paginated() {
        let _ = writeln!(
            text,
            "  {name}: {{ input: {name}CommandInput; output: {name}CommandOutput; items: \"{items}\" }};"
        );
    }
    text += "}\n\n/** The member of a page that holds its items, by the operation. */\n\
             export const ITEM_MEMBERS: { readonly [Name in keyof PageableOperations]: PageableOperations[Name][\"items\"] } = {\n";
    for (Operation { name, .. }, items) in paginated() {
        let _ = writeln!(text, "  {name}: \"{items}\",");
    }
    text + "};\n"
}

/// The types of their inputs and outputs.
fn types() -> impl Iterator<Item = String> {
    paginated().flat_map(|(Operation { name, .. }, _)| ["Input", "Output"].map(|side| format!("{name}Command{side}")))
}

/// `paginators.ts`: the functions of AWS's SDK.
pub fn functions() -> String {
    let commands = paginated().map(|(operation, _)| format!("{}Command", operation.name));
    let names: Vec<_> = commands.chain(types().map(|name| format!("type {name}"))).collect();
    let mut text = format!(
        "{HEADER}import {{ sdkPaginator }} from \"../pagination/sdk-paginator.js\";\n\
         import {{\n  {},\n}} from \"./commands.js\";\n\
         import type {{ IvsPaginationConfiguration }} from \"./ivs-client-config.js\";\n",
        names.join(",\n  ")
    );
    for (Operation { name, .. }, items) in paginated() {
        let docs = format!(
            "The pages of {{@link {name}Command}}, their items in `{items}`. A page is requested when the loop comes to it."
        );
        let _ = write!(
            text,
            "\n{}export const paginate{name} = /* @__PURE__ */ sdkPaginator<\n  IvsPaginationConfiguration,\n  \
               {name}CommandInput,\n  {name}CommandOutput\n>({name}Command);\n",
            comment(0, &[&docs])
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_botocore_or_the_sdk_pages_is_paged_here() {
        let ours: Vec<_> = paginated().collect();
        for operation in model::operations() {
            let found = ours.iter().find(|(known, _)| known.name == operation.name).map(|(_, items)| *items);
            let more = match operation.name {
                // Only the SDK pages these.
                "ListPlaybackRestrictionPolicies" => Some("playbackRestrictionPolicies"),
                "ListStreamSessions" => Some("streamSessions"),
                _ => None,
            };
            assert_eq!(found, operation.pages.or(more), "{}", operation.name);
        }
        assert_eq!(ours.len(), 9);
    }

    #[test]
    fn a_paginator_is_typed_by_its_input_and_output_and_dropped_where_it_is_not_used() {
        let text = functions();
        assert!(text.contains(
            "\nexport const paginateListStreamKeys = /* @__PURE__ */ sdkPaginator<\n  IvsPaginationConfiguration,\n  \
             ListStreamKeysCommandInput,\n  ListStreamKeysCommandOutput\n>(ListStreamKeysCommand);\n"
        ));
        assert_eq!(text.matches("export const").count(), text.matches("/* @__PURE__ */").count());
    }

    #[test]
    fn the_client_knows_where_a_page_has_its_items() {
        assert!(operations().contains("\n  ListPlaybackKeyPairs: \"keyPairs\",\n"));
    }
}
