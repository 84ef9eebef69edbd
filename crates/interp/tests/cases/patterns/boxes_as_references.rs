// `&Box<T>` where `&T` is asked for: patterns look into the box.
enum List {
    Cons(i32, Box<List>),
    Nil,
}

impl List {
    fn tail(&self) -> &List {
        let mut at = self;
        while let List::Cons(_, next) = at {
            at = next;
        }
        at
    }

    fn last(&self) -> Option<i32> {
        let (mut at, mut last) = (self, None);
        while let List::Cons(n, next) = at {
            last = Some(*n);
            at = next;
        }
        last
    }

    fn add(&mut self, n: i32) {
        let mut at = self;
        while let List::Cons(_, next) = at {
            at = next;
        }
        *at = List::Cons(n, Box::new(List::Nil));
    }
}

fn is_nil(it: &List) -> bool {
    match it {
        List::Nil => true,
        List::Cons(..) => false,
    }
}

struct Pair(i32, i32);

fn main() {
    let mut list = List::Cons(1, Box::new(List::Cons(2, Box::new(List::Nil))));
    list.add(3);
    println!("{:?} {}", list.last(), is_nil(list.tail()));
    if let List::Cons(_, next) = &list {
        let typed: &List = next;
        match typed {
            List::Nil => println!("nil"),
            List::Cons(n, _) => println!("cons {n} {}", is_nil(next)),
        }
    }
    let nil = Box::new(List::Nil);
    println!("{} {}", is_nil(&nil), matches!(*nil, List::Nil));
    let pair = Box::new(Pair(4, 5));
    let shown: &Pair = &pair;
    let Pair(a, b) = shown;
    let tuple: &(i32, &str) = &Box::new((6, "six"));
    let (c, d) = tuple;
    println!("{a} {b} {c} {d}");
}
