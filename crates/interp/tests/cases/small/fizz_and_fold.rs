fn fizz(n: u32) -> String { match (n % 3, n % 5) { (0, 0) => "FizzBuzz".into(), (0, _) => "Fizz".into(), (_, 0) => "Buzz".into(), _ => n.to_string() } }

fn roman(mut n: u32) -> String {
    const TABLE: [(u32, &str); 13] = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut out = String::new();
    for &(v, s) in TABLE.iter() { while n >= v { out += s; n -= v; } }
    out
}

fn pascal(rows: usize) -> Vec<Vec<u64>> {
    let mut out: Vec<Vec<u64>> = vec![vec![1]];
    for _ in 1..rows { let last = out.last().unwrap(); let mut row = vec![1]; row.extend(last.windows(2).map(|w| w[0] + w[1])); row.push(1); out.push(row); }
    out
}

fn main() {
    println!("{}", (1..=15).map(fizz).collect::<Vec<_>>().join(","));
    println!("{:?}", [1994, 2024, 49].map(roman));
    for row in pascal(5) { println!("{:^20}", row.iter().map(u64::to_string).collect::<Vec<_>>().join(" ")); }
    println!("{}", "A man, a plan".chars().filter(|c| c.is_alphabetic()).map(|c| c.to_ascii_lowercase()).rev().collect::<String>());
    let (min, max) = [3, -1, 8].iter().fold((i32::MAX, i32::MIN), |(lo, hi), &n| (lo.min(n), hi.max(n)));
    println!("{min} {max}");
    println!("{}", (1..=5).scan(1u64, |acc, n| { *acc *= n; Some(*acc) }).map(|n| n.to_string()).collect::<Vec<_>>().join(" "));
}
