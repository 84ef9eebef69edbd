#[derive(Debug, PartialEq, Clone)]
enum E { Small(i32), Text(String) }

fn check(n: i32) -> Result<i32, E> { if n < 3 { Err(E::Small(n)) } else { Ok(n) } }

fn main() {
    println!("{:?} {:?} {} {}", check(5), check(1), check(5).is_ok(), check(1).is_err());
    println!("{:?} {:?}", check(5).map(|n| n * 2), check(1).map_err(|e| format!("{e:?}")));
    println!("{:?} {:?}", check(5).ok(), check(1).err());
    println!("{} {} {}", check(1).unwrap_or(0), check(1).unwrap_or_else(|e| if let E::Small(n) = e { n * 100 } else { 0 }), check(1).unwrap_or_default());
    println!("{} {}", check(5).map_or(0, |n| n + 1), check(1).map_or_else(|_| -1, |n| n));
    println!("{:?} {:?}", check(5).and_then(|n| check(n - 3)), check(1).or_else(|e| match e { E::Small(n) => Ok::<i32, E>(n + 50), other => Err(other) }));
    println!("{:?} {:?}", check(5).and(Ok::<char, E>('x')), check(1).or(Err::<i32, ()>(())));
    println!("{} {}", check(4).is_ok_and(|n| n == 4), check(1).is_err_and(|e| e == E::Text("x".into())));
    println!("{:?} {:?}", Ok::<Option<i32>, ()>(Some(1)).transpose(), Ok::<Option<i32>, ()>(None).transpose());
    println!("{:?} {}", check(1).unwrap_err(), check(9).unwrap());
    println!("{:?} {:?}", check(5).as_ref().map(|n| *n), check(1).as_ref().err());
    let mut r = check(5);
    if let Ok(n) = r.as_mut() { *n += 1; }
    println!("{r:?} {:?}", r.iter().next());
    let good: Result<Vec<i32>, E> = [3, 4].into_iter().map(check).collect();
    let bad: Result<Vec<i32>, E> = [3, 2, 1].into_iter().map(check).collect();
    println!("{good:?} {bad:?}");
    println!("{:?} {:?}", [3, 4].into_iter().map(check).sum::<Result<i32, _>>(), [0, 4].into_iter().map(check).product::<Result<i32, _>>());
    let (ok, err): (Vec<_>, Vec<_>) = (1..5).map(check).partition(|r| r.is_ok());
    println!("{:?} {:?}", ok.into_iter().flatten().collect::<Vec<_>>(), err.into_iter().filter_map(Result::err).collect::<Vec<_>>());
    println!("{:?}", check(3).inspect(|n| print!("[{n}]")).inspect_err(|_| print!("no")));
    println!("{:?} {:?}", Ok::<&str, ()>("s").map(str::len), Ok::<_, E>(&5).copied());
    let text: Result<&str, std::num::ParseIntError> = "x".parse::<i32>().map(|_| "n");
    println!("{:?} {}", text, text.clone().unwrap_err());
    println!("{:?}", "1,2,x".split(',').map(|s| s.parse::<u8>().map_err(|e| E::Text(e.to_string()))).collect::<Result<Vec<_>, _>>());
}
