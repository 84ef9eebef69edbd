use std::collections::HashMap;
fn first(text: &str) -> &str { &text[..1] }
struct W<'a> { t: &'a str }
fn main() {
    let a = &String::from("a");
    let b = &String::from("b")[..];
    let c = W { t: &String::from("c") };
    let d = (&String::from("d"), 1);
    let e = String::from("e").as_str().len();
    let f = first(&String::from("f")).to_string();
    let g = [1, 2, 3].iter();
    let h = match String::from("h").as_str() { "x" => 1, it => it.len() };
    let i = match String::from("i").as_str() { it => it }.len();
    for it in vec![1, 2].iter() { println!("{it}"); }
    if let Some(it) = String::from("x y").split(' ').next() { println!("{it}"); }
    while let Some(it) = vec![1].pop() { println!("{it}"); break; }
    let j = std::time::Duration::from_secs(1).as_secs();
    let k: &mut Vec<i32> = &mut Vec::new();
    k.push(1);
    let l = HashMap::from([(1, "l")]).get(&1).copied();
    let m = HashMap::from([(1, "l")]).get(&1).copied().unwrap_or("");
    let n = Some(String::from("n")).as_deref().unwrap_or("").len();
    let o = String::from("o").split(' ').map(str::to_string).collect::<Vec<_>>();
    let p = std::env::var("HOME").as_deref().unwrap_or("none").to_string();
    let q = vec![3, 1].iter().max().copied();
    let r = "a-b".to_string().replace('-', "+").trim().to_string();
    let s = &mut String::from("s");
    s.push('t');
    let t = first("t".to_string().trim()).len();
    let u = if "u".to_string().as_str() == "u" { 1 } else { 2 };
    println!("{a}{b}{}{}{e}{f}{g:?}{h}{i}{j}{k:?}{l:?}{m}{n}{o:?}{p}{q:?}{r}{s}{t}{u}", c.t, d.0);
}
