//! tokio's readers and writers, each of them once.

use meanwhile_runtime::io::{
    self, AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncSeek, AsyncSeekExt, AsyncWrite,
    AsyncWriteExt, BufReader, BufStream, Chain, DuplexStream, Empty, Join, Lines, ReadBuf, Repeat, SeekFrom,
    SimplexStream, Sink, Split, Take,
};
use meanwhile_runtime::{fs, println};
use std::future::poll_fn;
use std::pin::Pin;

async fn text(mut from: impl AsyncRead + Unpin) -> io::Result<String> {
    let mut text = String::new();
    from.read_to_string(&mut text).await?;
    Ok(text)
}

async fn first_line(mut from: impl AsyncBufRead + Unpin) -> io::Result<String> {
    let mut line = String::new();
    from.read_line(&mut line).await?;
    Ok(line)
}

async fn say(mut to: impl AsyncWrite + Unpin, words: &str) -> io::Result<()> {
    to.write_all(words.as_bytes()).await?;
    to.shutdown().await
}

both!(readers_are_put_together, "one two\non\n\"\" 3 yyy\n[\"a\", \"b\"]\n", {
    let chained: Chain<&[u8], &[u8]> = b"one ".as_slice().chain(b"two".as_slice());
    println!("{}", text(chained).await?);
    let cut: Take<&[u8]> = b"one".as_slice().take(2);
    println!("{}", text(cut).await?);
    let (nothing, mut nowhere): (Empty, Sink) = (io::empty(), io::sink());
    let copied = io::copy_buf(&mut b"abc".as_slice(), &mut nowhere).await?;
    let endless: Repeat = io::repeat(b'y');
    println!("{:?} {copied} {}", text(nothing).await?, text(endless.take(3)).await?);
    let mut parts: Split<&[u8]> = AsyncBufReadExt::split(b"a,b".as_slice(), b',');
    let mut found = Vec::new();
    while let Some(part) = parts.next_segment().await? {
        found.push(String::from_utf8_lossy(&part).into_owned());
    }
    println!("{found:?}");
});

both!(writers_meet_their_readers, "through\nFirst\nSecond\nping pong\n(5, 4)\nyes", {
    let (reads, writes): (_, io::WriteHalf<SimplexStream>) = io::simplex(64);
    say(writes, "through\n").await?;
    meanwhile_runtime::print!("{}", text(reads).await?);
    let (here, there): (DuplexStream, DuplexStream) = io::duplex(64);
    say(here, "First\nSecond\n").await?;
    let mut lines: Lines<BufReader<DuplexStream>> = BufReader::new(there).lines();
    while let Some(line) = lines.next_line().await? {
        println!("{line}");
    }
    let (here, mut there) = io::duplex(64);
    let mut buffered = BufStream::new(here);
    buffered.write_all(b"ping\n").await?;
    buffered.flush().await?;
    let mut heard = [0; 5];
    there.read_exact(&mut heard).await?;
    there.write_all(b"pong\n").await?;
    println!("{} {}", String::from_utf8_lossy(&heard).trim(), first_line(&mut buffered).await?.trim());
    let mut left: Join<&[u8], Vec<u8>> = io::join(b"hello", Vec::new());
    let mut right: Join<&[u8], Vec<u8>> = io::join(b"yes\n", Vec::new());
    println!("{:?}", io::copy_bidirectional_with_sizes(&mut left, &mut right, 2, 2).await?);
    meanwhile_runtime::print!("{}", String::from_utf8_lossy(left.writer()).trim());
});

async fn rewound(mut file: impl AsyncSeek + AsyncRead + Unpin) -> io::Result<String> {
    file.seek(SeekFrom::Start(2)).await?;
    text(file).await
}

both!(a_file_is_set_back_and_read_by_hand, "cd\n2 ab\nfalse true true\nOk(())\n", {
    let mut options = fs::File::options();
    let mut file = options.read(true).write(true).create(true).open("a.txt").await?;
    file.write_all(b"abcd").await?;
    file.sync_data().await?;
    println!("{}", rewound(&mut file).await?);
    AsyncSeekExt::rewind(&mut file).await?;
    let mut room = [0; 2];
    let mut buf = ReadBuf::new(&mut room);
    poll_fn(|cx| Pin::new(&mut file).poll_read(cx, &mut buf)).await?;
    println!("{} {}", buf.filled().len(), String::from_utf8_lossy(buf.filled()));
    let metadata = file.metadata().await?;
    let mut entries = fs::read_dir(".").await?;
    let entry = poll_fn(|cx| entries.poll_next_entry(cx)).await?.unwrap();
    println!(
        "{} {} {}",
        metadata.file_type().is_symlink(),
        entry.file_type().await?.is_file(),
        metadata.modified().is_ok()
    );
    println!(
        "{:?}",
        meanwhile_runtime::time::timeout(std::time::Duration::from_secs(9), file.sync_all()).await?
    );
});
