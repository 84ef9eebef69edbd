//! Properties of types.

#[lang = "Send"]
pub unsafe auto trait Send {}

#[lang = "Sync"]
pub unsafe auto trait Sync {}

#[lang = "Sized"]
pub trait Sized {}

#[lang = "Copy"]
pub trait Copy: Clone {}

#[lang = "Unpin"]
pub auto trait Unpin {}

#[lang = "PhantomData"]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhantomData<T: ?Sized>;

impl<T: ?Sized> Default for PhantomData<T> {
    fn default() -> Self {
        PhantomData::<T>
    }
}

impl<T: ?Sized> crate::fmt::Debug for PhantomData<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        write!(f, "PhantomData<{}>", crate::any::type_name::<T>())
    }
}

#[lang = "PhantomPinned"]
#[derive(Debug, Default, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct PhantomPinned;

impl !Unpin for PhantomPinned {}

impl<T: ?Sized> !Send for crate::rc::Rc<T> {}
impl<T: ?Sized> !Sync for crate::rc::Rc<T> {}
impl<T: ?Sized> !Send for crate::rc::Weak<T> {}
impl<T: ?Sized> !Sync for crate::rc::Weak<T> {}
impl<T: ?Sized> !Sync for crate::cell::Cell<T> {}
impl<T: ?Sized> !Sync for crate::cell::RefCell<T> {}
impl<T: ?Sized> !Sync for crate::cell::UnsafeCell<T> {}
impl<T> !Sync for crate::cell::OnceCell<T> {}
impl<'b, T: ?Sized> !Send for crate::cell::Ref<'b, T> {}
impl<'b, T: ?Sized> !Send for crate::cell::RefMut<'b, T> {}
impl<T: ?Sized> !Send for *const T {}
impl<T: ?Sized> !Sync for *const T {}
impl<T: ?Sized> !Send for *mut T {}
impl<T: ?Sized> !Sync for *mut T {}
unsafe impl<T: ?Sized + Sync + Send> Send for crate::sync::Arc<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for crate::sync::Arc<T> {}
unsafe impl<T: ?Sized + Sync + Send> Send for crate::sync::Weak<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for crate::sync::Weak<T> {}
unsafe impl<T: ?Sized + Send> Send for crate::sync::Mutex<T> {}
unsafe impl<T: ?Sized + Send> Sync for crate::sync::Mutex<T> {}
unsafe impl<T: Send> Send for crate::sync::OnceLock<T> {}
unsafe impl<T: Send + Sync> Sync for crate::sync::OnceLock<T> {}
unsafe impl<T: Send, F: Send> Send for crate::sync::LazyLock<T, F> {}
unsafe impl<T: Send + Sync, F: Send> Sync for crate::sync::LazyLock<T, F> {}
unsafe impl Send for crate::sync::Once {}
unsafe impl Sync for crate::sync::Once {}
unsafe impl Send for crate::sync::Waiting {}
unsafe impl Sync for crate::sync::Waiting {}
unsafe impl Send for crate::task::Waker {}
unsafe impl Sync for crate::task::Waker {}
impl<'a> !Send for crate::task::Context<'a> {}
impl<'a> !Sync for crate::task::Context<'a> {}

macro_rules! shared {
    ($($name:ident)*) => {$(
        unsafe impl Send for crate::sync::atomic::$name {}
        unsafe impl Sync for crate::sync::atomic::$name {}
    )*};
}

shared! {
    AtomicBool AtomicI8 AtomicI16 AtomicI32 AtomicI64 AtomicIsize AtomicU8 AtomicU16 AtomicU32 AtomicU64 AtomicUsize
}
