//! The standard library; `core` and `alloc` are other names of it. Its prelude is in scope everywhere, here too.

#[macro_use]
mod shares;

pub mod any;
pub mod array;
pub mod borrow;
pub mod boxed;
pub mod cell;
pub mod char;
pub mod clone;
pub mod cmp;
pub mod collections;
pub mod convert;
pub mod default;
pub mod env;
pub mod error;
pub mod f32;
pub mod f64;
pub mod ffi;
pub mod fmt;
pub mod fs;
pub mod future;
pub mod hash;
pub mod hint;
pub mod io;
pub mod iter;
pub mod marker;
pub mod mem;
pub mod net;
pub mod num;
pub mod ops;
pub mod option;
pub mod panic;
pub mod path;
pub mod pin;
pub mod prelude;
mod primitive;
pub mod process;
pub mod ptr;
pub mod rc;
pub mod result;
pub mod slice;
pub mod str;
pub mod string;
pub mod sync;
pub mod task;
pub mod thread;
pub mod time;
pub mod vec;

macro_rules! int_module {
    ($($name:ident)*) => {$(
        pub mod $name {
            pub const MIN: $name = $name::MIN;
            pub const MAX: $name = $name::MAX;
        }
    )*};
}

int_module! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
