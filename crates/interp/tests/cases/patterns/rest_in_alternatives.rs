fn after(values: &[Option<i32>]) -> usize {
    match values {
        [Some(_), rest @ ..] | [None, rest @ ..] => rest.len(),
        [] => 9,
    }
}

fn ends(values: &[i32]) -> Option<(&[i32], i32)> {
    match values {
        [0, middle @ .., last] | [_, middle @ .., 0 | 1, last] if !middle.is_empty() => Some((middle, *last)),
        _ => None,
    }
}

fn main() {
    println!("{} {} {}", after(&[Some(1), None]), after(&[None, None, Some(2)]), after(&[]));
    println!("{:?} {:?}", ends(&[0, 1, 2, 3]), ends(&[5, 6, 1, 3]));
    println!("{:?} {:?}", ends(&[5, 6, 2, 3]), ends(&[0, 3]));
}
