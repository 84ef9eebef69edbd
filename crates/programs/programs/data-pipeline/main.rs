//! Ten thousand readings go through three stages, batch by batch.

use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::time::sleep;

const BATCHES: u32 = 5;

/// 2000 readings; 99 stands for "no reading".
async fn read(batch: u32) -> Vec<u32> {
    sleep(Duration::from_millis(80)).await;
    (0..2_000).map(|n| (batch + n) % 100).collect()
}

async fn clean(mut readings: Vec<u32>) -> Vec<u32> {
    sleep(Duration::from_millis(60)).await;
    readings.retain(|&reading| reading != 99);
    readings
}

async fn save(readings: Vec<u32>) -> usize {
    sleep(Duration::from_millis(100)).await;
    readings.len()
}

async fn sequential() -> usize {
    let mut saved = 0;
    for batch in 1..=BATCHES {
        saved += save(clean(read(batch).await).await).await;
    }
    saved
}

async fn reader(out: Sender<Vec<u32>>) {
    for batch in 1..=BATCHES {
        out.send(read(batch).await).await.expect("the cleaner listens");
    }
}

async fn cleaner(mut input: Receiver<Vec<u32>>, out: Sender<Vec<u32>>) {
    while let Some(readings) = input.recv().await {
        out.send(clean(readings).await).await.expect("the saver listens");
    }
}

async fn saver(mut input: Receiver<Vec<u32>>) -> usize {
    let mut saved = 0;
    while let Some(readings) = input.recv().await {
        saved += save(readings).await;
    }
    saved
}

/// While one batch is saved, the next is cleaned and the one after it is read.
async fn gathered() -> usize {
    let (read_out, clean_in) = mpsc::channel(1);
    let (clean_out, save_in) = mpsc::channel(1);
    let (_, _, saved) = tokio::join!(reader(read_out), cleaner(clean_in, clean_out), saver(save_in));
    saved
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("batch by batch: {} readings saved", sequential().await);
    println!("as a pipeline: {} readings saved", gathered().await);
}
