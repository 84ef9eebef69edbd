fn main() {
    let mut s = String::from("hello");
    s.push_str(", world");
    s.push('!');
    println!("{s} {} {}", s.len(), s.capacity() >= s.len());
    println!("{} {} {}", s.to_uppercase(), s.replace("l", "L"), s.contains("world"));
    println!("{:?} {:?}", s.find('o'), s.find("xyz"));
    println!("{}", &s[7..12]);
    for (i, c) in "añ€".char_indices() {
        print!("{i}:{c} ");
    }
    println!();
    println!("{:?}", "a,b,,c".split(',').collect::<Vec<_>>());
    println!("{:?}", "  trim me  ".trim());
    println!("{:?}", "one two  three".split_whitespace().rev().collect::<Vec<&str>>());
    println!("{:?}", "line one\nline two".lines().map(str::len).collect::<Vec<_>>());
    println!("{:?} {:?}", "42".parse::<i32>(), "x".parse::<i32>().is_err());
    println!("{:?}", "key=value".split_once('='));
    println!("{}", "abc".chars().rev().collect::<String>());
    println!("{}", ["a", "b", "c"].join("-"));
    println!("{:?}", "ab".bytes().collect::<Vec<u8>>());
    println!("{}", "ab".repeat(3));
    println!("{:?} {:?}", "prefix-x".strip_prefix("prefix-"), "x".strip_suffix("y"));
    println!("{}", "a" < "b" && String::from("b") > "a".to_string());
    let mut t = String::from("abc");
    t.insert(1, 'X');
    t.remove(0);
    println!("{t} {:?} {:?}", t.pop(), t.chars().nth(0));
    println!("{:?}", "tab\t\"quote\" \u{1F600} \u{7f}");
    println!("{}", "x".eq_ignore_ascii_case("X"));
    let concatenated = "a".to_string() + "b" + &String::from("c");
    println!("{concatenated}");
    println!("{:?}", "Mary had".char_indices().filter(|(_, c)| c.is_uppercase()).collect::<Vec<_>>());
}
