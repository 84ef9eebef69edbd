//! Five thousand small sums, once in a loop and once as five thousand tasks. Nothing here ever waits.

const ITEMS: u64 = 5_000;

/// Quick work: a hundred multiplications.
fn scramble(seed: u64) -> u64 {
    (0..100).fold(seed, |x, _| x * 48_271 % 2_147_483_647)
}

async fn scramble_later(seed: u64) -> u64 {
    scramble(seed)
}

async fn sequential() -> u64 {
    (1..=ITEMS).map(scramble).sum()
}

async fn gathered() -> u64 {
    let tasks: Vec<_> = (1..=ITEMS).map(|seed| tokio::spawn(scramble_later(seed))).collect();
    let mut sum = 0;
    for task in tasks {
        sum += task.await.expect("no task panics");
    }
    sum
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("a loop: {}", sequential().await);
    println!("{ITEMS} tasks: {}", gathered().await);
}
