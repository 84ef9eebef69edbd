//! Reading and writing with tokio's tools.

use meanwhile_runtime::io::{
    self, AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, BufWriter, duplex, stderr, stdin, stdout,
};
use meanwhile_runtime::{join, println, spawn};

both!(what_is_written_to_stdout_is_printed_in_order, "one, two: é\u{fffd}\n\u{fffd}err\n", {
    let mut out = stdout();
    out.write_all(b"one, ").await?;
    meanwhile_runtime::print!("two: ");
    // A character in two pieces, and a byte that is none.
    out.write_all(&"é".as_bytes()[..1]).await?;
    out.write_all(&"é".as_bytes()[1..]).await?;
    out.write_all(b"\xff\n").await?;
    out.write_all(&"é".as_bytes()[..1]).await?;
    out.flush().await?;
    drop(out);
    stderr().write_all(b"err\n").await?;
});

both!(stdin_is_at_its_end, "None, 0\n", {
    let mut lines = BufReader::new(stdin()).lines();
    let line = lines.next_line().await?;
    let mut rest = String::new();
    println!("{line:?}, {}", stdin().read_to_string(&mut rest).await?);
});

both!(a_duplex_with_little_room_makes_its_writer_wait, "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\n", {
    let (mut here, mut there) = duplex(3);
    let writing = spawn(async move { here.write_all(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).await });
    let mut heard = Vec::new();
    there.read_to_end(&mut heard).await?;
    writing.await??;
    println!("{heard:?}");
});

both!(copies_run_both_ways_until_both_ends_are_closed, "(4, 3)\nping pong\n", {
    let (mut left, mut left_inside) = duplex(16);
    let (mut right, mut right_inside) = duplex(16);
    let (copied, heard_right, heard_left) = join!(
        io::copy_bidirectional(&mut left_inside, &mut right_inside),
        async {
            left.write_all(b"ping").await?;
            left.shutdown().await?;
            let mut heard = String::new();
            left.read_to_string(&mut heard).await.map(|_| heard)
        },
        async {
            right.write_all(b" po").await?;
            right.shutdown().await?;
            let mut heard = String::new();
            right.read_to_string(&mut heard).await.map(|_| heard)
        },
    );
    println!("{:?}", copied?);
    println!("{}{}ng", heard_left?, heard_right?);
});

both!(a_buffer_is_written_when_flushed, "\"\" \"first\\nsecond\\n\"\n", {
    let mut writer = BufWriter::new(Vec::new());
    writer.write_all(b"first\n").await?;
    writer.write_all(b"second\n").await?;
    let before = String::from_utf8(writer.get_ref().clone())?;
    writer.flush().await?;
    println!("{before:?} {:?}", String::from_utf8(writer.into_inner())?);
});
