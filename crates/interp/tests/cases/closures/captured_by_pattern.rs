// A closure that takes a variable apart by a pattern takes the parts that the pattern names.
#[derive(Debug)]
struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    first: Loud,
    second: Loud,
}

fn main() {
    let pair = (Loud("a"), Loud("b"));
    let take = || {
        let (first, _) = pair;
        println!("in {first:?}");
    };
    println!("outside {:?}", pair.1);
    take();
    println!("after {:?}", pair.1);

    let nested = ((Some(Loud("c")), Loud("d")), Loud("e"));
    let take = || match nested.0 {
        (Some(some), _) => println!("some {some:?}"),
        (None, _) => println!("none"),
    };
    println!("outside {:?} {:?}", nested.0.1, nested.1);
    take();
    println!("after {:?} {:?}", nested.0.1, nested.1);

    let named = Pair { first: Loud("f"), second: Loud("g") };
    let take = move || {
        let Pair { second, .. } = named;
        println!("in {second:?}");
    };
    println!("outside {:?}", named.first);
    take();
    println!("after {:?}", named.first);

    let last = (1, Loud("h"), Loud("i"));
    let take = || {
        let (.., it) = last;
        println!("in {it:?}");
    };
    println!("outside {} {:?}", last.0, last.1);
    take();

    let whole = (Loud("j"), Loud("k"));
    let nothing = || {
        let (_, _) = whole;
        3
    };
    println!("{}", nothing());
    drop(whole);
    println!("end");
}
