struct Counter { n: i32, log: Vec<i32> }

fn pick<'a>(c: &'a mut Counter, log: &mut Vec<&'static str>) -> &'a mut i32 { log.push("pick"); &mut c.n }

fn main() {
    let mut x = 7u8;
    x += 3; x -= 1; x *= 4; x /= 5; x %= 5;
    println!("{x}");
    x <<= 3; x |= 1; x ^= 0xff; x &= 0b1110_1110; x >>= 1;
    println!("{x} {x:#010b}");
    let mut c = Counter { n: 1, log: vec![] };
    let mut log = vec![];
    *pick(&mut c, &mut log) += 5;
    *pick(&mut c, &mut log) = *pick(&mut Counter { n: 40, log: vec![] }, &mut vec![]) + 2;
    println!("{} {log:?}", c.n);
    c.log.extend([1, 2]);
    c.log[1] -= 10;
    println!("{:?}", c.log);
    let mut s = String::from("a");
    s += "b";
    s += &String::from("c");
    println!("{s} {}", s.clone() + "d" + &"e".to_string());
    let mut f = 1.5;
    f *= 2.0; f -= 0.5; f %= 2.0;
    println!("{f}");
    let mut b = true;
    b &= false; b |= true; b ^= true;
    println!("{b}");
    let mut nested = vec![(1, [1, 2]), (2, [3, 4])];
    nested[1].1[0] *= 10;
    nested[0] = (9, [0; 2]);
    println!("{nested:?}");
    let mut boxed = Box::new(5);
    *boxed += 1;
    let mut option = Some(1);
    *option.as_mut().unwrap() += 1;
    *option.get_or_insert(0) *= 10;
    println!("{boxed} {option:?}");
    let (mut i, array) = (0, [10, 20, 30]);
    let mut next = || { i += 1; i - 1 };
    println!("{} {}", array[next()], array[next()]);
}
