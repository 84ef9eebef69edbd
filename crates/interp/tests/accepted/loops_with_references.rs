use std::collections::HashMap;

fn main() {
    let text = String::from("a b a");
    let mut counts: HashMap<&str, i32> = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word).or_insert(0) += 1;
    }
    let mut all: Vec<_> = counts.iter().collect();
    all.sort();
    println!("{all:?}");
    let mut longest = "";
    for word in text.split(' ') {
        if word.len() >= longest.len() {
            longest = word;
        }
    }
    println!("{longest}");
    let mut numbers = vec![3, 1, 2];
    for at in 0..numbers.len() {
        for other in at + 1..numbers.len() {
            if numbers[other] < numbers[at] {
                numbers.swap(at, other);
            }
        }
    }
    while let Some(number) = numbers.pop() {
        if number > 1 {
            numbers.push(number - 2);
        }
    }
    let mut groups: HashMap<String, Vec<i32>> = HashMap::new();
    for (name, number) in [("a", 1), ("b", 2), ("a", 3)] {
        groups.entry(name.to_string()).or_default().push(number);
    }
    if let Some(group) = groups.get_mut("a") {
        group.push(4);
    }
    for (_, group) in groups.iter_mut() {
        group.sort();
    }
    for (_, group) in &mut groups {
        group.push(0);
    }
    println!("{:?}", groups["a"]);
    let mut grid = vec![vec![0; 2]; 2];
    for (y, row) in grid.iter_mut().enumerate() {
        for (x, cell) in row.iter_mut().enumerate() {
            *cell = x + y;
        }
    }
    grid[0][1] = grid[1][0] + 1;
    let row = &grid[0];
    println!("{row:?}");
    grid.push(vec![]);
    let mut buffer = String::new();
    for line in ["a", "b"] {
        buffer.clear();
        buffer.push_str(line);
        let view = &buffer;
        println!("{view}");
    }
    let mut view = &buffer;
    let other = String::from("o");
    if buffer.len() > 3 {
        view = &other;
    }
    println!("{view}");
}
