use std::ops::Deref;

mod shelf {
    #[derive(Default)]
    pub struct Shelf(Vec<u32>);

    impl Shelf {
        fn len(&self) -> usize {
            self.0.len() + 1
        }

        fn total(&self) -> u32 {
            self.0.iter().sum()
        }

        pub fn both(&self) -> (usize, u32) {
            (self.len(), self.total())
        }
    }

    impl std::ops::Deref for Shelf {
        type Target = Vec<u32>;

        fn deref(&self) -> &Vec<u32> {
            &self.0
        }
    }

    pub struct Book;

    impl Book {
        fn title(&self) -> &'static str {
            "private"
        }

        pub fn own(&self) -> &'static str {
            let show = || self.title();
            show()
        }
    }

    #[cfg(test)]
    mod tests {
        #[test]
        fn title() {
            assert_eq!(super::Book.title(), "private");
        }
    }
}

trait Titled {
    fn title(&self) -> &'static str;
}

impl Titled for shelf::Book {
    fn title(&self) -> &'static str {
        "of the trait"
    }
}

struct Local;

impl Local {
    fn hidden(&self) -> u8 {
        1
    }
}

fn main() {
    let shelf = shelf::Shelf::default();
    println!("{} {:?} {}", shelf.len(), shelf.both(), shelf.deref().len());
    println!("{} {}", shelf::Book.title(), shelf::Book.own());
    fn inside() -> u8 {
        Local.hidden()
    }
    println!("{} {}", inside(), { Local.hidden() });
}
