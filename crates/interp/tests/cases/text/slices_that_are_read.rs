// Reading from a slice moves its beginning: as `Read`, as `BufRead`, as tokio's, and by a trait of the program's own.
use std::io::{BufRead, Read};
trait Advance { fn advance(&mut self, n: usize); fn twice(&mut self) { self.advance(1); self.advance(1); } }
impl Advance for &[u8] { fn advance(&mut self, n: usize) { *self = &self[n..]; } }
impl Advance for &str { fn advance(&mut self, n: usize) { *self = &self[n..]; } }
fn skip(mut text: &str) -> &str { text.twice(); text }
fn main() {
    let mut rest = &b"header:body and more\nlast"[..];
    let (mut head, mut four, mut line, mut all) = (Vec::new(), [0u8; 4], String::new(), String::new());
    rest.read_until(b':', &mut head).unwrap();
    rest.read_exact(&mut four).unwrap();
    println!("{} {:?} {}", head.len(), std::str::from_utf8(&four), rest.len());
    println!("{}", rest.read(&mut four).unwrap());
    println!("{:?}", rest.read_line(&mut line));
    println!("{:?}", rest.read_to_string(&mut all));
    println!("{line:?} {all:?} {}", rest.len());
    let bytes = vec![1u8, 2, 3];
    println!("{:?}", (&bytes[..]).read_exact(&mut four[..2]));
    println!("{four:?}");
    println!("{:?}", (&bytes[..]).read_exact(&mut four).map_err(|e| e.kind()));
    let mut slice = bytes.as_slice();
    slice.advance(1);
    (&mut slice).advance(1);
    println!("{slice:?} {}", bytes.len());
    let mut text = "abcdef";
    text.advance(1);
    text.twice();
    println!("{text} {}", skip(text));
    awaited::main();
}
mod awaited {
    use tokio::io::{AsyncBufReadExt, AsyncReadExt};
    pub fn main() {
        let mut source = &b"one\ntwo\x01\x02rest"[..];
        let (mut line, mut three, mut rest) = (String::new(), [0u8; 3], Vec::new());
        futures::executor::block_on(async {
            println!("{:?}", source.read_line(&mut line).await);
            println!("{:?}", source.read_exact(&mut three).await);
            println!("{three:?} {}", source.len());
            println!("{:?}", source.read_u16().await);
            println!("{:?}", source.read_to_end(&mut rest).await);
        });
        println!("{line:?} {rest:?} {}", source.is_empty());
    }
}
