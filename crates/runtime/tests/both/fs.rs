//! Files: what is written is there, in both worlds.

use meanwhile_runtime::fs::{self, File, OpenOptions};
use meanwhile_runtime::io::{
    AsyncBufReadExt, AsyncReadExt, AsyncSeekExt, AsyncWriteExt, BufReader, BufWriter,
};
use meanwhile_runtime::time::{Duration, Instant, sleep};
use meanwhile_runtime::{join, println, try_join};
use std::io::{Result, SeekFrom};

async fn names(path: &str) -> Result<String> {
    let mut names = Vec::new();
    let mut entries = fs::read_dir(path).await?;
    while let Some(entry) = entries.next_entry().await? {
        let kind = if entry.file_type().await?.is_dir() { "/" } else { "" };
        names.push(format!("{}{kind}", entry.file_name().to_string_lossy()));
    }
    Ok(names.join(" "))
}

both!(a_run_starts_with_an_empty_directory, "\"\"\n\"notes.txt\"\n", {
    println!("{:?}", names(".").await?);
    fs::write("notes.txt", "left behind").await?;
    println!("{:?}", names("/").await?);
});

both!(what_is_written_is_read, "14: grüße\n", {
    fs::write("a.txt", "longer than that").await?;
    fs::write("a.txt", "grüße\nund mehr").await?;
    let text = fs::read_to_string("a.txt").await?;
    println!("{}: {}", fs::read("./a.txt").await?.len() - 2, text.lines().next().unwrap_or_default());
});

both!(relative_and_absolute_paths_meet_and_nothing_is_outside, "one file\n\"dir/ one.txt\"\n", {
    fs::create_dir("dir").await?;
    fs::write("/one.txt", "one file").await?;
    println!("{}", fs::read_to_string("../../../dir/.././one.txt").await?);
    println!("{:?}", names("..").await?);
});

both!(
    directories_are_made_listed_and_removed,
    "b/ x.txt | a/b: y.txt | dir: true, 0 | file: true, 3\nfalse false\n",
    {
        fs::create_dir_all("a/b").await?;
        fs::create_dir_all("a/b").await?;
        fs::write("a/x.txt", "xxx").await?;
        fs::write("a/b/y.txt", "y").await?;
        let (dir, file) = try_join!(fs::metadata("a"), fs::metadata("a/x.txt"))?;
        println!(
            "{} | a/b: {} | dir: {}, {} | file: {}, {}",
            names("a").await?,
            names("a/b").await?,
            dir.is_dir(),
            dir.len(),
            file.is_file(),
            file.len(),
        );
        fs::remove_file("a/b/y.txt").await?;
        fs::remove_dir("a/b").await?;
        fs::remove_dir_all("a").await?;
        println!("{} {}", fs::try_exists("a").await?, fs::try_exists("a/x.txt").await?);
    }
);

both!(entries_know_their_paths, "notes/today/list.txt 5\n", {
    fs::create_dir_all("notes/today").await?;
    fs::write("notes/today/list.txt", "milk\n").await?;
    let entry = fs::read_dir("notes/today").await?.next_entry().await?.unwrap();
    println!("{} {}", entry.path().display(), entry.metadata().await?.len());
});

both!(files_are_copied_and_renamed, "5 hello hello\nb.txt dir/\n\"over/\" \"inner.txt\"\nhello\n", {
    fs::write("a.txt", "hello").await?;
    let copied = fs::copy("a.txt", "b.txt").await?;
    println!("{copied} {} {}", fs::read_to_string("a.txt").await?, fs::read_to_string("b.txt").await?);
    fs::create_dir_all("dir/inner").await?;
    fs::rename("a.txt", "dir/inner.txt").await?;
    println!("{}", names(".").await?);
    // A directory goes with what is in it, over an empty one.
    fs::remove_dir("dir/inner").await?;
    fs::create_dir("over").await?;
    fs::rename("dir", "over").await?;
    fs::rename("b.txt", "over/inner.txt").await?;
    println!("{:?} {:?}", names(".").await?, names("over").await?);
    println!("{}", fs::read_to_string("over/inner.txt").await?);
});

both!(a_file_has_a_position, "hello there\n6 there|0|..... there\n", {
    let mut file = OpenOptions::new().read(true).write(true).create(true).open("a.txt").await?;
    file.write_all(b"hello there").await?;
    let mut text = String::new();
    file.rewind().await?;
    file.read_to_string(&mut text).await?;
    println!("{text}");
    let position = file.seek(SeekFrom::End(-5)).await?;
    text.clear();
    file.read_to_string(&mut text).await?;
    let at_end = file.read(&mut [0; 8]).await?;
    file.seek(SeekFrom::Current(-11)).await?;
    file.write_all(b".....").await?;
    println!("{position} {text}|{at_end}|{}", fs::read_to_string("a.txt").await?);
});

both!(appending_goes_to_the_end_whoever_wrote_before, "first\nsecond\nthird\n", {
    let mut one = OpenOptions::new().append(true).create(true).open("log.txt").await?;
    let mut two = OpenOptions::new().append(true).open("log.txt").await?;
    one.write_all(b"first\n").await?;
    two.write_all(b"second\n").await?;
    one.write_all(b"third\n").await?;
    meanwhile_runtime::print!("{}", fs::read_to_string("log.txt").await?);
});

both!(a_file_opened_twice_is_one_file, "hello, then more\n", {
    let mut writer = File::create("a.txt").await?;
    let mut reader = File::open("a.txt").await?;
    let mut text = String::new();
    writer.write_all(b"hello").await?;
    writer.flush().await?;
    reader.read_to_string(&mut text).await?;
    writer.write_all(b", then more").await?;
    writer.flush().await?;
    reader.read_to_string(&mut text).await?;
    println!("{text}");
});

both!(a_file_is_cut_and_filled_up, "[104, 101, 0, 0] 4\n", {
    let file = File::create("a.txt").await?;
    fs::write("a.txt", "hello").await?;
    file.set_len(2).await?;
    file.set_len(4).await?;
    file.sync_all().await?;
    println!("{:?} {}", fs::read("a.txt").await?, file.metadata().await?.len());
});

both!(lines_are_read_through_a_buffer, "1000 lines, the last: line 999\n", {
    let mut writer = BufWriter::new(File::create("lines.txt").await?);
    for number in 0..1000 {
        writer.write_all(format!("line {number}\n").as_bytes()).await?;
    }
    writer.flush().await?;
    let mut lines = BufReader::new(File::open("lines.txt").await?).lines();
    let (mut count, mut last) = (0, String::new());
    while let Some(line) = lines.next_line().await? {
        (count, last) = (count + 1, line);
    }
    println!("{count} lines, the last: {last}");
});

both!(many_files_are_written_at_once, "16 files, 1600000 bytes\n", {
    fs::create_dir("many").await?;
    let writes = (0..16).map(|it| fs::write(format!("many/{it}"), vec![it; 100_000]));
    for written in meanwhile_runtime::future::join_all(writes).await {
        written?;
    }
    let reads = (0..16).map(|it| fs::read(format!("many/{it}")));
    let mut bytes = 0;
    for (number, read) in meanwhile_runtime::future::join_all(reads).await.into_iter().enumerate() {
        let read = read?;
        assert!(read.iter().all(|it| usize::from(*it) == number));
        bytes += read.len();
    }
    println!("16 files, {bytes} bytes");
});

both!(a_file_that_is_removed_or_renamed_stays_open, "still here\nmoved and written\n", {
    let mut file = OpenOptions::new().read(true).write(true).create(true).open("a.txt").await?;
    file.write_all(b"still here").await?;
    file.flush().await?;
    fs::remove_file("a.txt").await?;
    assert!(!fs::try_exists("a.txt").await?);
    let mut text = String::new();
    file.rewind().await?;
    file.read_to_string(&mut text).await?;
    println!("{text}");
    // Its name is free.
    let mut file = OpenOptions::new().read(true).write(true).create_new(true).open("a.txt").await?;
    file.write_all(b"moved").await?;
    file.flush().await?;
    fs::rename("a.txt", "b.txt").await?;
    file.write_all(b" and written").await?;
    file.flush().await?;
    println!("{}", fs::read_to_string("b.txt").await?);
});

both!(virtual_time_stands_still_while_files_are_read, virtual "read at 0 ms, slept until 50 ms\n", {
    fs::write("a.txt", "hello").await?;
    let start = Instant::now();
    let (read, ()) = join!(
        async {
            for _ in 0..5 {
                fs::read("a.txt").await?;
            }
            Ok::<_, std::io::Error>(start.elapsed())
        },
        sleep(Duration::from_millis(50)),
    );
    println!("read at {} ms, slept until {} ms", read?.as_millis(), start.elapsed().as_millis());
});
