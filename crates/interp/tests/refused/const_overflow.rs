use std::time::Duration;

const LESS: u32 = 1 - 2;
const MORE: i32 = i32::MAX + 1;
const TIMES: u64 = u64::MAX * 2;
const LEAST: i32 = -i32::MIN;
const QUOTIENT: i32 = i32::MIN / -1;
const SHIFTED: u32 = 1 << 32u32;
const SHIFTED_BACK: u8 = 200 >> 9u64;
const BYTE: u8 = 200 + 100;
const WIDE: u128 = u128::MAX + 1;
const INDEX: usize = 3 - 5 + 4;
static TICKS: u8 = 255 + 1;
const SMALL: i8 = i8::MIN - 1;

mod inner {
    pub const DEEP: usize = 0 - 1;
}

const PAUSE: Duration = Duration::from_millis(100);

fn main() {
    const LOCAL: u8 = 1 - 2;
    println!("{:?} {}", PAUSE, LESS);
}
