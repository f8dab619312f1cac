//! Four floats, which WebAssembly calculates with at once.

#[cfg(target_family = "wasm")]
use core::arch::wasm32::{f32x4, f32x4_add, f32x4_extract_lane, f32x4_mul, f32x4_splat, v128};

/// Four floats.
#[cfg(target_family = "wasm")]
#[derive(Clone, Copy)]
pub struct Four(v128);

#[cfg(target_family = "wasm")]
#[allow(missing_docs)]
impl Four {
    pub const ZERO: Four = Four(f32x4(0.0, 0.0, 0.0, 0.0));

    pub fn new(a: f32, b: f32, c: f32, d: f32) -> Four {
        Four(f32x4(a, b, c, d))
    }

    pub fn all(value: f32) -> Four {
        Four(f32x4_splat(value))
    }

    pub fn plus(self, other: Four) -> Four {
        Four(f32x4_add(self.0, other.0))
    }

    pub fn times(self, other: Four) -> Four {
        Four(f32x4_mul(self.0, other.0))
    }

    pub fn sum(self) -> f32 {
        f32x4_extract_lane::<0>(self.0)
            + f32x4_extract_lane::<1>(self.0)
            + f32x4_extract_lane::<2>(self.0)
            + f32x4_extract_lane::<3>(self.0)
    }
}

/// Four floats.
#[cfg(not(target_family = "wasm"))]
#[derive(Clone, Copy)]
pub struct Four([f32; 4]);

#[cfg(not(target_family = "wasm"))]
#[allow(missing_docs)]
impl Four {
    pub const ZERO: Four = Four([0.0; 4]);

    pub fn new(a: f32, b: f32, c: f32, d: f32) -> Four {
        Four([a, b, c, d])
    }

    pub fn all(value: f32) -> Four {
        Four([value; 4])
    }

    pub fn plus(self, other: Four) -> Four {
        Four(core::array::from_fn(|lane| self.0[lane] + other.0[lane]))
    }

    pub fn times(self, other: Four) -> Four {
        Four(core::array::from_fn(|lane| self.0[lane] * other.0[lane]))
    }

    pub fn sum(self) -> f32 {
        let [a, b, c, d] = self.0;
        a + b + c + d
    }
}
