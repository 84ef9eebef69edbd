use bytes::{Buf, BufMut, Bytes, BytesMut};

fn main() {
    let mut all = BytesMut::from(&b"head-body-tail"[..]);
    let tail = all.split_off(9);
    let body = all.split_to(5);
    println!("{body:?} {all:?} {tail:?}");
    all.unsplit(tail);
    println!("{all:?}");
    let mut empty = BytesMut::new();
    empty.unsplit(all);
    empty.put_u16(0x4142);
    println!("{empty:?} {}", BytesMut::zeroed(3).iter().all(|it| *it == 0));
    let mut frozen: Bytes = empty.freeze();
    println!("{} {:?}", frozen.get_u8(), Vec::<u8>::from(frozen));
}
