use std::ops::ControlFlow;
use std::task::Poll;
fn first_big(v: &[i32]) -> ControlFlow<i32, usize> {
    let mut n = 0;
    for &x in v {
        check(x)?;
        n += 1;
    }
    ControlFlow::Continue(n)
}
fn check(x: i32) -> ControlFlow<i32> {
    if x > 10 { ControlFlow::Break(x) } else { ControlFlow::Continue(()) }
}
fn poll(n: i32) -> Poll<Result<i32, String>> {
    match n { 0 => Poll::Pending, 1 => Poll::Ready(Err("one".to_string())), n => Poll::Ready(Ok(n)) }
}
fn outer(n: i32) -> Poll<Result<String, Box<dyn std::error::Error>>> {
    let got: Poll<i32> = poll(n)?;
    got.map(|it| Ok(format!("got {it}")))
}
fn next(n: i32) -> Poll<Option<Result<i32, String>>> {
    match n { 0 => Poll::Pending, 1 => Poll::Ready(Some(Err("one".into()))), 2 => Poll::Ready(None), n => Poll::Ready(Some(Ok(n))) }
}
fn stream(n: i32) -> Poll<Option<Result<i32, String>>> {
    let x: Poll<Option<i32>> = next(n)?;
    match x { Poll::Ready(Some(n)) => Poll::Ready(Some(Ok(n * 2))), Poll::Ready(None) => Poll::Ready(None), Poll::Pending => Poll::Pending }
}
fn res(o: Option<Option<u8>>) -> Option<Option<u8>> { let x = o?; Some(x) }
fn err(o: Result<u8, Option<u8>>) -> Result<u8, Option<u8>> { Ok(o?) }
fn main() {
    println!("{:?} {:?}", first_big(&[1, 2]), first_big(&[1, 20, 3]));
    for n in 0..4 { println!("{:?} {:?}", outer(n), stream(n)); }
    println!("{:?} {:?} {:?}", res(None), res(Some(None)), res(Some(Some(1))));
    println!("{:?} {:?} {:?}", err(Ok(1)), err(Err(None)), err(Err(Some(2))));
    let all = (1..).try_for_each(|it| if it > 3 { ControlFlow::Break(it) } else { ControlFlow::Continue(()) });
    println!("{all:?}");
}
