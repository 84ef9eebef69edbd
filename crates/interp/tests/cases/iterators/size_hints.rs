fn main() {
    let it = std::iter::once_with(|| 5).chain(None);
    println!("{:?}", it.size_hint());
    println!("{:?} {:?}", std::iter::once_with(|| 5).size_hint(), std::iter::once(1).size_hint());
    println!("{:?} {:?}", std::iter::empty::<u8>().size_hint(), std::iter::repeat(1).size_hint());
    println!(
        "{:?} {:?}",
        std::iter::repeat_n(1, 3).size_hint(),
        std::iter::successors(Some(1), |x| Some(x + 1)).size_hint()
    );
    println!("{:?} {:?}", std::iter::from_fn(|| Some(1)).size_hint(), Some(1).into_iter().size_hint());
    println!("{:?} {:?}", None::<u8>.iter().size_hint(), (0..3).flat_map(|x| 0..x).size_hint());
    println!("{:?} {:?}", "abc".chars().size_hint(), "a b".split(' ').size_hint());
    println!("{:?} {:?}", (0..3).chain(5..7).size_hint(), (0..).size_hint());
    println!("{:?} {:?}", [1, 2, 3].chunks(2).size_hint(), [1, 2, 3].windows(2).size_hint());
    println!("{:?} {:?}", (0..10).step_by(3).size_hint(), (0..10).filter(|x| x % 2 == 0).size_hint());
    println!("{:?} {:?}", (0..10).skip(3).size_hint(), (0..10).take_while(|x| x % 2 == 0).size_hint());
    println!("{:?} {:?}", (0..10).zip(0..3).size_hint(), (0..2).cycle().size_hint());
    println!("{:?} {:?}", (0..10).peekable().size_hint(), (0..2).scan(0, |_, x| Some(x)).size_hint());
    println!("{:?} {:?}", std::iter::repeat_with(|| 1).size_hint(), std::iter::repeat(1).take(4).size_hint());
}
