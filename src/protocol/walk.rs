//! Walks an input along the tables: validates it and writes it as JSON in the same pass.

use super::encode::UnknownMembers;
use super::json;
use super::problem::{FieldPath, Problem, Problems};
use super::scalar::expected;
use super::suggest;
use super::value::{Budget, Value, View};
use crate::model::{Kind, Member, Shape};
use crate::text::concat;

/// Which constraints an input is validated against.
#[cfg(feature = "full-model")]
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// Those that cannot be relaxed later: required members, types, minimum lengths and values. Maxima, patterns and
    /// enumerations grow with the service, and a client must not reject what the service accepts. The wasm has no
    /// others.
    Client,
    /// All constraints of the model.
    Service,
}

/// The problem of a union that has no member or several.
fn one_of(members: &[Member]) -> String {
    let mut message = String::from("must have exactly one of the members ");
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            message.push_str(", ");
        }
        message.push_str(member.name);
    }
    message
}

/// Starts an entry of the JSON object that `out` ends in.
pub(super) fn begin_entry(out: &mut String, name: &str) {
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
    pub(super) dropped: Vec<Problem>,
}

pub(super) type Present<V> = Vec<(&'static Member, View<V>)>;

pub(super) fn is_present<V>(present: &Present<V>, member: &Member) -> bool {
    present.iter().any(|(found, _)| std::ptr::eq(*found, member))
}

impl Walk {
    pub(super) fn new(unknown: UnknownMembers) -> Self {
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
    pub(super) fn read_input<V: Value>(&mut self, shape: &Shape, input: &V) -> Present<V> {
        let path = FieldPath::Input;
        match input.view(&mut self.budget) {
            Ok(View::Map { entries, class }) => self.read_members(shape.members(), entries, class.as_ref(), path),
            Ok(View::Absent) => self.read_members::<V>(shape.members(), Vec::new(), None, path),
            Ok(other) => {
                self.mismatch("an object", &other, path);
                Vec::new()
            }
            Err(unreadable) => {
                self.problems.add(&path, &unreadable.0);
                Vec::new()
            }
        }
    }

    /// The members of a structure that are present; reports those that are unknown or missing.
    fn read_members<V: Value>(
        &mut self,
        members: &'static [Member],
        entries: Vec<(String, V)>,
        class: Option<&V>,
        path: FieldPath<'_>,
    ) -> Present<V> {
        let mut present = Present::with_capacity(entries.len());
        for (name, value) in entries {
            if self.problems.full() {
                return present;
            }
            if let Some(member) = members.iter().find(|member| member.name == name) {
                self.look(member, &value, path, &mut present);
            } else {
                self.unknown_member(&name, &value, members, path);
            }
        }
        for member in members {
            if let Some(class) = class.filter(|_| !is_present(&present, member)) {
                match class.inherited(member.name) {
                    Ok(Some(value)) => self.look(member, &value, path, &mut present),
                    Ok(None) => {}
                    Err(unreadable) => {
                        self.problems.add(&FieldPath::Member(&path, member.name), &unreadable.0);
                        continue;
                    }
                }
            }
            if member.required && !member.idempotency_token && !is_present(&present, member) {
                self.problems.add(&FieldPath::Member(&path, member.name), "is required");
            }
        }
        present
    }

    /// Reads one member's value. One that exists but is unreadable counts as present, so that it is reported once.
    fn look<V: Value>(&mut self, member: &'static Member, value: &V, path: FieldPath<'_>, present: &mut Present<V>) {
        match value.view(&mut self.budget) {
            Ok(View::Absent) => {}
            Ok(view) => present.push((member, view)),
            Err(unreadable) => {
                self.problems.add(&FieldPath::Member(&path, member.name), &unreadable.0);
                present.push((member, View::Absent));
            }
        }
    }

    fn unknown_member<V: Value>(&mut self, name: &str, value: &V, members: &[Member], path: FieldPath<'_>) {
        // `{ member: undefined }` is how JavaScript leaves a member out.
        if matches!(value.view(&mut self.budget), Ok(View::Absent)) {
            return;
        }
        let path = FieldPath::Member(&path, name);
        let message = match suggest::nearest(name, members) {
            Some(nearest) => concat(&["is not a member that the service knows; did you mean `", nearest, "`?"]),
            None => "is not a member that the service knows".into(),
        };
        match self.unknown {
            UnknownMembers::Refuse => self.problems.add(&path, &message),
            UnknownMembers::Drop => self.dropped.push(Problem { path: path.text(), message }),
        }
    }

    /// Writes a value that is present as JSON.
    pub(super) fn write<V: Value>(&mut self, shape: &Shape, view: View<V>, path: FieldPath<'_>, out: &mut String) {
        match (&shape.kind, view) {
            // Unreadable, and already reported.
            (_, View::Absent) => {}
            (Kind::Structure(members) | Kind::Union(members), View::Map { entries, class }) => {
                let present = self.read_members(members, entries, class.as_ref(), path);
                if matches!(shape.kind, Kind::Union(_)) && present.len() != 1 {
                    self.problems.add(&path, &one_of(members));
                }
                out.push('{');
                for (member, view) in present {
                    begin_entry(out, member.name);
                    self.write(member.shape, view, FieldPath::Member(&path, member.name), out);
                }
                out.push('}');
            }
            (Kind::Map { key, value, .. }, View::Map { entries, .. }) => {
                self.check_length(shape, entries.len(), "entries", path);
                out.push('{');
                for (name, entry) in entries {
                    if self.problems.full() {
                        break;
                    }
                    let path = FieldPath::Entry(&path, &name);
                    let view = match entry.view(&mut self.budget) {
                        // `{ env: undefined }` leaves an entry out, as it does a member.
                        Ok(View::Absent) => continue,
                        Ok(view) => view,
                        Err(unreadable) => {
                            self.problems.add(&path, &unreadable.0);
                            continue;
                        }
                    };
                    self.check_text(key, &name, path);
                    if !self.has_room_as_json(&name, path) {
                        break;
                    }
                    begin_entry(out, &name);
                    self.write(value, view, path, out);
                }
                out.push('}');
            }
            (Kind::List { member, .. }, View::List(items)) => {
                self.check_length(shape, items.len(), "items", path);
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if self.problems.full() {
                        break;
                    }
                    if index > 0 {
                        out.push(',');
                    }
                    self.write_item(member, item, FieldPath::Item(&path, index), out);
                }
                out.push(']');
            }
            (Kind::String { .. } | Kind::Timestamp, view) => {
                if let Some(text) = self.plain(shape, view, path)
                    && self.has_room_as_json(&text, path)
                {
                    json::write_string(out, &text);
                }
            }
            (Kind::Boolean | Kind::Integer { .. } | Kind::Float { .. }, view) => {
                if let Some(text) = self.plain(shape, view, path) {
                    out.push_str(&text);
                }
            }
            (Kind::Structure(_) | Kind::Union(_) | Kind::Map { .. }, other) => {
                self.mismatch("an object", &other, path);
            }
            (Kind::List { .. }, other) => self.mismatch("an array", &other, path),
        }
    }

    /// Charges what JSON adds to a text, which was charged when it was looked at: a control character becomes six bytes.
    fn has_room_as_json(&mut self, text: &str, path: FieldPath<'_>) -> bool {
        let taken = self.budget.take_bytes(json::added_bytes(text));
        taken.map_err(|too_large| self.problems.add(&path, &too_large.0)).is_ok()
    }

    /// Writes an item of a list, which must be there.
    fn write_item<V: Value>(&mut self, shape: &Shape, value: &V, path: FieldPath<'_>, out: &mut String) {
        match value.view(&mut self.budget) {
            Ok(View::Absent) => self.mismatch(expected(shape), &View::<V>::Absent, path),
            Ok(view) => self.write(shape, view, path, out),
            Err(unreadable) => self.problems.add(&path, &unreadable.0),
        }
    }
}
