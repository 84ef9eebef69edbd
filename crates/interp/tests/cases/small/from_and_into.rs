#[derive(Debug, PartialEq)]
struct Even(u32);
impl TryFrom<u32> for Even { type Error = String; fn try_from(n: u32) -> Result<Self, String> { if n % 2 == 0 { Ok(Even(n)) } else { Err(format!("{n} is odd")) } } }
#[derive(Debug)]
struct Point { x: i32, y: i32 }
impl From<(i32, i32)> for Point { fn from((x, y): (i32, i32)) -> Self { Point { x, y } } }
impl From<[i32; 2]> for Point { fn from([x, y]: [i32; 2]) -> Self { Point { x, y } } }
impl From<Point> for (i32, i32) { fn from(p: Point) -> Self { (p.x, p.y) } }

fn takes(p: impl Into<Point>) -> i32 { let p = p.into(); p.x * p.y }

fn main() {
    println!("{:?} {:?}", Even::try_from(4), Even::try_from(5));
    let r: Result<Even, _> = 8u32.try_into();
    println!("{r:?}");
    println!("{} {}", takes((2, 3)), takes([4, 5]));
    let (a, b): (i32, i32) = Point::from((7, 8)).into();
    println!("{a} {b}");
    println!("{} {} {}", i64::from(3u8), f64::from(2i32), String::from('c'));
    println!("{:?} {:?}", Vec::from("ab"), Box::<str>::from("x"));
    println!("{:?} {}", Option::from(3), u32::from('a'));
    println!("{:?}", <[i32; 2]>::try_from(vec![1, 2]));
    println!("{:?}", <[i32; 2]>::try_from(&[1, 2, 3][..]).is_err());
}
