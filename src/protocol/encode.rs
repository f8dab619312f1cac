//! Input to request: one walk of the tables that checks and writes at once.

use super::json;
use super::path;
use super::problem::{Place, Problem, Problems};
use super::suggest;
use super::timestamp::{format_timestamp, parse_timestamp};
use super::value::{Budget, Value, View, whole};
use crate::model::{Kind, Location, Member, Method, Operation, Shape};
use crate::text::{concat, decimal};

/// An HTTP request but for its endpoint, headers and signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Path from the root, escaped.
    pub path: String,
    /// Query without its `?`, escaped; empty when there is none.
    pub query: String,
    /// JSON text; `None` where the operation has no member in the body, and empty where those members went into the query.
    pub body: Option<String>,
}

/// What became of an input.
#[derive(Debug)]
pub struct Encoded {
    /// The request.
    pub request: Request,
    /// The members that were left out because the model does not know them ([`UnknownMembers::Drop`]).
    pub dropped: Vec<Problem>,
}

/// What to do with a member that the model does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownMembers {
    /// It is a problem.
    Refuse,
    /// Leave it out and say so.
    Drop,
}

/// Whose rules an input is judged by.
#[cfg(feature = "full-model")]
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// What can never be right: required, type, least lengths and values. Maxima, patterns and enumerations grow with the
    /// service, and a client must not refuse what the service accepts. The wasm knows no others.
    Client,
    /// All constraints of the model.
    Service,
}

/// Checks an input and makes the request of it.
///
/// The input is an object, or absent where no member is required. It is not kept, and each of its values is looked at once.
/// Fails with every problem of the input, in the order of its members.
pub fn encode<V: Value>(operation: &Operation, input: &V, unknown: UnknownMembers) -> Result<Encoded, Vec<Problem>> {
    encode_into(operation, input, unknown, Carrier::Body)
}

/// Checks an input as [`encode`] does, and makes a request of it that has everything in its path and query, for a URL to be
/// signed and handed to somebody else. Its members are written as botocore writes them where botocore is right: text as it is
/// and a list as a repeated name. Structures, maps, their like in lists, an empty list and booleans are JSON text.
pub fn encode_query<V: Value>(operation: &Operation, input: &V) -> Result<Request, Vec<Problem>> {
    encode_into(operation, input, UnknownMembers::Refuse, Carrier::Query).map(|encoded| encoded.request)
}

/// What carries the members that the model places in the body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Carrier {
    Body,
    Query,
}

fn encode_into<V: Value>(
    operation: &Operation,
    input: &V,
    unknown: UnknownMembers,
    carrier: Carrier,
) -> Result<Encoded, Vec<Problem>> {
    let mut walk = Walk::new(unknown);
    let members = walk.read_input(operation.input, input);
    let mut labels = Vec::new();
    let mut query = String::new();
    let mut body = String::new();
    if carrier == Carrier::Body {
        body.push('{');
    }
    for (member, view) in members {
        let place = Place::Member(&Place::Input, member.name);
        match member.location {
            Location::Body if carrier == Carrier::Body => {
                begin_entry(&mut body, member.name);
                walk.write(member.shape, view, place, &mut body);
            }
            Location::Label => {
                if let Some(text) = walk.plain(member.shape, view, place) {
                    // A URL parser resolves these segments away before the request is sent.
                    // An empty one breaks its shape's least length, and is told of already.
                    if matches!(text.as_str(), "." | "..") {
                        walk.problems.add(&place, "is part of the request's path and must not be \".\" or \"..\"");
                    }
                    labels.push((member.name, text));
                }
            }
            Location::Body | Location::Query => walk.write_query(member, view, place, &mut query),
            #[cfg(feature = "full-model")]
            Location::Header(_) => {}
        }
    }
    if carrier == Carrier::Body {
        body.push('}');
    }
    let has_body = structure(operation.input).iter().any(|member| member.location == Location::Body);
    let body = has_body.then_some(body);
    let request = Request { method: operation.method, path: path::fill(operation.path, &labels), query, body };
    let dropped = walk.dropped;
    walk.problems.into_result(Encoded { request, dropped })
}

/// Judges an input as the service does: all constraints of the model hold, and members it does not know are passed over.
#[cfg(feature = "full-model")]
pub fn validate(shape: &'static Shape, input: &serde_json::Value) -> Vec<Problem> {
    let mut walk = Walk { rules: Rules::Service, ..Walk::new(UnknownMembers::Drop) };
    let mut scratch = String::new();
    for (member, view) in walk.read_input(shape, &input) {
        walk.write(member.shape, view, Place::Member(&Place::Input, member.name), &mut scratch);
    }
    walk.problems.into_result(()).err().unwrap_or_default()
}

/// The members of a structure; none of any other shape.
fn structure(shape: &Shape) -> &'static [Member] {
    match shape.kind {
        Kind::Structure(members) => members,
        _ => &[],
    }
}

/// Starts an entry of the JSON object that `out` ends in.
fn begin_entry(out: &mut String, name: &str) {
    if !out.ends_with('{') {
        out.push(',');
    }
    json::write_string(out, name);
    out.push(':');
}

pub(super) struct Walk {
    #[cfg(feature = "full-model")]
    pub(super) rules: Rules,
    unknown: UnknownMembers,
    pub(super) budget: Budget,
    pub(super) problems: Problems,
    dropped: Vec<Problem>,
}

type Present<V> = Vec<(&'static Member, View<V>)>;

impl Walk {
    fn new(unknown: UnknownMembers) -> Self {
        Self {
            #[cfg(feature = "full-model")]
            rules: Rules::Client,
            unknown,
            budget: Budget::default(),
            problems: Problems::default(),
            dropped: Vec::new(),
        }
    }

    /// The members of the whole input that are present.
    fn read_input<V: Value>(&mut self, shape: &Shape, input: &V) -> Present<V> {
        let place = Place::Input;
        match input.view(&mut self.budget) {
            Ok(View::Map { entries, class }) => self.read_members(structure(shape), entries, class.as_ref(), place),
            Ok(View::Absent) => self.read_members::<V>(structure(shape), Vec::new(), None, place),
            Ok(other) => {
                self.mismatch("an object", &other, place);
                Vec::new()
            }
            Err(unreadable) => {
                self.problems.add(&place, &unreadable.0);
                Vec::new()
            }
        }
    }

    /// The members of a structure that are present, each looked at; tells of those that are unknown or missing.
    fn read_members<V: Value>(
        &mut self,
        members: &'static [Member],
        entries: Vec<(String, V)>,
        class: Option<&V>,
        place: Place<'_>,
    ) -> Present<V> {
        let mut present = Present::with_capacity(entries.len());
        for (name, value) in entries {
            if self.problems.full() {
                return present;
            }
            if let Some(member) = members.iter().find(|member| member.name == name) {
                self.look(member, &value, place, &mut present);
            } else {
                self.unknown_member(&name, &value, members, place);
            }
        }
        for member in members {
            let is_present = |present: &Present<V>| present.iter().any(|(found, _)| std::ptr::eq(*found, member));
            if let Some(class) = class.filter(|_| !is_present(&present)) {
                match class.inherited(member.name) {
                    Ok(Some(value)) => self.look(member, &value, place, &mut present),
                    Ok(None) => {}
                    Err(unreadable) => {
                        self.problems.add(&Place::Member(&place, member.name), &unreadable.0);
                        continue;
                    }
                }
            }
            if member.required && !is_present(&present) {
                self.problems.add(&Place::Member(&place, member.name), "is required");
            }
        }
        present
    }

    /// Looks at one member's value. One that is there but unreadable counts as present, so that it is told of once.
    fn look<V: Value>(&mut self, member: &'static Member, value: &V, place: Place<'_>, present: &mut Present<V>) {
        match value.view(&mut self.budget) {
            Ok(View::Absent) => {}
            Ok(view) => present.push((member, view)),
            Err(unreadable) => {
                self.problems.add(&Place::Member(&place, member.name), &unreadable.0);
                present.push((member, View::Absent));
            }
        }
    }

    fn unknown_member<V: Value>(&mut self, name: &str, value: &V, members: &[Member], place: Place<'_>) {
        // `{ member: undefined }` is how JavaScript leaves a member out.
        if matches!(value.view(&mut self.budget), Ok(View::Absent)) {
            return;
        }
        let place = Place::Member(&place, name);
        let message = match suggest::nearest(name, members) {
            Some(nearest) => concat(&["is not a member that the service knows; did you mean `", nearest, "`?"]),
            None => "is not a member that the service knows".into(),
        };
        match self.unknown {
            UnknownMembers::Refuse => self.problems.add(&place, &message),
            UnknownMembers::Drop => self.dropped.push(Problem { path: place.path(), message }),
        }
    }

    /// Writes a value that is present as JSON.
    pub(super) fn write<V: Value>(&mut self, shape: &Shape, view: View<V>, place: Place<'_>, out: &mut String) {
        match (&shape.kind, view) {
            // Unreadable, and told of.
            (_, View::Absent) => {}
            (Kind::Structure(members), View::Map { entries, class }) => {
                let present = self.read_members(members, entries, class.as_ref(), place);
                out.push('{');
                for (member, view) in present {
                    begin_entry(out, member.name);
                    self.write(member.shape, view, Place::Member(&place, member.name), out);
                }
                out.push('}');
            }
            (Kind::Map { key, value, .. }, View::Map { entries, .. }) => {
                self.check_length(shape, entries.len(), "entries", place);
                out.push('{');
                for (name, entry) in entries {
                    if self.problems.full() {
                        break;
                    }
                    let place = Place::Entry(&place, &name);
                    self.check_text(key, &name, place);
                    begin_entry(out, &name);
                    self.write_part(value, &entry, place, out);
                }
                out.push('}');
            }
            (Kind::List { member, .. }, View::List(items)) => {
                self.check_length(shape, items.len(), "items", place);
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if self.problems.full() {
                        break;
                    }
                    if index > 0 {
                        out.push(',');
                    }
                    self.write_part(member, item, Place::Item(&place, index), out);
                }
                out.push(']');
            }
            (Kind::String { .. } | Kind::Timestamp, view) => {
                if let Some(text) = self.plain(shape, view, place) {
                    json::write_string(out, &text);
                }
            }
            (Kind::Boolean | Kind::Integer { .. }, view) => {
                if let Some(text) = self.plain(shape, view, place) {
                    out.push_str(&text);
                }
            }
            (Kind::Structure(_) | Kind::Map { .. }, other) => self.mismatch("an object", &other, place),
            (Kind::List { .. }, other) => self.mismatch("an array", &other, place),
        }
    }

    /// Writes an item of a list or an entry of a map, which must be there.
    fn write_part<V: Value>(&mut self, shape: &Shape, value: &V, place: Place<'_>, out: &mut String) {
        match value.view(&mut self.budget) {
            Ok(View::Absent) => self.mismatch(wanted(shape), &View::<V>::Absent, place),
            Ok(view) => self.write(shape, view, place, out),
            Err(unreadable) => self.problems.add(&place, &unreadable.0),
        }
    }

    /// The text of a value that is no collection.
    pub(super) fn plain<V: Value>(&mut self, shape: &Shape, view: View<V>, place: Place<'_>) -> Option<String> {
        match (&shape.kind, view) {
            (Kind::String { .. }, View::Text(text)) => {
                self.check_text(shape, &text, place);
                Some(text)
            }
            (Kind::Boolean, View::Boolean(value)) => Some(if value { "true" } else { "false" }.into()),
            (Kind::Integer { .. }, View::Number(number)) if number.fract() == 0.0 => {
                let Some(number) = whole(number) else {
                    self.problems.add(&place, "is beyond 2^53, where a number loses digits: pass a BigInt");
                    return None;
                };
                self.check_number(shape, number, place);
                Some(decimal(number))
            }
            (Kind::Integer { .. }, View::Whole(digits)) => {
                if let Ok(number) = digits.parse() {
                    self.check_number(shape, number, place);
                } else {
                    self.problems.add(&place, "is beyond the 64 bits of the service's integers");
                }
                Some(digits)
            }
            (Kind::Timestamp, View::Timestamp(millis)) => {
                let text = whole(millis).and_then(format_timestamp);
                if text.is_none() {
                    self.problems.add(&place, "is an invalid Date, or not of the years 0 to 9999");
                }
                text
            }
            (Kind::Timestamp, View::Text(text)) => {
                if parse_timestamp(&text).is_none() {
                    self.problems.add(&place, "is no ISO 8601 timestamp such as 2026-01-02T03:04:05Z: pass a Date");
                }
                Some(text)
            }
            (_, other) => {
                self.mismatch(wanted(shape), &other, place);
                None
            }
        }
    }

    pub(super) fn mismatch<V>(&mut self, wanted: &str, found: &View<V>, place: Place<'_>) {
        self.problems.add(&place, &concat(&["expected ", wanted, ", got ", &found.describe()]));
    }
}

/// What a shape wants, in the words of an error message.
pub(super) fn wanted(shape: &Shape) -> &'static str {
    match shape.kind {
        Kind::String { .. } => "string",
        Kind::Integer { .. } => "a whole number",
        Kind::Boolean => "boolean",
        Kind::Timestamp => "Date",
        Kind::List { .. } => "an array",
        Kind::Map { .. } | Kind::Structure(_) => "an object",
    }
}

#[cfg(test)]
#[cfg(feature = "full-model")]
#[path = "encode_tests.rs"]
mod tests;
