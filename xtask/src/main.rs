//! `cargo xtask`: the commands of this workspace.
//!
//! Each command checks for what it needs, installs what it can, prints its progress, and fails with a sentence that names the
//! remedy.

mod bench;
mod changelog;
mod clean;
mod consumer;
mod debian;
mod declarations;
mod demo;
mod dist;
mod generate;
mod inline;
mod licenses;
mod local;
mod model_diff;
mod names;
mod package;
mod panics;
mod python;
mod remap;
mod server;
mod shell;
mod size;
mod test;
mod tools;
mod typescript;
mod variants;
mod wasm;
mod wasm_opt;
mod workspace;

use anyhow::{Result, bail};
use demo::Serve;
use std::process::ExitCode;
use workspace::Workspace;

const HELP: &str = "\
cargo xtask <command>

  build [--local]    make the npm package in pkg/ and the demo page's copy of it; --local: the package ivs-local in pkg-local/
  demo [--once]      build, run the example against ivs-local, serve the demo page until Ctrl-C (--once: end instead)
  test [--only NAME[,NAME...]]
                     run every check, or those named
  model-diff         compare src/model with the service model of the pinned botocore
  size [--write]     compare the download of one command with that of AWS's SDK and with the budget;
                     --write: make it the budget, and write docs/size.md anew
  declarations       record a change of the package's declarations, which needs an entry in CHANGELOG.md
  dist [--verify | --release TAG]
                     make what a release consists of in target/dist; --verify: twice from clean sources, compared;
                     --release: the same, for a tag whose version and changelog are right
  bench [--before COMMIT] [--only SECTION] [--rounds N]
                     measure the package's speed beside its peers', and write docs/performance.md; --before: and beside the
                     package of that commit
  instructions [--update]
                     count the instructions of a signature; --update: record them in benches/instructions.json
  faults             play the faults of tests/faults with this package and AWS's SDK, and write docs/faults.md
  matrix             run the package in every runtime and through every bundler, and write the README's table";

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
        ["build", "--local"] => local::build(&Workspace::load()?),
        ["demo"] => demo::demo(&Workspace::load()?, Serve::UntilInterrupted),
        ["demo", "--once"] => demo::demo(&Workspace::load()?, Serve::Once),
        ["test"] => test::run(&Workspace::load()?, None),
        ["test", "--only", names] => test::run(&Workspace::load()?, Some(names)),
        ["model-diff"] => model_diff::run(&Workspace::load()?),
        ["size"] => size::run(&Workspace::load()?),
        ["dist"] => dist::run_here(&Workspace::load()?),
        ["dist", "--verify"] => dist::run_verified(&Workspace::load()?),
        ["dist", "--release", tag] => dist::run_release(&Workspace::load()?, tag),
        ["size", "--write"] => size::record(&Workspace::load()?),
        ["declarations"] => declarations::record(&Workspace::load()?),
        ["bench", arguments @ ..] => bench::bench(&Workspace::load()?, arguments),
        ["instructions"] => test::instructions::show(&Workspace::load()?),
        ["instructions", "--update"] => test::instructions::update(&Workspace::load()?),
        ["faults"] => test::write_faults(&Workspace::load()?),
        ["matrix"] => test::write_matrix(&Workspace::load()?),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no command `{}`; run `cargo xtask help`", arguments.join(" ")),
    }
}
