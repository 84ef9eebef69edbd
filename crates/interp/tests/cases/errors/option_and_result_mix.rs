#[derive(Debug, PartialEq)]
enum Lookup { Missing(String), Bad { key: String, value: String } }

fn find<'a>(pairs: &'a [(&'a str, &'a str)], key: &str) -> Option<&'a str> { pairs.iter().find(|(k, _)| *k == key).map(|(_, v)| *v) }
fn number(pairs: &[(&str, &str)], key: &str) -> Result<i32, Lookup> {
    let value = find(pairs, key).ok_or_else(|| Lookup::Missing(key.to_string()))?;
    value.parse().map_err(|_| Lookup::Bad { key: key.into(), value: value.into() })
}
fn maybe(pairs: &[(&str, &str)], key: &str) -> Result<Option<i32>, Lookup> { match number(pairs, key) { Ok(n) => Ok(Some(n)), Err(Lookup::Missing(_)) => Ok(None), Err(e) => Err(e) } }
fn area(pairs: &[(&str, &str)]) -> Result<i32, Lookup> { Ok(number(pairs, "w")? * maybe(pairs, "h")?.unwrap_or(10)) }
fn sum(items: &[&str]) -> Option<i32> { items.iter().map(|s| s.parse::<i32>().ok()).sum() }

fn main() {
    let p = [("w", "3"), ("h", "4"), ("d", "deep")];
    println!("{:?} {:?} {:?}", area(&p), area(&p[..1]), area(&p[1..]));
    println!("{:?} {:?}", number(&p, "d"), maybe(&p, "x"));
    println!("{:?} {:?}", sum(&["1", "2"]), sum(&["1", "b"]));
    let all: Result<Vec<i32>, _> = ["w", "h"].iter().map(|k| number(&p, k)).collect();
    let (good, bad): (Vec<_>, Vec<_>) = ["w", "q", "d"].iter().map(|k| number(&p, k)).partition(Result::is_ok);
    println!("{all:?} {} {:?}", good.len(), bad.into_iter().map(Result::unwrap_err).collect::<Vec<_>>());
    println!("{:?}", Some(5).and_then(|n| (n > 3).then(|| n * 2)).filter(|n| n % 10 == 0).xor(None));
}
