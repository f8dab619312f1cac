//! `cargo xtask dist`: what a release consists of, in `target/dist`.

use crate::remap::{self, Rustc};
use crate::shell::{cargo, program, run, step};
use crate::workspace::{Workspace, remove_folder};
use crate::{changelog, clean, consumer, local, package};
use anyhow::{Context, Result, ensure};
use flate2::{Compression, GzBuilder};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

const SERVER: &str = "ivs-local";

/// What the server is built for on Linux: static programs, which need nothing of the system they run on, under the names that
/// container images have for their architectures. On other systems it is built for the machine's own.
const STATIC: [(&str, &str); 2] = [("x86_64-unknown-linux-musl", "amd64"), ("aarch64-unknown-linux-musl", "arm64")];

/// Checksums of the files beside it, for `sha256sum --check`.
const SUMS: &str = "SHA256SUMS";

/// The time of every file in the archive, the one that npm gives the files of a tarball.
const TIME: u64 = 499_162_500;

pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("dist")
}

/// What container images are made of, a folder for each architecture.
fn images(workspace: &Workspace) -> PathBuf {
    workspace.target.join("image")
}

/// Makes the npm packages, the archives of the server, and their checksums.
pub fn run_here(workspace: &Workspace) -> Result<()> {
    local::build(workspace)?;
    let folder = folder(workspace);
    remove_folder(&folder)?;
    fs::create_dir_all(&folder)?;
    step("packing pkg/", || consumer::pack(workspace, &workspace.package(), &folder))?;
    step("packing pkg-local/", || consumer::pack(workspace, &workspace.local_package(), &folder))?;
    let rustc = Rustc::ask(workspace)?;
    if cfg!(target_os = "linux") {
        for (target, architecture) in STATIC {
            let server = step(&format!("building ivs-local for {target}"), || server(workspace, &rustc, target))?;
            archive(workspace, target, &server, &folder)?;
            let image = images(workspace).join(architecture);
            fs::create_dir_all(&image)?;
            fs::copy(server, image.join(SERVER))?;
        }
    } else {
        let server = step("building ivs-local", || server(workspace, &rustc, &rustc.host))?;
        archive(workspace, &rustc.host, &server, &folder)?;
    }
    write_sums(&folder)?;
    print(&folder)
}

/// Makes them twice, each time from a copy of the sources alone, and keeps them if they are the same.
pub fn run_verified(workspace: &Workspace) -> Result<()> {
    // Both before the first build, which takes minutes, in which the sources may change.
    let (first, second) = (clean::Copy::make(workspace, "first")?, clean::Copy::make(workspace, "second")?);
    for (copy, name) in [(&first, "first"), (&second, "second")] {
        step(&format!("making the {name} from clean sources"), || copy.xtask(&["dist"]))?;
    }
    let made = first.target.join("dist");
    clean::same(&made, &second.target.join("dist"))?;
    clean::copy_files(&made, &folder(workspace))?;
    println!("two clean builds gave the same bytes:");
    print(&folder(workspace))?;
    first.remove()?;
    second.remove()
}

/// The same for a tag of a version, whose entries of the changelog go to `target/release-notes.md`.
pub fn run_release(workspace: &Workspace, tag: &str) -> Result<()> {
    let manifest: Value = serde_json::from_slice(&fs::read(workspace.root.join("pkg-template/package.json"))?)?;
    let notes = releasable(&workspace.version, tag, &changelog::read(workspace)?, &manifest)?;
    fs::write(workspace.target.join("release-notes.md"), notes)?;
    run_verified(workspace)
}

fn releasable(version: &str, tag: &str, changelog: &str, manifest: &Value) -> Result<String> {
    ensure!(
        tag == format!("v{version}"),
        "the tag {tag} is not v{version}: set the version in Cargo.toml, or make the other tag"
    );
    let notes = changelog::section(changelog, version).with_context(|| {
        format!(
            "{} has no entries for {version}: rename its section Unreleased to {version}, with the date",
            changelog::FILE
        )
    })?;
    ensure!(
        manifest.pointer("/repository/url").is_some_and(Value::is_string),
        "pkg-template/package.json has no repository.url, which npm compares with where a package with provenance was built: \
         add the repository's address"
    );
    Ok(format!("{notes}\n"))
}

fn server(workspace: &Workspace, rustc: &Rustc, target: &str) -> Result<PathBuf> {
    let mut flags = remap::flags(workspace, rustc);
    if target != rustc.host {
        run(program(&workspace.root, "rustup").args(["target", "add", target]))?;
        // The compiler's own, which links for every architecture: there is no C in it.
        flags.push("-Clinker=rust-lld".to_owned());
    }
    let build = ["build", "--locked", "--profile", "tool", "--package", SERVER, "--target", target];
    run(cargo(&workspace.root)
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .args(build))?;
    let name = format!("{SERVER}{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace.target.join(target).join("tool").join(name))
}

/// One folder with the program, its README and the licence.
fn archive(workspace: &Workspace, host: &str, server: &Path, folder: &Path) -> Result<()> {
    let name = format!("{SERVER}-{}-{host}", workspace.version);
    let readme = workspace.root.join("ivs-local/README.md");
    let files = [(server, 0o755), (&readme, 0o644), (&workspace.root.join("LICENSE"), 0o644)];
    let gzip = GzBuilder::new().write(File::create(folder.join(format!("{name}.tar.gz")))?, Compression::best());
    let mut tar = tar::Builder::new(gzip);
    for (path, mode) in files {
        let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let file = path.file_name().context("a file has no name")?;
        let mut header = tar::Header::new_ustar();
        header.set_size(content.len() as u64);
        header.set_mode(mode);
        header.set_mtime(TIME);
        header.set_uid(0);
        header.set_gid(0);
        tar.append_data(&mut header, Path::new(&name).join(file), content.as_slice())?;
    }
    tar.into_inner()?.finish()?.flush()?;
    Ok(())
}

fn write_sums(folder: &Path) -> Result<()> {
    let mut lines = String::new();
    for name in package::files(folder)? {
        let _ = writeln!(lines, "{}  {name}", sha256(&fs::read(folder.join(&name))?));
    }
    fs::write(folder.join(SUMS), lines)?;
    Ok(())
}

/// In hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn print(folder: &Path) -> Result<()> {
    println!("{}:", folder.display());
    let sums = fs::read_to_string(folder.join(SUMS))?;
    ensure!(!sums.is_empty(), "{} has no checksums", folder.display());
    print!("{sums}");
    Ok(())
}

#[cfg(test)]
#[path = "dist_tests.rs"]
mod tests;
