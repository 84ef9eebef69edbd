fn main() {
    let v: Vec<i32> = (0..10).collect();
    println!("{:?} {:?} {:?} {:?}", &v[2..4], &v[7..], &v[..=1], &v[..]);
    println!("{:?} {:?}", v.get(8..20), v.get(3..5));
    let text = "héllo";
    println!("{} {} {:?}", &text[0..1], &text[3..], text.get(1..2));
    let r = 3..7;
    println!("{} {} {} {:?}", r.start, r.end, r.contains(&7), r.clone().rev().collect::<Vec<_>>());
    println!("{:?} {:?} {:?} {:?} {:?} {:?}", .., 1.., ..2, ..=3, 4..5, 6..=7);
    println!("{} {} {}", (0..0).is_empty(), (0..=0).is_empty(), (5..2).count());
    let inclusive = 1..=4;
    println!("{} {}", inclusive.start(), inclusive.end());
    println!("{}", inclusive.sum::<i32>());
    let chars: String = ('a'..='f').step_by(2).collect();
    println!("{chars} {:?}", ('a'..'d').rev().collect::<Vec<char>>());
    let mut grid = [[0u8; 4]; 2];
    grid[1][1..3].fill(7);
    println!("{grid:?} {}", grid.len() * grid[0].len());
    let (a, b) = v.split_at(3);
    println!("{a:?} {}", b.len());
    let mut w = v.clone();
    w[2..5].reverse();
    w[5..].iter_mut().for_each(|it| *it *= -1);
    println!("{w:?}");
    println!("{}", (1..=3).flat_map(|i| (0..i)).map(|it| it.to_string()).collect::<Vec<_>>().join(","));
    println!("{:?} {:?}", (1..10).nth(3), (1u8..=255).last());
    println!("{:?}", (250u8..=255).map(|it| it).collect::<Vec<_>>());
}
