//! The operations: their names, and the methods of both clients.

use super::comment::{comment, summary};
use super::structures::must_be_given;
use super::{HEADER, method, names_of_inputs_and_outputs, paginators};
use ivs_wasm::model::{Operation, Service};
use std::fmt::Write;

/// `operations.ts`: the names, which the client's methods are made of, and the types of those methods. One string is smaller than a list.
pub fn operations(service: &Service) -> String {
    let names: Vec<_> = service.operations().map(|operation| operation.name).collect();
    let mut text = format!(
        "{HEADER}import type {{ CallOptions }} from \"../call/caller.js\";\n{}\n\
         export const OPERATIONS = /* @__PURE__ */ \"{}\".split(\" \");\n\n",
        names_of_inputs_and_outputs(service),
        names.join(" ")
    );
    text += &comment(
        0,
        &["A method for each operation. Members of an input that the operation does not have are refused."],
    );
    let _ = writeln!(text, "export interface {}Operations {{", service.sdk.class);
    for operation in service.operations() {
        let (name, optional) = (operation.name, optional(operation));
        let method = method(name);
        text += &operation_comment(2, service, operation);
        let _ = writeln!(
            text,
            "  {method}(input{optional}: {name}CommandInput, options?: CallOptions): Promise<{name}CommandOutput>;\n"
        );
    }
    text.trim_end().to_owned() + "\n}\n"
}

/// `aggregated-client.ts`: the class whose methods are `send`, by the name that the SDK gives it.
pub fn aggregated_client(service: &Service) -> String {
    let (class, id) = (service.sdk.class, service.id);
    let paginate = paginators::paginated(service).map(|(operation, _)| format!("paginate{}", operation.name));
    let paginate = paginate.collect::<Vec<_>>().join(", ");
    let mut text = format!(
        "{HEADER}import type {{ CallOptions }} from \"../call/caller.js\";\n\
         import type {{ Callback }} from \"../client.js\";\n\
         import {{ defineAggregatedMethods }} from \"../operation-methods.js\";\n{}\
         import {{ commands }} from \"./command-classes.js\";\n\
         import {{ {class}Client }} from \"./{id}-client.js\";\n\
         import type {{ {class}PaginationConfiguration }} from \"./{id}-client-config.js\";\n\
         import {{ OPERATIONS }} from \"./operations.js\";\n\
         import {{ {paginate} }} from \"./paginators.js\";\n\n",
        names_of_inputs_and_outputs(service)
    );
    text += &comment(
        0,
        &[
            &format!(
                "The client that `@aws-sdk/client-{id}` calls its aggregated one, for code that was written for it. Its methods do what `send` \
                 does: members that an operation does not know are left out with a warning to the logger, and a callback may take the output."
            ),
            "Its `paginate` methods are the functions of those names, with this client.",
        ],
    );
    text += &AGGREGATED_CLASS.replace("Ivs", class).replace("PAGINATE", &paginate);
    let _ = writeln!(text, "export interface {class} {{");
    for operation in service.operations() {
        let (name, optional) = (operation.name, optional(operation));
        let method = method(name);
        text += &comment(2, &[&format!("@see {{@link {name}Command}}")]);
        let _ = writeln!(
            text,
            "  {method}(args{optional}: {name}CommandInput, options?: CallOptions): Promise<{name}CommandOutput>;\n  \
               {method}(args: {name}CommandInput, callback: Callback<{name}CommandOutput>): void;\n  \
               {method}(args: {name}CommandInput, options: CallOptions | undefined, callback: Callback<{name}CommandOutput>): void;\n"
        );
    }
    for (operation, _) in paginators::paginated(service) {
        let (name, optional) = (operation.name, optional(operation));
        text += &comment(2, &[&format!("@see {{@link paginate{name}}}")]);
        let _ = writeln!(
            text,
            "  paginate{name}(args{optional}: {name}CommandInput, config?: Omit<{class}PaginationConfiguration, \"client\">): \
             ReturnType<typeof paginate{name}>;\n"
        );
    }
    text.trim_end().to_owned() + "\n}\n"
}

/// The functions are named one by one: esbuild makes a namespace object by a loop that trips over members of `Object.prototype`.
const AGGREGATED_CLASS: &str = "\
export class Ivs extends IvsClient {
  // A pure value, and not a static block: bundlers leave out the class where nobody imports it.
  static #methods = /* @__PURE__ */ defineAggregatedMethods(this, OPERATIONS, commands, { PAGINATE });
}

";

/// What an operation does, which errors it has, and where it is documented.
pub fn operation_comment(indent: usize, service: &Service, operation: &Operation) -> String {
    let throws =
        operation.errors.iter().map(|error| format!("@throws {{@link {}}} {}", error.name, summary(error.docs)));
    let see = format!("@see {}{}.html", service.reference, operation.name);
    let tags = throws.chain([see]).collect::<Vec<_>>().join("\n");
    comment(indent, &[operation.docs, &tags])
}

/// `?` where a call may leave the input out.
fn optional(operation: &Operation) -> &'static str {
    if operation.input.members().iter().any(must_be_given) { "" } else { "?" }
}

#[cfg(test)]
#[path = "operations_tests.rs"]
mod tests;
