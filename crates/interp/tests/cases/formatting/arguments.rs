fn main() {
    let (a, b) = (1, "two");
    println!("{a} {b} {a:?} {b:?} {a:>3} {b:->5}");
    println!("{0} {1} {0} {}", a, b);
    println!("{x} {y} {}", a + 1, x = b.len(), y = { let z = 5; z * z });
    println!("{} {} {}", b.to_uppercase(), [1, 2].len(), if a > 0 { "yes" } else { "no" });
    println!("one \
              line");
    println!("two
lines");
    print!("no newline;");
    print!(" then\n");
    println!();
    eprintln!("not on standard output");
    let text = format!("{a}{b}");
    println!("{text} {}", text.len());
    println!("{}", format_args!("{} {}", 1, 2));
    println!(concat!("con", "cat ", "{}"), 3);
    println!("{}", stringify!(x + 1));
    let r = dbg!(a * 2) + 1;
    println!("{r}");
    assert!(r == 3, "message {r}");
    assert_eq!(r, 3, "with {}", "arguments");
    assert_ne!(r, 4);
    debug_assert!(true);
    println!(r"raw \n {}", r#"with "quotes""#);
    println!("\x41\u{e9}\t|\\|\"|\'");
    println!("{:?} {}", b'a', b"bytes".len());
    println!("{}", line!() > 0);
}
