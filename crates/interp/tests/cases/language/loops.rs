fn main() {
    let mut n = 0;
    let found = loop {
        n += 1;
        if n * n > 50 { break n; }
    };
    println!("{found}");
    let mut rows = vec![];
    'outer: for i in 0..4 {
        for j in 0..4 {
            if j == 3 { continue 'outer; }
            if i == 2 { break 'outer; }
            rows.push((i, j));
        }
        unreachable!();
    }
    println!("{rows:?}");
    let mut left = 3;
    while left > 0 { print!("{left} "); left -= 1; }
    println!("go");
    let value = 'block: {
        if found > 100 { break 'block "large"; }
        if found > 5 { break 'block "medium"; }
        "small"
    };
    println!("{value}");
    let deep = 'a: loop {
        let inner = loop { break 5; };
        loop { break 'a inner * 2; }
    };
    println!("{deep}");
    for (i, c) in "xyz".chars().rev().enumerate() { print!("{i}{c} "); }
    for i in (0..=10).step_by(5) { print!("{i} "); }
    for i in (1..4).rev() { print!("{i} "); }
    println!();
    let mut stack = vec![1, 2, 3];
    while let Some(top) = stack.pop() {
        if top == 2 { stack.push(20); stack.push(10); }
        print!("{top} ");
        if stack.len() > 5 { break; }
    }
    println!("{stack:?}");
    for _ in 5..5 { println!("never"); }
    let range = 1..=3;
    println!("{} {:?} {}", range.contains(&3), range, (1..3).len());
}
