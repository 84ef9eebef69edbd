//! What can be called: the machine does the calls.

#[lang = "FnOnce"]
pub trait FnOnce<Args> {
    type Output;
}

#[lang = "FnMut"]
pub trait FnMut<Args>: FnOnce<Args> {}

#[lang = "Fn"]
pub trait Fn<Args>: FnMut<Args> {}

#[lang = "AsyncFnOnce"]
pub trait AsyncFnOnce<Args> {
    type Output;
}

#[lang = "AsyncFnMut"]
pub trait AsyncFnMut<Args>: AsyncFnOnce<Args> {}

#[lang = "AsyncFn"]
pub trait AsyncFn<Args>: AsyncFnMut<Args> {}
