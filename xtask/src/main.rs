//! `cargo xtask`: the commands of this workspace.
//!
//! Each command checks for what it needs, installs what it can, says what it is doing, and fails with a sentence that names
//! the remedy.

mod cargo_tool;
mod cluster;
mod consumer;
mod debian;
mod demo;
mod generate;
mod glue;
mod inline;
mod model_diff;
mod package;
mod python;
mod server;
mod shell;
mod shrink;
mod size;
mod test;
mod tools;
mod wasm;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};
use demo::Serve;
use workspace::Workspace;

const HELP: &str = "\
cargo xtask <command>

  build              make the npm package in pkg/ and the demo page's copy of it
  demo [--once]      build, run the example against ivs-local, serve the demo page until Ctrl-C (--once: end instead)
  test [--only NAME] run every check, or the one named
  model-diff         compare src/model with the service model of the pinned botocore
  size               compare the download of one command with that of AWS's SDK
  faults             play the faults of tests/faults, ours beside AWS's SDK, and write docs/faults.md";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["build"] => package::build(&Workspace::load()?),
        ["demo"] => demo::demo(&Workspace::load()?, Serve::UntilInterrupted),
        ["demo", "--once"] => demo::demo(&Workspace::load()?, Serve::Once),
        ["test"] => test::run(&Workspace::load()?, None),
        ["test", "--only", name] => test::run(&Workspace::load()?, Some(name)),
        ["model-diff"] => model_diff::run(&Workspace::load()?),
        ["size"] => size::run(&Workspace::load()?),
        ["faults"] => test::write_faults(&Workspace::load()?),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no command `{}`; run `cargo xtask help`", arguments.join(" ")),
    }
}
