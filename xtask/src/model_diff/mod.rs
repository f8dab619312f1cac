//! `cargo xtask model-diff`: our tables against the service model of the pinned botocore, member by member, both ways.

mod compare;
mod tables;

use crate::python;
use crate::shell::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use ivs_wasm::model::{SERVICES, Service};
use serde_json::Value;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// Compares, prints every difference, and fails when there is one.
pub fn run(workspace: &Workspace) -> Result<()> {
    let python = python::venv(workspace)?;
    step("comparing the tables with botocore's service models", || {
        SERVICES.iter().try_for_each(|service| {
            let data = python::botocore_data(workspace, &python, service)?;
            report(service, &read(&data.join("service-2.json.gz"))?, &read(&data.join("paginators-1.json"))?)
        })
    })
}

fn report(service: &'static Service, model: &Value, paginators: &Value) -> Result<()> {
    let id = service.id;
    let mut lines = compare::differences(&tables::service(service)?, model);
    lines.extend(compare::differences(&tables::paginators(service), paginators));
    for line in &lines {
        println!("{line}");
    }
    ensure!(
        lines.is_empty(),
        "src/model/{id} differs from AWS's service model in the {} places above; correct its tables",
        lines.len()
    );
    println!("{id}: no difference: {}", counts(model));
    Ok(())
}

fn read(path: &Path) -> Result<Value> {
    let mut json = Vec::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        GzDecoder::new(file).read_to_end(&mut json)?;
    } else {
        json = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    }
    Ok(serde_json::from_slice(&json)?)
}

fn counts(service: &Value) -> String {
    let all = |key: &str| service.get(key).and_then(Value::as_object).into_iter().flat_map(|items| items.values());
    let members: usize =
        all("shapes").filter_map(|shape| shape.get("members")?.as_object()).map(serde_json::Map::len).sum();
    let errors = all("shapes").filter(|shape| shape.get("exception").is_some()).count();
    format!(
        "{} operations, {} shapes, {members} members, {errors} errors compared",
        all("operations").count(),
        all("shapes").count() - errors,
    )
}
