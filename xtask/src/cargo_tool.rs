//! Programs that cargo installs, kept in the target folder.

use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::shell::{cargo, line, output};
use crate::workspace::Workspace;

/// A program that cargo installs, kept in the target folder.
pub struct CargoTool {
    pub name: &'static str,
    pub version: String,
    pub features: &'static [&'static str],
}

impl CargoTool {
    /// Installs it unless it is there, and gives up when `stop` is set. Prints little, because it runs in the background.
    pub fn install(&self, workspace: &Workspace, stop: &AtomicBool) -> Result<()> {
        if self.is_installed(workspace)? {
            return Ok(());
        }
        println!("    (installing {} {} in the background)", self.name, self.version);
        let started = Instant::now();
        // The versions that the tool was released with, unless the registry has lost one of them.
        if self.cargo_install(workspace, &["--locked"], stop).is_err() {
            self.cargo_install(workspace, &[], stop)?;
        }
        println!("    ({} {} installed in {:.0} s)", self.name, self.version, started.elapsed().as_secs_f32());
        Ok(())
    }

    fn is_installed(&self, workspace: &Workspace) -> Result<bool> {
        let list = output(cargo(&workspace.root).args(["install", "--list", "--root"]).arg(folder(workspace)))?;
        let entry = format!("{} v{}:", self.name, self.version);
        Ok(list.lines().any(|line| line == entry))
    }

    fn cargo_install(&self, workspace: &Workspace, lock: &[&str], stop: &AtomicBool) -> Result<()> {
        let folder = folder(workspace);
        fs::create_dir_all(&folder)?;
        let log = folder.join(format!("{}.log", self.name));
        let tool = format!("{}@{}", self.name, self.version);
        let mut command = cargo(&workspace.root);
        command
            .env("CARGO_TARGET_DIR", folder.join("build"))
            // Built for debugging: it runs for seconds, and takes minutes longer to optimise.
            .args(["install", "--quiet", "--debug", "--force", &tool])
            .args(self.features)
            .args(lock)
            .arg("--root")
            .arg(&folder)
            .stderr(File::create(&log)?);
        let mut child = command.spawn()?;
        loop {
            if let Some(status) = child.try_wait()? {
                if !status.success() {
                    bail!("`{}` failed:\n{}", line(&command), fs::read_to_string(&log)?.trim_end());
                }
                return Ok(());
            }
            if stop.load(Ordering::Relaxed) {
                child.kill()?;
                child.wait()?;
                bail!("the installation of {tool} was stopped");
            }
            sleep(Duration::from_millis(200));
        }
    }
}

pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}
