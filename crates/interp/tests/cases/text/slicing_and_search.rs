fn main() {
    let s = "The quick brown fox, the lazy dog";
    println!("{:?} {:?} {:?}", s.find("quick"), s.find('z'), s.find("cat"));
    println!("{:?} {:?} {:?}", s.rfind("the"), s.find(char::is_whitespace), s.rfind(|c: char| c == 'o'));
    println!("{} {} {}", s.contains("fox"), s.starts_with("The"), s.ends_with(['g', 'x']));
    println!("{:?} {:?}", s.split_once(", "), s.rsplit_once(' '));
    println!("{:?} {:?}", s.strip_prefix("The "), s.strip_suffix("cat"));
    println!("{} | {}", s.replace("the", "a"), s.replacen('o', "0", 2));
    println!("{:?}", s.matches("o").count());
    println!("{:?}", s.match_indices("o").collect::<Vec<_>>());
    println!("{:?}", s.char_indices().filter(|(_, c)| c.is_uppercase()).collect::<Vec<_>>());
    println!("{} {} {:?}", &s[4..9], &s[s.len() - 3..], s.get(100..));
    let (a, b) = s.split_at(3);
    println!("{a}|{b}");
    println!("{} {}", "ß日x".len(), "ß日x".chars().count());
    println!("{} {}", "ß日x".is_char_boundary(1), "ß日x".is_char_boundary(2));
    println!("{:?} {:?}", "abc".bytes().rev().collect::<Vec<_>>(), "ab".as_bytes());
    println!("{:?} {:?} {:?}", "abc".chars().nth(1), "abc".chars().last(), "".chars().next());
    println!("{}", "stressed".chars().rev().collect::<String>());
    println!("{:?}", "xaXb".trim_matches(|c: char| c.eq_ignore_ascii_case(&'x')));
    println!("{:?} {:?} {:?}", "  a b ".trim(), "  a".trim_start(), "--a--".trim_end_matches('-'));
    println!("{} {}", "a" < "b", "apple".cmp("Apple") as i8);
    println!("{} {}", "Straße".to_uppercase(), "ÀÉ".to_lowercase());
    println!("{} {}", "aé".to_ascii_uppercase(), "AbC".eq_ignore_ascii_case("aBc"));
}
