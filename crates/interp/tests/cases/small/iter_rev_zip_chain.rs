fn main() {
    let a = [1, 2, 3];
    let b = ["x", "y", "z", "w"];
    for (n, s) in a.iter().zip(b.iter()) { print!("{n}{s} "); }
    println!();
    println!("{:?}", a.iter().rev().zip(b).collect::<Vec<_>>());
    println!("{:?}", a.iter().chain(&[4, 5]).rev().take(3).collect::<Vec<_>>());
    println!("{:?}", b.iter().enumerate().map(|(i, s)| s.repeat(i)).collect::<Vec<_>>());
    println!("{:?}", std::iter::zip(a, b).unzip::<i32, &str, Vec<_>, Vec<_>>());
    println!("{:?}", a.iter().zip(1..).map(|(x, y)| x * y).sum::<i32>());
    println!("{}", a.iter().map(|n| n * n).rev().map(|n| n.to_string()).collect::<Vec<_>>().join(">"));
}
