fn main() {
    let mut sum = 0u64;
    for i in 0..1000 { if i % 3 == 0 || i % 5 == 0 { sum += i; } }
    println!("{sum}");
    let (mut a, mut b, mut even) = (1u32, 2u32, 0u32);
    while b < 4_000_000 { if b % 2 == 0 { even += b; } (a, b) = (b, a + b); }
    println!("{even}");
    let mut n = 600851475143i64;
    let mut f = 2;
    while n > 1 { while n % f == 0 { n /= f; } f += 1; }
    println!("{}", f - 1);
    let digits: u32 = 2u128.pow(100).to_string().chars().map(|c| c.to_digit(10).unwrap()).sum();
    println!("{digits}");
    let mut x = 123456789u32;
    let v: Vec<u32> = (0..3).map(|_| { x = x.wrapping_mul(1103515245).wrapping_add(12345); x >> 16 & 0x7fff }).collect();
    println!("{v:?}");
    println!("{}", (1..=20u64).fold(1, |l, n| { let (mut a, mut b) = (l, n); while b != 0 { (a, b) = (b, a % b); } l / a * n }));
    println!("{}", (1..=9).map(|i: i32| i.pow(2)).filter(|n| n & 1 == 1).sum::<i32>());
}
