use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hasher, RandomState};
#[derive(Default, Clone)]
struct Fnv(u64);
impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = self.0.wrapping_mul(31).wrapping_add(u64::from(*b));
        }
    }
}
type FnvMap<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;
type FnvSet<K> = HashSet<K, BuildHasherDefault<Fnv>>;
type Plain<K> = HashMap<K, Vec<K>>;
fn main() {
    let mut f = FnvMap::default();
    f.insert(1u8, 'x');
    println!("{f:?}");
    let mut p = Plain::default();
    p.entry("a").or_default().push("b");
    println!("{p:?}");
    let mut s = FnvSet::default();
    s.insert("q");
    println!("{s:?}");
    let m: HashMap<u8, u8, BuildHasherDefault<DefaultHasher>> = HashMap::default();
    println!("{} {}", m.len(), BuildHasherDefault::<Fnv>::default().hash_one(1u8));
    let t = FnvMap::from_iter([(1, 2)]);
    println!("{t:?}");
    let u: FnvMap<_, _> = [(1, 2)].into_iter().collect();
    println!("{u:?}");
    let x = HashMap::with_hasher(RandomState::new());
    let mut x: HashMap<u8, u8> = x;
    x.insert(1, 2);
    println!("{x:?} {}", FnvMap::<u8, u8>::with_capacity_and_hasher(3, Default::default()).len());
}
