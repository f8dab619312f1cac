//! Data directories that are refused.

use crate::client::{Server, program};
use crate::storage::{FILE, directory, everything, kill, start};
use redb::{Database, ReadableDatabase, TableDefinition};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// What a start with the directory says that must fail.
fn refusal(directory: &Path) -> String {
    let output = program().args(["--port", "0", "--json", "--data-dir"]).arg(directory).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_directory_in_use_or_that_cannot_be_written_is_refused() {
    let directory = directory("in-use");
    let server = start(&directory, &[]);
    let sentence = format!(
        "ivs-local: {} is in use by another ivs-local; stop that one, or give --data-dir another directory\n",
        directory.display()
    );
    assert_eq!(refusal(&directory), sentence);
    server.channel(json!({}));
    kill(server);
    let below_a_file = directory.join(FILE).join("below");
    let mut unusable = vec![below_a_file];
    if cfg!(target_os = "linux") {
        // Where even root cannot write.
        unusable.push(PathBuf::from("/sys"));
    }
    for directory in unusable {
        let sentence = refusal(&directory);
        let start = format!("ivs-local: {} cannot be written (", directory.display());
        assert!(sentence.starts_with(&start), "{sentence}");
        assert!(sentence.ends_with("); give --data-dir another directory\n"), "{sentence}");
    }
}

#[test]
fn a_database_of_a_newer_version_or_of_another_program_is_refused_and_left_as_it_is() {
    const PROGRAM: TableDefinition<&str, u64> = TableDefinition::new("ivs-local");
    let directory = directory("newer");
    drop(start(&directory, &[]));
    let file = directory.join(FILE);
    let database = Database::open(&file).unwrap();
    assert_eq!(database.begin_read().unwrap().open_table(PROGRAM).unwrap().get("format").unwrap().unwrap().value(), 1);
    let newer = database.begin_write().unwrap();
    newer.open_table(PROGRAM).unwrap().insert("format", 2).unwrap();
    newer.commit().unwrap();
    drop(database);
    let bytes = fs::read(&file).unwrap();
    let sentence = format!(
        "ivs-local: {} has format 2, this version reads 1; use the version that wrote it, or give --data-dir another directory\n",
        file.display()
    );
    assert_eq!(refusal(&directory), sentence);
    assert!(fs::read(&file).unwrap() == bytes);

    fs::remove_file(&file).unwrap();
    drop(Database::create(&file).unwrap());
    let bytes = fs::read(&file).unwrap();
    let sentence = format!(
        "ivs-local: {} is damaged, or not of ivs-local (it is another program's); put a copy in its place, or move it away to begin anew\n",
        file.display()
    );
    assert_eq!(refusal(&directory), sentence);
    assert!(fs::read(&file).unwrap() == bytes);
}

#[test]
fn a_damaged_file_is_refused_and_left_as_it_is_unless_nothing_of_it_is_lost() {
    let directory = directory("damaged");
    let server = start(&directory, &[]);
    for number in 0..20 {
        server.channel(json!({ "name": number.to_string() }));
    }
    let said = everything(&server);
    // So that a repair is due at the next start, which must not hide the damage.
    kill(server);
    let file = directory.join(FILE);
    let whole = fs::read(&file).unwrap();
    let mut damaged: Vec<(String, Vec<u8>)> = [0, 1, 4096, whole.len() / 2, whole.len() - 1]
        .into_iter()
        .map(|length| (format!("{length} bytes are left"), whole[..length].to_vec()))
        .collect();
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        damaged.push((format!("a bit at {at} is wrong"), bytes));
    }
    let mut refused = 0;
    for (damage, bytes) in damaged {
        fs::write(&file, &bytes).unwrap();
        let mut child = program();
        child.args([
            "--json",
            "--log",
            "off",
            "--access-key-id",
            "key",
            "--secret-access-key",
            "secret",
            "--port",
            "0",
        ]);
        child.arg("--data-dir").arg(&directory).stderr(Stdio::piped());
        match Server::try_of(child) {
            // Pages that are in no use may be anything.
            Ok(server) => assert_eq!(everything(&server), said, "{damage}"),
            Err(sentence) => {
                let start = format!("ivs-local: {} is damaged, or not of ivs-local (", file.display());
                assert!(sentence.starts_with(&start), "{damage}: {sentence}");
                assert!(
                    sentence.ends_with("); put a copy in its place, or move it away to begin anew\n"),
                    "{damage}: {sentence}"
                );
                assert!(fs::read(&file).unwrap() == bytes, "{damage}: the file was changed");
                refused += 1;
            }
        }
    }
    assert!(refused > 15, "{refused}");
    fs::write(&file, &whole).unwrap();
    assert_eq!(everything(&start(&directory, &[])), said);
}
