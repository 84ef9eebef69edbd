fn change(text: &mut String) {
    text.push('!');
}

fn main() {
    let text = String::from("a");
    change(&mut text);
    println!("{text}");
}
