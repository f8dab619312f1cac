//! `cargo xtask test`: every check of the project, from a bare machine.

mod browser;
mod counts;
mod javascript;
mod lockfile;
mod native;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{consumer, model_diff, package, server, size};

/// What the checks of the built package run with.
struct Built {
    server: PathBuf,
}

enum Check {
    /// Needs the sources alone.
    Sources(fn(&Workspace) -> Result<u64>),
    /// Needs the package built and installed, and `ivs-local`.
    Package(fn(&Workspace, &Built) -> Result<u64>),
}

/// Every step by its name; a check returns how many tests passed, 0 where it is no runner of tests.
const CHECKS: &[(&str, Check)] = &[
    ("format", Check::Sources(native::format)),
    ("lockfile", Check::Sources(lockfile::check)),
    ("clippy", Check::Sources(native::clippy)),
    ("clippy-wasm", Check::Sources(native::clippy_wasm)),
    ("rust", Check::Sources(native::test)),
    ("model-diff", Check::Sources(|workspace| model_diff::run(workspace).map(|()| 0))),
    ("size", Check::Package(|workspace, _| size::check(workspace).map(|()| 0))),
    ("types", Check::Package(javascript::types)),
    ("node", Check::Package(javascript::node)),
    ("peers", Check::Package(javascript::peers)),
    ("browser", Check::Package(browser::page)),
    ("wasm-node", Check::Sources(browser::wasm_node)),
    ("wasm-chrome", Check::Sources(browser::wasm_chrome)),
];

/// A finished step: its name, how long it took, and how many tests passed in it.
type Row = (&'static str, Duration, u64);

/// Runs all checks, or the one named, until one fails; ends with a table of what was run.
pub fn run(workspace: &Workspace, only: Option<&str>) -> Result<()> {
    let chosen: Vec<_> = CHECKS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if chosen.is_empty() {
        let names: Vec<_> = CHECKS.iter().map(|(name, _)| *name).collect();
        bail!("there is no such check; the checks are {}", names.join(", "));
    }
    let mut rows = Vec::new();
    std::thread::scope(|scope| {
        // Compiling the tools takes minutes and waits for the linker half the time.
        let tools = chosen
            .iter()
            .any(|(name, _)| name.starts_with("wasm-"))
            .then(|| scope.spawn(|| browser::install_tools(workspace)));
        let done = run_checks(workspace, &chosen, tools, &mut rows);
        print(&rows);
        done
    })
}

type Tools<'scope> = std::thread::ScopedJoinHandle<'scope, Result<()>>;

fn run_checks(
    workspace: &Workspace,
    chosen: &[&(&'static str, Check)],
    mut tools: Option<Tools<'_>>,
    rows: &mut Vec<Row>,
) -> Result<()> {
    let mut built = None;
    for (name, check) in chosen {
        if name.starts_with("wasm-")
            && let Some(tools) = tools.take()
        {
            timed("tools", rows, || {
                tools.join().map_err(|_| anyhow::anyhow!("installing the tools panicked"))?.map(|()| 0)
            })?;
        }
        if matches!(check, Check::Package(_)) && built.is_none() {
            timed("build", rows, || {
                built = Some(build(workspace)?);
                Ok(0)
            })?;
        }
        timed(name, rows, || match (check, &built) {
            (Check::Sources(check), _) => check(workspace),
            (Check::Package(check), Some(built)) => check(workspace, built),
            (Check::Package(_), None) => bail!("the package was not built"),
        })
        .with_context(|| format!("the check `{name}` failed (alone: `cargo xtask test --only {name}`)"))?;
    }
    Ok(())
}

fn build(workspace: &Workspace) -> Result<Built> {
    package::build(workspace)?;
    let server = server::build(workspace)?;
    consumer::install(workspace)?;
    Ok(Built { server })
}

fn timed(name: &'static str, rows: &mut Vec<Row>, work: impl FnOnce() -> Result<u64>) -> Result<()> {
    let started = Instant::now();
    let passed = work()?;
    rows.push((name, started.elapsed(), passed));
    Ok(())
}

fn print(rows: &[Row]) {
    let total: Duration = rows.iter().map(|(_, time, _)| *time).sum();
    let passed: u64 = rows.iter().map(|(_, _, passed)| passed).sum();
    println!("\n  {:<12} {:>8}  {:>6}", "step", "seconds", "tests");
    for (name, time, passed) in rows {
        let passed = if *passed == 0 { String::new() } else { passed.to_string() };
        println!("  {name:<12} {:>8.1}  {passed:>6}", time.as_secs_f32());
    }
    println!("  {:<12} {:>8.1}  {passed:>6}", "all", total.as_secs_f32());
}
