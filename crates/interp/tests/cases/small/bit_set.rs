#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct BitSet(u64);

impl BitSet {
    fn insert(&mut self, n: u32) -> bool { let had = self.contains(n); self.0 |= 1 << n; !had }
    fn remove(&mut self, n: u32) { self.0 &= !(1 << n); }
    fn contains(self, n: u32) -> bool { self.0 >> n & 1 == 1 }
    fn iter(self) -> impl Iterator<Item = u32> { (0..64).filter(move |n| self.contains(*n)) }
    fn len(&self) -> usize { self.0.count_ones() as usize }
}
impl std::ops::BitAnd for BitSet { type Output = Self; fn bitand(self, o: Self) -> Self { BitSet(self.0 & o.0) } }
impl std::ops::BitOrAssign for BitSet { fn bitor_assign(&mut self, o: Self) { self.0 |= o.0 } }
impl FromIterator<u32> for BitSet { fn from_iter<I: IntoIterator<Item = u32>>(i: I) -> Self { let mut s = BitSet::default(); for n in i { s.insert(n); } s } }
impl std::fmt::Debug for BitSet { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.debug_set().entries(self.iter()).finish() } }

fn main() {
    let mut a: BitSet = [1, 5, 63].into_iter().collect();
    println!("{} {} {a:?} {}", a.insert(5), a.insert(9), a.len());
    let b: BitSet = (5..10).collect();
    println!("{:?} {:?}", a & b, (a & b).len());
    a |= b;
    a.remove(63);
    println!("{a:?} {:#b} {}", a.0, a == b);
}
