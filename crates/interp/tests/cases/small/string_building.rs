use std::fmt::Write;

fn table(rows: &[(&str, f64)]) -> String {
    let mut out = String::new();
    let width = rows.iter().map(|r| r.0.len()).max().unwrap_or(0);
    for (name, value) in rows { writeln!(out, "{name:<width$} | {value:>8.2}").unwrap(); }
    out.push_str(&"-".repeat(width + 11));
    out
}

fn acronym(s: &str) -> String { s.split_whitespace().filter_map(|w| w.chars().next()).map(|c| c.to_ascii_uppercase()).collect() }
fn title(s: &str) -> String { s.split(' ').map(|w| { let mut c = w.chars(); match c.next() { Some(f) => f.to_uppercase().collect::<String>() + c.as_str(), None => String::new() } }).collect::<Vec<_>>().join(" ") }
fn encode(s: &str) -> String {
    let mut out = String::new();
    let mut chars = s.chars().peekable();
    while let Some(c) = chars.next() { let mut n = 1; while chars.next_if_eq(&c).is_some() { n += 1; } if n > 1 { out += &n.to_string(); } out.push(c); }
    out
}

fn main() {
    println!("{}", table(&[("apple", 1.5), ("watermelon", 22.333)]));
    println!("{} {}", acronym("portable network graphics"), title("the end  of all"));
    println!("{} {}", encode("aaabccd"), encode(""));
    let s: String = ["a", "b"].iter().map(|s| s.to_string() + "!").collect();
    println!("{s} {}", s.chars().rev().eq(s.chars()));
    println!("{}", format!("{:?}", s) + &format!("{s:>6}"));
}
