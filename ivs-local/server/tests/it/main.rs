//! `ivs-local` as its users have it: the program is started and called over HTTP, with signatures by AWS's own signer.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]
#![allow(clippy::needless_pass_by_value, reason = "an input is written where it is used")]

mod channels;
mod client;
mod configurations;
mod connections;
mod events;
mod every_operation;
mod faults;
mod hosts;
mod http;
mod keys;
#[cfg(unix)]
mod kill;
mod local;
mod paging;
mod process;
mod signatures;
mod storage;
mod storage_refused;
mod streams;
mod tags;

/// A public key that the service accepts: `openssl ecparam -name secp384r1 -genkey`.
const P384: &str = include_str!("../../../core/tests/data/p384-public.pem");
