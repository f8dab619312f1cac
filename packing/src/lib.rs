//! Packs a WebAssembly module by predicting each of its bits, and unpacks it.
//!
//! Packing is done by `xtask` when the package is built. Unpacking is done where the package runs, by this crate compiled to a
//! WebAssembly module of its own. Both go through the same [`Model`], so that they predict the same: it uses integers and the
//! operations on floats that IEEE 754 defines to the last bit.

#![cfg_attr(target_family = "wasm", no_std)]
#![allow(
    clippy::indexing_slicing,
    reason = "a check that fails traps, and nothing but what this crate packed is unpacked"
)]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    reason = "all numbers are small"
)]
#![allow(clippy::large_stack_arrays, reason = "they are parts of a static")]
#![allow(clippy::precedence, clippy::verbose_bit_mask, reason = "shifts and masks are what this is about")]
#![allow(clippy::needless_range_loop, reason = "several tables have the same indices")]
#![allow(
    clippy::inline_always,
    reason = "the function for a byte is to be one: calls within it would cost a third of the time"
)]

mod four;
mod grammar;
mod model;
#[cfg(not(target_family = "wasm"))]
mod pack;
mod slots;
mod table;
mod unpack;

pub use model::{Model, SIZE_BYTES};
#[cfg(not(target_family = "wasm"))]
pub use pack::{pack, unpack};

/// What a packed module does not tell of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Bytes of the module.
    pub size: usize,
    /// Where its first function begins.
    pub start: usize,
    /// How many functions it has.
    pub functions: usize,
}

/// Codes bits whose probability to be 1, in 65,536ths, is known.
pub trait Coder {
    /// Returns the bit.
    fn bit(&mut self, probability: u32) -> u32;
}
