//! Which of `Ord` and `PartialOrd` decides, where a type's two do not agree.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
#[derive(Debug, Clone, PartialEq, Eq, Ord)]
struct A(i32);
impl PartialOrd for A {
    fn partial_cmp(&self, o: &A) -> Option<Ordering> {
        Some(o.0.cmp(&self.0))
    }
}
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
struct B(i32);
impl Ord for B {
    fn cmp(&self, o: &B) -> Ordering {
        o.0.cmp(&self.0)
    }
}
#[derive(Debug, Clone, PartialEq, Eq)]
struct C(i32);
impl PartialOrd for C {
    fn partial_cmp(&self, o: &C) -> Option<Ordering> {
        println!("partial_cmp {} {}", self.0, o.0);
        Some(self.cmp(o))
    }
}
impl Ord for C {
    fn cmp(&self, o: &C) -> Ordering {
        println!("cmp {} {}", self.0, o.0);
        self.0.cmp(&o.0)
    }
}
macro_rules! all {
    ($T:ident) => {{
        let make = || vec![$T(2), $T(3), $T(1)];
        let name = stringify!($T);
        let mut v = make();
        v.sort();
        println!("{name} sort {v:?}");
        let mut v = make();
        v.sort_unstable();
        println!("{name} sort_unstable {v:?}");
        let mut v = make();
        v.sort_by(|a, b| a.cmp(b));
        println!("{name} sort_by {v:?}");
        let mut v = make();
        v.sort_by_key(|a| a.clone());
        println!("{name} sort_by_key {v:?}");
        let mut v = make();
        v.sort_by_cached_key(|a| a.clone());
        println!("{name} sort_by_cached_key {v:?}");
        let mut v = make();
        v.sort_unstable_by_key(|a| a.clone());
        println!("{name} sort_unstable_by_key {v:?}");
        let v = make();
        println!("{name} max {:?} min {:?}", v.iter().max(), v.iter().min());
        println!(
            "{name} max_by_key {:?} min_by_key {:?}",
            v.iter().max_by_key(|a| (*a).clone()),
            v.iter().min_by_key(|a| (*a).clone())
        );
        println!("{name} max {:?} {:?}", std::cmp::max($T(1), $T(2)), std::cmp::min($T(1), $T(2)));
        println!("{name} max {:?} {:?}", $T(1).max($T(2)), $T(2).clamp($T(2), $T(2)));
        println!("{name} lt {} {} {} {}", $T(1) < $T(2), $T(1) <= $T(2), $T(1) > $T(2), $T(1) >= $T(2));
        println!("{name} is_sorted {}", [$T(1), $T(2)].is_sorted());
        println!("{name} binary_search {:?}", [$T(1), $T(2), $T(3)].binary_search(&$T(1)));
        println!("{name} vec cmp {:?} {:?}", [$T(1)].cmp(&[$T(2)]), vec![$T(1)].partial_cmp(&vec![$T(2)]));
        println!("{name} vec lt {} {}", [$T(1)] < [$T(2)], vec![$T(1)] < vec![$T(2)]);
        println!(
            "{name} option {:?} {} {:?}",
            Some($T(1)).cmp(&Some($T(2))),
            Some($T(1)) < Some($T(2)),
            Some($T(1)).partial_cmp(&Some($T(2)))
        );
        println!(
            "{name} tuple {:?} {} {:?}",
            ($T(1), 1).cmp(&($T(2), 1)),
            ($T(1), 1) < ($T(2), 1),
            ($T(1), 1).max(($T(2), 1))
        );
        println!(
            "{name} box {} {:?}",
            Box::new($T(1)) < Box::new($T(2)),
            Box::new($T(1)).cmp(&Box::new($T(2)))
        );
        println!("{name} ref {} {:?}", &$T(1) < &$T(2), (&$T(1)).cmp(&&$T(2)));
        println!(
            "{name} reverse {} {:?}",
            Reverse($T(1)) < Reverse($T(2)),
            Reverse($T(1)).cmp(&Reverse($T(2)))
        );
        println!(
            "{name} iter {:?} {} {:?}",
            v.iter().cmp(v.iter().skip(1)),
            v.iter().lt(v.iter().skip(1)),
            v.iter().partial_cmp(v.iter().skip(1))
        );
        println!("{name} btree {:?}", make().into_iter().collect::<BTreeSet<_>>());
        println!("{name} map {:?}", make().into_iter().zip(0..).collect::<BTreeMap<_, _>>());
        let mut h: BinaryHeap<_> = BinaryHeap::new();
        for x in make() {
            h.push(x);
        }
        println!("{name} heap {:?}", h.pop());
        let h: BinaryHeap<_> = make().into_iter().collect();
        println!("{name} heap {:?}", h.into_sorted_vec());
        let mut h: BinaryHeap<_> = make().into_iter().map(Reverse).collect();
        println!("{name} heap {:?}", h.pop());
        let mut v = vec![Some($T(2)), Some($T(3)), None];
        v.sort();
        println!("{name} options {v:?}");
        let mut v = vec![($T(2), 1), ($T(3), 2), ($T(1), 3)];
        v.sort();
        println!("{name} tuples {v:?}");
        println!("{name} range {} {:?}", ($T(1)..$T(3)).contains(&$T(2)), v.iter().map(|x| &x.0).max());
    }};
}
fn main() {
    all!(A);
    all!(B);
    all!(C);
}
