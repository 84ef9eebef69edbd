use std::fmt::Debug;

trait Make<T> { fn make(&self) -> T; fn twice(&self) -> (T, T) { (self.make(), self.make()) } }
struct Seed(i32);
impl Make<i32> for Seed { fn make(&self) -> i32 { self.0 } }
impl Make<String> for Seed { fn make(&self) -> String { format!("seed {}", self.0) } }
impl Make<Vec<i32>> for Seed { fn make(&self) -> Vec<i32> { vec![self.0; 2] } }
impl<T> Make<Option<T>> for Seed where Seed: Make<T> { fn make(&self) -> Option<T> { Some(<Seed as Make<T>>::make(self)) } }

fn one<T: Debug, S: Make<T>>(from: &S) -> String { format!("{:?}", from.make()) }
fn both<S>(from: &S) -> (i32, String) where S: Make<i32> + Make<String> { (from.make(), from.make()) }
fn told<S: Make<i32> + Make<String>>(from: &S) -> String { let n = <S as Make<i32>>::make(from); let s = Make::<String>::make(from); format!("{n} {s}") }

trait Scale<By = Self> { fn scale(self, by: By) -> Self; }
#[derive(Debug, Clone, Copy)]
struct Size(f64);
impl Scale for Size { fn scale(self, by: Size) -> Size { Size(self.0 * by.0) } }
impl Scale<f64> for Size { fn scale(self, by: f64) -> Size { Size(self.0 * by) } }
impl Scale<(u32, u32)> for Size { fn scale(self, (a, b): (u32, u32)) -> Size { Size(self.0 * a as f64 / b as f64) } }

fn main() {
    let seed = Seed(4);
    println!("{} {}", one::<i32, _>(&seed), one::<String, _>(&seed));
    println!("{} {}", one::<Vec<i32>, _>(&seed), one::<Option<i32>, _>(&seed));
    println!("{:?} {}", both(&seed), told(&seed));
    println!("{:?}", <Seed as Make<String>>::twice(&seed));
    let pair: (Vec<i32>, Vec<i32>) = seed.twice();
    println!("{pair:?}");
    let maybe: Option<String> = seed.make();
    println!("{maybe:?} {:?}", <Seed as Make<Option<Vec<i32>>>>::make(&seed));
    println!("{:?} {:?} {:?}", Size(2.0).scale(Size(3.0)), Size(2.0).scale(0.5), Size(2.0).scale((3, 4)));
    println!("{}", <i32 as std::ops::Add>::add(1, 2) + <i32 as std::ops::Add<&i32>>::add(3, &4));
}
