fn main() {
    let v = [5i32, 1, 4, 2, 3];
    println!("{:?} {:?} {:?}", v.iter().min(), v.iter().max_by_key(|n| (**n - 3).abs()), v.contains(&4));
    println!("{:?} {:?}", v.split_first(), v.split_last().map(|(l, rest)| (*l, rest.len())));
    println!("{:?}", v.chunks(2).collect::<Vec<_>>());
    println!("{:?} {:?}", v.chunks_exact(2).map(|c| c[0] + c[1]).collect::<Vec<_>>(), v.chunks_exact(2).remainder());
    println!("{:?}", v.rchunks(2).collect::<Vec<_>>());
    println!("{:?}", v.windows(3).map(|w| w.iter().sum::<i32>()).collect::<Vec<_>>());
    println!("{:?}", v.split(|n| *n == 4).collect::<Vec<_>>());
    println!("{:?} {:?}", v.concat_like(), v.iter().rev().skip(1).step_by(2).collect::<Vec<_>>());
    let mut s = v;
    s.sort();
    println!("{s:?} {:?} {:?}", s.binary_search(&4), s.binary_search(&9));
    println!("{} {}", s.partition_point(|n| *n < 3), s.is_sorted());
    s.rotate_left(2);
    println!("{s:?}");
    s.rotate_right(1);
    s.swap(0, 4);
    s[1..4].copy_from_slice(&[7, 8, 9]);
    println!("{s:?}");
    let (a, b) = s.split_at_mut(2);
    std::mem::swap(&mut a[0], &mut b[0]);
    println!("{s:?}");
    for c in s.chunks_mut(2) { c.reverse(); }
    println!("{s:?} {:?}", s.repeat(2));
    println!("{:?} {:?}", s.starts_with(&[8]), s.iter().copied().reduce(|a, b| a.max(b)));
    println!("{:?}", [[1, 2], [3, 4]].concat());
    println!("{:?} {:?}", [[1], [2]].join(&0), ["a", "b"].join("-"));
    let mut words = vec!["banana", "fig", "apple", "date"];
    words.sort_unstable_by_key(|w| (w.len(), *w));
    println!("{words:?}");
    words.sort_by(|a, b| b.cmp(a));
    println!("{words:?} {:?}", words.first_chunk::<2>());
    let mut f = [2.5, -1.0, 7.0];
    f.sort_by(f64::total_cmp);
    println!("{f:?} {:?}", f.iter().position(|x| *x > 2.0));
    println!("{:?} {:?}", v.get(1..3), v.to_vec().into_iter().rposition(|n| n == 1));
    println!("{:?}", [3, 1, 2].map(|n| n * 2).iter().zip(['a', 'b', 'c']).collect::<Vec<_>>());
    println!("{:?}", [1, 1, 2, 3, 3].chunk_by(|a, b| a == b).map(<[i32]>::len).collect::<Vec<_>>());
    println!("{:?}", v.select());
}

trait More { fn concat_like(&self) -> i32; fn select(&self) -> Vec<i32>; }
impl More for [i32; 5] {
    fn concat_like(&self) -> i32 { self.iter().fold(0, |a, n| a * 10 + n) }
    fn select(&self) -> Vec<i32> { let mut v = self.to_vec(); v.select_nth_unstable(2); vec![v[2]] }
}
