use bytes_less::*;
use std::collections::HashMap;
use std::io::{self, ErrorKind};
use std::sync::Arc;
use tokio::io::{
    duplex, split, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, BufWriter, DuplexStream,
};
use tokio::sync::{mpsc, Mutex};
use tokio::time::{sleep, timeout, Duration};

mod bytes_less {
    /// A length-prefixed frame, big endian.
    pub fn frame(payload: &[u8]) -> Vec<u8> {
        let mut out = (payload.len() as u16).to_be_bytes().to_vec();
        out.extend_from_slice(payload);
        out
    }
    pub fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(" ")
    }
}

type Tx = mpsc::UnboundedSender<String>;

#[derive(Default)]
struct Shared {
    peers: HashMap<u32, (String, Tx)>,
}

impl Shared {
    fn broadcast(&mut self, sender: u32, message: &str) {
        for (id, (_, tx)) in self.peers.iter_mut() {
            if *id != sender {
                let _ = tx.send(message.into());
            }
        }
    }
}

async fn serve(state: Arc<Mutex<Shared>>, stream: DuplexStream, id: u32) -> io::Result<usize> {
    let (reader, mut writer) = split(stream);
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"name?\n").await?;
    let Some(name) = lines.next_line().await? else {
        return Err(io::Error::new(ErrorKind::UnexpectedEof, "no name given"));
    };
    let (tx, mut rx) = mpsc::unbounded_channel();
    {
        let mut state = state.lock().await;
        state.broadcast(id, &format!("{name} joined"));
        state.peers.insert(id, (name.clone(), tx));
    }
    let mut said = 0;
    loop {
        tokio::select! {
            Some(msg) = rx.recv() => {
                writer.write_all(msg.as_bytes()).await?;
                writer.write_u8(b'\n').await?;
            }
            line = lines.next_line() => match line? {
                Some(line) if line.starts_with("/quit") => break,
                Some(line) => {
                    said += 1;
                    state.lock().await.broadcast(id, &format!("{name}: {line}"));
                }
                None => break,
            },
        }
    }
    let mut state = state.lock().await;
    state.peers.remove(&id);
    state.broadcast(id, &format!("{name} left"));
    Ok(said)
}

async fn client(stream: DuplexStream, script: Vec<(u64, &'static str)>) -> Vec<String> {
    let (read, mut write) = tokio::io::split(stream);
    let writer = tokio::spawn(async move {
        for (pause, line) in script {
            sleep(Duration::from_millis(pause)).await;
            if write.write_all(format!("{line}\r\n").as_bytes()).await.is_err() {
                break;
            }
        }
        write.shutdown().await
    });
    let mut got = vec![];
    let mut reader = BufReader::new(read);
    let mut line = String::new();
    while let Ok(n @ 1..) = reader.read_line(&mut line).await {
        got.push(line[..n].trim_end().to_string());
        line.clear();
    }
    writer.await.unwrap().ok();
    got
}

async fn read_frame<R: AsyncRead + Unpin>(r: &mut R) -> io::Result<Option<Vec<u8>>> {
    let len = match r.read_u16().await {
        Ok(n) => n as usize,
        Err(e) if e.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        Err(e) => return Err(e),
    };
    let mut buf = vec![0; len];
    r.read_exact(&mut buf).await?;
    Ok(Some(buf))
}

async fn write_frames<W>(mut w: W, frames: &[&str]) -> io::Result<()>
where
    W: AsyncWrite + Unpin,
{
    for f in frames {
        w.write_all(&frame(f.as_bytes())).await?;
    }
    w.write_all(&[0, 9, b'c', b'u', b't']).await?;
    w.flush().await
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> io::Result<()> {
    let state = Arc::new(Mutex::new(Shared::default()));
    let scripts = [
        vec![(10, "ann"), (60, "hi there"), (40, "/quit now")],
        vec![(30, "ben"), (100, "anybody?")],
        vec![],
    ];
    let mut handles = vec![];
    for (id, script) in scripts.into_iter().enumerate() {
        let (near, far) = duplex(64);
        handles.push((tokio::spawn(serve(state.clone(), far, id as u32)), tokio::spawn(client(near, script))));
    }
    for (server, client) in handles {
        let (server, client) = tokio::join!(server, client);
        println!("{:?} {:?}", server.unwrap().map_err(|e| e.to_string()), client.unwrap());
    }

    let (near, mut far) = duplex(8);
    let writer = tokio::spawn(async move { write_frames(BufWriter::new(near), &["hello", "", "a longer frame"]).await });
    loop {
        match read_frame(&mut far).await {
            Ok(Some(bytes)) => println!("{:>2} [{}] {:?}", bytes.len(), hex(&bytes[..bytes.len().min(4)]), String::from_utf8_lossy(&bytes)),
            Ok(None) => break println!("end"),
            Err(e) => break println!("{:?}: {e}", e.kind()),
        }
    }
    writer.await??;

    let mut input: &[u8] = b"key=value;other=thing;tail";
    let mut out = Vec::new();
    let n = tokio::io::copy(&mut input, &mut out).await?;
    let mut parts = BufReader::new(&out[..]).split(b';');
    while let Some(part) = parts.next_segment().await? {
        println!("{n} {:?}", std::str::from_utf8(&part).unwrap());
    }
    let mut taken = String::new();
    (&out[..]).take(9).chain(&b"!!"[..]).read_to_string(&mut taken).await?;
    println!("{taken}");
    let mut cursor = std::io::Cursor::new(Vec::new());
    cursor.write_u32_le(0xDEAD_BEEF).await?;
    cursor.write_i16(-2).await?;
    cursor.write_f32(1.5).await?;
    println!("{} at {}", hex(cursor.get_ref()), cursor.position());
    cursor.set_position(4);
    println!("{} {}", cursor.read_i16().await?, cursor.read_f32().await?);
    println!("{:?}", cursor.read_u8().await.map_err(|e| e.kind()));
    let (mut a, mut b) = duplex(4);
    let blocked = timeout(Duration::from_millis(20), a.write_all(b"too long")).await;
    println!("{:?}", blocked.is_err());
    drop(a);
    let mut rest = vec![];
    println!("{} {:?}", b.read_to_end(&mut rest).await?, rest);
    println!("{:?}", b.write_all(b"x").await.map_err(|e| e.kind()));
    Ok(())
}
