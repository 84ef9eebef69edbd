fn swap((left, right): (i32, i32)) -> (i32, i32) {
    (right, left)
}

fn grow(mut numbers: Vec<i32>) -> Vec<i32> {
    numbers.push(1);
    numbers
}

fn change(number: &mut i32, mut by: i32) {
    by += 1;
    *number += by;
}

fn main() {
    let (mut a, b) = swap((1, 2));
    a += b;
    let mut number = 1;
    change(&mut number, a);
    let reference = &mut number;
    *reference += 1;
    change(reference, 1);
    println!("{number} {:?}", grow(vec![]));
    let mut rows = vec![(1, String::from("a"))];
    for (count, name) in &mut rows {
        *count += 1;
        name.push('b');
    }
    for row in rows.iter_mut() {
        row.0 += 1;
        row.1.push('c');
    }
    if let Some((count, name)) = rows.get_mut(0) {
        *count += 1;
        name.push('d');
    }
    let first = &mut rows[0];
    first.0 = 9;
    first.1 = String::new();
    println!("{rows:?}");
    let mut iter = rows.into_iter();
    while let Some((count, mut name)) = iter.next() {
        name.push('e');
        println!("{count} {name}");
    }
    let mut state = [0u8; 4];
    state[1] = 2;
    let slice = &mut state[1..3];
    slice[0] = 5;
    slice.reverse();
    println!("{state:?}");
    let mut text = Box::new(String::from("box"));
    text.push('!');
    *text = String::from("new");
    println!("{text}");
}
