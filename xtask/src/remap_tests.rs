use super::*;

#[test]
fn sources_in_the_workspace_in_the_target_folder_and_of_crates_have_the_same_names_everywhere() {
    let workspace = Workspace::load().unwrap();
    let rustc = Rustc::ask(&workspace).unwrap();
    let flags = flags(&workspace, &rustc);
    assert!(flags.contains(&format!("--remap-path-prefix={}=/ivs-wasm", workspace.root.display())));
    assert!(flags.contains(&format!("--remap-path-prefix={}=/ivs-wasm/target", workspace.target.display())));
    assert!(flags.iter().any(|flag| flag.ends_with("=/crates")), "{flags:?}");
    assert!(flags.last().unwrap().ends_with(&rustc.sources), "{flags:?}");
}
