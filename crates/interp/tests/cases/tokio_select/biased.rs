// The order in which branches are asked.

use std::cell::RefCell;
use std::future::poll_fn;
use std::task::Poll;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let seen = RefCell::new(String::new());
    let branch = |name: char, turns: u32| {
        let seen = &seen;
        let mut left = turns;
        poll_fn(move |cx| {
            seen.borrow_mut().push(name);
            if left == 0 {
                return Poll::Ready(name);
            }
            left -= 1;
            cx.waker().wake_by_ref();
            Poll::Pending
        })
    };
    println!("{:?}", tokio::join!(branch('a', 2), branch('b', 2), branch('c', 2)));
    println!("{}", seen.take());
    println!("{:?}", tokio::join!(biased; branch('a', 2), branch('b', 1), branch('c', 2)));
    println!("{}", seen.take());
    let picked = tokio::select! {
        biased;
        name = branch('x', 1) => name,
        name = branch('y', 1) => name,
    };
    println!("{picked} {}", seen.take());
    let failed: Result<(char, char), char> = tokio::try_join!(
        biased;
        async { Ok(branch('p', 3).await) },
        async { Err(branch('q', 1).await) },
    );
    println!("{failed:?} {}", seen.take());
}
