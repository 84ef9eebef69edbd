struct Fib { a: u64, b: u64 }
impl Iterator for Fib {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        let next = self.a;
        (self.a, self.b) = (self.b, self.a + self.b);
        Some(next)
    }
}

struct Grid { cells: Vec<Vec<char>> }
impl<'a> IntoIterator for &'a Grid {
    type Item = (usize, usize, char);
    type IntoIter = Box<dyn Iterator<Item = Self::Item> + 'a>;
    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.cells.iter().enumerate().flat_map(|(y, row)| row.iter().enumerate().map(move |(x, c)| (x, y, *c))))
    }
}

struct Bag(Vec<String>);
impl IntoIterator for Bag { type Item = String; type IntoIter = std::vec::IntoIter<String>; fn into_iter(self) -> Self::IntoIter { self.0.into_iter() } }
impl FromIterator<char> for Bag { fn from_iter<I: IntoIterator<Item = char>>(it: I) -> Self { Bag(it.into_iter().map(String::from).collect()) } }
impl Extend<char> for Bag { fn extend<I: IntoIterator<Item = char>>(&mut self, it: I) { for c in it { self.0.push(c.to_string()); } } }

struct Down(i32);
impl Iterator for Down { type Item = i32; fn next(&mut self) -> Option<i32> { if self.0 == 0 { None } else { self.0 -= 1; Some(self.0) } } fn size_hint(&self) -> (usize, Option<usize>) { (self.0 as usize, Some(self.0 as usize)) } }
impl DoubleEndedIterator for Down { fn next_back(&mut self) -> Option<i32> { None } }
impl ExactSizeIterator for Down {}

fn evens(limit: u32) -> impl Iterator<Item = u32> + Clone { (0..limit).filter(|n| n % 2 == 0) }
fn either(flag: bool) -> Box<dyn Iterator<Item = i32>> { if flag { Box::new(0..3) } else { Box::new(vec![9, 8].into_iter()) } }

fn main() {
    println!("{:?}", Fib { a: 0, b: 1 }.take_while(|n| *n < 50).filter(|n| n % 2 == 0).collect::<Vec<_>>());
    println!("{:?}", Fib { a: 0, b: 1 }.skip(10).step_by(5).zip("ab".chars()).collect::<Vec<_>>());
    let grid = Grid { cells: vec!["ab".chars().collect(), "cd".chars().collect()] };
    for (x, y, c) in &grid { print!("{x}{y}{c} "); }
    println!();
    let mut bag: Bag = "xyz".chars().collect();
    bag.extend(['!']);
    for s in bag { print!("<{s}>"); }
    println!();
    println!("{} {:?} {:?}", Down(4).len(), Down(3).collect::<Vec<_>>(), Down(3).rev().next());
    let e = evens(7);
    println!("{:?} {}", e.clone().collect::<Vec<_>>(), e.sum::<u32>());
    println!("{:?} {:?}", either(true).collect::<Vec<_>>(), either(false).map(|n| n * 2).collect::<Vec<_>>());
    let mut d = Down(5);
    for n in d.by_ref() { if n == 3 { break; } }
    println!("{:?}", d.next());
    let (mut it, mut total) = (Fib { a: 1, b: 1 }, 0);
    while let Some(n) = it.next() { total += n; if total > 100 { break; } }
    println!("{total}");
}
