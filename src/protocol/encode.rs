//! Input to request.

use super::path;
use super::problem::{FieldPath, Problem};
use super::value::{MAX_REQUEST_BYTES, Value, View};
#[cfg(feature = "full-model")]
use super::walk::Rules;
use super::walk::{Walk, begin_entry, is_present};
#[cfg(feature = "full-model")]
use crate::model::Shape;
use crate::model::{Location, Method, Operation};
use crate::uuid::{Random, uuid_v4};

/// An HTTP request but for its endpoint, headers and signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Path from the root, escaped.
    pub path: String,
    /// Query without its `?`, escaped; empty when there is none.
    pub query: String,
    /// JSON text; `None` where the operation has no member in the body, and empty where those members went into the
    /// query.
    pub body: Option<String>,
}

impl Request {
    /// Bytes of memory that its text takes.
    pub fn bytes(&self) -> usize {
        self.path.len() + self.query.len() + self.body.as_ref().map_or(0, String::len)
    }
}

/// The result of encoding an input.
#[derive(Debug)]
pub struct Encoded {
    /// The request.
    pub request: Request,
    /// The members that were dropped because the model does not have them ([`UnknownMembers::Drop`]).
    pub dropped: Vec<Problem>,
}

/// What to do with a member that the model does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownMembers {
    /// Report it as a problem.
    Refuse,
    /// Leave it out, and list it in [`Encoded::dropped`].
    Drop,
}

/// Validates an input and makes the request of it.
///
/// The input is an object, or absent where no member is required. Each of its values is read once. An
/// idempotency token that it lacks is made of random bits: encode once, and send the same request again.
/// Fails with every problem of the input, in the order of its members.
pub fn encode<V: Value>(
    operation: &Operation,
    input: &V,
    unknown: UnknownMembers,
    random: &mut Random<'_>,
) -> Result<Encoded, Vec<Problem>> {
    encode_into(operation, input, unknown, random, Carrier::Body)
}

/// Validates an input as [`encode`] does, and makes a request of it that has everything in its path and query, for a
/// presigned URL. Its members are written as botocore writes them where botocore is right: text as it is and a list as
/// a repeated name. Structures, maps, their like in lists, an empty list and booleans are JSON text.
pub fn encode_query<V: Value>(
    operation: &Operation,
    input: &V,
    random: &mut Random<'_>,
) -> Result<Request, Vec<Problem>> {
    encode_into(operation, input, UnknownMembers::Refuse, random, Carrier::Query).map(|encoded| encoded.request)
}

/// Where the members go that the model places in the body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Carrier {
    Body,
    Query,
}

fn encode_into<V: Value>(
    operation: &Operation,
    input: &V,
    unknown: UnknownMembers,
    random: &mut Random<'_>,
    carrier: Carrier,
) -> Result<Encoded, Vec<Problem>> {
    let mut walk = Walk::new(unknown);
    let mut members = walk.read_input(operation.input, input);
    for token in operation.input.members().iter().filter(|member| member.idempotency_token) {
        if !is_present(&members, token) {
            members.push((token, View::Text(uuid_v4(random))));
        }
    }
    let mut labels = Vec::new();
    let mut query = String::new();
    let mut body = String::new();
    if carrier == Carrier::Body {
        body.push('{');
    }
    for (member, view) in members {
        let path = FieldPath::Member(&FieldPath::Input, member.name);
        match member.location {
            Location::Body if carrier == Carrier::Body => {
                begin_entry(&mut body, member.name);
                walk.write(member.shape, view, path, &mut body);
            }
            Location::Label => {
                if let Some(text) = walk.plain(member.shape, view, path) {
                    // A URL parser removes these segments before the request is sent. An empty one violates its shape's
                    // minimum length and is already reported.
                    if matches!(text.as_str(), "." | "..") {
                        walk.problems.add(&path, "is part of the request's path and must not be \".\" or \"..\"");
                    }
                    labels.push((member.name, text));
                }
            }
            Location::Body | Location::Query => walk.write_query(member, view, path, &mut query),
            #[cfg(feature = "full-model")]
            Location::Header(_) => {}
        }
    }
    if carrier == Carrier::Body {
        body.push('}');
    }
    let has_body = operation.input.members().iter().any(|member| member.location == Location::Body);
    let body = has_body.then_some(body);
    let request = Request { method: operation.method, path: path::fill(operation.path, &labels), query, body };
    if request.bytes() > MAX_REQUEST_BYTES {
        walk.problems.add(&FieldPath::Input, &walk.budget.exceeded(true).0);
    }
    let dropped = walk.dropped;
    walk.problems.into_result(Encoded { request, dropped })
}

/// Validates an input as the service does: against all constraints of the model, ignoring unknown members.
#[cfg(feature = "full-model")]
pub fn validate(shape: &'static Shape, input: &serde_json::Value) -> Vec<Problem> {
    let mut walk = Walk::new(UnknownMembers::Drop);
    walk.rules = Rules::Service;
    let mut scratch = String::new();
    for (member, view) in walk.read_input(shape, &input) {
        walk.write(member.shape, view, FieldPath::Member(&FieldPath::Input, member.name), &mut scratch);
    }
    walk.problems.into_result(()).err().unwrap_or_default()
}

#[cfg(test)]
#[cfg(feature = "full-model")]
#[path = "encode_tests.rs"]
mod tests;
