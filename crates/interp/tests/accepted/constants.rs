use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, OnceLock};
use std::time::Duration;

const MINUTE: u64 = 60 * 60 / 60;
const LEAST: i32 = -(i32::MAX) - 1;
const MASK: u32 = !0 << 31 >> 31;
const WRAPPED: u8 = 200u8.wrapping_add(100);
const SATURATED: u8 = 250u8.saturating_add(10);
const NOTHING: Option<u8> = 250u8.checked_add(10);
const TABLE: [u32; 16] = table();
const LAST: u32 = TABLE[TABLE.len() - 1];
const NAME: &str = "name";
const LENGTH: usize = NAME.len() - 4;
const PAUSE: Duration = Duration::from_millis(20 * 3);
const FLOAT: f64 = 1.0 / 0.0;
const _: () = assert!(TABLE.len() == 16, "sixteen");
const _: () = assert!(LENGTH == 0 && MINUTE > 0);
const CHOSEN: u8 = if LENGTH == 0 { 1 } else { panic!("not chosen") };
const OR: u8 = match NOTHING {
    Some(it) => it,
    None => 7,
};

static COUNT: AtomicUsize = AtomicUsize::new(3 - 2);
static NAMES: Mutex<Vec<String>> = Mutex::new(Vec::new());
static LATE: LazyLock<u32> = LazyLock::new(|| [1, 2, 3].iter().sum::<u32>() - 6);
static NEVER: LazyLock<u32> = LazyLock::new(|| panic!("never asked for"));
static ONCE: OnceLock<u32> = OnceLock::new();
static GATE: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(1 + 1);
static LOCK: tokio::sync::Mutex<u32> = tokio::sync::Mutex::const_new(1 - 1);

const fn table() -> [u32; 16] {
    let mut all = [0; 16];
    let mut at = 1;
    while at < all.len() {
        all[at] = all[at - 1] + at as u32;
        at += 1;
    }
    all
}

const fn never(n: u8) -> u8 {
    if n > 3 { panic!("too much") } else { n }
}

struct Limits;

impl Limits {
    // Of types constants count where they are used.
    const NEVER: () = panic!("unused");
    const SOME: u8 = never(3);
}

trait Sized8 {
    const SIZE: usize;
    const CHECK: () = assert!(Self::SIZE == 8);
}

impl Sized8 for u8 {
    const SIZE: usize = 1;
}

struct Of<T>(T);

impl<T> Of<T> {
    const ALWAYS: () = assert!(std::mem::size_of::<T>() > 100);
}

#[tokio::main]
async fn main() {
    let permit = GATE.acquire().await.unwrap();
    *LOCK.lock().await += 1;
    NAMES.lock().unwrap().push(NAME.to_string());
    COUNT.fetch_add(Limits::SOME as usize, Ordering::SeqCst);
    println!("{MINUTE} {LEAST} {MASK} {WRAPPED} {SATURATED} {LAST} {PAUSE:?} {FLOAT} {CHOSEN} {OR}");
    println!("{:?} {} {}", *LATE, ONCE.get_or_init(|| 1), Of(1).0);
    drop(permit);
}
