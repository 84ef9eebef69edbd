#![allow(dead_code, unused_variables)]

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[must_use]
struct Tagged { #[allow(unused)] a: u8, b: Option<String> }

#[inline]
fn small() -> u8 { 1 }

#[cold]
#[inline(never)]
fn rare() -> u8 { 2 }

#[deprecated(note = "use another")]
fn old() -> u8 { 3 }

#[cfg(test)]
mod tests { #[test] fn never() { panic!() } }

#[cfg(not(test))]
fn only_here() -> &'static str { "not a test" }

#[cfg(target_os = "none")]
fn only_here() -> &'static str { compile_error!("no") }

/// Documentation, which is nothing at run time.
#[non_exhaustive]
enum Open { A }

fn main() {
    println!("{} {}", small(), rare());
    #[allow(deprecated)]
    let n = old();
    println!("{n} {}", only_here());
    println!("{:?} {}", Tagged::default(), Tagged { a: 1, b: None } < Tagged { a: 1, b: Some("x".into()) });
    if cfg!(debug_assertions) { println!("debug"); }
    #[rustfmt::skip]
    let grid = [[1,0],[0,1]];
    println!("{grid:?} {}", matches!(Open::A, Open::A));
    #[cfg(any())]
    println!("never");
    println!("{:?}", option_env!("NOT_SET_ANYWHERE_AT_ALL"));
}
