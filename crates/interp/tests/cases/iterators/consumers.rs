fn main() {
    let v = vec![4, 8, 15, 16, 23, 42];
    println!("{} {} {}", v.iter().count(), v.iter().sum::<i32>(), v.iter().map(|n| *n as i64).product::<i64>());
    println!("{} {} {}", v.iter().all(|n| *n > 3), v.iter().any(|n| n % 7 == 0), v.is_empty());
    println!("{:?} {:?} {:?}", v.iter().find(|n| **n > 10), v.iter().find_map(|n| (n % 5 == 0).then(|| n / 5)), v.iter().position(|n| *n == 16));
    println!("{:?} {:?}", v.iter().min_by_key(|n| (**n - 20).abs()), v.iter().max_by(|a, b| (*a % 10).cmp(&(*b % 10))));
    println!("{} {:?}", v.iter().fold(1i64, |a, n| a * 3 % 1009 + *n as i64), v.iter().copied().reduce(|a, b| a * 2 + b));
    println!("{:?}", v.iter().try_fold(0i8, |a, n| a.checked_add(*n as i8)));
    println!("{:?}", v.iter().try_for_each(|n| if *n < 20 { Ok(()) } else { Err(*n) }));
    println!("{:?} {:?} {:?}", v.first(), v.iter().last(), v.iter().nth(9));
    println!("{} {} {}", [1, 2].iter().eq([1, 2].iter()), (0..3).lt(0..4), [1.0].iter().partial_cmp([2.0].iter()).is_some());
    println!("{:?} {:?}", "b,a".split(',').cmp("b".split(',')), v.iter().is_sorted());
    let mut out = vec![];
    v.iter().rev().for_each(|n| out.push(n % 4));
    println!("{out:?} {:?}", out.iter().max());
    println!("{:?}", v.iter().map(|n| n.to_string()).collect::<Vec<_>>().join("+"));
    println!("{:?}", v.iter().rfold(String::new(), |s, n| s + &n.to_string() + ","));
    println!("{:?} {:?}", v.iter().rev().find(|n| *n % 2 == 1), v.iter().rposition(|n| n % 2 == 0));
    let collected: String = ["ab", "cd"].iter().flat_map(|s| s.chars()).filter(|c| *c != 'b').collect();
    let boxed: Box<[i32]> = v.iter().copied().take(2).collect();
    let result: Result<String, char> = "abc".chars().map(|c| if c < 'x' { Ok(c) } else { Err(c) }).collect();
    println!("{collected} {boxed:?} {result:?}");
    println!("{:?}", [3, 1, 2].iter().max().into_iter().chain([9].iter()).collect::<std::collections::VecDeque<_>>());
    println!("{:?} {:?}", ["x", "yy"].iter().map(|s| s.len()).max(), Vec::<i32>::new().iter().min());
    println!("{:?}", (1..=4).flat_map(|a| (a..=4).map(move |b| (a, b))).filter(|(a, b)| a * b == 4).collect::<Vec<_>>());
    println!("{:?}", [1.5, 0.5].iter().cloned().fold(0.0, f64::max));
    println!("{}", (1..=5).rev().map(|n| n.to_string()).reduce(|a, b| format!("({a} {b})")).unwrap());
}
