//! Comparing.

#[lang = "PartialEq"]
pub trait PartialEq<Rhs: ?Sized = Self> {
    #[lang = "PartialEq::eq"]
    fn eq(&self, other: &Rhs) -> bool;

    fn ne(&self, other: &Rhs) -> bool {
        !self.eq(other)
    }
}

#[lang = "Eq"]
pub trait Eq: PartialEq<Self> {}

#[lang = "Ordering"]
#[derive(Clone, Copy, Eq, PartialOrd, Ord, PartialEq, Debug, Hash)]
pub enum Ordering {
    Less = -1,
    Equal = 0,
    Greater = 1,
}

impl Ordering {
    pub const fn is_eq(self) -> bool {
        matches!(self, Ordering::Equal)
    }

    pub const fn is_ne(self) -> bool {
        !matches!(self, Ordering::Equal)
    }

    pub const fn is_lt(self) -> bool {
        matches!(self, Ordering::Less)
    }

    pub const fn is_gt(self) -> bool {
        matches!(self, Ordering::Greater)
    }

    pub const fn is_le(self) -> bool {
        !matches!(self, Ordering::Greater)
    }

    pub const fn is_ge(self) -> bool {
        !matches!(self, Ordering::Less)
    }

    pub const fn reverse(self) -> Ordering {
        match self {
            Ordering::Less => Ordering::Greater,
            Ordering::Equal => Ordering::Equal,
            Ordering::Greater => Ordering::Less,
        }
    }

    pub const fn then(self, other: Ordering) -> Ordering {
        match self {
            Ordering::Equal => other,
            _ => self,
        }
    }

    pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {
        match self {
            Ordering::Equal => f(),
            _ => self,
        }
    }
}

#[lang = "PartialOrd"]
pub trait PartialOrd<Rhs: ?Sized = Self>: PartialEq<Rhs> {
    #[lang = "PartialOrd::partial_cmp"]
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;

    fn lt(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Ordering::Less))
    }

    fn le(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Ordering::Less | Ordering::Equal))
    }

    fn gt(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Ordering::Greater))
    }

    fn ge(&self, other: &Rhs) -> bool {
        matches!(self.partial_cmp(other), Some(Ordering::Greater | Ordering::Equal))
    }
}

#[lang = "Ord"]
pub trait Ord: Eq + PartialOrd<Self> {
    #[lang = "Ord::cmp"]
    fn cmp(&self, other: &Self) -> Ordering;

    fn max(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self { self } else { other }
    }

    fn min(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self { other } else { self }
    }

    #[track_caller]
    fn clamp(self, min: Self, max: Self) -> Self
    where
        Self: Sized,
    {
        assert!(min <= max);
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

pub fn min<T: Ord>(v1: T, v2: T) -> T {
    v1.min(v2)
}

pub fn max<T: Ord>(v1: T, v2: T) -> T {
    v1.max(v2)
}

pub fn min_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {
    if compare(&v1, &v2).is_le() { v1 } else { v2 }
}

pub fn max_by<T, F: FnOnce(&T, &T) -> Ordering>(v1: T, v2: T, compare: F) -> T {
    if compare(&v1, &v2).is_gt() { v1 } else { v2 }
}

pub fn min_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> T {
    if f(&v2) < f(&v1) { v2 } else { v1 }
}

pub fn max_by_key<T, F: FnMut(&T) -> K, K: Ord>(v1: T, v2: T, mut f: F) -> T {
    if f(&v2) < f(&v1) { v1 } else { v2 }
}

#[derive(PartialEq, Eq, Debug, Copy, Clone, Default, Hash)]
pub struct Reverse<T>(pub T);

impl<T: PartialOrd> PartialOrd for Reverse<T> {
    fn partial_cmp(&self, other: &Reverse<T>) -> Option<Ordering> {
        other.0.partial_cmp(&self.0)
    }
}

impl<T: Ord> Ord for Reverse<T> {
    fn cmp(&self, other: &Reverse<T>) -> Ordering {
        other.0.cmp(&self.0)
    }
}

/// Compares two scalars or texts, of which the machine knows how.
fn compare<T: ?Sized>(left: &T, right: &T) -> Ordering {
    native!()
}

/// Compares a key with what it can be borrowed as: the machine sees through that.
pub(crate) fn order<K, Q: ?Sized>(key: &K, other: &Q) -> Ordering {
    native!()
}

/// Compares two floats: nothing, if one is not a number.
fn compare_floats<T>(left: T, right: T) -> Option<Ordering> {
    native!()
}

macro_rules! scalar_impls {
    ($($ty:ty)*) => {$(
        impl PartialEq for $ty {
            fn eq(&self, other: &$ty) -> bool {
                *self == *other
            }
        }

        impl Eq for $ty {}

        impl PartialOrd for $ty {
            fn partial_cmp(&self, other: &$ty) -> Option<Ordering> {
                Some(compare(self, other))
            }
        }

        impl Ord for $ty {
            fn cmp(&self, other: &$ty) -> Ordering {
                compare(self, other)
            }
        }
    )*};
}

scalar_impls! { () bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize str }

macro_rules! float_impls {
    ($($ty:ty)*) => {$(
        impl PartialEq for $ty {
            fn eq(&self, other: &$ty) -> bool {
                *self == *other
            }
        }

        impl PartialOrd for $ty {
            fn partial_cmp(&self, other: &$ty) -> Option<Ordering> {
                compare_floats(*self, *other)
            }
        }
    )*};
}

float_impls! { f32 f64 }

impl<A: PartialEq<B> + ?Sized, B: ?Sized> PartialEq<&B> for &A {
    fn eq(&self, other: &&B) -> bool {
        **self == **other
    }
}

impl<A: Eq + ?Sized> Eq for &A {}

impl<A: PartialOrd<B> + ?Sized, B: ?Sized> PartialOrd<&B> for &A {
    fn partial_cmp(&self, other: &&B) -> Option<Ordering> {
        PartialOrd::partial_cmp(*self, *other)
    }
}

impl<A: Ord + ?Sized> Ord for &A {
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(*self, *other)
    }
}

impl<A: PartialEq<B> + ?Sized, B: ?Sized> PartialEq<&mut B> for &mut A {
    fn eq(&self, other: &&mut B) -> bool {
        **self == **other
    }
}

impl<A: Eq + ?Sized> Eq for &mut A {}

impl<A: PartialOrd<B> + ?Sized, B: ?Sized> PartialOrd<&mut B> for &mut A {
    fn partial_cmp(&self, other: &&mut B) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}

impl<A: Ord + ?Sized> Ord for &mut A {
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}

macro_rules! tuple_impls {
    ($(($($name:ident $index:tt)*))*) => {$(
        impl<$($name: PartialEq),*> PartialEq for ($($name,)*) {
            fn eq(&self, other: &Self) -> bool {
                $(self.$index == other.$index)&&*
            }
        }

        impl<$($name: Eq),*> Eq for ($($name,)*) {}

        impl<$($name: PartialOrd),*> PartialOrd for ($($name,)*) {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                $(
                    match self.$index.partial_cmp(&other.$index) {
                        Some(Ordering::Equal) => {}
                        decided => return decided,
                    }
                )*
                Some(Ordering::Equal)
            }
        }

        impl<$($name: Ord),*> Ord for ($($name,)*) {
            fn cmp(&self, other: &Self) -> Ordering {
                $(
                    match self.$index.cmp(&other.$index) {
                        Ordering::Equal => {}
                        decided => return decided,
                    }
                )*
                Ordering::Equal
            }
        }
    )*};
}

tuple_impls! {
    (A 0)
    (A 0 B 1)
    (A 0 B 1 C 2)
    (A 0 B 1 C 2 D 3)
    (A 0 B 1 C 2 D 3 E 4)
    (A 0 B 1 C 2 D 3 E 4 F 5)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11)
}
