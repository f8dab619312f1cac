//! What makes the module smaller after it was compiled, and what `wasm-opt` cannot know: what only panics need, and names that
//! only the glue has to agree with. Each step is described in `docs/size.md`.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail, ensure};
use walrus::{
    ConstExpr, DataKind, ElementItems, FunctionBuilder, FunctionId, FunctionKind, ImportKind, Module, ValType,
    ir::Value, passes,
};

/// Functions that panic, or that print what only a panic prints. There is nobody to read it: a panic traps either way.
const PANICS: &[&str] = &[
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
    "::fmt::Debug>::",
    "::fmt::Display>::",
    "::fmt::Write>::",
];

/// Functions that are in the table of functions but that nobody calls: tasks that stop the stack, which only functions with a mark
/// begin, and there are none; and the global object by other names than `globalThis`.
const UNUSED: &[&str] = &[
    "js_sys::futures::jspi::SpawnedTask",
    "js_sys::futures::jspi::spawn_promising",
    "js_sys::futures::jspi::task_waker",
    "js_sys::global::get_global_object::GLOBAL::init::h",
    "js_sys::global::get_global_object::GLOBAL_THIS::init::h",
    "js_sys::global::get_global_object::SELF::init::h",
    "js_sys::global::get_global_object::WINDOW::init::h",
];

/// Functions that JavaScript calls as closures, by exports of their own; `wasm-bindgen` has read the table's entries and leaves
/// them.
const CLOSURE: &str = "wasm_bindgen::convert::closures::_::invoke::";

/// The name of the object that holds the imports.
const MODULE: &str = "_";

/// Takes the bodies from the functions that panic. Needs the names that `wasm-bindgen` leaves in.
pub fn silence_panics(module: &mut Module) -> Result<()> {
    let panics = named(module, |name| PANICS.iter().any(|part| name.contains(part)));
    ensure!(panics.len() > 20, "the module has no names of functions, so those that panic cannot be told");
    for id in panics {
        silence(module, id);
    }
    passes::gc::run(module);
    // What only panics print with may go; what anything else prints with may not.
    let prints =
        module.funcs.iter().any(|function| function.name.as_deref().is_some_and(|name| name.ends_with("::fmt::write")));
    ensure!(!prints, "the client formats text with core::fmt, whose functions are removed: use src/text.rs instead");
    Ok(())
}

/// Removes what is in the module for programs that are not this one.
pub fn drop_unused(module: &mut Module) -> Result<()> {
    // All engines of our floor know `globalThis`. The index of the value, or 0, is what both functions return.
    let global = named(module, |name| name.starts_with("js_sys::global::get_global_object::h"));
    let global_this = module.imports.iter().find(|import| import.name.contains("static_accessor_GLOBAL_THIS"));
    let (&[global], Some(ImportKind::Function(global_this))) = (&*global, global_this.map(|import| &import.kind))
    else {
        bail!("the module has another way to the global object; this step is of no use any more");
    };
    let mut body = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
    body.func_body().call(*global_this);
    module.funcs.get_mut(global).kind = FunctionKind::Local(body.local_func(Vec::new()));

    for name in UNUSED {
        let unused = named(module, |function| function.starts_with(name));
        ensure!(!unused.is_empty(), "the module has no function {name}");
        for id in unused {
            silence(module, id);
        }
    }

    let mut body = FunctionBuilder::new(&mut module.types, &[], &[]);
    body.func_body().unreachable();
    let nothing = body.finish(Vec::new(), &mut module.funcs);
    let closures: BTreeSet<_> = named(module, |name| name.starts_with(CLOSURE)).into_iter().collect();
    ensure!(!closures.is_empty(), "the module has no closures");
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            functions
                .iter_mut()
                .filter(|function| closures.contains(*function))
                .for_each(|function| *function = nothing);
        }
    }
    passes::gc::run(module);
    Ok(())
}

/// The functions of the module's own whose names are right.
fn named(module: &Module, is_right: impl Fn(&str) -> bool) -> Vec<FunctionId> {
    let is_right = |id: &FunctionId| module.funcs.get(*id).name.as_deref().is_some_and(&is_right);
    module.funcs.iter_local().map(|(id, _)| id).filter(is_right).collect()
}

/// Makes a trap of a function.
fn silence(module: &mut Module, id: FunctionId) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &parameters, &results);
    body.func_body().unreachable();
    let parameters = parameters.iter().map(|parameter| module.locals.add(*parameter)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(parameters));
}

/// Blanks the source locations of panics, and the paths that they name: a text that ends in `.rs` is nothing else.
pub fn blank_locations(module: &mut Module) -> Result<()> {
    let mut blanked = 0;
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let segment = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(base)), .. } = segment.kind else { continue };
        let base = usize::try_from(base)?;
        let whole = segment.value.clone();
        let word = |at: usize| -> Option<usize> {
            let bytes = whole.get(at..at + 4)?.try_into().ok()?;
            usize::try_from(u32::from_le_bytes(bytes)).ok()
        };
        // A location is the address and length of a path, a line and a column.
        for at in (base.next_multiple_of(4) - base..whole.len()).step_by(4) {
            let (Some(address), Some(length), Some(line), Some(column)) =
                (word(at), word(at + 4), word(at + 8), word(at + 12))
            else {
                continue;
            };
            let Some(start) = address.checked_sub(base) else { continue };
            let Some(path) = start.checked_add(length).and_then(|end| whole.get(start..end)) else { continue };
            let path = path.strip_suffix(b"\0").unwrap_or(path);
            let is_path = path.len() > 5
                && path.ends_with(b".rs")
                && path.iter().all(|byte| byte.is_ascii_alphanumeric() || b"/\\._-:".contains(byte));
            if is_path && line < 100_000 && column < 1_000 {
                for range in [start..start + path.len(), at..at + 16] {
                    segment.value.get_mut(range).unwrap_or_default().fill(0);
                }
                blanked += 1;
            }
        }
    }
    ensure!(blanked > 5, "the module has no source locations; this step is of no use any more");
    Ok(())
}

/// What only panics say, and glue that is not the module's own, and the digits that `core::fmt` writes by twos.
const TEXTS: &[&str] = &[
    "argument of integer logarithm must be positive",
    "cannot access a Thread Local Storage value during or after destruction: ",
    "Attempted to initialize thread-local while it is being dropped",
    "copy_from_slice: source slice length (",
    ") does not match destination slice length (",
    "slice index starts at ",
    " out of range for slice of length ",
    "attempted to take ownership of Rust value while it was borrowed",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
    "closure invoked recursively or after being dropped",
    "null pointer passed to rust",
    "FnOnce called more than once",
    "finish: callbacks should be Some",
    "finish: result should be None",
    "called `Option::unwrap_throw()` on a `None` value",
    "`async fn` resumed after completion",
    "attempt to divide by zero",
    "attempt to divide with overflow",
    "called `Option::unwrap()` on a `None` value",
    "capacity overflow",
    "internal error: entered unreachable code",
    "LazyCell instance has previously been poisoned",
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
    "Tried to shrink to a larger capacity",
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849",
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899",
];

/// Blanks the texts that no function is left to read. Those that are not there are no loss.
pub fn blank_texts(module: &mut Module) {
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let bytes = &mut module.data.get_mut(id).value;
        for text in TEXTS {
            let place = bytes.windows(text.len()).position(|window| window == text.as_bytes());
            if let Some(found) = place.and_then(|start| bytes.get_mut(start..start + text.len())) {
                found.fill(0);
            }
        }
    }
}

/// Gives imports and exports names of a letter or two, in the module and in its glue.
pub fn shorten_names(module: &mut Module, glue: &str) -> Result<String> {
    let mut names = BTreeMap::new();
    for import in module.imports.iter_mut() {
        import.module = MODULE.into();
        let count = names.len();
        let short = names.entry(import.name.clone()).or_insert_with(|| short_name(count));
        import.name.clone_from(short);
    }
    let imports = names.len();
    // An export that the glue has no use for keeps its function alive.
    let unused: Vec<_> =
        module.exports.iter().filter(|export| !glue.contains(&export.name)).map(walrus::Export::id).collect();
    for id in unused {
        module.exports.delete(id);
    }
    for export in module.exports.iter_mut() {
        let count = names.len();
        let short = names.entry(export.name.clone()).or_insert_with(|| short_name(count));
        export.name.clone_from(short);
    }
    ensure!(names.len() > imports, "the module exports nothing");

    let long = "\"./ivs_wasm_bg.js\": ";
    ensure!(glue.matches(long).count() == 1, "the glue does not name the object of the imports once");
    let glue = glue.replace(long, &format!("{MODULE}: "));

    let mut out = String::with_capacity(glue.len());
    let mut seen = BTreeSet::new();
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut rest = glue.as_str();
    while let Some(start) = rest.find(is_part) {
        let (before, word_and_rest) = rest.split_at(start);
        let (word, after) = word_and_rest.split_at(word_and_rest.find(|c| !is_part(c)).unwrap_or(word_and_rest.len()));
        out.push_str(before);
        // `__wbg_x: (…` is an import, and `wasm.x` an export.
        let is_import = [": function", ": handleError", ": ("].iter().any(|form| after.starts_with(form));
        match names.get(word).filter(|_| out.ends_with("wasm.") || is_import) {
            Some(short) => {
                seen.insert(word);
                out.push_str(short);
            }
            None => out.push_str(word),
        }
        rest = after;
    }
    out.push_str(rest);
    for name in names.keys() {
        ensure!(seen.contains(name.as_str()), "the glue does not mention {name}");
    }
    Ok(out)
}

fn short_name(number: usize) -> String {
    let letter = |index: usize| ('a'..='z').nth(index % 26).unwrap_or_default();
    if number < 26 { letter(number).into() } else { [letter(number / 26 - 1), letter(number)].iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_differ() {
        let names: BTreeSet<_> = (0..26 * 27).map(short_name).collect();
        assert_eq!(names.len(), 26 * 27);
        assert!(names.contains("a") && names.contains("zz"), "{names:?}");
    }

    #[test]
    fn a_name_that_the_glue_lacks_is_told() {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        module.add_import_func("./ivs_wasm_bg.js", "__wbg_now_0123456789abcdef", kind);
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let glue = "{ __wbg_now_0123456789abcdef: function() {} }; ({ \"./ivs_wasm_bg.js\": a }); wasm.memory.x";
        assert_eq!(shorten_names(&mut module, glue).unwrap(), "{ a: function() {} }; ({ _: a }); wasm.b.x");
        let other = glue.replace("function", "func");
        assert!(shorten_names(&mut module, &other).is_err());
    }
}
