//! `cargo xtask matrix`: the README's table of where the package works, from what the matrices of runtimes and bundlers found.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::shell::step;
use crate::workspace::{Workspace, write};

const BEGIN: &str = "<!-- works-in: begin -->\n";
const END: &str = "<!-- works-in: end -->";

/// A place where the package was run.
struct Row {
    place: String,
    version: String,
    /// Ways of using the package there, such as `import, require`.
    how: String,
    /// Whether a lock file says which version it is.
    pinned: bool,
}

pub fn update(workspace: &Workspace) -> Result<()> {
    step("writing the table of README.md", || {
        let (path, readme) = readme(workspace)?;
        let (before, _, after) = parts(&readme)?;
        write(&path, format!("{before}{}{after}", table(&results(workspace)?, |row| row.version.clone())))
    })
}

/// Whether the README has the table of the last results. A version that is not pinned by a lock file may differ.
pub fn check(workspace: &Workspace) -> Result<u64> {
    step("comparing the table of README.md with the results", || {
        let (_, readme) = readme(workspace)?;
        let (_, found, _) = parts(&readme)?;
        let found = found.to_owned();
        let expected = table(&results(workspace)?, |row| if row.pinned { row.version.clone() } else { ANY.to_owned() });
        if !matches(&expected, &found) {
            bail!(
                "README.md says that the package works in\n{found}\nand the results say\n{expected}\n\
                 Run `cargo xtask matrix` and commit what it writes"
            );
        }
        Ok(0)
    })
}

fn readme(workspace: &Workspace) -> Result<(PathBuf, String)> {
    let path = workspace.root.join("README.md");
    let text = fs::read_to_string(&path).context("cannot read README.md")?;
    Ok((path, text))
}

/// The text before the table, the table, and the text after it; the marks are not part of the table.
fn parts(readme: &str) -> Result<(&str, &str, &str)> {
    let cut = || {
        let start = readme.find(BEGIN)? + BEGIN.len();
        let (before, rest) = readme.split_at_checked(start)?;
        let (table, after) = rest.split_at_checked(rest.find(END)?)?;
        Some((before, table, after))
    };
    cut().with_context(|| format!("README.md has no table between {} and {END}", BEGIN.trim_end()))
}

fn results(workspace: &Workspace) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for name in ["runtimes", "bundlers"] {
        let path = workspace.target.join("matrix").join(format!("{name}.json"));
        let text = fs::read(&path)
            .with_context(|| format!("there is no {}; run `cargo xtask matrix`, which makes it", path.display()))?;
        let read =
            || serde_json::from_slice::<Value>(&text).ok()?.as_array()?.iter().map(row).collect::<Option<Vec<_>>>();
        rows.extend(read().with_context(|| format!("{} is of another form", path.display()))?);
    }
    Ok(rows)
}

fn row(value: &Value) -> Option<Row> {
    let text = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
    Some(Row {
        place: text("where")?,
        version: text("version")?,
        how: text("how")?,
        pinned: value.get("pinned")?.as_bool()?,
    })
}

/// A line for each way of using the package, with the places that have it.
fn table(rows: &[Row], version: impl Fn(&Row) -> String) -> String {
    let mut lines: Vec<(&str, String, &str)> = Vec::new();
    for row in rows {
        // `Node 18` and `Node 20` are `Node` with two versions.
        let name = row.place.trim_end_matches(|last: char| last.is_ascii_digit()).trim_end();
        let version = version(row);
        match lines.iter_mut().find(|(how, ..)| *how == row.how) {
            Some((_, places, last)) if *last == name => places.extend([", ", &version]),
            Some((_, places, last)) => {
                places.extend([", ", name, " ", &version]);
                *last = name;
            }
            None => lines.push((&row.how, format!("{name} {version}"), name)),
        }
    }
    let mut table = "| how | where |\n|---|---|\n".to_owned();
    for (how, places, _) in lines {
        table.extend(["| ", how, " | ", &places, " |\n"]);
    }
    table
}

/// Stands for any version.
const ANY: &str = "*";

fn matches(expected: &str, mut found: &str) -> bool {
    for (index, piece) in expected.split(ANY).enumerate() {
        if index > 0 {
            found = found.trim_start_matches(|next: char| next.is_ascii_alphanumeric() || ".-+~".contains(next));
        }
        let Some(rest) = found.strip_prefix(piece) else { return false };
        found = rest;
    }
    found.is_empty()
}

#[cfg(test)]
#[path = "matrix_tests.rs"]
mod tests;
