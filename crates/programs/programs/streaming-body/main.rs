//! The log of a weather station: counted piece by piece, while the rest of it is still on its way.

use futures::StreamExt;

const STEP: usize = 16_384;

#[derive(Default)]
struct Progress {
    bytes: usize,
    lines: usize,
}

impl Progress {
    /// Takes a piece of any size, and says so whenever another 16 kB are complete.
    fn take(&mut self, piece: &[u8]) {
        let steps = self.bytes / STEP;
        self.bytes += piece.len();
        self.lines += piece.iter().filter(|&&byte| byte == b'\n').count();
        for step in steps + 1..=self.bytes / STEP {
            println!("{} kB are here", step * STEP / 1024);
        }
    }
}

async fn download(path: &str) -> anyhow::Result<Progress> {
    let site = std::env::var("SITE")?;
    let response = reqwest::get(format!("{site}{path}?delay=300&pause=50")).await?.error_for_status()?;
    println!("the answer begins: {}", response.status().as_u16());

    let mut progress = Progress::default();
    let mut body = response.bytes_stream();
    while let Some(piece) = body.next().await {
        progress.take(&piece?);
    }
    Ok(progress)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let progress = download("/data/station/day.txt").await?;
    println!("complete: {} bytes, {} lines", progress.bytes, progress.lines);
    Ok(())
}
