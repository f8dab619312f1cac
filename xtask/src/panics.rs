//! Panics without a message: a panic in WebAssembly traps, and nobody reads what it formatted before.

use anyhow::{Result, ensure};
use rustc_demangle::demangle;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, passes};

/// Parts of the names of functions that panic.
const PANICKING: &[&str] = &[
    "::panicking::",
    "rust_panic",
    "rust_begin_unwind",
    "::panic_access_error",
    "::slice_index_fail",
    "::slice_error_fail",
    "::unwrap_failed",
    "::expect_failed",
    "::handle_error",
    "::handle_alloc_error",
    "::capacity_overflow",
    "::any::Any>::type_id",
];

/// Parts of the names of functions that format what only a panic prints, in a module that formats nothing else.
const FORMATTING: &[&str] = &[
    "::fmt::Debug>::",
    "::fmt::Display>::",
    "::fmt::Write>::",
    // Nothing suspends by JavaScript Promise Integration, but the table keeps what would.
    "js_sys::futures::jspi::",
];

/// Makes traps of the functions that panic, and removes what only they need. The module must have the names of its functions.
pub fn trap(module: &mut Module) -> Result<()> {
    replace_by_traps(module, &[PANICKING])
}

/// The same, and removes all that formats text: the module must not need it for anything else.
pub fn silence(module: &mut Module) -> Result<()> {
    replace_by_traps(module, &[PANICKING, FORMATTING])?;
    // What only panics format with may go; what anything else formats with may not.
    let formatting = named(module, |name| name.ends_with("core::fmt::write"));
    ensure!(
        formatting.is_empty(),
        "the client formats text with core::fmt, whose functions are removed: use src/text.rs"
    );
    Ok(())
}

fn replace_by_traps(module: &mut Module, parts: &[&[&str]]) -> Result<()> {
    let panics = named(module, |name| parts.concat().iter().any(|part| name.contains(part)));
    ensure!(panics.len() > 20, "the module has no names of functions, so those that panic cannot be recognised");
    for id in panics {
        replace_by_trap(module, id);
    }
    passes::gc::run(module);
    Ok(())
}

fn named(module: &Module, matches: impl Fn(&str) -> bool) -> Vec<FunctionId> {
    let name = |id| Some(format!("{:#}", demangle(module.funcs.get(id).name.as_deref()?)));
    let local = module.funcs.iter_local().map(|(id, _)| id);
    local.filter(|id| name(*id).is_some_and(|name| matches(&name))).collect()
}

fn replace_by_trap(module: &mut Module, id: FunctionId) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &parameters, &results);
    body.func_body().unreachable();
    let parameters = parameters.iter().map(|parameter| module.locals.add(*parameter)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(parameters));
}
