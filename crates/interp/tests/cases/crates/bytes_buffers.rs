// Buffers of bytes one after another, in part, read and written as files are; numbers of all kinds.
use bytes::buf::{Chain, Take};
use bytes::{Buf, BufMut, Bytes, BytesMut};
use std::io::{Read, Write};
use tokio::io::AsyncWriteExt;
fn sum(mut source: impl Buf) -> u32 { let mut n = 0; while source.has_remaining() { n += u32::from(source.get_u8()); } n }
fn main() {
    let mut chain = Buf::chain(&b"ab"[..], Bytes::from_static(b"cde"));
    println!("{} {:?}", chain.remaining(), chain.chunk());
    println!("{:?}", chain.copy_to_bytes(3));
    println!("{} {:?}", chain.remaining(), chain.into_inner());
    let mut part = Buf::take(&b"abcdef"[..], 3);
    println!("{} {:?}", part.get_u8(), part.copy_to_bytes(2));
    println!("{:?} {}", part.into_inner(), sum(&[1u8, 2, 3][..]));
    let mut out = BytesMut::new();
    out.put_i8(-1);
    out.put_f32(1.5);
    out.put_f64_le(-0.25);
    out.put_u128(7);
    out.put_bytes(b'x', 2);
    out.put(Buf::chain(&b"1"[..], &b"2"[..]));
    println!("{} {out:?}", out.len());
    let mut read = out.clone().freeze();
    println!("{} {} {} {}", read.get_i8(), read.get_f32(), read.get_f64_le(), read.get_u128());
    println!("{read:?}");
    let borrowed = &mut read;
    println!("{} {}", borrowed.get_u8(), sum(borrowed));
    let mut writer = BytesMut::new().writer();
    write!(writer, "{}-{}", 1, 2).unwrap();
    let mut text = String::new();
    println!("{:?} {text}", writer.into_inner().freeze().reader().read_to_string(&mut text));
    let size = u32::from_be_bytes(out[1..5].try_into().unwrap());
    let pair: Result<[u8; 2], _> = out[..3].try_into();
    println!("{size} {:?}", pair.is_err());
    let mut body = BytesMut::from(&b"all of it"[..]);
    let mut sink = Vec::new();
    futures::executor::block_on(async {
        println!("{:?}", sink.write_buf(&mut &b"x:"[..]).await);
        sink.write_all_buf(&mut body).await.unwrap();
    });
    println!("{} {:?}", body.is_empty(), String::from_utf8(sink));
    let parts: Chain<Bytes, Take<Bytes>> = Buf::chain(Bytes::from("xy"), Buf::take(Bytes::from("zzz"), 1));
    println!("{} {}", parts.remaining(), parts.last_ref().limit());
}
