//! Makes wasm-bindgen's JavaScript smaller: it is written for engines and uses that are not ours. Every step knows the text that it
//! replaces, and fails the build where it is another: see `docs/size.md`.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};

/// What is replaced, and by what. Each must be there once.
const REPLACED: &[(&str, &str)] = &[
    // Importing the package runs nothing, and `free` is never called: the face keeps an engine as long as its client.
    ("if (Symbol.dispose) Engine.prototype[Symbol.dispose] = Engine.prototype.free;\n", ""),
    (
        "    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        EngineFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_engine_free(ptr, 0);
    }
",
        "",
    ),
    (
        "        EngineFinalization.register(this, this.__wbg_ptr, this);",
        "        EngineFinalization.register(this, this.__wbg_ptr);",
    ),
    // Every engine of our floor can finalise and has a memory that says when it has grown.
    (
        "const EngineFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(",
        "const EngineFinalization = new FinalizationRegistry(",
    ),
    (
        "const CLOSURE_DTORS = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(",
        "const CLOSURE_DTORS = new FinalizationRegistry(",
    ),
    (
        "if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || \
         (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {",
        "if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) {",
    ),
    (
        "if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {",
        "if (!cachedUint8ArrayMemory0?.length) {",
    ),
    // Texts are always passed with a way to make room for more.
    (
        "    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }

",
        "",
    ),
    // The encoder writes a long text sooner than a loop does.
    (
        "    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
",
        "    let offset = 0, read;
    if (len < 128) {
        for (; offset < len; offset++) {
            const code = arg.charCodeAt(offset);
            if (code > 0x7F) break;
            mem[ptr + offset] = code;
        }
        read = offset;
    } else {
        ({ read, written: offset } = cachedTextEncoder.encodeInto(arg, mem.subarray(ptr, ptr + len)));
    }
    if (read !== len) {
        arg = arg.slice(read);
",
    ),
    // An import that may throw is wrapped when the imports are made, not whenever it is called.
    (
        "function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    }
}",
        "function handleError(f) {
    return (...args) => {
        try {
            return f(...args);
        } catch (e) {
            wasm.__wbindgen_exn_store(addToExternrefTable0(e));
        }
    };
}",
    ),
];

/// Begins the ways to load a module, all but one of which are replaced.
const LOADING: &str = "let wasmModule, wasmInstance, wasm;\n";

/// The one way: from a module that is compiled already, once. Not by `new WebAssembly.Instance`: until 2023, Chromium's pages made none
/// of more than 4 KB in that way.
const LOADED: &str = "let wasm;
export async function init(module) {
    wasm = (await WebAssembly.instantiate(module, __wbg_get_imports())).exports;
    wasm.__wbindgen_start();
}
";

/// The glue for a module that imports no more than these names.
pub fn shrink(glue: &str, imports: &BTreeSet<String>) -> Result<String> {
    let mut glue = glue.to_owned();
    for (from, to) in REPLACED {
        ensure!(glue.matches(from).count() == 1, "the glue has not once the text that is to be replaced:\n{from}");
        glue = glue.replace(from, to);
    }
    let start = glue.find(LOADING).context("the glue loads the module in another way")?;
    glue.truncate(start);
    glue.push_str(LOADED);
    shorten_imports(&glue, imports)
}

/// Leaves out the functions that are not imported, and writes the others as arrows: none has a `this`.
fn shorten_imports(glue: &str, imports: &BTreeSet<String>) -> Result<String> {
    let mut out = String::with_capacity(glue.len());
    let mut lines = glue.lines();
    let mut kept = BTreeSet::new();
    while let Some(line) = lines.next() {
        let function = line.strip_prefix("        ").and_then(|line| line.split_once(": function("));
        let Some((name, rest)) = function else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let mut body = String::new();
        let end = loop {
            match lines.next() {
                Some(end @ ("        }," | "        }, arguments); },")) => break end,
                Some(line) => body.extend([line, "\n"]),
                None => bail!("the import {name} has no end in the glue"),
            }
        };
        ensure!(!body.contains("this"), "the import {name} uses `this`");
        if !imports.contains(name) {
            continue;
        }
        kept.insert(name.to_owned());
        let (before, arguments, after) = match (rest.strip_prefix(") { return handleError(function ("), end) {
            (Some(rest), "        }, arguments); },") => ("handleError(", rest, "        }),"),
            (None, "        },") => ("", rest, end),
            _ => bail!("the import {name} is of no known form"),
        };
        let arguments =
            arguments.strip_suffix(") {").with_context(|| format!("the import {name} is of no known form"))?;
        out.extend(["        ", name, ": ", before, "(", arguments, ") => {\n", &body, after, "\n"]);
    }
    ensure!(kept == *imports, "the glue and the module do not have the same imports: {kept:?}, {imports:?}");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const IMPORTS: &str = "    const import0 = {
        __proto__: null,
        __wbg_now: function() {
            const ret = Date.now();
            return ret;
        },
        __wbg_get: function() { return handleError(function (arg0, arg1) {
            const ret = Reflect.get(arg0, arg1);
            return ret;
        }, arguments); },
        __wbg_window: function() {
            return window;
        },
    };
";

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn imports_become_arrows_and_what_is_not_imported_goes() {
        assert_eq!(
            shorten_imports(IMPORTS, &names(&["__wbg_get", "__wbg_now"])).unwrap(),
            "    const import0 = {
        __proto__: null,
        __wbg_now: () => {
            const ret = Date.now();
            return ret;
        },
        __wbg_get: handleError((arg0, arg1) => {
            const ret = Reflect.get(arg0, arg1);
            return ret;
        }),
    };
"
        );
    }

    #[test]
    fn glue_of_another_form_is_told() {
        assert!(shorten_imports(IMPORTS, &names(&["__wbg_missing"])).is_err());
        assert!(shorten_imports(&IMPORTS.replace("window;", "this;"), &names(&["__wbg_get", "__wbg_now"])).is_err());
        assert!(shrink("another glue", &BTreeSet::new()).is_err());
    }
}
