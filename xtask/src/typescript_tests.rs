use super::*;

#[test]
fn declarations_that_the_entry_does_not_lead_to_are_left_out() {
    let texts = [
        ("index.d.ts", "export * from \"./a/b.js\";\nexport type { D } from \"d\";\n"),
        ("a/b.d.ts", "export declare const b: import(\"../c.js\").C;\n"),
        ("c.d.ts", "import type { B } from \"./a/b.js\";\n"),
        ("internal.d.ts", "export {};\n"),
    ];
    let compiled = texts.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into();
    let found: Vec<_> = declarations(&compiled, "index.d.ts").unwrap().into_keys().collect();
    assert_eq!(found, ["a/b.d.ts", "c.d.ts", "index.d.ts"]);
    assert!(declarations(&compiled, "c.d.cts").is_err());
}
