fn say(name: &str, value: i32) -> i32 { print!("{name} "); value }

struct S { a: i32, b: i32 }

fn three(a: i32, b: i32, c: i32) -> i32 { print!("call "); a * 100 + b * 10 + c }

fn main() {
    println!("{}", three(say("a", 1), say("b", 2), say("c", 3)));
    println!("{}", say("left", 1) + say("mid", 2) * say("right", 3));
    let s = S { b: say("b", 2), a: say("a", 1) };
    println!("{} {}", s.a, s.b);
    println!("{} {}", say("x", 1) > 5 && say("never", 1) > 0, say("y", 1) == 1 || say("never", 1) > 0);
    let mut v = vec![1, 2, 3];
    v[say("index", 1) as usize] = say("value", 9);
    println!("{v:?}");
    v.push(v.len() as i32);
    let n = v.len();
    v[n - 1] += v[0];
    println!("{v:?}");
    let array = [say("1", 1), say("2", 2)];
    let (p, q) = (say("p", 1), say("q", 2));
    println!("{array:?} {p}{q}");
    let mut x = 1;
    x += { x = 10; 5 };
    println!("{x}");
    let y = { let old = x; x += 1; old } + x;
    println!("{y}");
    let i = { let mut i = 0; let r = [i, { i += 1; i }, { i += 1; i }]; r };
    println!("{i:?}");
}
