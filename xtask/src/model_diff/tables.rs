//! Our tables, written down as AWS writes its service models.

use anyhow::{Result, bail};
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
        if all.insert(name.to_owned(), item).is_some() {
            bail!("{name} is declared twice");
        }
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
    object([
        ("name", Some(json!(operation.name))),
        (
            "http",
            Some(json!({
                "method": operation.method.as_str(),
                "requestUri": operation.path,
                "responseCode": operation.success,
            })),
        ),
        ("input", Some(reference(operation.input))),
        ("output", operation.output.map(reference)),
        ("errors", Some(operation.errors.iter().map(|error| json!({ "shape": error.name })).collect())),
        ("readonly", set(operation.readonly)),
        ("idempotent", set(operation.idempotent)),
    ])
}

fn exception(exception: &Exception) -> Value {
    object([
        ("type", Some(json!("structure"))),
        ("members", Some(members(exception.members))),
        ("required", required(exception.members)),
        ("error", Some(json!({ "httpStatusCode": exception.status }))),
        ("exception", set(true)),
        ("fault", set(exception.fault == Fault::Server)),
    ])
}

fn shape(shape: &Shape) -> Value {
    let sensitive = ("sensitive", set(shape.sensitive));
    match &shape.kind {
        Kind::String { min, max, pattern, values } => object([
            ("type", Some(json!("string"))),
            ("min", min.map(Value::from)),
            ("max", max.map(Value::from)),
            ("pattern", pattern.map(Value::from)),
            ("enum", (!values.is_empty()).then(|| json!(values))),
            sensitive,
        ]),
        Kind::Integer { min, max, long } => object([
            ("type", Some(json!(if *long { "long" } else { "integer" }))),
            ("min", min.map(Value::from)),
            ("max", max.map(Value::from)),
            sensitive,
        ]),
        Kind::Float { min, max } => object([
            ("type", Some(json!("float"))),
            ("min", min.map(Value::from)),
            ("max", max.map(Value::from)),
            sensitive,
        ]),
        Kind::Boolean => object([("type", Some(json!("boolean"))), sensitive]),
        Kind::Timestamp => {
            object([("type", Some(json!("timestamp"))), ("timestampFormat", Some(json!("iso8601"))), sensitive])
        }
        Kind::List { member, min, max } => object([
            ("type", Some(json!("list"))),
            ("member", Some(reference(member))),
            ("min", min.map(Value::from)),
            ("max", max.map(Value::from)),
            sensitive,
        ]),
        Kind::Map { key, value, min, max } => object([
            ("type", Some(json!("map"))),
            ("key", Some(reference(key))),
            ("value", Some(reference(value))),
            ("min", min.map(Value::from)),
            ("max", max.map(Value::from)),
            sensitive,
        ]),
        Kind::Structure(list) | Kind::Union(list) => object([
            ("type", Some(json!("structure"))),
            ("members", Some(members(list))),
            ("required", required(list)),
            ("union", set(matches!(shape.kind, Kind::Union(_)))),
            sensitive,
        ]),
    }
}

fn members(members: &[Member]) -> Value {
    let facts = members.iter().map(|member| {
        let (location, name) = match member.location {
            Location::Body => (None, None),
            Location::Label => (Some("uri"), Some(member.name)),
            Location::Query => (Some("querystring"), Some(member.name)),
            Location::Header(name) => (Some("header"), Some(name)),
        };
        let facts = object([
            ("shape", Some(json!(member.shape.name))),
            ("location", location.map(Value::from)),
            ("locationName", name.map(Value::from)),
            ("idempotencyToken", set(member.idempotency_token)),
        ]);
        (member.name.to_owned(), facts)
    });
    Value::Object(facts.collect())
}

fn required(members: &[Member]) -> Option<Value> {
    let names: Vec<_> = members.iter().filter(|member| member.required).map(|member| member.name).collect();
    (!names.is_empty()).then(|| json!(names))
}

fn reference(shape: &Shape) -> Value {
    json!({ "shape": shape.name })
}

fn set(yes: bool) -> Option<Value> {
    yes.then_some(Value::Bool(true))
}

fn object<const N: usize>(facts: [(&str, Option<Value>); N]) -> Value {
    facts.into_iter().filter_map(|(name, fact)| Some((name.to_owned(), fact?))).collect::<Map<_, _>>().into()
}
