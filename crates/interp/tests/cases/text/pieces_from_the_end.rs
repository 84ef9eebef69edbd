use std::cell::{RefCell, RefMut};

fn main() {
    let text = "a1b22c333;d;";
    println!("{:?}", text.rsplit_terminator(';').collect::<Vec<_>>());
    println!("{:?}", text.split_terminator(';').rev().collect::<Vec<_>>());
    println!("{:?}", "a,b".rsplit_terminator(',').collect::<Vec<_>>());
    for text in [",b", ",,", ",", "", "b"] {
        let mut pieces = text.split_terminator(',');
        println!("{:?} {:?} {:?} {:?}", pieces.next_back(), pieces.next(), pieces.next_back(), pieces.next());
    }
    println!("{:?}", text.split_inclusive(';').rev().collect::<Vec<_>>());
    println!("{:?}", "one\ntwo\n\nthree".split_inclusive('\n').rev().collect::<Vec<_>>());
    println!("{:?}", text.rmatches(char::is_numeric).collect::<String>());
    println!("[{}] [{}]", " \tx ".trim_ascii_start(), " x\n ".trim_ascii_end());
    println!("{} {}", "007".trim_left_matches('0'), "7.00".trim_right_matches('0'));
    let mut s = String::new();
    println!("{:?} {}", s.try_reserve(10), s.capacity() >= 10);
    println!("{} {} {}", 1u8.unbounded_shl(9), (-8i32).unbounded_shr(40), 200u8.unbounded_shr(3));
    println!("{:?} {:?} {:?}", 13u8.checked_next_multiple_of(5), 255u8.checked_next_multiple_of(2), 4u32.checked_next_multiple_of(0));
    println!("{:?} {:?} {:?}", 81u64.checked_ilog(3), 0u64.checked_ilog(3), 5i32.checked_ilog(1));
    println!("{:#x} {}", u16::from_be(0x1234), u32::from_le(7));
    let cell = RefCell::new(vec![1, 2, 3]);
    match RefMut::filter_map(cell.borrow_mut(), |it| it.iter_mut().find(|x| **x == 2)) {
        Ok(mut two) => *two = 20,
        Err(_) => println!("none"),
    }
    println!("{}", RefMut::filter_map(cell.borrow_mut(), |it| it.get_mut(9)).is_err());
    println!("{cell:?}");
}
