//! What `Rc` and `Arc` have in common, which is everything but the name.

macro_rules! shares {
    ($name:ident) => {
        impl<T> $name<T> {
            pub fn new(value: T) -> $name<T> { native!() }

            pub fn pin(value: T) -> Pin<$name<T>> {
                unsafe { Pin::new_unchecked($name::new(value)) }
            }

            /// Makes a share of what is made from a weak one.
            pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> $name<T> {
                let weak: Weak<T> = unfilled();
                let value = data_fn(&weak);
                weak.fill(value)
            }

            pub fn try_unwrap(this: $name<T>) -> Result<T, $name<T>> {
                if $name::strong_count(&this) == 1 { Ok($name::unwrap_only(this)) } else { Err(this) }
            }

            pub fn into_inner(this: $name<T>) -> Option<T> {
                if $name::strong_count(&this) == 1 { Some($name::unwrap_only(this)) } else { None }
            }

            /// Takes the value out of the only share.
            fn unwrap_only(this: $name<T>) -> T { native!() }
        }

        impl<T: Clone> $name<T> {
            pub fn make_mut(this: &mut $name<T>) -> &mut T {
                if !$name::is_unique(this) {
                    *this = $name::new((**this).clone());
                }
                $name::as_mut_unchecked(this)
            }

            pub fn unwrap_or_clone(this: $name<T>) -> T {
                match $name::try_unwrap(this) {
                    Ok(value) => value,
                    Err(shared) => (*shared).clone(),
                }
            }
        }

        impl<T: ?Sized> $name<T> {
            pub fn into_raw(this: $name<T>) -> *const T { native!() }
            pub unsafe fn from_raw(ptr: *const T) -> $name<T> { native!() }
            pub unsafe fn increment_strong_count(ptr: *const T) { native!() }
            pub unsafe fn decrement_strong_count(ptr: *const T) {
                drop(unsafe { $name::from_raw(ptr) })
            }
            pub fn as_ptr(this: &$name<T>) -> *const T { native!() }
            pub fn downgrade(this: &$name<T>) -> Weak<T> { native!() }
            pub fn weak_count(this: &$name<T>) -> usize { native!() }
            pub fn strong_count(this: &$name<T>) -> usize { native!() }
            pub fn ptr_eq(this: &$name<T>, other: &$name<T>) -> bool { native!() }

            /// The value of the only share.
            fn as_mut_unchecked(this: &mut $name<T>) -> &mut T { native!() }

            fn is_unique(this: &$name<T>) -> bool {
                $name::strong_count(this) == 1 && $name::weak_count(this) == 0
            }

            pub fn get_mut(this: &mut $name<T>) -> Option<&mut T> {
                if $name::is_unique(this) { Some($name::as_mut_unchecked(this)) } else { None }
            }
        }

        impl<T: ?Sized> Deref for $name<T> {
            type Target = T;

            fn deref(&self) -> &T { native!() }
        }

        impl<T: ?Sized> Clone for $name<T> {
            fn clone(&self) -> $name<T> { native!() }
        }

        impl<T> Weak<T> {
            pub const fn new() -> Weak<T> {
                unfilled()
            }

            /// Makes what it is a weak share of.
            fn fill(&self, value: T) -> $name<T> { native!() }
        }

        impl<T: ?Sized> Weak<T> {
            pub fn upgrade(&self) -> Option<$name<T>> { native!() }
            pub fn strong_count(&self) -> usize { native!() }
            pub fn weak_count(&self) -> usize { native!() }
            pub fn ptr_eq(&self, other: &Weak<T>) -> bool { native!() }
            pub fn as_ptr(&self) -> *const T { native!() }
        }

        impl<T: ?Sized> Clone for Weak<T> {
            fn clone(&self) -> Weak<T> { native!() }
        }

        impl<T> Default for Weak<T> {
            fn default() -> Weak<T> {
                Weak::new()
            }
        }

        impl<T: ?Sized> fmt::Debug for Weak<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("(Weak)")
            }
        }

        impl<T: Default> Default for $name<T> {
            fn default() -> $name<T> {
                $name::new(T::default())
            }
        }

        impl<T: ?Sized + PartialEq> PartialEq for $name<T> {
            fn eq(&self, other: &$name<T>) -> bool {
                **self == **other
            }
        }

        impl<T: ?Sized + Eq> Eq for $name<T> {}

        impl<T: ?Sized + PartialOrd> PartialOrd for $name<T> {
            fn partial_cmp(&self, other: &$name<T>) -> Option<Ordering> {
                PartialOrd::partial_cmp(&**self, &**other)
            }
        }

        impl<T: ?Sized + Ord> Ord for $name<T> {
            fn cmp(&self, other: &$name<T>) -> Ordering {
                Ord::cmp(&**self, &**other)
            }
        }

        impl<T: ?Sized + Hash> Hash for $name<T> {
            fn hash<H: Hasher>(&self, state: &mut H) {
                Hash::hash(&**self, state)
            }
        }

        impl<T: ?Sized + fmt::Debug> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&**self, f)
            }
        }

        impl<T: ?Sized + fmt::Display> fmt::Display for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&**self, f)
            }
        }

        impl<T: ?Sized> fmt::Pointer for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Pointer::fmt(&$name::as_ptr(self), f)
            }
        }

        impl<T: ?Sized> AsRef<T> for $name<T> {
            fn as_ref(&self) -> &T {
                &**self
            }
        }

        impl<T: ?Sized> Borrow<T> for $name<T> {
            fn borrow(&self) -> &T {
                &**self
            }
        }

        impl<T> From<T> for $name<T> {
            fn from(t: T) -> $name<T> {
                $name::new(t)
            }
        }

        impl<T: ?Sized> From<Box<T>> for $name<T> {
            fn from(b: Box<T>) -> $name<T> {
                $name::new(b.0)
            }
        }

        impl From<&str> for $name<str> {
            fn from(s: &str) -> $name<str> {
                $name::new(s)
            }
        }

        impl From<String> for $name<str> {
            fn from(s: String) -> $name<str> {
                $name::new(s.leak())
            }
        }

        impl<T: Clone> From<&[T]> for $name<[T]> {
            fn from(v: &[T]) -> $name<[T]> {
                $name::new(v.to_vec())
            }
        }

        impl<T> From<Vec<T>> for $name<[T]> {
            fn from(v: Vec<T>) -> $name<[T]> {
                $name::new(v)
            }
        }

        impl<T, const N: usize> From<[T; N]> for $name<[T]> {
            fn from(v: [T; N]) -> $name<[T]> {
                $name::new(crate::array::into_vec(v))
            }
        }

        impl<T> FromIterator<T> for $name<[T]> {
            fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> $name<[T]> {
                $name::new(iter.into_iter().collect::<Vec<T>>())
            }
        }
    };
}
