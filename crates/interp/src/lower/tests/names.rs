//! Names that lead somewhere, and those that do not.

use super::{check, check_errors, check_wrong};
use expect_test::expect;

#[test]
fn modules_uses_and_scopes() {
    check(
        "mod a {
            pub fn f() -> i32 { 1 }
            pub mod b { pub fn g() -> i32 { super::f() + self::h() + crate::top() } fn h() -> i32 { 2 } }
            pub use self::b::g as renamed;
            pub use self::inner::*;
            mod inner { pub const C: u8 = 3; pub enum E { X, Y(i32) } }
        }
        use a::{self, b::{g, *}, renamed, E::{self, X}};
        fn top() -> i32 { a::C as i32 }
        fn f(top: fn() -> i32) -> i32 {
            use a::f as other;
            fn local() -> i32 { super_local() }
            fn super_local() -> i32 { 5 }
            let g = g();
            let renamed = renamed;
            let g = { let g = g + 1; fn renamed() {} renamed(); g };
            let x = match E::Y(1) { X => 0, E::Y(n) => n };
            g + renamed() + other() + local() + top() + x
        }
        fn main() {}",
        &expect![[r#"
            fn f() -> i32 {
                1
            }
            fn g() -> i32 {
                ((f() + h()) + top())
            }
            fn h() -> i32 {
                2
            }
            fn C() -> u8 3
            fn top() -> i32 {
                C as i32
            }
            fn f(top: fn() -> i32) -> i32 {
                let g#1 = g();
                let renamed = g;
                let g#4 = {
                    let g#3 = (g#1 + 1);
                    renamed();
                    g#3
                };
                let x = match E::Y(1) {
                    E::X => 0
                    E::Y { 0: n } => n
                };
                (((((g#4 + renamed()) + f()) + local()) + top()) + x)
            }
            fn local() -> i32 {
                super_local()
            }
            fn super_local() -> i32 {
                5
            }
            fn renamed() {}
        "#]],
    );
}

#[test]
fn types_and_their_functions() {
    check(
        "struct P<T> { x: T }
        struct U; struct T2(i32, u8);
        enum E<T> { A, B(T), C { v: T } }
        type Alias<T> = E<(T, u8)>;
        trait Make { const N: usize; type Out; fn make() -> Self; fn twice(&self) -> Self::Out { self.one(); todo!() } fn one(&self) {} }
        impl Make for U { const N: usize = 2; type Out = Vec<u8>; fn make() -> Self { Self } fn one(&self) { let x: Self::Out = Vec::new(); } }
        impl<T: Make + Clone> P<T> {
            fn new(x: T) -> Self { Self { x } }
            fn make() -> P<T> where T: Make<Out = i32> { let n = T::N; let t: T::Out = 1; Self::new(T::make()) }
        }
        fn f<A: Iterator<Item = u8>>(a: A, b: &dyn Fn(i32) -> u8, c: impl Into<String>, d: [u8; 4]) -> Option<A::Item> {
            let e = E::<i32>::A; let f: Alias<i32> = Alias::B((1, 2)); let g = E::C { v: 1 };
            let h = <U as Make>::make(); let i = U::make(); let j = Make::one(&h); let k = <P<U>>::new(U);
            let l = T2; let m = Vec::<u8>::with_capacity(2); let n = i32::MAX; let o = std::f64::consts::PI; let p = Default::default();
            let q = U; let r = P::<U> { x: q }; let s: <U as Make>::Out = vec![]; let t = Option::<u8>::None;
            t
        }
        fn main() {}",
        &expect![[r#"
            fn f(a: A, b: &dyn Fn<(i32), Output = u8>, c: impl Into<String>, d: [u8; 4]) -> Option<<A>::Item> {
                let e = E::A::<i32>;
                let f: E<(i32, u8)> = E::B::<(_, u8)>((1, 2));
                let g = E::C { 0: 1 };
                let h = <U as Make>::make();
                let i = <U>::make();
                let j = <_ as Make>::one(&h);
                let k = <P<U>>::new(U);
                let l = T2;
                let m = <Vec<u8>>::with_capacity(2);
                let n = <i32>::MAX;
                let o = PI;
                let p = <_ as Default>::default();
                let q = U;
                let r = P::<U> { 0: q };
                let s: <U as Make>::Out = #Vec([]);
                let t = Option::None::<u8>;
                t
            }
            fn twice(self: &Self) -> <Self as Make>::Out {
                self.one();
                #Panic(f"not yet implemented")
            }
            fn one(self: &Self) {}
            fn N() -> usize 2
            fn make() -> U {
                U::<>
            }
            fn one(self: &U) {
                let x: Vec<u8> = <Vec<_>>::new();
            }
            fn new(x: T) -> P<T> {
                P::<T> { 0: x }
            }
            fn make() -> P<T> {
                let n = <T as Make>::N;
                let t: <T>::Out = 1;
                <P<T>>::new(<T>::make())
            }
        "#]],
    );
}

#[test]
fn unknown_names_are_said_in_rustcs_words() {
    check_errors(
        "mod m { pub fn f(){} fn g(){} pub struct S; }
fn helper(){}
struct Foo; enum En{A,B(i32),C{x:i32}}
fn a(){ let count=1; let _ = cuont; }
fn b(){ helpr(); }
fn c()->Strin{ loop{} }
fn d(){ m::h(); nope::x(); Nope::x(); m::g(); }
fn e(){ let x = Foo2 { a:1 }; match 1 { Bar(x)=>{}, En::Z=>{}, En::B=>{}, _=>{} } let _ = En::Q; let s = En::C; }
impl Trt for Foo {}
fn f(){ let v = HashMap::new(); std::mem::blah(); 'a: loop { break 'b; } break; let c=||{break}; }
fn g(){ self.x; Self::y(); }
fn h(x:i32,x:i32){ let (a,a)=(1,2); let P{a,..}=1; let Foo{q}=Foo; Foo{z:1}; let y: T<i32>; let z: m::Q; En; }
fn k() { fn inner(){ let v = vv; } let vv=1; }
fn main(){}",
        &expect![[r#"
            6:9-14: E0425 cannot find type `Strin` in this scope (did you mean `String`?)
            9:6-9: E0405 cannot find trait `Trt` in this scope
            4:30-35: E0425 cannot find value `cuont` in this scope (did you mean `count`?)
            5:9-14: E0425 cannot find function `helpr` in this scope (did you mean `helper`?)
            7:12-13: E0425 cannot find function `h` in module `m` (did you mean `S`?)
            7:17-21: E0433 cannot find module or crate `nope` in this scope (did you mean `None`?)
            7:28-32: E0433 cannot find type `Nope` in this scope (did you mean `None`?)
            7:42-43: E0603 function `g` is private (make it public in `m`: `pub`)
            8:17-21: E0422 cannot find struct, variant or union type `Foo2` in this scope (did you mean `Foo`?)
            8:41-44: E0531 cannot find tuple struct or tuple variant `Bar` in this scope
            8:57-58: E0599 no variant or associated item named `Z` found for enum `En` (did you mean `A`?)
            8:64-69: E0532 expected unit struct, unit variant or constant, found tuple variant `En::B` (its fields stand in parentheses behind it)
            8:95-96: E0599 no variant or associated item named `Q` found for enum `En` (did you mean `A`?)
            8:106-111: E0533 expected value, found struct variant `En::C` (use struct literal syntax: `En::C { x: value }`)
            10:17-24: E0433 cannot find type `HashMap` in this scope (consider importing it: `use std::collections::HashMap;`)
            10:43-47: `std::mem::blah` is not supported by the playground (the playground has a part of `std`: see the list of what there is)
            10:68-70: E0426 use of undeclared label `'b` (did you mean `'a`?)
            10:74-79: E0268 `break` outside of a loop or labeled block (`break` stands in a loop only)
            10:90-95: E0268 `break` outside of a loop or labeled block (`break` stands in a loop only)
            11:9-13: E0424 expected value, found module `self` (`self` is only there in methods with a `self` parameter)
            11:17-21: E0411 cannot find type `Self` in this scope (`Self` is only available in impls, traits, or type definitions)
            12:12-13: E0415 identifier `x` is bound more than once in this parameter list
            12:27-28: E0416 identifier `a` is bound more than once in the same pattern
            12:41-42: E0422 cannot find struct, variant or union type `P` in this scope (did you mean `m`?)
            12:60-61: E0026 struct `Foo` does not have a field named `q`
            12:72-73: E0560 struct `Foo` has no field named `z`
            12:85-86: E0425 cannot find type `T` in this scope (did you mean `m`?)
            12:103-104: E0425 cannot find type `Q` in module `m` (did you mean `S`?)
            12:106-108: E0423 expected value, found enum `En`
            13:30-32: E0425 cannot find value `vv` in this scope
        "#]],
    );
}

#[test]
fn imports_that_lead_nowhere() {
    check_errors(
        "use std::colections::HashMap;
use foo::Bar;
use m::Zed;
use std::mem::Blub;
use sqlx::Pool;
use std::sync::{Arc, Mutx};
mod m {}
extern crate nothing;
mod file;
fn main() { Zed::new(); let x: Blub = Bar; }",
        &expect![[r#"
            1:22-29: `std::colections::HashMap` is not supported by the playground (did you mean `collections`?)
            2:10-13: E0432 unresolved import `foo::Bar`
            3:8-11: E0432 unresolved import `m::Zed`
            5:11-15: the crate `sqlx` is not supported by the playground (std, tokio, futures, tokio_stream, anyhow, thiserror, serde and rand are)
            6:22-26: `std::sync::Mutx` is not supported by the playground (did you mean `Mutex`?)
            8:14-21: E0463 can't find crate for `nothing`
            9:5-9: E0583 file not found for module `file` (a program here is one file: write the module's text in it, `mod name { .. }`)
            10:32-36: `std::mem::Blub` is not supported by the playground (the playground has a part of `std`: see the list of what there is)
        "#]],
    );
}

#[test]
fn a_program_starts_at_main() {
    check_errors(
        "fn f() {}",
        &expect![[r#"
        1:1-2: E0601 `main` function not found in crate (consider adding a `main` function: `#[tokio::main] async fn main() { .. }`)
    "#]],
    );
    check_errors(
        "async fn main() {}",
        &expect![[r#"
        1:10-14: E0752 `main` function is not allowed to be `async` (write `#[tokio::main]` before it)
    "#]],
    );
    check_errors(
        "fn main(x: i32) {}",
        &expect![[r#"
        1:4-8: E0580 `main` function has wrong type (it takes no parameters)
    "#]],
    );
    check_errors(
        "fn main() {} fn main() {} struct A; struct A;",
        &expect![[r#"
        1:17-21: E0428 the name `main` is defined multiple times (`main` must be defined only once in the value namespace of `crate`)
        1:44-45: E0428 the name `A` is defined multiple times (`A` must be defined only once in the type namespace of `crate`)
        1:44-45: E0428 the name `A` is defined multiple times (`A` must be defined only once in the value namespace of `crate`)
    "#]],
    );
}

#[test]
fn items_that_are_not_there() {
    check_errors(
        "union U { a: u8 } extern \"C\" { fn f(); } #[derive(Foo)] struct S; trait A = Clone;
#[cfg(test)] mod tests { nonsense!(); } #[test] fn t() { nothing } #[cfg(feature = \"x\")] fn g() { nothing } #[cfg(not(feature = \"x\"))] fn h() {}
fn main() { h(); g(); }",
        &expect![[r#"
            1:1-6: unions are not supported by the playground (use an `enum`)
            1:19-25: `extern` blocks are not supported by the playground (there is no C code to call in a browser)
            1:51-54: the derive macro `Foo` was not found (write the `impl` by hand; what can be derived: Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize, Error)
            1:67-72: trait aliases are experimental (write a trait with supertraits and an `impl` for all types)
            3:18-19: E0425 cannot find function `g` in this scope (did you mean `S`?)
        "#]],
    );
}

#[test]
fn members_of_traits_are_compared() {
    check_errors(
        "trait T { fn a(&self); fn b(&self) {} type X; }
struct S;
impl T for S { fn c(&self) {} fn b(&self) {} }
impl S { fn x() {} fn x() {} }
fn main() {}",
        &expect![[r#"
            3:1-5: E0046 not all trait items implemented, missing: `a`, `X` (implement `a`, `X` of the trait `T`)
            3:19-20: E0407 method `c` is not a member of trait `T`
            4:23-24: E0592 duplicate definitions with name `x`
        "#]],
    );
}

#[test]
fn awaits_and_leaving_loops_have_their_places() {
    check_wrong(
        "async {}.await;
let c = || async {}.await;
async { break; };
loop { let c = || break; async { continue }; 'a: { continue 'a; } }",
        &expect![[r#"
            2:10-15: E0728 `await` is only allowed inside `async` functions and blocks (make the function `async fn`)
            3:21-26: E0728 `await` is only allowed inside `async` functions and blocks (make it an `async` closure: `async || ..`)
            4:9-14: E0268 `break` outside of a loop or labeled block (`break` stands in a loop only)
            5:19-24: E0267 `break` inside a closure (return a value that says so, and leave the loop outside)
            5:34-42: E0267 `continue` inside `async` block (return a value that says so, and leave the loop outside)
            5:52-60: E0696 `continue` pointing to a labeled block: `'a`
        "#]],
    );
}
