fn sign(n: i32) -> &'static str {
    if n < 0 { "negative" } else if n == 0 { "zero" } else { "positive" }
}

fn main() {
    let a = { let x = 3; let y = x * 2; x + y };
    let b = if a > 5 { "big" } else { "small" };
    println!("{a} {b} {} {} {}", sign(-1), sign(0), sign(7));
    let unit = { let _ = a; };
    println!("{unit:?}");
    let c = match a { 0 => 1, n if n % 2 == 0 => 2, _ => 3 } + 10;
    println!("{c}");
    let (mut x, mut y) = (1, 2);
    (x, y) = (y, x + y);
    println!("{x} {y}");
    let mut array = [0; 3];
    [array[0], _, array[2]] = [7, 8, 9];
    println!("{array:?}");
    let late;
    if a > 0 { late = "set once"; } else { late = "other"; }
    println!("{late}");
    let tuple = ((1, 'a'), [2.5, 3.5], "t");
    println!("{} {} {} {}", tuple.0.0, tuple.0.1, tuple.1[1], tuple.2);
    println!("{}", (|| -> i32 { return 4; })());
    let never: i32 = loop { break 9 };
    println!("{}", -never.pow(2) + !0 + 2 * 3 % 4);
}
