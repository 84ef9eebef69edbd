use std::any::{type_name, type_name_of_val};
use std::collections::*;
#[derive(Debug)]
struct Mine;
mod inner {
    #[derive(Debug)]
    pub struct In<T>(pub T);
    pub mod deep {
        #[derive(Debug)]
        pub enum En {
            X,
        }
    }
    pub trait Tr {
        fn f(&self);
    }
}
fn tail(name: &str, parts: usize) -> String {
    let all: Vec<&str> = name.split("::").collect();
    all[all.len() - parts..].join("::")
}
fn main() {
    println!("{} {:?}", tail(type_name::<Mine>(), 1), Mine);
    println!("{} {:?}", tail(type_name::<inner::In<u8>>(), 2), inner::In(1));
    println!("{} {:?}", tail(type_name::<inner::deep::En>(), 3), inner::deep::En::X);
    println!("{}", tail(type_name::<dyn inner::Tr>(), 2));
    println!("{}", tail(type_name::<Vec<inner::In<inner::deep::En>>>(), 3));

    println!("{}", type_name::<Vec<i32>>());
    println!("{}", type_name::<HashMap<String, Vec<u8>>>());
    println!("{}", type_name::<Option<Result<(), String>>>());

    println!("{}", type_name::<std::rc::Rc<std::cell::RefCell<i32>>>());
    println!("{}", type_name::<std::sync::Arc<std::sync::Mutex<i32>>>());
    println!("{}", type_name::<std::time::Duration>());
    println!("{}", type_name::<std::time::Instant>());
    println!("{}", type_name::<BTreeMap<i32, i32>>());
    println!("{}", type_name::<VecDeque<i32>>());
    println!("{}", type_name::<BTreeSet<i32>>());
    println!("{}", type_name::<HashSet<i32>>());
    println!("{}", type_name::<BinaryHeap<i32>>());
    println!("{}", type_name::<LinkedList<i32>>());
    println!("{}", type_name::<std::cell::Cell<i32>>());
    println!("{}", type_name::<std::sync::RwLock<i32>>());
    println!("{}", type_name::<std::sync::mpsc::Sender<i32>>());
    println!("{}", type_name::<std::io::Error>());
    println!("{}", type_name::<std::num::ParseIntError>());
    println!("{}", type_name::<std::fmt::Error>());
    println!("{}", type_name::<Box<dyn std::error::Error>>());
    println!("{}", type_name::<std::sync::atomic::AtomicUsize>());
    println!("{}", type_name::<std::sync::atomic::AtomicBool>());
    println!("{}", type_name::<std::ops::Range<i32>>());
    println!("{}", type_name::<std::cmp::Ordering>());
    println!("{}", type_name::<std::cmp::Reverse<i32>>());
    println!("{}", type_name::<std::borrow::Cow<'static, str>>());
    println!("{}", type_name::<std::marker::PhantomData<i32>>());
    println!("{}", type_name::<std::num::Wrapping<i32>>());
    println!("{}", type_name::<std::num::NonZeroU32>());
    println!("{}", type_name::<std::thread::JoinHandle<()>>());
    println!("{}", type_name::<std::path::PathBuf>());
    println!("{}", type_name::<std::ffi::OsString>());
    println!("{}", type_name::<std::pin::Pin<Box<i32>>>());
    println!("{}", type_name::<std::task::Poll<i32>>());
    println!("{}", type_name::<std::mem::ManuallyDrop<i32>>());
    println!("{}", type_name::<fn(i32) -> bool>());
    println!("{}", type_name::<(i32, &str)>());
    println!("{}", type_name::<[u8; 3]>());
    println!("{}", type_name::<&mut [u8]>());
    println!("{}", type_name::<*const u8>());
    println!("{}", type_name_of_val(&1));
    println!("{}", type_name_of_val(&"a".chars()));
    println!("{}", type_name_of_val("a"));
    println!("{}", type_name::<std::string::FromUtf8Error>());
    println!("{}", type_name::<std::str::Utf8Error>());
    println!("{}", type_name::<std::sync::OnceLock<i32>>());
    println!("{}", type_name::<std::cell::OnceCell<i32>>());
    println!("{}", type_name::<std::sync::Condvar>());
    println!("{}", type_name::<std::sync::Barrier>());
    println!("{}", type_name::<std::net::IpAddr>());
    println!("{}", type_name::<std::fmt::Arguments>());
    println!("{}", type_name::<std::any::TypeId>());
    println!("{}", type_name::<std::collections::hash_map::DefaultHasher>());
    println!("{}", type_name::<std::ops::Bound<i32>>());
    println!("{}", type_name::<std::ops::ControlFlow<i32>>());
    println!("{}", type_name::<std::convert::Infallible>());
    println!("{}", type_name::<std::thread::ThreadId>());
    println!("{}", type_name::<std::time::SystemTime>());
    println!("{}", type_name::<std::char::ParseCharError>());
    println!("{}", type_name::<std::num::ParseFloatError>());
    println!("{}", type_name::<std::str::ParseBoolError>());
    println!("{}", type_name::<std::sync::PoisonError<i32>>());
    println!("{}", type_name::<std::sync::MutexGuard<i32>>());
    println!("{}", type_name::<std::cell::Ref<i32>>());
    println!("{}", type_name::<std::array::TryFromSliceError>());
    println!("{}", type_name::<std::num::TryFromIntError>());
    println!(
        "{} {} {} {} {}",
        type_name::<std::ops::RangeFrom<i32>>(),
        type_name::<std::ops::RangeTo<i32>>(),
        type_name::<std::ops::RangeFull>(),
        type_name::<std::ops::RangeInclusive<i32>>(),
        type_name::<std::ops::RangeToInclusive<i32>>()
    );
    println!(
        "{} {} {} {}",
        type_name::<dyn std::fmt::Display>(),
        type_name::<dyn std::fmt::Debug>(),
        type_name::<dyn std::any::Any + Send + Sync>(),
        type_name::<dyn std::error::Error>()
    );
    println!(
        "{} {} {} {} {} {}",
        type_name::<std::sync::atomic::AtomicU8>(),
        type_name::<std::sync::atomic::AtomicU16>(),
        type_name::<std::sync::atomic::AtomicU32>(),
        type_name::<std::sync::atomic::AtomicU64>(),
        type_name::<std::sync::atomic::AtomicI64>(),
        type_name::<std::sync::atomic::AtomicI32>()
    );
    println!(
        "{} {} {} {}",
        type_name::<std::sync::atomic::AtomicIsize>(),
        type_name::<std::sync::atomic::AtomicI8>(),
        type_name::<std::sync::atomic::AtomicI16>(),
        type_name::<std::sync::atomic::Ordering>()
    );
    println!(
        "{} {} {} {} {}",
        type_name::<std::sync::mpsc::Receiver<i32>>(),
        type_name::<std::sync::mpsc::SyncSender<i32>>(),
        type_name::<std::sync::RwLockReadGuard<i32>>(),
        type_name::<std::sync::RwLockWriteGuard<i32>>(),
        type_name::<std::cell::RefMut<i32>>()
    );
    println!(
        "{} {} {} {} {}",
        type_name::<std::sync::LazyLock<i32>>(),
        type_name::<std::cell::LazyCell<i32>>(),
        type_name::<u8>(),
        type_name::<std::cell::UnsafeCell<i32>>(),
        type_name::<std::mem::MaybeUninit<i32>>()
    );
    println!(
        "{} {} {} {} {}",
        type_name::<std::net::Ipv4Addr>(),
        type_name::<std::net::Ipv6Addr>(),
        type_name::<std::net::SocketAddr>(),
        type_name::<std::ptr::NonNull<i32>>(),
        type_name::<std::num::Saturating<i32>>()
    );
    println!(
        "{} {} {} {} {}",
        type_name::<std::io::ErrorKind>(),
        type_name::<std::num::IntErrorKind>(),
        type_name::<std::char::CharTryFromError>(),
        type_name::<std::thread::Thread>(),
        type_name::<std::task::Waker>()
    );
    println!(
        "{} {} {} {}",
        type_name::<std::task::Context>(),
        type_name::<std::env::VarError>(),
        type_name::<std::path::Path>(),
        type_name::<std::ffi::OsStr>()
    );
    println!(
        "{} {} {} {}",
        type_name::<std::fmt::Formatter>(),
        type_name::<std::time::SystemTimeError>(),
        type_name::<std::cell::BorrowError>(),
        type_name::<std::cell::BorrowMutError>()
    );
    println!(
        "{} {} {} {}",
        type_name::<std::mem::Discriminant<i32>>(),
        type_name::<std::panic::Location>(),
        type_name::<std::process::ExitCode>(),
        type_name::<std::marker::PhantomPinned>()
    );
    println!(
        "{} {} {}",
        type_name::<std::str::Chars>(),
        type_name::<u8>(),
        type_name::<std::iter::Rev<i32>>()
    );
    println!(
        "{} {} {}",
        type_name::<std::io::Cursor<i32>>(),
        type_name::<std::io::Stdin>(),
        type_name::<std::io::Stdout>()
    );
}
