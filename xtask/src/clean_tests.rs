use super::*;

#[test]
fn the_files_that_differ_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
    for (file, content) in [("a", "1"), ("in/b", "2"), ("c", "3")] {
        let file = one.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }
    copy_files(&one, &other).unwrap();
    same(&one, &other).unwrap();
    fs::write(other.join("in/b"), "4").unwrap();
    fs::remove_file(other.join("c")).unwrap();
    let why = same(&one, &other).unwrap_err().to_string();
    assert!(why.contains("differ in c, in/b:"), "{why}");
    copy_files(&one, &other).unwrap();
    same(&one, &other).unwrap();
}

#[test]
fn nothing_is_not_the_same_as_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert!(same(folder.path(), folder.path()).is_err());
}
