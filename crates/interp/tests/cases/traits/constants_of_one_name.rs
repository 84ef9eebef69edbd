struct Foo; impl Foo { const N: i32 = 1; }
trait A { const N: i32; const D: i32 = 10; fn a() -> i32 { Self::N } fn d(&self) -> i32 { Self::D } }
trait B { const N: i32; fn b() -> i32 { Self::N } }
impl A for Foo { const N: i32 = 2; } impl B for Foo { const N: i32 = 3; }
struct Bar; impl A for Bar { const N: i32 = 7; const D: i32 = 11; }
trait Lim { const MAX: i64; } impl Lim for i32 { const MAX: i64 = -1; }
trait Name { const NAME: &'static str; fn own() -> &'static str { Self::NAME } }
impl Name for (i32, i32) { const NAME: &'static str = "ints"; } impl Name for (f64, f64) { const NAME: &'static str = "floats"; }
impl Name for [u8] { const NAME: &'static str = "bytes"; } impl Name for [i32] { const NAME: &'static str = "numbers"; }
impl Name for Vec<u8> { const NAME: &'static str = "vec bytes"; } impl Name for Vec<String> { const NAME: &'static str = "vec strings"; }
fn n<T: A>() -> i32 { T::N } fn m<T: B>() -> i32 { T::N } fn name<T: Name + ?Sized>() -> &'static str { T::NAME }
fn main() {
    println!("{} {} {}", Foo::N, <Foo as A>::N, <Foo as B>::N); println!("{} {} {} {}", Foo::a(), Foo::b(), Foo.d(), Bar.d());
    println!("{} {}", i32::MAX, <i32 as Lim>::MAX); println!("{} {}", n::<Foo>(), m::<Foo>());
    println!("{} {} {} {}", <(i32, i32)>::NAME, <(f64, f64) as Name>::NAME, name::<(i32, i32)>(), <(f64, f64)>::own());
    println!("{} {} {} {}", name::<[u8]>(), name::<[i32]>(), name::<Vec<u8>>(), Vec::<String>::own());
}
