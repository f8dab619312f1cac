//! Members in the query of a request.

use super::problem::FieldPath;
use super::scalar::expected;
use super::value::{Value, View};
use super::walk::Walk;
use crate::model::{Kind, Location, Member, Shape};
use crate::percent::push_encoded;

impl Walk {
    /// Writes a query parameter, repeated for each item of a list in the order given. For a member of the body, an
    /// empty list stays distinguishable from an absent one.
    pub(super) fn write_query<V: Value>(
        &mut self,
        member: &Member,
        view: View<V>,
        path: FieldPath<'_>,
        out: &mut String,
    ) {
        let mut push = |text: &str| {
            if !out.is_empty() {
                out.push('&');
            }
            push_encoded(out, member.name);
            out.push('=');
            push_encoded(out, text);
        };
        match (&member.shape.kind, view) {
            (_, View::Absent) => {}
            (Kind::List { member: of, .. }, View::List(items)) => {
                self.check_length(member.shape, items.len(), "items", path);
                if items.is_empty() && member.location == Location::Body {
                    push("[]");
                }
                for (index, item) in items.iter().enumerate() {
                    if self.problems.full() {
                        break;
                    }
                    let path = FieldPath::Item(&path, index);
                    match item.view(&mut self.budget) {
                        Ok(view) => {
                            if let Some(text) = self.text(of, view, path) {
                                push(&text);
                            }
                        }
                        Err(unreadable) => self.problems.add(&path, &unreadable.0),
                    }
                }
            }
            (_, view) => {
                if let Some(text) = self.text(member.shape, view, path) {
                    push(&text);
                }
            }
        }
    }

    /// The text of a value in a query: JSON where it is a collection.
    fn text<V: Value>(&mut self, shape: &Shape, view: View<V>, path: FieldPath<'_>) -> Option<String> {
        match (&shape.kind, view) {
            (_, view @ View::Absent) => {
                self.mismatch(expected(shape), &view, path);
                None
            }
            (Kind::Structure(_) | Kind::Union(_) | Kind::Map { .. } | Kind::List { .. }, view) => {
                let mut json = String::new();
                self.write(shape, view, path, &mut json);
                Some(json)
            }
            (_, view) => self.plain(shape, view, path),
        }
    }
}
