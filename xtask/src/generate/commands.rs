//! `commands.ts`: a command class for each operation, and the types of its input and output.

use super::operations::operation_comment;
use super::{HEADER, import_types};
use ivs_wasm::model::{Operation, Service};
use std::fmt::Write;

/// Each class is made by a call that a bundler drops where nobody uses the class.
pub fn commands(service: &Service) -> String {
    let structures = service.operations().flat_map(|operation| [Some(operation.input), operation.output]).flatten();
    let (class, id) = (service.sdk.class, service.id);
    let mut text = format!(
        "{HEADER}import type {{ ResponseMetadata }} from \"../call/caller.js\";\n\
         import type {{ Command }} from \"../commands/command.js\";\n\
         import {{ defineCommand }} from \"./command-classes.js\";\n\
         import type {{ {class}ClientResolvedConfig }} from \"./{id}-client-config.js\";\n{}\n",
        import_types(structures.map(|shape| shape.name), "./structures.js")
    );
    let _ = writeln!(
        text,
        "/** A command of this service. */\n\
         export interface {class}Command<Input extends object, Output extends object>\n  \
           extends Command<Input, Output, ServiceInputTypes, ServiceOutputTypes, {class}ClientResolvedConfig> {{}}\n"
    );
    for operation in service.operations() {
        text += &command(service, operation);
    }
    for side in ["Input", "Output"] {
        let types: Vec<_> = service.operations().map(|operation| format!("{}Command{side}", operation.name)).collect();
        let _ = writeln!(
            text,
            "/** The {} of any command. */\nexport type Service{side}Types =\n  | {};\n",
            side.to_lowercase(),
            types.join("\n  | ")
        );
    }
    text.trim_end().to_owned() + "\n"
}

fn command(service: &Service, operation: &Operation) -> String {
    let name = operation.name;
    let output = operation.output.map(|shape| format!(" extends {}", shape.name)).unwrap_or_default();
    let types = format!("{name}CommandInput, {name}CommandOutput");
    format!(
        "export interface {name}CommandInput extends {input} {{}}\n\
         export interface {name}CommandOutput{output} {{\n  $metadata: ResponseMetadata;\n}}\n\
         export interface {name}Command extends {class}Command<{types}> {{}}\n\
         {docs}export const {name}Command = /* @__PURE__ */ defineCommand<{types}>(\"{name}\");\n\n",
        input = operation.input.name,
        class = service.sdk.class,
        docs = operation_comment(0, service, operation),
    )
}

#[cfg(test)]
#[path = "commands_tests.rs"]
mod tests;
