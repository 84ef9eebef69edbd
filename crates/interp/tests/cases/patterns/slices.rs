fn describe(v: &[i32]) -> String {
    match v {
        [] => "empty".into(),
        [one] => format!("one {one}"),
        [first, .., last] if first == last => format!("same ends {first}"),
        [1, rest @ ..] => format!("one then {rest:?}"),
        [start @ .., 9] => format!("{start:?} then nine"),
        [a, b, middle @ .., z] => format!("{a} {b} {middle:?} {z}"),
        [_, _] => "two".into(),
    }
}

fn main() {
    for v in [&[][..], &[4], &[2, 3, 2], &[1, 2, 3], &[5, 6, 9], &[5, 6, 7, 8], &[7, 8]] {
        println!("{}", describe(v));
    }
    let [a, b, c] = [1, 2, 3];
    let [x, .., y] = [10, 20, 30, 40];
    println!("{a}{b}{c} {x} {y}");
    let words = ["get", "key", "value"];
    match words { ["get", k, v] => println!("{k}={v}"), _ => println!("?") }
    let owned = vec![String::from("a"), String::from("b")];
    match owned.as_slice() { [first, rest @ ..] => println!("{first} {}", rest.len()), [] => {} }
    let mut numbers = [1, 2, 3, 4];
    if let [first, .., last] = &mut numbers { std::mem::swap(first, last); }
    if let [_, middle @ .., _] = &mut numbers[..] { middle[0] = 0; }
    println!("{numbers:?}");
    match "a,b".split(',').collect::<Vec<_>>()[..] { [l, r] => println!("{l} {r}"), _ => unreachable!() }
    match b"GET /" { [b'G', b'E', b'T', ..] => println!("get"), _ => println!("other") }
}
