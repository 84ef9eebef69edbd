use std::fmt;
use std::ops::Deref;
trait Expected { fn fmt2(&self) -> String; }
impl fmt::Display for dyn Expected + '_ { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.fmt2()) } }
struct Canvas;
impl fmt::Display for Canvas { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "canvas") } }
struct Frame(Canvas);
impl Deref for Frame { type Target = Canvas; fn deref(&self) -> &Canvas { &self.0 } }
fn main() {
    let f = Frame(Canvas);
    println!("{}", f.to_string());
}
