//! Four numbers, which WebAssembly calculates with at once.

#[cfg(target_family = "wasm")]
pub use vectors::{Floats, Ints};

#[cfg(not(target_family = "wasm"))]
pub use arrays::{Floats, Ints};

#[cfg(target_family = "wasm")]
mod vectors {
    use core::arch::wasm32::*;

    #[derive(Clone, Copy)]
    pub struct Ints(v128);

    #[derive(Clone, Copy)]
    pub struct Floats(v128);

    impl Ints {
        pub const fn new([a, b, c, d]: [i32; 4]) -> Self {
            Ints(i32x4(a, b, c, d))
        }

        pub fn lanes(self) -> [i32; 4] {
            [
                i32x4_extract_lane::<0>(self.0),
                i32x4_extract_lane::<1>(self.0),
                i32x4_extract_lane::<2>(self.0),
                i32x4_extract_lane::<3>(self.0),
            ]
        }

        pub fn all(value: i32) -> Self {
            Ints(i32x4_splat(value))
        }

        pub fn and(self, mask: i32) -> Self {
            Ints(v128_and(self.0, i32x4_splat(mask)))
        }

        pub fn or(self, other: Self) -> Self {
            Ints(v128_or(self.0, other.0))
        }

        pub fn xor(self, mask: i32) -> Self {
            Ints(v128_xor(self.0, i32x4_splat(mask)))
        }

        pub fn plus(self, other: Self) -> Self {
            Ints(i32x4_add(self.0, other.0))
        }

        pub fn minus(self, other: Self) -> Self {
            Ints(i32x4_sub(self.0, other.0))
        }

        pub fn up(self, bits: u32) -> Self {
            Ints(i32x4_shl(self.0, bits))
        }

        pub fn down(self, bits: u32) -> Self {
            Ints(i32x4_shr(self.0, bits))
        }

        pub fn min(self, most: i32) -> Self {
            Ints(i32x4_min(self.0, i32x4_splat(most)))
        }

        pub fn floats(self) -> Floats {
            Floats(f32x4_convert_i32x4(self.0))
        }
    }

    impl Floats {
        pub const ZERO: Self = Floats(f32x4(0.0, 0.0, 0.0, 0.0));

        pub fn all(value: f32) -> Self {
            Floats(f32x4_splat(value))
        }

        pub fn plus(self, other: Self) -> Self {
            Floats(f32x4_add(self.0, other.0))
        }

        pub fn minus(self, other: Self) -> Self {
            Floats(f32x4_sub(self.0, other.0))
        }

        pub fn times(self, other: Self) -> Self {
            Floats(f32x4_mul(self.0, other.0))
        }

        pub fn by(self, other: Self) -> Self {
            Floats(f32x4_div(self.0, other.0))
        }

        pub fn ints(self) -> Ints {
            Ints(i32x4_trunc_sat_f32x4(self.0))
        }

        pub fn bits(self) -> Ints {
            Ints(self.0)
        }

        pub fn sum(self) -> f32 {
            f32x4_extract_lane::<0>(self.0)
                + f32x4_extract_lane::<1>(self.0)
                + f32x4_extract_lane::<2>(self.0)
                + f32x4_extract_lane::<3>(self.0)
        }
    }
}

#[cfg(not(target_family = "wasm"))]
mod arrays {
    use core::array::from_fn;

    #[derive(Clone, Copy)]
    pub struct Ints([i32; 4]);

    #[derive(Clone, Copy)]
    pub struct Floats([f32; 4]);

    impl Ints {
        pub const fn new(lanes: [i32; 4]) -> Self {
            Ints(lanes)
        }

        pub fn lanes(self) -> [i32; 4] {
            self.0
        }

        pub fn all(value: i32) -> Self {
            Ints([value; 4])
        }

        pub fn and(self, mask: i32) -> Self {
            Ints(self.0.map(|lane| lane & mask))
        }

        pub fn or(self, other: Self) -> Self {
            Ints(from_fn(|lane| self.0[lane] | other.0[lane]))
        }

        pub fn xor(self, mask: i32) -> Self {
            Ints(self.0.map(|lane| lane ^ mask))
        }

        pub fn plus(self, other: Self) -> Self {
            Ints(from_fn(|lane| self.0[lane].wrapping_add(other.0[lane])))
        }

        pub fn minus(self, other: Self) -> Self {
            Ints(from_fn(|lane| self.0[lane].wrapping_sub(other.0[lane])))
        }

        pub fn up(self, bits: u32) -> Self {
            Ints(self.0.map(|lane| lane << bits))
        }

        pub fn down(self, bits: u32) -> Self {
            Ints(self.0.map(|lane| lane >> bits))
        }

        pub fn min(self, most: i32) -> Self {
            Ints(self.0.map(|lane| lane.min(most)))
        }

        pub fn floats(self) -> Floats {
            Floats(self.0.map(|lane| lane as f32))
        }
    }

    impl Floats {
        pub const ZERO: Self = Floats([0.0; 4]);

        pub fn all(value: f32) -> Self {
            Floats([value; 4])
        }

        pub fn plus(self, other: Self) -> Self {
            Floats(from_fn(|lane| self.0[lane] + other.0[lane]))
        }

        pub fn minus(self, other: Self) -> Self {
            Floats(from_fn(|lane| self.0[lane] - other.0[lane]))
        }

        pub fn times(self, other: Self) -> Self {
            Floats(from_fn(|lane| self.0[lane] * other.0[lane]))
        }

        pub fn by(self, other: Self) -> Self {
            Floats(from_fn(|lane| self.0[lane] / other.0[lane]))
        }

        pub fn ints(self) -> Ints {
            Ints(self.0.map(|lane| lane as i32))
        }

        pub fn bits(self) -> Ints {
            Ints(self.0.map(|lane| lane.to_bits().cast_signed()))
        }

        pub fn sum(self) -> f32 {
            let [a, b, c, d] = self.0;
            a + b + c + d
        }
    }
}
