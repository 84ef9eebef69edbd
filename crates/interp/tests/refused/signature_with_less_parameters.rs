trait Scale {
    fn scale(&self, by: i64) -> i64;
}

struct Ruler(i64);

impl Scale for Ruler {
    fn scale(&self) -> i64 {
        self.0
    }
}

fn main() {
    let ruler = Ruler(2);
    println!("{}", ruler.0);
}
