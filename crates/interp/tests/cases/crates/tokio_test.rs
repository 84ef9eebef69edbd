// Futures polled by hand, and a connection that follows a script.
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio_test::{assert_err, assert_ok, assert_pending, assert_ready, assert_ready_eq, task};

async fn handle_connection<Reader, Writer>(reader: Reader, mut writer: Writer) -> std::io::Result<()>
where
    Reader: AsyncRead + Unpin,
    Writer: AsyncWrite + Unpin,
{
    let mut line = String::new();
    let mut reader = BufReader::new(reader);
    loop {
        if reader.read_line(&mut line).await? == 0 { return Ok(()); }
        writer.write_all(format!("Thanks for your message.\r\n{line}").as_bytes()).await?;
        line.clear();
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let reader = tokio_test::io::Builder::new().read(b"Hi there\r\n").wait(Duration::from_millis(3)).read(b"How are you doing?\r\n").build();
    let writer = tokio_test::io::Builder::new().write(b"Thanks for your message.\r\nHi there\r\n").write(b"Thanks for your message.\r\nHow are you doing?\r\n").build();
    println!("{:?}", handle_connection(reader, writer).await);

    let (tx, rx) = tokio::sync::oneshot::channel();
    let mut waiting = task::spawn(rx);
    assert_pending!(waiting.poll());
    println!("{}", waiting.is_woken());
    tx.send(5).unwrap();
    println!("{}", waiting.is_woken());
    println!("{:?}", assert_ready!(waiting.poll()));
    let mut adding = task::spawn(async { 1 + 1 });
    assert_ready_eq!(adding.poll(), 2);
    println!("{} {:?}", assert_ok!("4".parse::<i32>()), assert_err!("x".parse::<i32>()).to_string());
    let mut stream = task::spawn(tokio_stream::iter([1, 2]));
    println!("{:?} {:?} {:?}", stream.poll_next(), stream.poll_next(), stream.poll_next());
}
