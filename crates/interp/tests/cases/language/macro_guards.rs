//! A repetition of a macro may begin with the `if` of an arm.

macro_rules! is {
    ($e:expr, $p:pat $(if $g:expr)?) => {
        match $e {
            $p $(if $g)? => true,
            _ => false,
        }
    };
}

macro_rules! first {
    ($e:expr; $($p:pat $(if $g:expr)? => $out:expr),+ $(,)?) => {
        match $e {
            $($p $(if $g)? => $out,)+
        }
    };
}

fn main() {
    println!("{}", is!(Some(3), Some(n) if n > 2));
    println!("{}", is!(Some(3), Some(n) if n > 3 || n == 0));
    println!("{}", is!(Some(3), None));
    println!("{}", is!(7, 1..=5 | 7));
    for n in 0..4 {
        let word = first!(n; 0 => "none", it if it % 2 == 1 => "odd", _ => "even");
        println!("{n}: {word}");
    }
}
