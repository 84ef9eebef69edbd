//! Files and the database in a page's own thread, where files have no direct access to the disk.
#![cfg(target_family = "wasm")]
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[macro_use]
#[path = "both/harness.rs"]
mod harness;

#[path = "both/db.rs"]
mod db;
#[path = "both/fs.rs"]
mod fs;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

both!(what_is_not_flushed_is_written_when_the_file_is_dropped, "unflushed\n", {
    use meanwhile_runtime::io::AsyncWriteExt;
    use meanwhile_runtime::{fs, println};
    let mut file = fs::File::create("a.txt").await?;
    file.write_all(b"unflushed").await?;
    drop(file);
    println!("{}", fs::read_to_string("a.txt").await?);
});
