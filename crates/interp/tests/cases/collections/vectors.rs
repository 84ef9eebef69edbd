fn main() {
    let mut v = vec![5, 3, 8, 1];
    v.push(9);
    v.insert(1, 7);
    println!("{v:?} {} {:?} {:?}", v.len(), v.first(), v.get(100));
    v.sort();
    v.reverse();
    v.retain(|it| it % 2 == 1);
    println!("{v:?}");
    v.extend([1, 1, 2]);
    v.dedup();
    println!("{v:?} {:?} {}", v.iter().position(|&it| it == 7), v.contains(&3));
    println!("{:?} {:?}", v.swap_remove(0), v.drain(1..3).collect::<Vec<_>>());
    println!("{v:?} {:?}", v.iter().max());
    let mut grid = vec![vec![0; 3]; 2];
    grid[1][2] = 5;
    println!("{grid:?}");
    for row in grid.iter_mut() {
        for cell in row.iter_mut() {
            *cell += 1;
        }
    }
    println!("{grid:?}");
    let (left, right) = [1, 2, 3, 4].split_at(1);
    println!("{left:?} {right:?}");
    println!("{:?}", [1, 2, 3, 4, 5].chunks(2).map(|it| it.iter().sum::<i32>()).collect::<Vec<_>>());
    println!("{:?}", [1, 2, 3].windows(2).map(|it| it[0] * it[1]).collect::<Vec<_>>());
    println!("{:?}", [3, 1, 2].binary_search(&9).is_err());
    let mut words = vec!["pear", "fig", "apple"];
    words.sort_by_key(|it| it.len());
    println!("{words:?} {}", words.concat());
    let mut a = [1, 2, 3];
    a.swap(0, 2);
    println!("{a:?} {:?}", a.iter().rev().collect::<Vec<_>>());
    let mut v2 = Vec::with_capacity(10);
    v2.resize(3, 'x');
    v2.truncate(2);
    println!("{v2:?} {:?}", v2.is_empty());
    v2.clear();
    println!("{:?}", v2);
    println!("{:?}", v2.pop());
    println!("{:?}", vec![1, 2] == [1, 2]);
    let boxed: Box<[i32]> = vec![1, 2].into_boxed_slice();
    println!("{boxed:?} {}", boxed.len());
    let nested: Vec<i32> = vec![vec![1], vec![2, 3]].into_iter().flatten().collect();
    println!("{nested:?}");
    println!("{:?}", nested.split_first());
    println!("{:?}", std::mem::take(&mut words));
}
