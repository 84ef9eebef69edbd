fn show<'a>(parts: impl Iterator<Item = &'a str>) { println!("{:?}", parts.collect::<Vec<_>>()); }

fn main() {
    show("a,b,,c,".split(','));
    show("a,b,,c,".split_terminator(','));
    show("a,b,,c,".rsplit(','));
    show("a,b,,c".splitn(2, ','));
    show("a,b,,c".rsplitn(2, ','));
    show("a, b;c".split([',', ';', ' ']));
    show("a1b22c".split(|c: char| c.is_ascii_digit()));
    show("a1b22c".split(char::is_numeric));
    show("one--two--".split("--"));
    show("  lots   of\tspace\n".split_whitespace());
    show("line one\nline two\r\n\nlast".lines());
    show("a-b-c".split_inclusive('-'));
    show("".split(','));
    show("".lines());
    show("x".split(""));
    show(" a b".split_ascii_whitespace());
    let mut it = "k=v=w".split('=');
    println!("{:?} {:?} {:?} {:?}", it.next(), it.next(), it.next(), it.next());
    let pairs: Vec<(String, i32)> = "a:1 b:2".split(' ').filter_map(|p| p.split_once(':')).map(|(k, v)| (k.to_owned(), v.parse().unwrap())).collect();
    println!("{pairs:?}");
    println!("{:?}", "abc".split("").map(str::len).collect::<Vec<_>>());
    println!("{:?}", "3 4 +".split(' ').rev().map(String::from).collect::<Vec<String>>().join(" "));
    println!("{:?}", "a b c".split(' ').last());
}
