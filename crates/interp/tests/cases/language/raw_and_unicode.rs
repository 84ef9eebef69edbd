#[derive(Debug)]
struct Type { r#match: i32, größe: f32 }

type R = Type;

fn r#loop(r#in: i32) -> i32 { r#in + 1 }

fn main() {
    let r#fn = 3;
    println!("{} {}", r#loop(r#fn), r#fn);
    let wert = 1_000_000u64 + 0xff_ff + 0o17 + 0b1111_0000;
    println!("{wert} {} {} {}", 1e3, 2.5E-3, 1_0.0_1f32);
    println!("{}", "tab\tquote\"back\\nl\u{e9}\x41 \
        continued");
    println!("{}", r##"raw "# inside"##);
    println!("{:?} {:?} {:?}", '\'', b'\\', b"\x01\"");
    println!("{}", "multi
  line");
    let s = R { r#match: 1, größe: 2.0 };
    println!("{} {}", s.r#match, s.größe);
    println!("{}", 'ß' as u32 + '日' as u32);
    println!("{:?}", c"c string".to_str());
    println!("{}", 5i8 as f32 / 2f32 + 1u8 as f32);
}
