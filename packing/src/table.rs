//! Arrays whose indices are checked when a module is packed. Unpacking it takes the same ones, in the same order.

use core::ops::{Deref, DerefMut, Index, IndexMut};

/// An array.
#[derive(Clone, Copy)]
pub struct Table<T, const LENGTH: usize>(pub [T; LENGTH]);

impl<T, const LENGTH: usize> Index<usize> for Table<T, LENGTH> {
    type Output = T;

    #[cfg(not(target_family = "wasm"))]
    fn index(&self, index: usize) -> &T {
        &self.0[index]
    }

    #[cfg(target_family = "wasm")]
    #[inline(always)]
    #[allow(unsafe_code, reason = "packing has checked it")]
    fn index(&self, index: usize) -> &T {
        unsafe { self.0.get_unchecked(index) }
    }
}

impl<T, const LENGTH: usize> IndexMut<usize> for Table<T, LENGTH> {
    #[cfg(not(target_family = "wasm"))]
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.0[index]
    }

    #[cfg(target_family = "wasm")]
    #[inline(always)]
    #[allow(unsafe_code, reason = "packing has checked it")]
    fn index_mut(&mut self, index: usize) -> &mut T {
        unsafe { self.0.get_unchecked_mut(index) }
    }
}

impl<T, const LENGTH: usize> Deref for Table<T, LENGTH> {
    type Target = [T; LENGTH];

    fn deref(&self) -> &[T; LENGTH] {
        &self.0
    }
}

impl<T, const LENGTH: usize> DerefMut for Table<T, LENGTH> {
    fn deref_mut(&mut self) -> &mut [T; LENGTH] {
        &mut self.0
    }
}
