// Methods named as those of orders, of a trait of one's own behind boxes.
use std::cmp::Ordering;

trait Ranked {
    fn rank(&self) -> u8;

    fn cmp(&self, other: &dyn Ranked) -> Ordering {
        self.rank().cmp(&other.rank())
    }

    fn lt(&self, other: &dyn Ranked) -> bool {
        self.rank() < other.rank()
    }

    fn max(&self, other: u8) -> u8 {
        self.rank().max(other)
    }
}

struct Card(u8);

impl Ranked for Card {
    fn rank(&self) -> u8 {
        self.0
    }
}

fn main() {
    let all: Vec<Box<dyn Ranked>> = vec![Box::new(Card(2)), Box::new(Card(1))];
    println!("{:?} {}", all[0].cmp(&*all[1]), all[0].lt(all[1].as_ref()));
    println!("{:?} {}", all[1].cmp(all[0].as_ref()), all[1].max(7));
}
