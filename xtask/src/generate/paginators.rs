//! The paginated operations: what the client knows of them, a function for each as AWS's SDK has them, and their types.
//!
//! botocore and the SDK do not page the same operations, and here every one is paged that either pages: those that take a token
//! and a page's size and may answer with a token.

use std::fmt::Write;

use ivs_wasm::model::{Kind, Member, Operation, PAGE_SIZE, Service, TOKEN};

use super::comment::comment;
use super::javascript::HEADER;

/// The paginated operations, each with the output member that holds a page's items.
pub fn paginated(service: &Service) -> impl Iterator<Item = (&'static Operation, &'static str)> {
    service.operations().filter_map(|operation| Some((operation, items(operation)?)))
}

fn items(operation: &Operation) -> Option<&'static str> {
    let has = |members: &[Member], name| members.iter().any(|member| member.name == name);
    let (input, output) = (operation.input.members(), operation.output?.members());
    if !has(input, TOKEN) || !has(input, PAGE_SIZE) || !has(output, TOKEN) {
        return None;
    }
    output.iter().find(|member| matches!(member.shape.kind, Kind::List { .. })).map(|member| member.name)
}

/// `pages.js`: the member that holds a page's items, by operation.
pub fn pages(service: &Service) -> String {
    let mut js = format!(
        "{HEADER}\n/** The member of a page that holds its items, by the operation. */\nexport const pages = {{\n"
    );
    for (operation, items) in paginated(service) {
        let _ = writeln!(js, "  {}: \"{items}\",", operation.name);
    }
    js + "};\n"
}

/// `paginators.js`: the functions of AWS's SDK.
pub fn functions(service: &Service) -> String {
    let names: Vec<_> = paginated(service).map(|(operation, _)| operation.name).collect();
    let commands = names.iter().map(|name| format!("  {name}Command,\n")).collect::<Vec<_>>().concat();
    let mut js = format!(
        "{HEADER}import {{\n{commands}}} from \"./commands.js\";\nimport {{ paginator }} from \"./paginator.js\";\n\n"
    );
    for name in names {
        let _ = writeln!(js, "export const paginate{name} = /* @__PURE__ */ paginator({name}Command);");
    }
    js
}

/// The part of `index.d.ts` that is about pages.
pub fn declarations(service: &Service) -> String {
    let mut text = comment(
        0,
        &["The operations that have pages: their inputs, their outputs, and the member that holds a page's items."],
    );
    let class = service.sdk.class;
    text += "export interface PageableOperations {\n";
    for (Operation { name, .. }, items) in paginated(service) {
        let _ = writeln!(
            text,
            "  {name}: {{ input: {name}CommandInput; output: {name}CommandOutput; items: \"{items}\" }};"
        );
    }
    text += "}\n\n";
    for (Operation { name, .. }, items) in paginated(service) {
        text += &comment(
            0,
            &[&format!(
                "The pages of {{@link {name}Command}}, their items in `{items}`. A page is asked for when the loop comes to it."
            )],
        );
        let _ = writeln!(
            text,
            "export declare const paginate{name}: (\n  config: {class}PaginationConfiguration,\n  input: {name}CommandInput,\n  \
               ...options: any[]\n) => Paginator<{name}CommandOutput>;\n"
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use ivs_wasm::model::ivs::SERVICE;

    use super::*;

    #[test]
    fn whatever_botocore_or_the_sdk_pages_is_paged_here() {
        let ours: Vec<_> = paginated(&SERVICE).collect();
        for operation in SERVICE.operations() {
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
    fn a_paginator_is_dropped_from_a_bundle_that_does_not_use_it() {
        let js = functions(&SERVICE);
        assert!(
            js.contains("\nexport const paginateListStreamKeys = /* @__PURE__ */ paginator(ListStreamKeysCommand);\n")
        );
        assert_eq!(js.matches("export const").count(), js.matches("/* @__PURE__ */").count());
    }

    #[test]
    fn the_client_knows_where_a_page_has_its_items() {
        assert!(pages(&SERVICE).contains("\n  ListPlaybackKeyPairs: \"keyPairs\",\n"));
    }

    #[test]
    fn a_paginator_is_typed_by_its_input_and_output() {
        let text = declarations(&SERVICE);
        assert!(text.contains(
            "  input: ListStreamKeysCommandInput,\n  ...options: any[]\n) => Paginator<ListStreamKeysCommandOutput>;\n"
        ));
    }
}
