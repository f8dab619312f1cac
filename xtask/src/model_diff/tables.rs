//! Our tables, written down as AWS writes its service models.

use anyhow::{Result, bail, ensure};
use ivs_wasm::model::{Exception, Fault, Kind, Location, Member, Operation, PAGE_SIZE, Service, Shape, TOKEN};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

type Shapes = BTreeMap<&'static str, &'static Shape>;

/// `service-2.json`, as our tables would have it.
pub fn service(service: &'static Service) -> Result<Value> {
    let mut shapes = Shapes::new();
    for operation in service.operations() {
        collect(operation.input, &mut shapes)?;
        if let Some(output) = operation.output {
            collect(output, &mut shapes)?;
        }
    }
    for member in service.exceptions.iter().flat_map(|exception| exception.members) {
        collect(member.shape, &mut shapes)?;
    }
    let shapes = shapes.values().map(|item| (item.name, shape(item)));
    let exceptions = service.exceptions.iter().map(|item| (item.name, exception(item)));
    Ok(json!({
        "metadata": {
            "apiVersion": service.api_version,
            "auth": ["aws.auth#sigv4"],
            "endpointPrefix": service.endpoint_prefix,
            "protocol": "rest-json",
            "protocols": ["rest-json"],
            "signatureVersion": "v4",
            "signingName": service.signing_name,
        },
        "operations": named(service.operations().map(|item| (item.name, operation(item))))?,
        "shapes": named(shapes.chain(exceptions))?,
    }))
}

/// `paginators-1.json`, as our tables would have it.
pub fn paginators(service: &Service) -> Value {
    let paginated = service.operations().filter_map(|operation| Some((operation.name, operation.pages?)));
    let pagination = paginated.map(|(name, items)| {
        let facts = json!({
            "input_token": TOKEN, "output_token": TOKEN, "limit_key": PAGE_SIZE, "result_key": items,
        });
        (name.to_owned(), facts)
    });
    json!({ "pagination": pagination.collect::<Map<_, _>>() })
}

fn named(items: impl Iterator<Item = (&'static str, Value)>) -> Result<Value> {
    let mut all = Map::new();
    for (name, item) in items {
        ensure!(all.insert(name.to_owned(), item).is_none(), "{name} is declared twice");
    }
    Ok(Value::Object(all))
}

fn collect(shape: &'static Shape, shapes: &mut Shapes) -> Result<()> {
    match shapes.insert(shape.name, shape) {
        Some(known) if known.docs == shape.docs => return Ok(()),
        Some(_) => bail!("the shape {} is declared twice", shape.name),
        None => {}
    }
    match &shape.kind {
        Kind::List { member, .. } => collect(member, shapes),
        Kind::Map { key, value, .. } => collect(key, shapes).and_then(|()| collect(value, shapes)),
        _ => shape.members().iter().try_for_each(|member| collect(member.shape, shapes)),
    }
}

fn operation(operation: &Operation) -> Value {
    present(json!({
        "name": operation.name,
        "http": { "method": operation.method.as_str(), "requestUri": operation.path, "responseCode": operation.success },
        "input": reference(operation.input),
        "output": operation.output.map(reference),
        "errors": operation.errors.iter().map(|error| json!({ "shape": error.name })).collect::<Vec<_>>(),
        "readonly": set(operation.readonly),
        "idempotent": set(operation.idempotent),
    }))
}

fn exception(exception: &Exception) -> Value {
    present(json!({
        "type": "structure",
        "members": members(exception.members),
        "required": required(exception.members),
        "error": { "httpStatusCode": exception.status },
        "exception": true,
        "fault": set(exception.fault == Fault::Server),
    }))
}

fn shape(shape: &Shape) -> Value {
    let sensitive = set(shape.sensitive);
    present(match &shape.kind {
        Kind::String { min, max, pattern, values } => {
            let values = (!values.is_empty()).then_some(values);
            json!({
                "type": "string", "min": min, "max": max, "pattern": pattern, "enum": values, "sensitive": sensitive,
            })
        }
        Kind::Integer { min, max, long } => {
            json!({ "type": if *long { "long" } else { "integer" }, "min": min, "max": max, "sensitive": sensitive })
        }
        Kind::Float { min, max } => json!({ "type": "float", "min": min, "max": max, "sensitive": sensitive }),
        Kind::Boolean => json!({ "type": "boolean", "sensitive": sensitive }),
        Kind::Timestamp => json!({ "type": "timestamp", "timestampFormat": "iso8601", "sensitive": sensitive }),
        Kind::List { member, min, max } => {
            json!({ "type": "list", "member": reference(member), "min": min, "max": max, "sensitive": sensitive })
        }
        Kind::Map { key, value, min, max } => json!({
            "type": "map", "key": reference(key), "value": reference(value), "min": min, "max": max,
            "sensitive": sensitive,
        }),
        Kind::Structure(list) | Kind::Union(list) => json!({
            "type": "structure",
            "members": members(list),
            "required": required(list),
            "union": set(matches!(shape.kind, Kind::Union(_))),
            "sensitive": sensitive,
        }),
    })
}

fn members(members: &[Member]) -> Value {
    let facts = members.iter().map(|member| {
        let (location, name) = match member.location {
            Location::Body => (None, None),
            Location::Label => (Some("uri"), Some(member.name)),
            Location::Query => (Some("querystring"), Some(member.name)),
            Location::Header(name) => (Some("header"), Some(name)),
        };
        let facts = json!({
            "shape": member.shape.name,
            "location": location,
            "locationName": name,
            "idempotencyToken": set(member.idempotency_token),
        });
        (member.name.to_owned(), present(facts))
    });
    Value::Object(facts.collect())
}

fn required(members: &[Member]) -> Option<Vec<&str>> {
    let names: Vec<_> = members.iter().filter(|member| member.required).map(|member| member.name).collect();
    (!names.is_empty()).then_some(names)
}

fn reference(shape: &Shape) -> Value {
    json!({ "shape": shape.name })
}

/// AWS writes a trait that is set, and leaves out one that is not.
fn set(yes: bool) -> Option<bool> {
    yes.then_some(true)
}

/// An object without the facts that are null.
fn present(mut facts: Value) -> Value {
    if let Value::Object(facts) = &mut facts {
        facts.retain(|_, fact| !fact.is_null());
    }
    facts
}
