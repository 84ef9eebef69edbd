fn main() {
    let v: Vec<i32> = (1..=10).collect();
    println!("{:?}", v.chunks_exact(3).rev().collect::<Vec<_>>());
    println!("{:?} {:?}", v.rchunks(4).collect::<Vec<_>>(), v.rchunks(4).len());
    println!("{:?}", v.rchunks_exact(4).collect::<Vec<_>>());
    println!("{:?}", v.chunk_by(|a, b| b % 4 != 0 && a < b).rev().collect::<Vec<_>>());
    println!("{:?}", v.rsplit(|x| x % 4 == 0).collect::<Vec<_>>());
    println!("{:?}", v.rsplitn(2, |x| x % 3 == 0).collect::<Vec<_>>());
    println!("{:?}", v.split(|x| x % 5 == 0).rev().collect::<Vec<_>>());
    println!("{:?}", v.split_inclusive(|x| x % 4 == 0).collect::<Vec<_>>());
    println!("{:?} {:?} {:?}", v.first_chunk::<2>(), v.last_chunk::<2>(), v.last_chunk::<11>());
    if let Some(([a, b], rest)) = v.split_first_chunk::<2>() {
        println!("{a} {b} {}", rest.len());
    }
    if let Some((rest, [z])) = v.split_last_chunk::<1>() {
        println!("{z} {}", rest.len());
    }
    let mut w = v.clone();
    for (number, piece) in w.rchunks_mut(4).enumerate() {
        piece.fill(number as i32);
    }
    println!("{w:?}");
    for (number, piece) in w.chunks_mut(3).rev().enumerate() {
        piece[0] += 10 * number as i32;
    }
    println!("{w:?} {}", w.rchunks_exact_mut(3).count());
    w.chunks_exact_mut(4).rev().for_each(|it| it.reverse());
    println!("{w:?}");
    let mut w = vec![1, 1, 2, 3, 3, 3];
    w.chunk_by_mut(|a, b| a == b).for_each(|it| it[0] = -(it.len() as i32));
    println!("{w:?}");
    for piece in w.split_mut(|x| *x == 3) {
        piece.iter_mut().for_each(|x| *x *= 2);
    }
    println!("{w:?}");
    for piece in w.split_inclusive_mut(|x| *x == 3) {
        *piece.last_mut().unwrap() += 100;
    }
    println!("{w:?}");
    if let Some((left, right)) = w.split_at_mut_checked(2) {
        left[0] = right.len() as i32;
    }
    println!("{w:?} {}", w.split_at_mut_checked(9).is_none());
    let mut u = [5, 2, 9, 1, 7];
    let (_, middle, _) = u.select_nth_unstable_by(2, |a, b| b.cmp(a));
    println!("{middle}");
    println!("{}", u.select_nth_unstable_by_key(0, |x| (x - 7i32).abs()).1);
    let names: std::collections::VecDeque<_> = ["ann", "bobby", "christine"].into();
    println!("{:?} {:?}", names.binary_search_by_key(&5, |it| it.len()), names.binary_search_by(|it| it.cmp(&"z")));
    println!("{} {} {}", [1, 2].iter().le(&[1, 3]), [2].iter().gt(&[1, 9]), [1, 2].iter().ge([1, 2].iter()));
    println!("{} {}", [1, 2, 2].iter().is_sorted_by(|a, b| a < b), (1..4).is_sorted_by(|a, b| a < b));
    println!("{:?}", v.iter().fuse().rev().take(2).collect::<Vec<_>>());
}
