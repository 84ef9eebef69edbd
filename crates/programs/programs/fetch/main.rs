//! Fetch: three documents, one by one and then together, and two that fail.

use serde::Deserialize;

#[derive(Deserialize)]
struct Todo {
    id: u32,
    title: String,
}

async fn fetch(file: &str) -> reqwest::Result<Todo> {
    let site = std::env::var("SITE").expect("SITE is this site's address");
    let response = reqwest::get(format!("{site}/data/todos/{file}")).await?;
    response.error_for_status()?.json().await
}

fn show(todo: &Todo) {
    println!("{}. {}", todo.id, todo.title);
}

async fn sequential() -> reqwest::Result<()> {
    show(&fetch("1.json?delay=300").await?);
    show(&fetch("2.json?delay=200").await?);
    show(&fetch("3.json?delay=400").await?);
    Ok(())
}

async fn gathered() -> reqwest::Result<()> {
    let (first, second, third) = tokio::try_join!(
        fetch("1.json?delay=300"),
        fetch("2.json?delay=200"),
        fetch("3.json?delay=400"),
    )?;
    [first, second, third].iter().for_each(show);
    Ok(())
}

async fn handled() {
    for file in ["404.json", "broken.json"] {
        match fetch(file).await {
            Ok(todo) => show(&todo),
            Err(error) if error.is_decode() => println!("{file}: broken JSON"),
            Err(error) => match error.status() {
                Some(status) => println!("{file}: status {}", status.as_u16()),
                None => println!("{file}: no answer"),
            },
        }
    }
}

// One thread, as in the browser.
#[tokio::main(flavor = "current_thread")]
async fn main() -> reqwest::Result<()> {
    println!("-- sequential --");
    sequential().await?;

    println!("-- gathered --");
    gathered().await?;

    println!("-- failures, handled --");
    handled().await;
    Ok(())
}
