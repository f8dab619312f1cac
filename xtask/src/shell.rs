//! Running programs, and printing progress.

use anyhow::{Context, Result, anyhow, bail, ensure};
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Prints what `work` does before it, and how long it took after it.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("==> {what}");
    let started = Instant::now();
    let result = work()?;
    println!("    {:.1} s", started.elapsed().as_secs_f32());
    Ok(result)
}

/// A program to run in `dir`.
pub fn program(dir: &Path, name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(dir).stdin(Stdio::null());
    command
}

/// The cargo that runs us, so that every step uses one toolchain.
pub fn cargo(dir: &Path) -> Command {
    program(dir, std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A program of npm, which on Windows is a script.
pub fn npm(dir: &Path) -> Command {
    program(dir, if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Runs it with its output shown, and fails unless it succeeds.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    ensure!(status.success(), "`{}` failed ({status}); its output is above", line(command));
    Ok(())
}

/// Runs it without showing its output, and fails with that output unless it succeeds.
pub fn run_quietly(command: &mut Command) -> Result<()> {
    output(command).map(drop)
}

/// What it printed on stdout; fails with all of its output unless it succeeds.
pub fn output(command: &mut Command) -> Result<String> {
    let done = command.output().map_err(|error| not_started(command, &error))?;
    let stdout = String::from_utf8_lossy(&done.stdout);
    if !done.status.success() {
        let stderr = String::from_utf8_lossy(&done.stderr);
        bail!("`{}` failed ({}):\n{}{}", line(command), done.status, stdout, stderr.trim_end());
    }
    Ok(stdout.into_owned())
}

/// Runs it with its output shown, and returns what it printed on stdout; fails unless it succeeds.
pub fn run_and_keep(command: &mut Command) -> Result<String> {
    use std::io::{BufRead, BufReader};

    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    let stdout = child.stdout.take().context("no stdout")?;
    let mut kept = String::new();
    for text in BufReader::new(stdout).lines() {
        let text = text?;
        println!("{text}");
        kept.push_str(&text);
        kept.push('\n');
    }
    let status = child.wait()?;
    ensure!(status.success(), "`{}` failed ({status}); its output is above", line(command));
    Ok(kept)
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let name = command.get_program().to_string_lossy();
    if error.kind() == ErrorKind::NotFound {
        return anyhow!("{name} is not installed or not on PATH; install it and run the command again");
    }
    anyhow!("{name} did not start: {error}")
}
