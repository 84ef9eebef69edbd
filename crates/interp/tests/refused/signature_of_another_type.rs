trait Scale {
    fn scale(&self, by: i64) -> i64;
}

struct Ruler(i64);

impl Scale for Ruler {
    fn scale(&self, by: u32) -> i64 {
        self.0 * i64::from(by)
    }
}

fn main() {
    println!("{}", Ruler(2).scale(3));
}
