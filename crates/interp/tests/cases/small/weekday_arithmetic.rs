#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Day { Mon, Tue, Wed, Thu, Fri, Sat, Sun }
use Day::*;
const WEEK: [Day; 7] = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];

impl std::ops::Add<i32> for Day { type Output = Day; fn add(self, n: i32) -> Day { WEEK[(self as i32 + n).rem_euclid(7) as usize] } }
impl std::ops::Sub for Day { type Output = u8; fn sub(self, o: Day) -> u8 { (self as u8 + 7 - o as u8) % 7 } }

fn main() {
    println!("{:?} {:?} {:?}", Mon + 3, Sun + 1, Tue + -9);
    println!("{} {}", Fri - Tue, Tue - Fri);
    println!("{:?}", WEEK.iter().filter(|d| matches!(d, Sat | Sun)).collect::<Vec<_>>());
    println!("{:?} {:?}", WEEK.iter().position(|d| *d == Thu), Wed.cmp(&Fri) as i8);
    println!("{}", WEEK.map(|d| format!("{d:?}")[..2].to_lowercase()).join("-"));
}
