//! The paginated operations: what the client knows of them, a function for each as AWS's SDK has them, and their types.
//!
//! botocore and the SDK do not page the same operations, and here every one is paged that either pages: those that take a token
//! and a page's size and may answer with a token.

use super::comment::comment;
use super::{HEADER, import_types};
use ivs_wasm::model::{Kind, Member, Operation, PAGE_SIZE, Service, TOKEN};
use std::fmt::Write;

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

/// `pageable-operations.ts`: the types of the operations that have pages, and the member that holds a page's items.
pub fn operations(service: &Service) -> String {
    let mut text = format!("{HEADER}{}\n", import_types(types(service), "./commands.js"));
    text += &comment(
        0,
        &["The operations that have pages: their inputs, their outputs, and the member that holds a page's items."],
    );
    text += "export interface PageableOperations {\n";
    for (Operation { name, .. }, items) in paginated(service) {
        let _ = writeln!(
            text,
            "  {name}: {{ input: {name}CommandInput; output: {name}CommandOutput; items: \"{items}\" }};"
        );
    }
    text += "}\n\n/** The member of a page that holds its items, by the operation. */\n\
             export const ITEM_MEMBERS: { readonly [Name in keyof PageableOperations]: PageableOperations[Name][\"items\"] } = {\n";
    for (Operation { name, .. }, items) in paginated(service) {
        let _ = writeln!(text, "  {name}: \"{items}\",");
    }
    text + "};\n"
}

fn types(service: &Service) -> impl Iterator<Item = String> {
    paginated(service)
        .flat_map(|(Operation { name, .. }, _)| ["Input", "Output"].map(|side| format!("{name}Command{side}")))
}

/// `paginators.ts`: the functions of AWS's SDK.
pub fn functions(service: &Service) -> String {
    let (class, id) = (service.sdk.class, service.id);
    let commands = paginated(service).map(|(operation, _)| format!("{}Command", operation.name));
    let names: Vec<_> = commands.chain(types(service).map(|name| format!("type {name}"))).collect();
    let mut text = format!(
        "{HEADER}import {{ sdkPaginator }} from \"../pagination/sdk-paginator.js\";\n\
         import {{\n  {},\n}} from \"./commands.js\";\n\
         import type {{ {class}PaginationConfiguration }} from \"./{id}-client-config.js\";\n",
        names.join(",\n  ")
    );
    for (Operation { name, .. }, items) in paginated(service) {
        let docs = format!(
            "The pages of {{@link {name}Command}}, their items in `{items}` and one by one by `items()`. A page is requested when the \
             loop comes to it."
        );
        let _ = write!(
            text,
            "\n{}export const paginate{name} = /* @__PURE__ */ sdkPaginator<\n  {class}PaginationConfiguration,\n  \
               {name}CommandInput,\n  {name}CommandOutput,\n  \"{items}\"\n>({name}Command, \"{items}\");\n",
            comment(0, &[&docs])
        );
    }
    text
}

#[cfg(test)]
#[path = "paginators_tests.rs"]
mod tests;
