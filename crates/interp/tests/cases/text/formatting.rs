use std::fmt;

struct Hex(u32);

impl fmt::LowerHex for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::LowerHex::fmt(&self.0, f)
    }
}

impl fmt::Debug for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hex").field("value", &self.0).finish()
    }
}

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            write!(f, "alternate")
        } else {
            f.pad("hex")
        }
    }
}

#[derive(Debug)]
#[allow(dead_code)]
struct Nested {
    name: &'static str,
    list: Vec<(i32, Option<char>)>,
    unit: (),
}

fn main() {
    println!("[{:5}] [{:<5}] [{:^5}] [{:>5}]", 42, 42, 42, 42);
    println!("[{:*^9}] [{:05}] [{:+}] [{:#x}] [{:#010b}] [{:o}]", "mid", -42, 7, 255, 5, 8);
    println!("[{:.3}] [{:8.2}] [{:e}] [{}]", 3.14159, 2.5, 1234.5, 1e21);
    println!("[{:?}] [{:?}] [{}] [{}]", 1.0, 0.1 + 0.2, f64::NAN, -f64::INFINITY);
    let (width, precision, name) = (8, 2, "x");
    println!("[{:width$}] [{:.*}] [{:>1$}] [{name:?}] [{0}]", 1, 2, 1.2345, name = name, width = width);
    println!("[{:.precision$}]", 9.8765);
    println!("[{:#x}] [{:?}] [{}] [{:6}] [{:#}]", Hex(255), Hex(1), Hex(2), Hex(3), Hex(4));
    let nested = Nested { name: "n", list: vec![(1, Some('a')), (2, None)], unit: () };
    println!("{nested:?}");
    println!("{nested:#?}");
    println!("{:?} {:?}", "a\nb", 'c');
    println!("{:#?}", (1, "two", [3.0]));
    println!("{:02}:{:02}", 5, 7);
    println!("{{}} {:?} {:?}", Some("x"), Err::<(), i32>(3));
    println!("{:>8} {:<8}|", format!("{:?}", Some(1)), true);
    println!("{:04x?} {:X?}", vec![10, 255], [171]);
    println!("{:10.3?}|{:5}|{:<3}|", 1.0, 'c', true);
    assert_eq!(format!("{:?}", ()), "()");
}
