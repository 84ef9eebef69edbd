type Pair<T> = (T, T);
type Callback = Box<dyn Fn(&str) -> String>;
type Grid = [[u8; 3]; 2];

#[repr(u8)]
#[derive(Clone, Copy)]
enum Code { A = b'a', B = 200 }

fn main() {
    let pair: Pair<i64> = (1, 2);
    let callback: Callback = Box::new(|it| it.repeat(2));
    let grid: Grid = Default::default();
    println!("{pair:?} {} {grid:?}", callback("ab"));
    println!("{} {} {} {}", 300i32 as u8, -1i32 as u8, -1i8 as u32, 200u8 as i8);
    println!("{} {} {} {}", 3.99f64 as i32, -3.99f64 as u8, 1e20 as i32, f64::NAN as i64);
    println!("{} {} {}", u64::MAX as f32, i64::MIN as f64, 16777217i32 as f32);
    println!("{} {} {}", 'a' as u32, 97u8 as char, '€' as u8);
    println!("{} {} {} {}", true as i32, false as u8, Code::A as u8 as char, Code::B as i8);
    println!("{} {}", u128::MAX as u64, (1u128 << 100) as f64);
    println!("{} {}", usize::MAX as u32, -5i64 as usize as i64);
    println!("{} {}", 65u8 as char as u32, (b'z' - b'a') as usize);
    println!("{}", 1.0f32 / 3.0f32);
    println!("{}", (1.0f32 / 3.0f32) as f64);
    println!("{} {}", f32::MAX as u128, f64::INFINITY as u8);
    let n: u8 = "17".parse::<i64>().unwrap() as _;
    println!("{n}");
}
