struct Counter {
    n: u32,
}

impl Iterator for Counter {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.n < 5 {
            self.n += 1;
            Some(self.n)
        } else {
            None
        }
    }
}

fn main() {
    let v = [1, 2, 3, 4, 5, 6];
    println!("{:?}", v.iter().filter(|it| *it % 2 == 0).map(|it| it * it).collect::<Vec<_>>());
    println!("{} {} {:?}", v.iter().sum::<i32>(), v.iter().any(|&it| it > 5), v.iter().find(|&&it| it > 3));
    println!("{:?}", v.iter().zip("abc".chars()).collect::<Vec<_>>());
    println!("{:?}", v.iter().enumerate().skip(2).take(2).collect::<Vec<_>>());
    println!("{:?}", v.iter().take_while(|it| **it < 4).chain([9].iter()).collect::<Vec<_>>());
    println!("{:?}", v.iter().fold(String::new(), |acc, it| acc + &it.to_string()));
    println!("{:?}", v.iter().scan(0, |state, it| { *state += it; Some(*state) }).collect::<Vec<_>>());
    println!("{:?}", v.iter().partition::<Vec<i32>, _>(|it| **it > 3));
    println!("{:?}", v.iter().flat_map(|it| std::iter::repeat(*it).take(2)).take(5).collect::<Vec<_>>());
    println!("{:?} {:?}", v.iter().min_by_key(|it| (**it - 4).abs()), v.iter().rev().last());
    println!("{:?}", Counter { n: 0 }.zip(Counter { n: 0 }.skip(1)).map(|(a, b)| a * b).filter(|it| it % 3 == 0).sum::<u32>());
    let mut peek = v.iter().peekable();
    while let Some(item) = peek.next() {
        if let Some(next) = peek.peek() {
            print!("{item}<{next} ");
        }
    }
    println!();
    println!("{:?}", (1..4).map(|it| it as f64 / 2.0).collect::<Vec<f64>>());
    println!("{:?}", ["1", "x", "3"].iter().map(|it| it.parse::<i32>()).collect::<Result<Vec<_>, _>>().is_err());
    println!("{:?}", ["1", "2"].iter().map(|it| it.parse::<i32>().ok()).collect::<Option<Vec<_>>>());
    println!("{:?}", vec![("a", 1), ("b", 2)].into_iter().unzip::<_, _, Vec<_>, Vec<_>>());
    println!("{:?}", std::iter::successors(Some(1), |it| Some(it * 3)).take(4).collect::<Vec<i32>>());
    println!("{} {}", v.iter().count(), (1..=4).product::<i32>());
    println!("{:?}", "hello".chars().filter_map(|c| c.to_digit(36)).collect::<Vec<_>>());
    println!("{:?}", v.chunks(4).map(|it| it.to_vec()).collect::<Vec<_>>());
    let mut it = v.iter();
    println!("{:?} {:?} {:?}", it.by_ref().nth(1), it.next_back(), it.len());
    println!("{:?}", v.iter().copied().reduce(|a, b| a.max(b)));
    println!("{}", (0..3).map(|it| it.to_string()).collect::<Vec<_>>().join("+"));
    println!("{:?}", v.iter().step_by(2).cycle().take(4).collect::<Vec<_>>());
    println!("{:?}", v.iter().max_by(|a, b| a.cmp(b)));
    println!("{:?}", (0..5).all(|it| it < 5));
}
