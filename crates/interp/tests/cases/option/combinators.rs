fn main() {
    let some = Some(4i32);
    let none: Option<i32> = None;
    println!("{:?} {:?} {}", some.map(|n| n * 2), none.map(|n| n * 2), some.is_some());
    println!("{} {} {} {}", some.unwrap_or(0), none.unwrap_or(7), none.unwrap_or_else(|| 8), none.unwrap_or_default());
    println!("{} {} {}", some.map_or(0, |n| n + 1), none.map_or(-1, |n| n + 1), none.map_or_else(|| 5, |n| n));
    println!("{:?} {:?} {:?}", some.and_then(|n| n.checked_sub(5)), some.and(Some('x')), none.and(Some(1)));
    println!("{:?} {:?} {:?} {:?}", none.or(Some(1)), some.or(Some(1)), none.or_else(|| Some(2)), some.xor(None));
    println!("{:?} {:?} {:?}", some.filter(|n| n % 2 == 1), some.filter(|n| *n > 1), some.xor(Some(1)));
    println!("{:?} {:?} {:?}", some.ok_or("e"), none.ok_or("e"), none.ok_or_else(|| format!("made")));
    println!("{:?} {:?}", some.zip(Some('a')), some.zip(None::<u8>));
    println!("{:?} {:?}", Some((1, 'b')).unzip(), Some(Some(3)).flatten());
    println!("{:?} {:?}", Some(Ok::<i32, String>(1)).transpose(), Some(Err::<i32, _>("bad")).transpose());
    println!("{} {} {}", some.is_some_and(|n| n > 3), none.is_none(), none.is_none_or(|n| n > 3));
    let mut slot = Some(1);
    println!("{:?} {:?}", slot.take(), slot);
    println!("{:?} {:?}", slot.replace(2), slot.insert(3));
    println!("{:?}", slot.get_or_insert_with(|| 9));
    println!("{:?} {slot:?}", slot.as_mut().map(|n| { *n += 1; *n }));
    println!("{:?} {:?}", slot.take_if(|n| *n == 4), slot);
    *slot.get_or_insert(10) += 1;
    println!("{slot:?} {:?}", slot.iter().chain(None.iter()).collect::<Vec<_>>());
    let text = Some(String::from("abc"));
    println!("{:?} {:?} {}", text.as_deref(), text.as_ref().map(|s| s.len()), text.as_deref().unwrap_or("none"));
    println!("{:?} {:?}", Some(&5).copied(), Some(&text).cloned().flatten());
    println!("{:?}", [Some(1), None, Some(3)].into_iter().flatten().collect::<Vec<_>>());
    println!("{:?} {:?}", [Some(1), Some(2)].into_iter().sum::<Option<i32>>(), [Some(2), None].into_iter().product::<Option<i32>>());
    println!("{:?} {}", Some(3).inspect(|n| print!("<{n}>")), Some(1) < Some(2));
    println!("{}", text.expect("text"));
    for n in some { print!("{n} "); }
    println!("{:?}", Option::<u8>::default());
}
