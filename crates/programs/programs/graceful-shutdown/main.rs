//! Stop means: begin nothing new, finish what is begun, and do not take for ever.

use std::time::Duration;

use tokio::signal;
use tokio::sync::watch;
use tokio::time::{interval, sleep, timeout};

/// Starts a job every 200 ms. Between two jobs it can be stopped, in the middle of one it cannot.
async fn worker(name: &'static str, first_ms: u64, job_ms: u64, mut stop: watch::Receiver<bool>) {
    sleep(Duration::from_millis(first_ms)).await;
    let mut ticks = interval(Duration::from_millis(200));
    let mut done = 0;
    loop {
        tokio::select! {
            _ = stop.changed() => break,
            _ = ticks.tick() => {
                sleep(Duration::from_millis(job_ms)).await; // the job
                done += 1;
                println!("{name}: job {done} done");
            }
        }
    }
    println!("{name}: closed after {done} jobs");
}

/// Ends when Stop or Ctrl-C is pressed, or after 640 ms if nobody does.
async fn asked_to_stop() {
    tokio::select! {
        _ = signal::ctrl_c() => println!("stop: somebody asked for it"),
        _ = sleep(Duration::from_millis(640)) => println!("stop: time is up"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (stop, stopped) = watch::channel(false);
    let mailer = tokio::spawn(worker("mailer", 0, 160, stopped.clone()));
    let saver = tokio::spawn(worker("saver", 60, 60, stopped));

    asked_to_stop().await;
    stop.send_replace(true);

    let both = async { tokio::join!(mailer, saver) };
    match timeout(Duration::from_millis(500), both).await {
        Ok(_) => println!("every job is finished"),
        Err(_) => println!("some jobs were too slow and are lost"),
    }
}
