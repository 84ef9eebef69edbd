use std::cell::UnsafeCell;
fn main() {
    let x: f64 = true.into();
    println!("{x:?} {:?}", f32::from(false));
    println!(
        "{:?} {:?} {:?} {:?}",
        bool::try_from(0),
        bool::try_from(1u64),
        bool::try_from(2i8).is_err(),
        bool::try_from(-1).is_err()
    );
    let y: Result<bool, _> = 3u8.try_into();
    println!("{:?}", y.map_err(|e| e.to_string()));
    println!("{:?} {:?}", String::try_from(b"hi".to_vec()), String::try_from(vec![255u8]).is_err());
    let mut c: UnsafeCell<i32> = 42.into();
    *c.get_mut() += 1;
    println!("{}", c.into_inner());
    let mut s = String::from("hello");
    s.clear();
    println!("{:?} {}", s, s.capacity());
    s.push_str("abc");
    s.shrink_to(4);
    println!("{}", s.capacity());
    s.shrink_to_fit();
    println!("{}", s.capacity());
    let mut v = vec![1, 2, 3];
    v.clear();
    println!("{}", v.capacity());
    v.extend([1, 2]);
    v.shrink_to(0);
    println!("{} {v:?}", v.capacity());
    let mut w = Vec::with_capacity(10);
    w.push(1);
    w.clear();
    println!("{}", w.capacity());
    w.shrink_to(5);
    println!("{}", w.capacity());
    w.shrink_to(50);
    println!("{}", w.capacity());
    println!(
        "{:?} {:?} {} {} {:?}",
        1u32.checked_sub_signed(2),
        1u8.checked_sub_signed(-3),
        250u8.saturating_sub_signed(-10),
        1u32.wrapping_sub_signed(2),
        0u8.overflowing_sub_signed(1)
    );
    println!("{:?} {:?}", u64::MAX.checked_sub_signed(-1), 5u16.checked_sub_signed(5));
}
