fn main() {
    for c in ['a', 'Z', '5', ' ', 'é', '日', '_', '\n'] {
        println!("{c:?} {} {} {} {} {} {}", c.is_alphabetic(), c.is_numeric(), c.is_alphanumeric(), c.is_uppercase(), c.is_whitespace(), c.is_ascii());
    }
    println!("{} {} {}", 'a'.to_ascii_uppercase(), 'É'.to_lowercase(), 'ß'.to_uppercase());
    println!("{:?} {:?} {:?}", '7'.to_digit(10), 'f'.to_digit(16), 'g'.to_digit(16));
    println!("{} {} {}", 'é'.len_utf8(), '😀'.len_utf8(), '😀'.len_utf16());
    println!("{} {}", 'a' as u32 + 1, (b'a' + 2) as char);
    println!("{} {} {}", '!'.is_ascii_punctuation(), 'x'.is_ascii_hexdigit(), '\t'.is_control());
    println!("{:?} {}", 'a'.max('b'), ('a'..='z').count());
    println!("{} {}", char::from(66), u8::try_from('A').unwrap());
    println!("{} {}", '\n'.escape_default(), "tab\t\"q\"é".escape_debug());
    println!("{:?}", "Hi 5".chars().map(|c| c.is_ascii_lowercase()).collect::<Vec<_>>());
    let caesar = |s: &str, k: u8| s.chars().map(|c| match c { 'a'..='z' => ((c as u8 - b'a' + k) % 26 + b'a') as char, _ => c }).collect::<String>();
    println!("{} {}", caesar("hello, xyz", 3), caesar(&caesar("abc", 20), 6));
    println!("{:?}", "añb".char_indices().map(|(i, c)| (i, c.len_utf8())).collect::<Vec<_>>());
    println!("{}", 'c' as u8 - b'a');
    println!("{:?}", "hello".chars().fold([0u8; 26], |mut a, c| { a[(c as u8 - b'a') as usize] += 1; a })[11]);
    println!("{:?}", 'x'.eq_ignore_ascii_case(&'X'));
    println!("{:?}", char::MAX);
}
