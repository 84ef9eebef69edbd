fn main() {
    let small: u8 = 256;
    let negative = -129i8;
    let mut bytes: Vec<u8> = Vec::new();
    bytes.push(300);
    let whole: i32 = 3_000_000_000;
    println!("{small} {negative} {bytes:?} {whole}");
}
