//! A running `ivs-local`.

use crate::shell::{cargo, program, run, step};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::env::consts::EXE_SUFFIX;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Stdio};

const NAME: &str = "ivs-local";

pub fn build(workspace: &Workspace) -> Result<()> {
    step("building ivs-local", || run(cargo(&workspace.root).args(["build", "--locked", "--package", NAME])))
}

/// Builds it with the profile of releases, for the host; returns the binary.
pub fn build_as_released(workspace: &Workspace) -> Result<PathBuf> {
    step("building ivs-local as it is released", || {
        run(cargo(&workspace.root).args(["build", "--locked", "--profile", "tool", "--package", NAME]))
    })?;
    Ok(workspace.target.join("tool").join(format!("{NAME}{EXE_SUFFIX}")))
}

/// A child process that is killed when this is dropped.
pub struct Server {
    child: Child,
    facts: Value,
    /// Kept open: a server that prints into a closed pipe is killed.
    _stdout: BufReader<ChildStdout>,
}

impl Server {
    /// Starts it with the demo page and these arguments, and waits until it listens.
    pub fn start(workspace: &Workspace, arguments: &[&str]) -> Result<Self> {
        let mut command = program(&workspace.root, workspace.debug_bin(NAME));
        let mut child =
            command.args(["--json", "--www", "www", "--log", "off"]).args(arguments).stdout(Stdio::piped()).spawn()?;
        let mut stdout = BufReader::new(child.stdout.take().context("ivs-local has no stdout")?);
        let mut line = String::new();
        stdout.read_line(&mut line)?;
        let mut server = Self { child, facts: Value::Null, _stdout: stdout };
        ensure!(!line.is_empty(), "ivs-local did not start; its output is above");
        server.facts = serde_json::from_str(&line).context("ivs-local did not print its facts as JSON")?;
        Ok(server)
    }

    /// One of the facts that it printed, such as `endpoint`.
    pub fn fact(&self, name: &str) -> Result<&str> {
        self.facts.get(name).and_then(Value::as_str).with_context(|| format!("ivs-local did not print its {name}"))
    }

    pub fn has_ended(&mut self) -> Result<bool> {
        Ok(self.child.try_wait()?.is_some())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
