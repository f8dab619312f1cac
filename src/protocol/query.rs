//! Members in the query of a request.

use super::problem::Place;
use super::scalar::wanted;
use super::value::{Value, View};
use super::walk::Walk;
use crate::model::{Kind, Location, Member, Shape};
use crate::percent::push_encoded;

impl Walk {
    /// A query parameter, repeated for each item of a list in the order given. An empty list is told from none where the body
    /// would have told them apart.
    pub(super) fn write_query<V: Value>(&mut self, member: &Member, view: View<V>, place: Place<'_>, out: &mut String) {
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
                self.check_length(member.shape, items.len(), "items", place);
                if items.is_empty() && member.location == Location::Body {
                    push("[]");
                }
                for (index, item) in items.iter().enumerate() {
                    if self.problems.full() {
                        break;
                    }
                    let place = Place::Item(&place, index);
                    match item.view(&mut self.budget) {
                        Ok(view) => {
                            if let Some(text) = self.text(of, view, place) {
                                push(&text);
                            }
                        }
                        Err(unreadable) => self.problems.add(&place, &unreadable.0),
                    }
                }
            }
            (_, view) => {
                if let Some(text) = self.text(member.shape, view, place) {
                    push(&text);
                }
            }
        }
    }

    /// The text of a value in a query: JSON where it is a collection.
    fn text<V: Value>(&mut self, shape: &Shape, view: View<V>, place: Place<'_>) -> Option<String> {
        match (&shape.kind, view) {
            (_, view @ View::Absent) => {
                self.mismatch(wanted(shape), &view, place);
                None
            }
            (Kind::Structure(_) | Kind::Union(_) | Kind::Map { .. } | Kind::List { .. }, view) => {
                let mut json = String::new();
                self.write(shape, view, place, &mut json);
                Some(json)
            }
            (_, view) => self.plain(shape, view, place),
        }
    }
}
