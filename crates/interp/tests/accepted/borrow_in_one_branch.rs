fn find(numbers: &mut Vec<i32>) -> Option<&mut i32> {
    let at = numbers.iter().position(|it| *it > 1);
    match at {
        Some(at) => Some(&mut numbers[at]),
        None => {
            numbers.push(2);
            numbers.last_mut()
        }
    }
}

fn main() {
    let mut numbers = vec![1];
    if let Some(it) = find(&mut numbers) {
        *it += 1;
    }
    let first = &numbers[0];
    if *first > 5 {
        println!("{first}");
    } else {
        numbers.push(3);
    }
    println!("{numbers:?}");
}
