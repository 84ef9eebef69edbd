//! What is rare in programs, in one text.

pub(super) const TEXT: &str = r##"
#![feature(x)]
//! Inner words.
extern crate alloc as _;
extern crate self as me;
pub(in crate::a) use ::std::{self, fmt::{self as f, *}, io::Write as _, r#try, crate_::a};
use super::super::a as b;
pub(crate) mod m { #![allow(dead_code)] pub(super) fn f() {} }
mod other;
/// Words.
/** More words. */
#[derive(Debug, Clone)] #[repr(C, align(8))] #[doc = "a"] #[cfg(all(unix, not(feature = "a")))] #[a::b = 1 + 2] #[unsafe(no_mangle)]
pub struct S<'a, 'b: 'a, #[x] T: ?Sized + 'a + for<'c> Fn(&'c T) -> &'c str = u8, const N: usize = { 1 + 2 }, const M: i8 = -1>
where T: 'a, for<'c> &'c T: Iterator<Item = &'c u8> + Send, 'a: 'b + 'static, [T; N]: Sized, { pub(crate) a: &'a mut T, #[x] r#fn: fn(), _b: [u8; N] = 1 }
struct Unit where u8: Copy;
struct Tuple<T>(pub (crate) T, pub (u8, u8), pub(self) [T], #[x] !) where T: Copy;
struct D { a: u8 = 1, }
enum E<T = ()> { A = 1, B(T) = 2 + 3, C { a: u8, b: Vec<Vec<u8>> }, #[x] D(), E {}, }
union U { a: u8, b: f32 }
static mut G: Option<Box<dyn Fn(u8) -> u8 + Send + 'static>> = None;
const _: () = ();
pub const C: &[&'static str] = &["a", r"b", r#"c"#,];
type A<'a, T> where T: 'a = &'a [T];
type P = *const fn(a: u8, _: *mut u8, ...) -> !;
type Q = unsafe extern "C" fn(u8, ..., ) -> for<'a> fn(&'a u8) -> &'a u8;
type R = (dyn Fn() + Send, (u8), (), (u8,), impl Fn(u8) + use<'a, T, Self> + 'a, dyn for<'a> Fn(&'a u8) -> Box<dyn X + 'a>);
type O = A + Send + 'static;
type PO = (A) + Send;
type V = <Vec<u8> as IntoIterator>::Item;
type W = <u8>::X::<Y>::Z;
type X = m!(a b)::B;
type Y = m![a];
type Z = [[u8; 1 + 2]; { 3 }];
type Path = ::a::b::<'a, u8, 1, -1, { 2 }, "a", true, A = B, C<D> = E, F: G + H, I<'a>: J, K = 1, L = { 2 }, &'a M>;
type G2 = impl ?Sized + A<B<C<D>>>;
type Opaque = Box<dyn (Fn(u8) -> u8) + Send>;
trait T0 = A + B where u8: C;
unsafe auto trait Auto {}
pub unsafe trait Tr<T>: A + 'static + ?Sized + for<'a> B<'a> where T: C {
    #![inner]
    const A: u8; const B: u8 = 1; const _: () = ();
    type X<'a>: A + 'a where Self: 'a;
    type Y = u8;
    type Z;
    fn f(&self) -> u8; async fn g(&'a mut self, #[x] mut b: u8, (c, d): (u8, u8), &e: &u8, [f, ..]: [u8; 2]) where Self: Sized {}
    fn h(self: Box<Self>, _: u8,); fn i(mut self); fn j(&self); unsafe extern "C" fn k(mut self: Pin<&mut Self>) -> impl Future<Output = ()> + Send;
    m!(a); m! { b } a::m![];
}
impl<T> !Send for S<T> {}
unsafe impl<#[may_dangle] 'a, T: Copy> Tr<T> for &'a mut [T] where T: Send { #![inner] type Y = u8 where u8: Copy; default fn f() {} pub(crate) const A: u8 = 1; const fn z() {} m!{} pub type X<'a> = &'a u8; default type Q = u8; }
default impl A for B {}
impl <Vec<u8>>::X {}
impl<'a> S<'a> { pub const unsafe fn a<const N: usize>(self) {} }
impl m!() { }
unsafe extern "C" { pub safe fn a(x: u8, ...); unsafe fn b(_: u8) -> u8; fn c(); safe static X: u8; static mut Y: u8; type T; m!(); }
extern { }
macro_rules! mac { ($($a:expr),* $(,)?) => { $($a)* }; }
macro_rules! mac2 ( () => () );
thread_local! { static X: u8 = 1 }
a::b!(c);
async fn asy() {}
extern "C" fn ext() {}
pub const unsafe extern fn all() {}
fn generic<T>(x: impl Fn(&T) -> bool, y: &dyn Fn(), z: &(dyn Fn() + 'static), w: &mut impl Iterator<Item: Copy>) -> Result<(), Box<dyn Error + Send + Sync>> { }
fn main() {
    #![allow(unused)]
    ;;
    let a;
    let ref mut a @ (1..=2 | 3 | -4..5 | 'a'..='z' | A::B..=C | ..=9 | 7..) = 1;
    let (a, .., b): (u8, ..., u8);
}
fn patterns() {
    let _: _ = 1;
    let (a, .., b) = (1, 2, 3,); let [a, .., b @ .., c] = x; let S { a, ref b, mut c, ref mut d, 0: e, f: Some(g), #[x] h, .. } = s;
    let &mut &(a,) = x; let &&a = x; let (a) = x; let () = x; let A = b; let a::B(c, ..) = d; let <A as B>::C(..) = e; let Self { .. } = f; let Self::A = g; let m!(a) = h;
    let 1 | 2 = x else { return };
    let Some(a) = b else { panic!() };
    let x = if a { b } else { c };
    let x = a && b else { return; };
    match x { | A | B if let C = d && e => f, 1 => {} 2 => {}, 3 => ({}), #[x] 4 => return, _ if a => if b { c } else { d } 5 => m! { a } , 6 => unsafe { a }.b, "a" | b'c' | b"d" | c"e" | 1.0 | -1 | true | 'a' => loop {} const { 1 } => 1, 7 => {} [] | [..] => |x| {}, }
    match x { #![inner] }
    match S { a: 1 }.b { }
}
fn expressions() {
    let a = -1 + !2 * *b - &c / &mut d % &raw const e ^ &raw mut f & g | h << 1 >> 2 && i || j == k as u8 as u16; a != b; a <= b; a >= b; a < b; a > b; a == b;
    a = b = c; a += 1; a -= 1; a *= 1; a /= 1; a %= 1; a ^= 1; a &= 1; a |= 1; a <<= 1; a >>= 1; *a = 1; (a, b) = (b, a); [a, _, ..] = c; S { a, .. } = d; _ = e;
    ..; a..; ..b; a..b; ..=b; a..=b; a.. == b; (..).a(); &a[..]; &a[1..]; &a[..=1]; for i in 0.. {} for i in ..a {} a..b + 1; a || b..c && d; if a.. {}
    a as usize < b; a as u8 + c; a as *const u8 as usize; a as fn() -> u8; a as Vec<u8>;
    a.0.1.2; a.0 .1; a.0.b(); a.1.0.await?.c::<D>(e, f)?[g](h)(i).j; a.await; a?.b?; a.0?; a.r#fn();
    if let A = b && let C(d) = e && f || g { } else if h { } else { }
    while let Some(a) = b.pop() && c {} 'a: loop { break 'a; break 'a 1; break; break 1 + 2; continue 'a; continue; } 'b: while a { } 'c: for (a, b) in c.d() { } 'd: { break 'd 1 } let x = 'e: { 1 };
    |a, b: u8, &c, (d, e): (u8, u8), #[x] f| a; || {}; move || a; |_| -> u8 { 1 }; async || {}; async move |a| b; async move { a.await }; async { }; for<'a> |x: &'a u8| -> &'a u8 { x }; || || a; |a| |b| c; f(|| a, |b| c);
    const { 1 }; const { 2 } + 1; unsafe { a }; unsafe { a }.b(); try { a? }; yield; yield a; return; return a; return |x| y;
    [1, 2, 3,]; [1; 2]; []; [a]; (1, 2); (1,); (); (1); ((1)); f(1, 2,); f(); S { a: 1, b, ..c }; S { 0: 1, .. }; S {}; A::<B>::C { d: 1, #[x] e: 2 }; <A as B>::C { }; <A>::b(); <[u8]>::len(a); Vec::<Vec<u8>>::new(); <Vec<Vec<u8>>>::new(); a::<<B as C>::D>(); Self::a(); self.b; super::c(); crate::d(); ::e::f();
    m!(a); m!{ a } m![a]; m! { a }.b(); m!{ a }?; m!(a).b; a::b!{}; let x = m!{ a }; r#try!(a); if m!(a) {} match m!{} {}
    #[x] a; #[x] { a } #[x] let a = 1; #[x] fn f() {} #[x] a = b; #[x] a + b; #[x] m!(a); #[x] m! {} (#[x] a); [#[x] a, #[y] -b]; f(#[x] a); #[x] if a {} #[x] return;
    { a } { b } (c); if a { b } else { c } .d(); match a {} ?; unsafe { a } as u8; { a } as u8; loop {} + 1; if a {} else {} -1; { 1 } & 2; { 1 } = 2; while a {} [1]; for a in b {} (c);
    if (S { a: 1 }) == b {} if a == (S {}) {} if f(S { a }) {} while a[S {}] {} match a { b => S { c } } if x { S {} } if a.b(|| S {}) {} if |x| y {} if break {} while return {} if a as B {} if !a {} if &a == &b {} if { a } {} if a { } b
    ;
    use a::b; const A: u8 = 1; static B: u8 = 2; struct C; enum D {} trait E {} impl F {} type G = H; mod i {} union J { a: u8 } extern "C" {} unsafe impl K for L {} unsafe fn u() {} async fn v() {} const fn w() {} extern "C" fn x() {} auto trait Y {} default!(); union!(); auto = 1; default::x(); let union = 1; raw = 1; safe(); macro_rules! z { () => {} } pub fn p() {} crate::q();
    let x: [u8; { 1 }] = y; let x: &'a dyn A = y; let x: for<'a> fn(&'a u8) = y; let x: impl A = y; let x: <A as B>::C = z; let x: (A + B, C) = d; let x: m!() = a; let x: !;
    x.map(|a| a < b).filter(|&c| c > d && e < f); (a < b) == (c > d); a < (b); if a < b && c > d {} f::<A, B>(c); a.b::<C>; let x = a::<B> { c: 1 };
    1u8; 0x1F_u32; 0b1; 0o7; 1e5; 1.5e-3f64; 1.; 1..2; 1.max(2); 1.0.max(2.0); 'a'; '\n'; '\u{1F600}'; b'a'; b'\''; "a\
      b"; br#"a"#; c"a"; cr"b"; "\x41\0"; 'static_: loop {}; r#"""#;
}
"##;
