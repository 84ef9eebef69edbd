//! Slices as arrays, and lengths that a pattern tells.

fn main() {
    let list = [1, 2, 3, 4, 5, 6, 7];
    let (whole, rest) = list.as_chunks::<3>();
    println!("{whole:?} {rest:?}");
    let (rest, pairs): (&[i32], &[[i32; 2]]) = list.as_rchunks();
    println!("{rest:?} {pairs:?} {}", pairs[1][0]);
    for [x, y] in pairs {
        print!("{} ", x * y);
    }
    println!("{}", list.array_windows().map(|[a, b]| b - a).sum::<i32>());
    println!("{:?}", list.array_windows::<3>().rev().next());
    let mut grown = vec![[1, 2], [3, 4]];
    let copied = grown.as_chunks::<1>().0[0];
    grown[0][0] = 9;
    println!("{copied:?} {grown:?}");
    let numbers = vec![10u8, 20];
    if let Ok([a, b]) = <[u8; 2]>::try_from(numbers) {
        println!("{}", a + b);
    }
}
