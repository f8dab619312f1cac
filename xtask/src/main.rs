//! `cargo xtask`: the commands of this workspace.
//!
//! Each command checks for what it needs, installs what it can, says what it is doing, and fails with a sentence that names
//! the remedy.

mod debian;
mod generate;
mod model_diff;
mod package;
mod python;
mod shell;
mod tools;
mod wasm;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};
use workspace::Workspace;

const HELP: &str = "\
cargo xtask <command>

  build              make the npm package in pkg/ and the demo page's copy of it
  model-diff         compare src/model with the service model of the pinned botocore";

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
        ["model-diff"] => model_diff::run(&Workspace::load()?),
        ["build"] => package::build(&Workspace::load()?),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no command `{}`; run `cargo xtask help`", arguments.join(" ")),
    }
}
