//! `exceptions.ts`: a class for each modelled error, and all of them by name.

use std::fmt::Write;

use ivs_wasm::model::{Exception, Fault, Service};

use super::HEADER;
use super::comment::comment;
use super::structures::{Required, imports, members};

/// A client has all classes, made of a list of names; a name of its own costs a bundle only what imports it.
pub fn exceptions(service: &Service) -> String {
    let (base, id) = (format!("{}ServiceException", service.sdk.class), service.id);
    let mut text = format!(
        "{HEADER}import {{ type ExceptionClass, exceptionClasses }} from \"../errors/exception-classes.js\";\n\
         {}import {{ {base} }} from \"./{id}-service-exception.js\";\n\n",
        imports(service.exceptions.iter().flat_map(|exception| exception.members))
    );
    text += &comment(0, &["Every modelled error, by its name."]);
    text += "export const exceptions: {\n";
    for Exception { name, .. } in service.exceptions {
        let _ = writeln!(text, "  readonly {name}: ExceptionClass<{name}>;");
    }
    let _ = writeln!(text, "}} = /* @__PURE__ */ exceptionClasses({base}, {{");
    for at_fault in [Fault::Client, Fault::Server] {
        let of_fault = service.exceptions.iter().filter(|exception| exception.fault == at_fault);
        let names: Vec<_> = of_fault.map(|exception| exception.name).collect();
        let _ = writeln!(text, "  {}: \"{}\",", fault(at_fault), names.join(" "));
    }
    text += "});\n\nconst named = <Name extends keyof typeof exceptions>(name: Name) => exceptions[name];\n";
    for exception in service.exceptions {
        text += &class(&base, exception);
    }
    text
}

/// Documented at the constant: that is what editors show where the name is used.
fn class(base: &str, exception: &Exception) -> String {
    let (name, fault) = (exception.name, fault(exception.fault));
    let docs = comment(0, &[exception.docs]);
    let members = members(exception.members, Required::Promised);
    format!(
        "\n{docs}export const {name} = /* @__PURE__ */ named(\"{name}\");\n\
         export interface {name} extends {base} {{\n  \
           readonly name: \"{name}\";\n  readonly $fault: \"{fault}\";\n{members}}}\n"
    )
}

/// Who caused an error, as `$fault` has it.
fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Client => "client",
        Fault::Server => "server",
    }
}

#[cfg(test)]
#[path = "exceptions_tests.rs"]
mod tests;
