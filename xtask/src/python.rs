//! The Python of the peers: a virtual environment in the target folder with the pinned botocore, boto3, moto and AWS CLI.

use crate::debian;
use crate::shell::{output, program, run_quietly, step};
use crate::workspace::{Workspace, is_current};
use anyhow::{Context, Result, bail};
use ivs_wasm::model::Service;
use std::fs;
use std::path::{Path, PathBuf};

const REQUIREMENTS: &str = "tests/peers/requirements.txt";
const CONSTRAINTS: &str = "tests/peers/constraints.txt";
const REMEDY: &str = "install Python 3.10 or newer with its venv module and run the command again";

/// The interpreter of the environment, created or updated when needed.
pub fn venv(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("py");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let files = [REQUIREMENTS, CONSTRAINTS].map(|name| workspace.root.join(name));
    let stamps = [REQUIREMENTS, CONSTRAINTS].map(|name| folder.join(name.replace('/', "-")));
    let mut current = python.exists();
    for (stamp, file) in stamps.iter().zip(&files) {
        current = current && is_current(stamp, file)?;
    }
    if current {
        return Ok(python);
    }
    step("installing botocore, boto3, moto and the AWS CLI for the comparisons", || {
        create(workspace, &folder)?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
        run_quietly(program(&workspace.root, &python).args(pip).arg(REQUIREMENTS))?;
        for (stamp, file) in stamps.iter().zip(&files) {
            fs::copy(file, stamp)?;
        }
        Ok(())
    })?;
    Ok(python)
}

fn create(workspace: &Workspace, folder: &Path) -> Result<()> {
    let found = ["python3", "python"].into_iter().find(|name| is_recent(workspace, name));
    let Some(name) = found else { bail!("there is no Python 3.10 or newer on PATH: {REMEDY}") };
    let make = || run_quietly(program(&workspace.root, name).args(["-m", "venv", "--clear"]).arg(folder));
    if make().is_ok() {
        return Ok(());
    }
    debian::install(workspace, &["python3-venv"]).context(REMEDY)?;
    make().context(REMEDY)
}

fn is_recent(workspace: &Workspace, name: &str) -> bool {
    let check = "import sys; sys.exit(sys.version_info < (3, 10))";
    run_quietly(program(&workspace.root, name).args(["-c", check])).is_ok()
}

/// The folder in which the installed botocore keeps the model of a service.
pub fn botocore_data(workspace: &Workspace, python: &Path, service: &Service) -> Result<PathBuf> {
    let script = "import botocore; print(botocore.__version__); print(botocore.__path__[0])";
    let said = output(program(&workspace.root, python).args(["-c", script]))?;
    let (version, folder) = said.trim_end().split_once('\n').context("botocore did not print its path")?;
    let requirements = fs::read_to_string(workspace.root.join(REQUIREMENTS))?;
    if !requirements.lines().any(|line| line == format!("botocore=={}", version.trim())) {
        bail!("botocore {version} is installed, which {REQUIREMENTS} does not name; remove {}", python.display());
    }
    Ok(Path::new(folder).join("data").join(service.id).join(service.api_version))
}
