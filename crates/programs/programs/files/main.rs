//! A folder of recipes: written together, read together, and one that is not there.

use std::io;

use futures::future::join_all;
use tokio::fs::{self, OpenOptions};
use tokio::io::AsyncWriteExt;

const FOLDER: &str = "recipes";

async fn write(name: &str, text: &str) -> io::Result<()> {
    fs::write(format!("{FOLDER}/{name}"), text).await
}

async fn add(name: &str, line: &str) -> io::Result<()> {
    let path = format!("{FOLDER}/{name}");
    let mut file = OpenOptions::new().append(true).open(path).await?;
    file.write_all(line.as_bytes()).await?;
    file.flush().await // what is not flushed may be lost when the file is dropped
}

async fn count_lines(name: &str) -> io::Result<usize> {
    let text = fs::read_to_string(format!("{FOLDER}/{name}")).await?;
    Ok(text.lines().count())
}

/// The names in the folder. A folder has no order of its own.
async fn names() -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    let mut entries = fs::read_dir(FOLDER).await?;
    while let Some(entry) = entries.next_entry().await? {
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    fs::create_dir_all(FOLDER).await?;
    tokio::try_join!(
        write("soup.txt", "carrots\nonions\n"),
        write("salad.txt", "tomatoes\n"),
        write("tea.txt", "mint\nwater\nsugar\n"),
    )?;
    add("salad.txt", "basil\n").await?;

    println!("the folder holds {}", names().await?.join(", "));
    let recipes = ["soup.txt", "salad.txt", "tea.txt", "cake.txt"];
    let counts = join_all(recipes.map(count_lines)).await;
    for (recipe, count) in recipes.iter().zip(counts) {
        match count {
            Ok(lines) => println!("{recipe} has {lines} lines"),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                println!("{recipe} is not there")
            }
            Err(error) => return Err(error),
        }
    }
    fs::remove_dir_all(FOLDER).await
}
