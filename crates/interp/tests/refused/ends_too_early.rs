struct Holder<'a> { text: &'a str }
fn main() {
    let r;
    {
        let x = 5;
        r = &x;
    }
    println!("{r}");
    let result;
    let first = String::from("long");
    {
        let second = String::from("xyz");
        result = longest(first.as_str(), second.as_str());
    }
    println!("{result}");
    let holder;
    {
        let text = String::from("a");
        holder = Holder { text: &text };
    }
    println!("{}", holder.text);
    let mut list: Vec<&String> = Vec::new();
    for n in 0..3 {
        let s = n.to_string();
        list.push(&s);
    }
    println!("{list:?}");
    let mut best = "";
    for n in 0..3 {
        let s = n.to_string();
        if s.len() > best.len() { best = &s; }
    }
    println!("{best}");
    let found = {
        let v = vec![1, 2];
        v.first()
    };
    println!("{found:?}");
    let closure;
    {
        let n = 3;
        closure = || n + 1;
    }
    println!("{}", closure());
    let mut slot: Option<&i32> = None;
    {
        let n = 3;
        slot = Some(&n);
    }
    println!("{slot:?}");
    let (a, b);
    { let t = (1, 2); a = &t.0; b = &t.1; }
    println!("{a}{b}");
    let mut map = std::collections::HashMap::new();
    { let k = String::from("k"); map.insert(k.as_str(), 1); }
    println!("{map:?}");
}
fn longest<'a>(x: &'a str, y: &'a str) -> &'a str { if x.len() > y.len() { x } else { y } }
