use std::cell::Cell;
use std::sync::{LazyLock, Mutex, OnceLock};
use std::collections::BTreeMap;

static LOG: Mutex<Vec<String>> = Mutex::new(Vec::new());
static CONFIG: OnceLock<String> = OnceLock::new();
static NUMBERS: LazyLock<BTreeMap<u8, &'static str>> = LazyLock::new(|| {
    log("building");
    BTreeMap::from([(1, "one"), (2, "two")])
});

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

fn log(text: impl Into<String>) { LOG.lock().unwrap().push(text.into()); }

fn nested(n: u32) -> u32 {
    DEPTH.with(|it| it.set(it.get() + 1));
    if n > 0 { nested(n - 1) } else { DEPTH.get() }
}

static mut RAW: u32 = 1;

fn main() {
    log("start");
    println!("{:?}", NUMBERS.get(&2));
    println!("{:?}", NUMBERS.len());
    println!("{} {:?}", CONFIG.get().is_none(), CONFIG.set("first".into()));
    println!("{:?} {}", CONFIG.set("second".into()), CONFIG.get_or_init(|| "third".into()));
    println!("{} {}", nested(3), std::thread::spawn(|| nested(1)).join().unwrap());
    unsafe { RAW += 4; }
    let raw = unsafe { RAW };
    println!("{raw}");
    println!("{:?}", LOG.lock().unwrap());
}
