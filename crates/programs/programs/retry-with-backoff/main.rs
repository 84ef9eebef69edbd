//! Three clients meet a server that has too much to do. Each of them tries again later.

use std::time::Duration;

use futures::future::join_all;
use reqwest::StatusCode;
use serde::Deserialize;
use tokio::time::sleep;

const MAX_RETRIES: usize = 4;

#[derive(Deserialize)]
struct Todo {
    id: u32,
}

/// A tiny random generator with a fixed seed, so that every run is the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 % below
    }
}

/// The server answers 503, "not now", until the third request.
async fn ask(id: u32, retries: usize) -> reqwest::Result<Todo> {
    let site = std::env::var("SITE").expect("SITE is the address of the data");
    let refusal = if retries < 2 { "?status=503" } else { "" };
    let url = format!("{site}/data/todos/{id}.json{refusal}");
    reqwest::get(url).await?.error_for_status()?.json().await
}

/// Waits 50 to 100 ms before the first retry, 100 to 200 before the second, and so on.
async fn client(id: u32) -> reqwest::Result<(Todo, Vec<u64>)> {
    let mut dice = Dice(u64::from(id));
    let mut waits = Vec::new();
    loop {
        match ask(id, waits.len()).await {
            Ok(todo) => return Ok((todo, waits)),
            Err(error) if waits.len() == MAX_RETRIES || !is_temporary(&error) => return Err(error),
            Err(_) => {
                let half = 50 << waits.len();
                let wait = half + dice.roll(half);
                sleep(Duration::from_millis(wait)).await;
                waits.push(wait);
            }
        }
    }
}

/// Only an error that may go away is worth a retry. A 404 is not.
fn is_temporary(error: &reqwest::Error) -> bool {
    error.status() == Some(StatusCode::SERVICE_UNAVAILABLE)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> reqwest::Result<()> {
    for answer in join_all((1..=3).map(client)).await {
        let (todo, waits) = answer?;
        println!("todo {} is here, after waiting {waits:?} ms", todo.id);
    }
    Ok(())
}
