fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { if a.len() >= b.len() { a } else { b } }

struct Parser<'a> { text: &'a str, at: usize }

impl<'a> Parser<'a> {
    fn word(&mut self) -> Option<&'a str> {
        let rest = self.text[self.at..].trim_start();
        if rest.is_empty() { return None; }
        let start = self.text.len() - rest.len();
        let end = rest.find(' ').map_or(self.text.len(), |it| start + it);
        self.at = end;
        Some(&self.text[start..end])
    }
}

fn biggest(values: &mut [i32]) -> &mut i32 {
    let mut at = 0;
    for i in 0..values.len() { if values[i] > values[at] { at = i; } }
    &mut values[at]
}

fn main() {
    println!("{}", longest("abc", "de"));
    let mut parser = Parser { text: "  one two  three", at: 0 };
    while let Some(word) = parser.word() { print!("[{word}]"); }
    println!();
    let mut values = [3, 9, 4];
    *biggest(&mut values) = 0;
    println!("{values:?}");
    let mut n = 5;
    let r = &mut n;
    *r += 1;
    let rr = &r;
    println!("{} {}", **rr + 1, rr);
    let reborrow = &mut *r;
    *reborrow *= 2;
    *r -= 1;
    println!("{n}");
    let mut pair = (String::from("a"), String::from("b"));
    let (left, right) = (&mut pair.0, &mut pair.1);
    left.push('x');
    right.push_str(left);
    println!("{pair:?}");
    let nested = &&&7;
    println!("{} {}", ***nested + 1, nested == &&&7);
    let slice = &values[1..];
    println!("{} {:?} {:?}", slice.len(), slice, &slice[..1]);
    let mut option = Some(3);
    if let Some(inner) = &mut option { *inner += 1; }
    if let Some(ref mut inner) = option { *inner += 1; }
    println!("{option:?} {}", std::ptr::eq(rr_of(&values), rr_of(&values)));
    let mut list = vec![vec![1], vec![2]];
    for inner in &mut list { inner.push(0); }
    list[0][1] = 8;
    let first = &mut list[0];
    first.swap(0, 1);
    println!("{list:?}");
}

fn rr_of(values: &[i32; 3]) -> &i32 { &values[0] }
