//! `cargo xtask instructions`: the cost of a signature in instructions, which do not depend on the load of the machine.

use crate::debian;
use crate::remap::Rustc;
use crate::shell::{cargo, output, program, run, run_quietly, step};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const NAME: &str = "ivs-wasm-instructions";
const BUDGET: &str = "benches/instructions.json";
const UPDATE: &str = "cargo xtask instructions --update";
const CASES: [&str; 4] = ["sign", "presign", "derive", "compress"];

/// Percent by which a count may differ from the committed one.
const TOLERANCE: u64 = 3;

/// The cost of one round of a case.
struct Cost {
    instructions: u64,
    compressions: u64,
}

pub fn show(workspace: &Workspace) -> Result<()> {
    count(workspace).map(drop)
}

/// Counts, and keeps the counts as those to compare with.
pub fn update(workspace: &Workspace) -> Result<()> {
    let counted = count(workspace)?;
    let facts = |cost: &Cost| json!({ "instructions": cost.instructions, "compressions": cost.compressions });
    let cases: Map<_, _> = counted.iter().map(|(case, cost)| ((*case).to_owned(), facts(cost))).collect();
    let Rustc { release, host, .. } = Rustc::ask(workspace)?;
    let budget = json!({ "rustc": release, "host": host, "cases": cases });
    fs::write(workspace.root.join(BUDGET), format!("{budget:#}\n"))?;
    println!("wrote {BUDGET}");
    Ok(())
}

/// Fails when a count is not the committed one, give or take [`TOLERANCE`].
pub fn check(workspace: &Workspace) -> Result<()> {
    let budget: Value = serde_json::from_slice(&fs::read(workspace.root.join(BUDGET))?)?;
    let Rustc { release, host, .. } = Rustc::ask(workspace)?;
    let known = |fact: &str| budget.get(fact).and_then(Value::as_str).unwrap_or_default();
    if known("host") != host {
        bail!("{BUDGET} was counted on {}, and this is {host}: run this check there", known("host"));
    }
    for (case, cost) in count(workspace)? {
        let committed = budget.pointer(&format!("/cases/{case}/instructions")).and_then(Value::as_u64);
        let committed = committed.with_context(|| format!("{BUDGET} has no {case}: run `{UPDATE}`"))?;
        let Some(change) = verdict(cost.instructions, committed) else { continue };
        bail!(
            "`{case}` costs {}, {change} than the {committed} of {BUDGET} (rustc was {} then, and is {release} now); \
             if that is meant, run `{UPDATE}`",
            cost.instructions,
            known("rustc")
        );
    }
    Ok(())
}

/// The problem of a count, if there is one.
fn verdict(counted: u64, committed: u64) -> Option<&'static str> {
    let allowed = committed * TOLERANCE / 100;
    if counted > committed + allowed {
        return Some("more");
    }
    (counted + allowed < committed).then_some("less")
}

fn count(workspace: &Workspace) -> Result<Vec<(&'static str, Cost)>> {
    if run_quietly(program(&workspace.root, "valgrind").arg("--version")).is_err() {
        debian::install(workspace, &["valgrind"]).context("instructions are counted by valgrind")?;
    }
    let binary = build(workspace)?;
    step("counting the signer's instructions", || {
        let mut counted = Vec::new();
        for case in CASES {
            counted.push((case, cost(workspace, &binary, case)?));
        }
        print(&counted);
        Ok(counted)
    })
}

/// With SHA-256 in plain Rust on every processor: otherwise it would be chosen at run time by the instructions of the processor.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    let target = workspace.target.join("instructions");
    step("building the signer for counting", || {
        run(cargo(&workspace.root)
            .args(["build", "--quiet", "--locked", "--package", NAME, "--profile", "instructions", "--target-dir"])
            .arg(&target)
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env("RUSTFLAGS", "--cfg sha2_backend=\"soft\""))
    })?;
    Ok(target.join("instructions").join(NAME))
}

fn cost(workspace: &Workspace, binary: &Path, case: &str) -> Result<Cost> {
    const FEW: u64 = 60;
    const MANY: u64 = 660;
    let counted = |rounds: u64| {
        let out = workspace.target.join("instructions/callgrind.out");
        let mut valgrind = program(&workspace.root, "valgrind");
        valgrind.args(["--quiet", "--tool=callgrind"]).arg(format!("--callgrind-out-file={}", out.display()));
        // Which `memcpy` the C library takes depends on the processor too.
        valgrind.env("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2,-AVX,-AVX512F,-AVX512VL,-ERMS,-FSRM");
        let compressions: u64 = output(valgrind.arg(binary).args([case, &rounds.to_string()]))?.trim().parse()?;
        let text = fs::read_to_string(&out)?;
        let total = text.lines().find_map(|line| line.strip_prefix("summary:").or(line.strip_prefix("totals:")));
        let total: u64 = total.context("callgrind counted nothing")?.trim().parse()?;
        Ok::<_, anyhow::Error>((total, compressions))
    };
    let ((few, _), (many, compressions)) = (counted(FEW)?, counted(MANY)?);
    Ok(Cost { instructions: (many - few) / (MANY - FEW), compressions })
}

fn print(counted: &[(&str, Cost)]) {
    let compression = counted.iter().find(|(case, _)| *case == "compress").map_or(0, |(_, cost)| cost.instructions);
    println!("  {:<10} {:>12} {:>13} {:>22}", "case", "instructions", "compressions", "of them in SHA-256");
    for (case, Cost { instructions, compressions }) in counted {
        println!(
            "  {case:<10} {instructions:>12} {compressions:>13} {:>20} %",
            100 * compressions * compression / (*instructions).max(1)
        );
    }
}

#[cfg(test)]
#[path = "instructions_tests.rs"]
mod tests;
