//! Which values come how often.

use crate::{Rng, RngCore};
use std::ops::{Range, RangeInclusive};

pub trait Distribution<T> {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> T;
}

#[derive(Clone, Copy, Debug, Default)]
pub struct StandardUniform;

#[derive(Clone, Copy, Debug, Default)]
pub struct Alphanumeric;

/// What can be drawn without saying more than its type.
pub(crate) trait Standard: Sized {
    fn draw<R: RngCore + ?Sized>(rng: &mut R) -> Self;
}

pub(crate) fn standard<T: Standard, R: RngCore + ?Sized>(rng: &mut R) -> T {
    T::draw(rng)
}

/// From 0 to 1, without 1.
pub(crate) fn unit<R: RngCore + ?Sized>(rng: &mut R) -> f64 {
    (rng.next_u64() >> 11) as f64 / 9_007_199_254_740_992.0
}

/// Below `n`; 0 is 2^64.
fn below<R: RngCore + ?Sized>(rng: &mut R, n: u128) -> u128 {
    (rng.next_u64() as u128 * n) >> 64
}

macro_rules! ints {
    ($($of:ty)*) => {$(
        impl Standard for $of {
            fn draw<R: RngCore + ?Sized>(rng: &mut R) -> $of {
                rng.next_u64() as $of
            }
        }

        impl Distribution<$of> for StandardUniform {
            fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> $of {
                rng.next_u64() as $of
            }
        }
    )*};
}

ints! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl Standard for bool {
    fn draw<R: RngCore + ?Sized>(rng: &mut R) -> bool {
        rng.next_u64() >> 63 == 1
    }
}

impl Standard for f64 {
    fn draw<R: RngCore + ?Sized>(rng: &mut R) -> f64 {
        unit(rng)
    }
}

impl Standard for f32 {
    fn draw<R: RngCore + ?Sized>(rng: &mut R) -> f32 {
        (rng.next_u64() >> 40) as f32 / 16_777_216.0
    }
}

impl Standard for char {
    fn draw<R: RngCore + ?Sized>(rng: &mut R) -> char {
        char::from_u32(32 + below(rng, 95) as u32).unwrap()
    }
}

impl<A: Standard, B: Standard> Standard for (A, B) {
    fn draw<R: RngCore + ?Sized>(rng: &mut R) -> (A, B) {
        let first: A = A::draw(rng);
        let second: B = B::draw(rng);
        (first, second)
    }
}

impl Distribution<bool> for StandardUniform {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> bool {
        rng.next_u64() >> 63 == 1
    }
}

impl Distribution<f64> for StandardUniform {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        unit(rng)
    }
}

impl Distribution<u8> for Alphanumeric {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> u8 {
        let all = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        all[below(rng, 62) as usize]
    }
}

/// A range that a value is drawn from.
pub trait SampleRange<T> {
    fn sample_single<R: RngCore + ?Sized>(self, rng: &mut R) -> T;
    fn is_empty(&self) -> bool;
}

/// A type of which ranges are drawn from.
pub trait SampleUniform: Sized + PartialOrd + Copy {
    fn within<R: RngCore + ?Sized>(low: Self, high: Self, with_high: bool, rng: &mut R) -> Self;
}

macro_rules! uniform_ints {
    ($($of:ident)*) => {$(
        impl SampleUniform for $of {
            fn within<R: RngCore + ?Sized>(low: $of, high: $of, with_high: bool, rng: &mut R) -> $of {
                let span = (high as i128 - low as i128) as u128 + if with_high { 1 } else { 0 };
                (low as i128 + below(rng, span) as i128) as $of
            }
        }
    )*};
}

uniform_ints! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl SampleUniform for f64 {
    fn within<R: RngCore + ?Sized>(low: f64, high: f64, _: bool, rng: &mut R) -> f64 {
        low + (high - low) * unit(rng)
    }
}

impl SampleUniform for f32 {
    fn within<R: RngCore + ?Sized>(low: f32, high: f32, _: bool, rng: &mut R) -> f32 {
        low + (high - low) * unit(rng) as f32
    }
}

impl SampleUniform for char {
    fn within<R: RngCore + ?Sized>(low: char, high: char, with_high: bool, rng: &mut R) -> char {
        let code = u32::within(low as u32, high as u32, with_high, rng);
        char::from_u32(code).unwrap()
    }
}

impl<T: SampleUniform> SampleRange<T> for Range<T> {
    #[track_caller]
    fn sample_single<R: RngCore + ?Sized>(self, rng: &mut R) -> T {
        assert!(self.start < self.end, "cannot sample empty range");
        T::within(self.start, self.end, false, rng)
    }

    fn is_empty(&self) -> bool {
        !(self.start < self.end)
    }
}

impl<T: SampleUniform> SampleRange<T> for RangeInclusive<T> {
    #[track_caller]
    fn sample_single<R: RngCore + ?Sized>(self, rng: &mut R) -> T {
        let (start, end) = self.into_inner();
        assert!(start <= end, "cannot sample empty range");
        T::within(start, end, true, rng)
    }

    fn is_empty(&self) -> bool {
        !(*self.start() <= *self.end())
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Uniform<X> {
    low: X,
    high: X,
    with_high: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UniformError {
    EmptyRange,
}

impl<X: SampleUniform> Uniform<X> {
    pub fn new(low: X, high: X) -> Result<Uniform<X>, UniformError> {
        if low < high { Ok(Uniform { low, high, with_high: false }) } else { Err(UniformError::EmptyRange) }
    }

    pub fn new_inclusive(low: X, high: X) -> Result<Uniform<X>, UniformError> {
        if low <= high { Ok(Uniform { low, high, with_high: true }) } else { Err(UniformError::EmptyRange) }
    }
}

impl<X: SampleUniform> Distribution<X> for Uniform<X> {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> X {
        X::within(self.low, self.high, self.with_high, rng)
    }
}

/// What can be filled by chance.
pub trait Fill {
    fn fill<R: RngCore + ?Sized>(&mut self, rng: &mut R);
}

impl<T: Standard> Fill for [T] {
    fn fill<R: RngCore + ?Sized>(&mut self, rng: &mut R) {
        for place in self.iter_mut() {
            *place = T::draw(rng);
        }
    }
}

impl<T: Standard, const N: usize> Fill for [T; N] {
    fn fill<R: RngCore + ?Sized>(&mut self, rng: &mut R) {
        for place in self.iter_mut() {
            *place = T::draw(rng);
        }
    }
}
