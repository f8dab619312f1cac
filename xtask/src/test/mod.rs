//! `cargo xtask test`: every check of the project, from a bare machine.

mod browser;
mod bundlers;
mod cargo_tool;
#[cfg(test)]
mod contributing;
mod counts;
mod entries;
mod guides;
pub mod instructions;
mod javascript;
mod lockfile;
mod matrix;
mod native;
mod runtimes;
mod wasm_pack;
#[cfg(test)]
mod workflows;

use crate::workspace::Workspace;
use crate::{clean, consumer, declarations, local, model_diff, package, server, size};
use anyhow::{Context, Result, anyhow, bail};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{ScopedJoinHandle, scope};
use std::time::{Duration, Instant};

/// What must be there before a check runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// The sources alone.
    Sources,
    /// The package, built and installed, and `ivs-local`.
    Package,
    /// wasm-pack and wasm-bindgen's test runner.
    WasmPack,
}

struct Check {
    name: &'static str,
    needs: Needs,
    /// Returns how many tests passed; 0 where it is no runner of tests.
    run: fn(&Workspace) -> Result<u64>,
}

const CHECKS: &[Check] = &[
    Check { name: "format", needs: Needs::Sources, run: native::format },
    Check { name: "lint", needs: Needs::Sources, run: javascript::lint },
    Check { name: "lockfile", needs: Needs::Sources, run: lockfile::check },
    Check { name: "clippy", needs: Needs::Sources, run: native::clippy },
    Check { name: "clippy-wasm", needs: Needs::Sources, run: native::clippy_wasm },
    Check { name: "rust", needs: Needs::Sources, run: native::test },
    Check { name: "model-diff", needs: Needs::Sources, run: |workspace| model_diff::run(workspace).map(|()| 0) },
    Check { name: "instructions", needs: Needs::Sources, run: |workspace| instructions::check(workspace).map(|()| 0) },
    Check { name: "size", needs: Needs::Package, run: |workspace| size::check(workspace).map(|()| 0) },
    Check { name: "reproducible", needs: Needs::Package, run: clean::check },
    Check { name: "declarations", needs: Needs::Package, run: declarations::check },
    Check { name: "package", needs: Needs::Package, run: entries::check },
    Check { name: "types", needs: Needs::Package, run: javascript::types },
    Check { name: "node", needs: Needs::Package, run: javascript::node },
    Check { name: "runtimes-fast", needs: Needs::Package, run: runtimes::fast },
    Check { name: "bundlers-fast", needs: Needs::Package, run: bundlers::fast },
    Check { name: "peers", needs: Needs::Package, run: javascript::peers },
    Check { name: "local", needs: Needs::Package, run: javascript::local },
    Check { name: "faults", needs: Needs::Package, run: javascript::faults },
    Check { name: "browser", needs: Needs::Package, run: browser::pages },
    Check { name: "guides", needs: Needs::Package, run: guides::run },
    Check { name: "runtimes", needs: Needs::Package, run: runtimes::all },
    Check { name: "bundlers", needs: Needs::Package, run: bundlers::all },
    Check { name: "local-memory", needs: Needs::Package, run: javascript::local_memory },
    Check { name: "works-in", needs: Needs::Sources, run: matrix::check },
    Check { name: "wasm-node", needs: Needs::WasmPack, run: wasm_pack::node },
    Check { name: "wasm-chrome", needs: Needs::WasmPack, run: wasm_pack::chrome },
];

/// Runs all checks, or those named in a list such as `size,node`, until one fails; ends with a table of what was run.
pub fn run(workspace: &Workspace, only: Option<&str>) -> Result<()> {
    let chosen = chosen(only)?;
    let mut table = Table::default();
    let failed = AtomicBool::new(false);
    scope(|scope| {
        // Compiling these takes minutes, and half of that waits for the linker.
        let needed = chosen.iter().any(|check| check.needs == Needs::WasmPack);
        let tools = needed.then(|| scope.spawn(|| wasm_pack::install(workspace, &failed)));
        let result = run_checks(workspace, &chosen, tools, &mut table);
        failed.store(result.is_err(), Ordering::Relaxed);
        table.print();
        result
    })
}

/// In the order of [`CHECKS`], since some use what an earlier one found.
fn chosen(only: Option<&str>) -> Result<Vec<&'static Check>> {
    let Some(only) = only else { return Ok(CHECKS.iter().collect()) };
    let names: Vec<_> = only.split(',').collect();
    if let Some(unknown) = names.iter().find(|name| CHECKS.iter().all(|check| check.name != **name)) {
        let all: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
        bail!("there is no check `{unknown}`; the checks are {}", all.join(", "));
    }
    Ok(CHECKS.iter().filter(|check| names.contains(&check.name)).collect())
}

fn run_checks(
    workspace: &Workspace,
    checks: &[&Check],
    mut tools: Option<ScopedJoinHandle<'_, Result<()>>>,
    table: &mut Table,
) -> Result<()> {
    let mut built = false;
    for check in checks {
        if check.needs == Needs::Package && !built {
            table.row("build", || build(workspace))?;
            built = true;
        }
        if check.needs == Needs::WasmPack
            && let Some(tools) = tools.take()
        {
            table.row("tools", || tools.join().map_err(|_| anyhow!("installing wasm-pack panicked"))?.map(|()| 0))?;
        }
        table
            .row(check.name, || (check.run)(workspace))
            .with_context(|| format!("the check `{0}` failed (alone: `cargo xtask test --only {0}`)", check.name))?;
    }
    Ok(())
}

/// Plays the faults and writes their outcomes into `docs/faults.md`.
pub fn write_faults(workspace: &Workspace) -> Result<()> {
    package::build(workspace)?;
    consumer::install(workspace)?;
    javascript::write_faults(workspace)
}

/// The checks that determine where the package works; each writes its results.
const MATRICES: &[fn(&Workspace) -> Result<u64>] = &[runtimes::all, bundlers::all];

/// Runs the matrices and writes what they found into `README.md`.
pub fn write_matrix(workspace: &Workspace) -> Result<()> {
    build(workspace)?;
    for matrix in MATRICES {
        matrix(workspace)?;
    }
    matrix::update(workspace)
}

fn build(workspace: &Workspace) -> Result<u64> {
    local::build(workspace)?;
    server::build(workspace)?;
    consumer::install_with_local(workspace)?;
    Ok(0)
}

/// The finished steps: name, how long it took, and how many tests passed in it, or none when it failed.
#[derive(Default)]
struct Table(Vec<(&'static str, Duration, Option<u64>)>);

impl Table {
    fn row(&mut self, name: &'static str, work: impl FnOnce() -> Result<u64>) -> Result<()> {
        let started = Instant::now();
        let result = work();
        self.0.push((name, started.elapsed(), result.as_ref().ok().copied()));
        result.map(drop)
    }

    fn print(&self) {
        let total: Duration = self.0.iter().map(|(_, time, _)| *time).sum();
        let passed: u64 = self.0.iter().filter_map(|(_, _, passed)| *passed).sum();
        println!("\n  {:<13} {:>8}  {:>6}", "step", "seconds", "tests");
        for (name, time, passed) in &self.0 {
            let passed = match passed {
                None => "failed".to_owned(),
                Some(0) => String::new(),
                Some(count) => count.to_string(),
            };
            println!("  {name:<13} {:>8.1}  {passed:>6}", time.as_secs_f32());
        }
        println!("  {:<13} {:>8.1}  {passed:>6}", "all", total.as_secs_f32());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: &str) -> Vec<&'static str> {
        chosen(Some(only)).unwrap().iter().map(|check| check.name).collect()
    }

    #[test]
    fn checks_are_chosen_by_name_and_run_in_the_order_of_the_whole() {
        assert_eq!(chosen(None).unwrap().len(), CHECKS.len());
        assert_eq!(names("size"), ["size"]);
        assert_eq!(names("works-in,format,bundlers"), ["format", "bundlers", "works-in"]);
    }

    #[test]
    fn an_unknown_check_among_known_ones_fails() {
        for only in ["", "sizes", "size,", "size, node"] {
            let why = chosen(Some(only)).err().unwrap().to_string();
            assert!(why.contains("the checks are format,"), "{only}: {why}");
        }
    }
}
