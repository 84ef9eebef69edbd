trait Token: std::fmt::Debug {
    const NAME: &'static str;
    fn tagged(&self) -> String {
        format!("{}:{:?}", Self::NAME, self)
    }
    fn plain() -> String {
        Self::NAME.to_string()
    }
}
impl Token for u8 {
    const NAME: &'static str = "byte";
}
impl Token for &str {
    const NAME: &'static str = "text";
}
impl<T: Token> Token for Vec<T> {
    const NAME: &'static str = T::NAME;
}
// The same by `&R` and by `R`: which is meant is said by the type, not by what the values look like.
#[derive(Debug, Clone, Copy)]
struct R(i64);

impl std::ops::Add for R {
    type Output = R;
    fn add(self, o: R) -> R {
        R(self.0 + o.0)
    }
}

impl std::ops::Add<&R> for &R {
    type Output = R;
    fn add(self, other: &R) -> R {
        std::ops::Add::add(*self, *other)
    }
}

impl std::ops::AddAssign for R {
    fn add_assign(&mut self, other: R) {
        use std::ops::Add;
        *self = self.add(other)
    }
}

fn main() {
    println!("{} {}", 7u8.tagged(), <&str>::plain());
    println!("{} {}", "abc".tagged(), vec!["abc"].tagged());
    let mut r = &R(1) + &R(2);
    r += R(5);
    println!("{r:?} {:?} {}", through(&mut r.clone(), R(9)), <&str as Token>::NAME);
}

// `&mut R` has only what `R` has, although a value does not tell it from `&R`.
fn through(r: &mut R, n: R) -> R {
    use std::ops::Add;
    r.add(n)
}
