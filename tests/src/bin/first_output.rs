//! Measures the time from navigation to the first line of output that is to be seen, for `cargo xtask bench`.
//!
//! `first_output [LOADS]` loads the built site that often, each time in a new browser with an empty profile, and prints
//! one line of JSON: `{"loads":5,"medianMs":182.4,"allMs":[...]}`.
#![expect(clippy::print_stdout, reason = "a command-line program talks on its standard output")]

use anyhow::{Context as _, Result, ensure};
use meanwhile_tests::browser::Browser;
use meanwhile_tests::page::Page;
use meanwhile_tests::site::{Conditions, Site};
use serde_json::json;

const LOADS: usize = 5;

fn main() -> Result<()> {
    let loads = match std::env::args().nth(1) {
        None => LOADS,
        Some(text) => text.parse().with_context(|| format!("{text:?} is no number of loads"))?,
    };
    ensure!(loads > 0, "the number of loads is at least 1");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let all = runtime.block_on(async {
        let mut all = Vec::new();
        for _ in 0..loads {
            all.push(load().await?);
        }
        anyhow::Ok(all)
    })?;
    println!("{}", json!({ "loads": loads, "medianMs": median(all.clone()), "allMs": all }));
    Ok(())
}

/// Loads the site once, with nothing in any cache.
async fn load() -> Result<f64> {
    let page = Page::new(Site::start(Conditions::default())?, Browser::start().await?);
    page.watch_for_first_output().await?;
    page.open_home().await?;
    page.first_output_ms().await
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    let middle = all.len() / 2;
    if all.len() % 2 == 1 { all[middle] } else { (all[middle - 1] + all[middle]) / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![9.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![9.0, 1.0, 2.0, 4.0]), 3.0);
    }
}
