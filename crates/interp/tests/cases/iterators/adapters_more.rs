fn main() {
    let v = [3, 1, 4, 1, 5, 9, 2, 6];
    println!("{:?}", v.iter().skip_while(|n| **n != 4).map(|n| n * 10).collect::<Vec<_>>());
    println!("{:?}", v.iter().map_while(|n| (*n < 5).then(|| n + 1)).collect::<Vec<_>>());
    println!("{:?}", v.chunks(3).flat_map(|c| c.iter().rev()).collect::<Vec<_>>());
    println!("{:?}", v.iter().filter_map(|n| if n % 2 == 0 { Some(n / 2) } else { None }).collect::<Vec<_>>());
    println!("{:?}", v.iter().scan((0, 1), |s, n| { s.0 += n; s.1 *= 2; Some(s.0 * s.1) }).take(3).collect::<Vec<_>>());
    println!("{:?} {:?}", v.iter().cycle().skip(6).take(4).collect::<Vec<_>>(), v.iter().step_by(3).collect::<Vec<_>>());
    println!("{:?}", v.iter().zip(v.iter().skip(1)).map(|(a, b)| b - a).collect::<Vec<_>>());
    let (small, large): (Vec<i32>, Vec<i32>) = v.iter().partition(|n| **n < 4);
    println!("{small:?} {large:?}");
    let (a, b): (Vec<_>, Vec<_>) = v.iter().copied().enumerate().take(2).unzip();
    println!("{a:?} {b:?}");
    let mut p = v.iter().peekable();
    let mut groups = vec![];
    while let Some(n) = p.next() {
        if let Some(next) = p.next_if(|next| *next > n) { groups.push((*n, Some(*next))); } else { groups.push((*n, None)); }
    }
    println!("{groups:?} {:?}", p.peek());
    println!("{:?}", v.iter().inspect(|n| print!("{n}")).rev().last());
    println!("{:?}", (0..3).chain(7..9).chain(std::iter::once(100)).rev().collect::<Vec<_>>());
    let mut it = v.iter();
    println!("{:?} {:?} {:?}", it.by_ref().take(2).sum::<i32>(), it.next(), it.len());
    println!("{:?} {:?} {:?}", it.nth(1), it.next_back(), it.as_slice());
    println!("{:?}", vec![vec![1], vec![], vec![2, 3]].into_iter().flatten().map(|n| n * n).collect::<Vec<i32>>());
    println!("{:?}", ["a", "b"].iter().copied().intersperse_like());
    println!("{:?} {:?}", (1..=3).map(|n| n as f64 / 2.0).sum::<f64>(), (1..=0).max());
    println!("{:?}", (1..4).size_hint());
    println!("{:?}", v.iter().copied().fuse().min_by(|a, b| b.cmp(a)));
    let mut f = std::iter::from_fn({ let mut n = 0; move || { n += 1; (n < 4).then_some(n) } });
    println!("{:?} {:?}", f.next(), f.collect::<Vec<_>>());
    println!("{:?}", std::iter::successors(Some(1u32), |n| n.checked_mul(10)).collect::<Vec<_>>());
    println!("{:?} {:?}", std::iter::repeat("x").take(3).collect::<String>(), std::iter::empty::<u8>().count());
    println!("{:?}", std::iter::repeat_with(|| 5).zip(std::iter::once('o')).collect::<Vec<_>>());
}

trait Inter<'a>: Iterator<Item = &'a str> + Sized { fn intersperse_like(self) -> String { self.fold(String::new(), |acc, s| if acc.is_empty() { s.into() } else { acc + "-" + s }) } }
impl<'a, I: Iterator<Item = &'a str>> Inter<'a> for I {}
