//! Texts with arguments.

use super::{check_body, check_wrong};
use expect_test::expect;

#[test]
fn printing_and_formatting() {
    check_body(
        r#"let (x, w, p) = (1, 2, 3); println!(); println!("a {} {x} {0:?} {n:>w$.p$}", x, n = 2); print!("{{}}"); eprintln!("{x:#?}{x}"); eprint!("{:.*}", 2, 1.0);
        let s = format!("{:>1$}", x, w); let t = format!(concat!("a", 1, "{}"), 2); let u = format_args!("{x}"); println!("{}", stringify!(a + b)); println!("{0} {0}", x,);"#,
        &expect![[r#"
            fn f() {
                let (x, w, p) = (1, 2, 3);
                #Print(f"\n");
                #Print(f"a {0} {2} {0:?} {1: >4$.3$}\n"(x, 2, x, p, w));
                #Print(f"{}");
                #PrintErr(f"{0:#?}{0}\n"(x));
                #PrintErr(f"{1:.0$}"(2, 1.0));
                let s = #FormatString(f"{0: >1$}"(x, w));
                let t = #FormatString(f"a12");
                let u = #Arguments(f"{0}"(x));
                #Print(f"a + b\n");
                #Print(f"{0} {0}\n"(x));
            }
        "#]],
    );
}

#[test]
fn writing_is_a_method() {
    check_body(
        r#"use std::fmt::Write; let mut s = String::new(); write!(s, "{}", 1).unwrap(); writeln!(s).unwrap(); writeln!(&mut s, "a").unwrap();"#,
        &expect![[r#"
            fn f() {
                let mut s = <String>::new();
                s.write_fmt(f"1").unwrap();
                s.write_fmt(f"\n").unwrap();
                &mut s.write_fmt(f"a\n").unwrap();
            }
        "#]],
    );
}

#[test]
fn arguments_are_counted() {
    check_wrong(
        r#"println!("{} {}",1); println!("{}",1,2); println!("{x}");
println!("{0} {2}",1,2); println!("{:?",1); println!("}");
println!("{:>w$}",1); let x = 1; println!(x); println!("{a}",a=1,b=2);
println!("{:q}",1); println!("{x.y}"); println!("{:.*}", 1);
println!("{} {a} {}", a=1, 2); println!("a {} {", 3); format!(1); println!("{a}", a=1,a=2);
println!("{:1$}", 1); println!("{} {}",1,2,3,4); println!("{}"); panic!("{}"); println!("{self}");"#,
        &expect![[r#"
            2:10-17: 2 positional arguments in format string, but there is 1 argument (give each `{}` an argument; a brace itself is written `{{` or `}}`)
            2:38-39: argument never used (add a `{}` for it to the text, or remove it)
            2:51-56: E0425 cannot find value `x` in this scope
            3:10-19: invalid reference to positional argument 2 (there are 2 arguments) (positional arguments are zero-based)
            3:35-40: invalid format string: expected `}` but string was terminated (if you intended to print `{`, write `{{`)
            3:54-57: invalid format string: unmatched `}` found (if you intended to print `}`, write `}}`)
            4:10-18: E0425 cannot find value `w` in this scope
            4:43-44: format argument must be a string literal (write `"{}", ` before it)
            4:66-67: named argument never used (add a `{}` for it to the text, or remove it)
            5:10-16: unknown format trait `q` (there are: nothing for Display, `?` for Debug, `x`, `X`, `b`, `o` for numbers, `e`, `E` for exponents, `p` for pointers)
            5:30-37: invalid format string: field access isn't supported (consider using a positional formatting argument instead: `"{}", x.y`)
            5:49-56: 2 positional arguments in format string, but there is 1 argument (give each `{}` an argument; a brace itself is written `{{` or `}}`)
            6:28-29: positional arguments cannot follow named arguments (positional arguments must be before named arguments)
            6:41-49: invalid format string: expected `}` but string was terminated (if you intended to print `{`, write `{{`)
            6:63-64: format argument must be a string literal (write `"{}", ` before it)
            6:87-88: duplicate argument named `a`
            6:87-88: named argument never used (add a `{}` for it to the text, or remove it)
            7:10-17: invalid reference to positional argument 1 (there is 1 argument) (positional arguments are zero-based)
            7:44-45: multiple unused formatting arguments (add a `{}` for it to the text, or remove it)
            7:59-63: 1 positional argument in format string, but no arguments were given (give each `{}` an argument; a brace itself is written `{{` or `}}`)
            7:73-77: 1 positional argument in format string, but no arguments were given (give each `{}` an argument; a brace itself is written `{{` or `}}`)
            7:89-97: E0424 expected value, found module `self` (`self` is only there in methods with a `self` parameter)
        "#]],
    );
}
