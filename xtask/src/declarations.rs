//! The TypeScript declarations as they were when the changelog last told of them.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::shell::step;
use crate::typescript::is_declaration;
use crate::workspace::{Workspace, write};
use crate::{changelog, dist, package};

/// The record: what it is, what the changelog said then, and the declarations without their comments.
const RECORD: &str = "tests/types/api.d.ts";

const HEAD: &str = "// The package's declarations, without comments. Written by `cargo xtask declarations`.\n";
const TOLD: &str = "// SHA-256 of what was under Unreleased in CHANGELOG.md: ";

/// `cargo xtask declarations`: records them anew, unless nobody has told of the change.
pub fn record(workspace: &Workspace) -> Result<()> {
    package::build(workspace)?;
    let record = workspace.root.join(RECORD);
    let recorded = fs::read_to_string(&record).ok();
    match renewed(recorded.as_deref(), &declared(&workspace.package())?, &changelog::read(workspace)?)? {
        Some(text) => {
            write(&record, text)?;
            println!("wrote {RECORD}");
        }
        None => println!("{RECORD} has these declarations already"),
    }
    Ok(())
}

/// Fails if the built package has other declarations than those recorded.
pub fn check(workspace: &Workspace) -> Result<u64> {
    step("comparing the declarations with those recorded", || {
        let recorded =
            fs::read_to_string(workspace.root.join(RECORD)).with_context(|| format!("cannot read {RECORD}"))?;
        let (_, recorded) = parts(&recorded)?;
        let declared = declared(&workspace.package())?;
        if let Some(difference) = difference(recorded, &declared) {
            bail!(
                "the declarations are not those of {RECORD}:\n{difference}\n\
                 If that is meant: tell of it under `## [{}]` in {}, and run `cargo xtask declarations`",
                changelog::UNRELEASED,
                changelog::FILE
            );
        }
        Ok(0)
    })
}

/// The new record, or nothing if the old one is still right. `docs/semver.md` says which version a change needs.
fn renewed(record: Option<&str>, declared: &str, changelog: &str) -> Result<Option<String>> {
    let told = changelog::section(changelog, changelog::UNRELEASED);
    let digest = dist::sha256(told.unwrap_or_default().as_bytes());
    if let Some(record) = record {
        let (digest_then, declared_then) = parts(record)?;
        let Some(difference) = difference(declared_then, declared) else { return Ok(None) };
        ensure!(
            told.is_some() && digest != digest_then,
            "the declarations changed, and {} tells nothing of it under `## [{}]`: add a line there first\n{difference}",
            changelog::FILE,
            changelog::UNRELEASED
        );
    }
    Ok(Some(format!("{HEAD}{TOLD}{digest}\n{declared}")))
}

fn parts(record: &str) -> Result<(&str, &str)> {
    let parts =
        record.strip_prefix(HEAD).and_then(|rest| rest.strip_prefix(TOLD)).and_then(|rest| rest.split_once('\n'));
    parts.with_context(|| format!("{RECORD} was written by hand; take it from the last commit"))
}

/// The lines that only one of them has, in the order of the files. Lines that only moved are told without names.
fn difference(then: &str, now: &str) -> Option<String> {
    const MOST: usize = 20;
    if then == now {
        return None;
    }
    let without = |these: &str, sign: char, others: &str| {
        let mut left: Vec<_> = others.lines().collect();
        let mut only = Vec::new();
        for line in these.lines() {
            match left.iter().position(|other| *other == line) {
                Some(place) => drop(left.swap_remove(place)),
                None => only.push(format!("{sign} {line}")),
            }
        }
        only
    };
    let mut lines = without(then, '-', now);
    lines.extend(without(now, '+', then));
    if lines.is_empty() {
        lines.push("the same lines in another order".to_owned());
    }
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push(format!("and {more} lines more"));
    }
    Some(lines.join("\n"))
}

/// All `.d.ts` of a package, but for the copies that `require` finds.
fn declared(package: &Path) -> Result<String> {
    let mut text = String::new();
    let is_first = |name: &&String| is_declaration(name) && !name.starts_with("commonjs/");
    for name in package::files(package)?.iter().filter(is_first) {
        let _ = write!(text, "\n// {name}\n{}", bare(&fs::read_to_string(package.join(name))?));
    }
    ensure!(!text.is_empty(), "{} has no declarations", package.display());
    Ok(text)
}

/// Declarations without comments and empty lines.
fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut quote = None;
    while let Some(character) = characters.next() {
        match (quote, character, characters.peek()) {
            (Some(_), '\\', _) => {
                out.push(character);
                out.extend(characters.next());
                continue;
            }
            (Some(open), _, _) if open == character => quote = None,
            (None, '"' | '\'' | '`', _) => quote = Some(character),
            (None, '/', Some('/')) => {
                while characters.next_if(|next| *next != '\n').is_some() {}
                continue;
            }
            (None, '/', Some('*')) => {
                characters.next();
                let mut before = ' ';
                for next in characters.by_ref() {
                    if before == '*' && next == '/' {
                        break;
                    }
                    before = next;
                }
                continue;
            }
            _ => {}
        }
        out.push(character);
    }
    out.lines().map(str::trim_end).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
#[path = "declarations_tests.rs"]
mod tests;
