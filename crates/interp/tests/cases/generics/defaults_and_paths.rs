// Defaults of type parameters are for types as they are written; in a path they are found out.
use std::ops::Add;
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Point<T = i32> { x: T, y: T }
impl<T: Add<Output = T>> Add for Point<T> { type Output = Self; fn add(self, o: Self) -> Self { Point { x: self.x + o.x, y: self.y + o.y } } }
impl<T> Point<T> { fn new(x: T, y: T) -> Self { Point { x, y } } }
struct Wrapper<T = u8>(T);
impl<T: Default> Wrapper<T> { fn make() -> Self { Wrapper(T::default()) } }
fn main() {
    let zero: Point<f64> = Point::default();
    println!("{zero:?} {:?}", Point { x: 0.5, y: 1.5 } + Point::default());
    println!("{:?} {:?}", Point::new('a', 'b'), <Point>::default());
    let text: Wrapper<String> = Wrapper::make();
    let byte: Wrapper = Wrapper::make();
    println!("{:?} {}", text.0, byte.0.wrapping_sub(1));
    let limits: (Option<usize>, Option<usize>) = (None.into(), 3.into());
    println!("{limits:?}");
}
