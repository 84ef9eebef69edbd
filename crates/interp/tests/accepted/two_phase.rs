fn main() {
    let mut numbers = vec![1, 2, 3];
    numbers.push(numbers.len() as i32);
    let last = numbers.len() - 1;
    numbers[last] += 1;
    let index = numbers[0] as usize;
    numbers[index] = numbers[0] + numbers[1];
    numbers.insert(numbers.len(), 7);
    let mut text = String::from("a");
    text.push_str(&text.clone());
    text += &text.clone();
    println!("{numbers:?} {text}");
}
