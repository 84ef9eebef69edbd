//! Hints to a compiler.

pub fn spin_loop() {
    crate::thread::yield_now()
}

pub fn black_box<T>(dummy: T) -> T {
    dummy
}

#[track_caller]
pub const unsafe fn unreachable_unchecked() -> ! {
    panic!("unreachable_unchecked must never be reached")
}

pub fn must_use<T>(value: T) -> T {
    value
}
