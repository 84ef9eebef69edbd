//! rand: chance that is drawn from the run's seed, so that a run can be repeated.

mod dist;
mod host;
pub mod rngs;
pub mod seq;

pub use dist::{Fill, SampleRange};
pub use rngs::ThreadRng;

pub mod distr {
    pub use super::dist::{Alphanumeric, Distribution, StandardUniform, Uniform};
}

pub mod distributions {
    pub use super::dist::{Alphanumeric, Distribution, StandardUniform as Standard, Uniform};
}

pub mod prelude {
    pub use super::dist::Distribution;
    pub use super::rngs::{SmallRng, StdRng, ThreadRng};
    pub use super::seq::{IndexedMutRandom, IndexedRandom, IteratorRandom, SliceRandom};
    pub use super::{Rng, RngCore, SeedableRng, random, rng, thread_rng};
}

use dist::{Distribution, StandardUniform};

pub trait RngCore {
    fn next_u32(&mut self) -> u32;
    fn next_u64(&mut self) -> u64;

    fn fill_bytes(&mut self, dst: &mut [u8]) {
        for byte in dst.iter_mut() {
            *byte = self.next_u32() as u8;
        }
    }
}

impl<R: RngCore + ?Sized> RngCore for &mut R {
    fn next_u32(&mut self) -> u32 {
        (**self).next_u32()
    }

    fn next_u64(&mut self) -> u64 {
        (**self).next_u64()
    }
}

pub trait SeedableRng: Sized {
    fn seed_from_u64(state: u64) -> Self;

    fn from_os_rng() -> Self {
        Self::seed_from_u64(host::random_u64())
    }

    fn from_entropy() -> Self {
        Self::seed_from_u64(host::random_u64())
    }

    fn from_rng<R: RngCore>(rng: &mut R) -> Self {
        Self::seed_from_u64(rng.next_u64())
    }
}

pub trait Rng: RngCore {
    fn random<T>(&mut self) -> T
    where
        StandardUniform: Distribution<T>,
    {
        dist::standard::<T, Self>(self)
    }

    fn r#gen<T>(&mut self) -> T
    where
        StandardUniform: Distribution<T>,
    {
        dist::standard::<T, Self>(self)
    }

    #[track_caller]
    fn random_range<T, R: SampleRange<T>>(&mut self, range: R) -> T {
        range.sample_single(self)
    }

    #[track_caller]
    fn gen_range<T, R: SampleRange<T>>(&mut self, range: R) -> T {
        range.sample_single(self)
    }

    #[track_caller]
    fn random_bool(&mut self, p: f64) -> bool {
        assert!(p >= 0.0 && p <= 1.0, "p={p} is outside range [0.0, 1.0]");
        dist::unit(self) < p
    }

    #[track_caller]
    fn gen_bool(&mut self, p: f64) -> bool {
        self.random_bool(p)
    }

    fn random_ratio(&mut self, numerator: u32, denominator: u32) -> bool {
        self.random_range(0..denominator) < numerator
    }

    fn fill<T: Fill + ?Sized>(&mut self, dest: &mut T) {
        dest.fill(self)
    }

    fn sample<T, D: Distribution<T>>(&mut self, distr: D) -> T {
        distr.sample(self)
    }
}

impl<R: RngCore + ?Sized> Rng for R {}

pub fn rng() -> ThreadRng {
    ThreadRng::new()
}

pub fn thread_rng() -> ThreadRng {
    ThreadRng::new()
}

pub fn random<T>() -> T
where
    StandardUniform: Distribution<T>,
{
    dist::standard::<T, ThreadRng>(&mut rng())
}

#[track_caller]
pub fn random_range<T, R: SampleRange<T>>(range: R) -> T {
    range.sample_single(&mut rng())
}

pub fn random_bool(p: f64) -> bool {
    rng().random_bool(p)
}
