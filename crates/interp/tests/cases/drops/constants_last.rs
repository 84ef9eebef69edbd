//! References to constants last for ever, those to parts of them too.
use std::io::Cursor;

fn kept(all: &'static [u8]) -> &'static [u8] {
    all
}

struct Reader<'a>(&'a [u8]);

fn reader<'a>(of: &'a [u8], from: usize) -> Reader<'a> {
    Reader(&of[from..])
}

fn main() {
    let whole = kept(&[1, 2, 3][..]);
    let tail = reader(&[4, 5, 6][1..], 1);
    let cursor = Cursor::new(&[7u8, 8][..]);
    let repeated = reader(&[9; 3][..2], 0);
    let text = Cursor::new(&"abc"[1..]);
    let member = Some(&(1, "x").1);
    println!("{whole:?} {:?} {:?} {:?}", tail.0, cursor.get_ref(), repeated.0);
    println!("{:?} {member:?}", text.into_inner());
}
