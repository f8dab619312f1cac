//! What is kept of an account: snapshots, and changes that are saved.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]
#![allow(clippy::needless_pass_by_value, reason = "JSON is written where it is used")]

mod changes;
mod middle;
mod snapshot;
