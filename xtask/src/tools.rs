//! What the commands need besides Cargo: each is checked for, and installed if possible.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::debian;
use crate::shell::{cargo, npm, output, program, run, run_quietly, step};
use crate::workspace::{Workspace, is_current, write};

/// The target that the client is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

const OLDEST_NODE: u32 = 20;

/// The standard library of [`WASM`].
pub fn wasm_target(workspace: &Workspace) -> Result<()> {
    let libraries = output(program(&workspace.root, "rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if fs::read_dir(libraries.trim()).is_ok_and(|mut files| files.next().is_some()) {
        return Ok(());
    }
    step(&format!("installing Rust's {WASM} target"), || {
        run(program(&workspace.root, "rustup").args(["target", "add", WASM])).with_context(|| {
            format!("Rust's {WASM} target is missing; install it from the source of this Rust installation")
        })
    })
}

/// A toolchain component, such as `clippy`.
pub fn component(workspace: &Workspace, name: &str, subcommand: &str) -> Result<()> {
    if run_quietly(cargo(&workspace.root).args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    step(&format!("installing {name}"), || {
        run(program(&workspace.root, "rustup").args(["component", "add", name]))
            .with_context(|| format!("{name} is missing; install it from the source of this Rust installation"))
    })
}

/// Node, new enough, and the npm packages of `package-lock.json`.
pub fn node(workspace: &Workspace) -> Result<()> {
    let remedy = || format!("install Node {OLDEST_NODE} or newer, with npm, and run the command again");
    let version = output(program(&workspace.root, "node").arg("--version")).with_context(remedy)?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node {} is too old: {}", version.trim(), remedy());
    }
    npm_packages(&workspace.root, &workspace.root).with_context(remedy)
}

/// The packages of the `package-lock.json` in `source`, in the `node_modules` of `folder`.
pub fn npm_packages(source: &Path, folder: &Path) -> Result<()> {
    let lock = source.join("package-lock.json");
    let stamp = folder.join("node_modules/.installed-package-lock.json");
    if is_current(&stamp, &lock)? {
        return Ok(());
    }
    step(&format!("installing the npm packages of {}", lock.display()), || {
        for name in ["package.json", "package-lock.json"] {
            write(&folder.join(name), fs::read(source.join(name))?)?;
        }
        run_quietly(npm(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
        fs::copy(&lock, &stamp)?;
        Ok(())
    })
}

pub struct Chromium {
    pub browser: PathBuf,
    /// Its driver, which speaks `WebDriver`.
    pub driver: PathBuf,
}

/// Chromium, from `CHROMIUM` and `CHROMEDRIVER` or the `PATH`; Debian's is installed when there is none.
pub fn chromium(workspace: &Workspace) -> Result<Chromium> {
    let find = || {
        Some(Chromium {
            browser: found("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?,
            driver: found("CHROMEDRIVER", &["chromedriver"])?,
        })
    };
    if let Some(chromium) = find() {
        return Ok(chromium);
    }
    debian::install(workspace, &["chromium", "chromium-driver"])
        .context("the browser tests need Chromium and its driver, on PATH or named by CHROMIUM and CHROMEDRIVER")?;
    find().context("Chromium was installed but is not on PATH; name it by CHROMIUM and its driver by CHROMEDRIVER")
}

/// Firefox, from `FIREFOX` or the `PATH`; Debian's is installed when there is none.
pub fn firefox(workspace: &Workspace) -> Result<PathBuf> {
    let find = || found("FIREFOX", &["firefox-esr", "firefox"]);
    if let Some(firefox) = find() {
        return Ok(firefox);
    }
    debian::install(workspace, &["firefox-esr"]).context("the tests need Firefox, on PATH or named by FIREFOX")?;
    find().context("Firefox was installed but is not on PATH; name it by FIREFOX")
}

/// `WebKitGTK`'s own small browser, and the screen that it needs.
pub struct WebKit {
    pub browser: PathBuf,
    pub xvfb: PathBuf,
}

/// `MiniBrowser`, from `MINIBROWSER` or where `WebKitGTK` puts it, and Xvfb; Debian's are installed when one is missing.
pub fn webkit(workspace: &Workspace) -> Result<WebKit> {
    let find = || Some(WebKit { browser: mini_browser()?, xvfb: found("XVFB", &["Xvfb"])? });
    if let Some(webkit) = find() {
        return Ok(webkit);
    }
    debian::install(workspace, &["libwebkit2gtk-4.1-0", "xvfb"])
        .context("the tests need WebKitGTK's MiniBrowser and Xvfb, or their paths in MINIBROWSER and XVFB")?;
    find().context("WebKitGTK was installed but not found; name its MiniBrowser by MINIBROWSER and Xvfb by XVFB")
}

/// It is not on the `PATH`, but beside the library, such as in `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1`.
fn mini_browser() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("MINIBROWSER") {
        return Some(path.into());
    }
    let mut folders: Vec<_> = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from).into();
    folders.extend(fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path()));
    let names = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    let places = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name).join("MiniBrowser")));
    places.into_iter().find(|place| place.is_file())
}

fn found(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(path.into());
    }
    let folders: Vec<_> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let places = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.map(|place| place.with_extension(std::env::consts::EXE_EXTENSION)).find(|place| place.is_file())
}
