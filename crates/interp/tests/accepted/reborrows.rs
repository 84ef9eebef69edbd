fn add(numbers: &mut Vec<i32>, number: i32) {
    numbers.push(number);
}

fn both(numbers: &mut Vec<i32>) {
    add(numbers, 1);
    add(numbers, 2);
    let again = &mut *numbers;
    add(again, 3);
    again.push(4);
    numbers.push(5);
    let typed: &mut Vec<i32> = numbers;
    typed.push(6);
    numbers.push(7);
    for number in numbers.iter_mut() {
        *number += 1;
    }
    numbers.push(8);
    helper(numbers);
}

fn helper(numbers: &mut [i32]) {
    numbers[0] = 1;
    let (left, right) = numbers.split_at_mut(1);
    left[0] += right[0];
    numbers.sort();
}

fn main() {
    let mut numbers = vec![];
    both(&mut numbers);
    println!("{numbers:?}");
}
