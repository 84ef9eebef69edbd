// macro_rules as languages: HTML, flags, state machines, newtypes, tables.
use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Text(String),
    Element { tag: &'static str, attrs: Vec<(String, String)>, children: Vec<Node> },
}

impl From<&str> for Node {
    fn from(s: &str) -> Self {
        Node::Text(s.to_owned())
    }
}
impl From<String> for Node {
    fn from(s: String) -> Self {
        Node::Text(s)
    }
}
impl From<i32> for Node {
    fn from(n: i32) -> Self {
        Node::Text(format!("{n}"))
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Text(text) => text.chars().try_for_each(|c| match c {
                '<' => f.write_str("&lt;"),
                '&' => f.write_str("&amp;"),
                c => f.write_char(c),
            }),
            Node::Element { tag, attrs, children } => {
                write!(f, "<{tag}")?;
                for (k, v) in attrs {
                    write!(f, " {k}=\"{v}\"")?;
                }
                if children.is_empty() {
                    return write!(f, "/>");
                }
                f.write_char('>')?;
                for child in children {
                    write!(f, "{child}")?;
                }
                write!(f, "</{tag}>")
            }
        }
    }
}

macro_rules! html {
    (@children $list:ident;) => {};
    (@children $list:ident; $tag:ident $([$($attr:ident = $value:expr),* $(,)?])? { $($inner:tt)* } $($rest:tt)*) => {
        $list.push(html!($tag $([$($attr = $value),*])? { $($inner)* }));
        html!(@children $list; $($rest)*);
    };
    (@children $list:ident; for $pat:pat in ($iter:expr) { $($inner:tt)* } $($rest:tt)*) => {
        for $pat in $iter {
            html!(@children $list; $($inner)*);
        }
        html!(@children $list; $($rest)*);
    };
    (@children $list:ident; ($text:expr) $($rest:tt)*) => {
        $list.push(Node::from($text));
        html!(@children $list; $($rest)*);
    };
    (@children $list:ident; $text:literal $($rest:tt)*) => {
        $list.push(Node::from($text));
        html!(@children $list; $($rest)*);
    };
    ($tag:ident $([$($attr:ident = $value:expr),* $(,)?])? { $($inner:tt)* }) => {{
        #[allow(unused_mut)]
        let mut children: Vec<Node> = Vec::new();
        html!(@children children; $($inner)*);
        Node::Element {
            tag: stringify!($tag),
            attrs: vec![$($((stringify!($attr).replace('_', "-"), $value.to_string())),*)?],
            children,
        }
    }};
}

macro_rules! hashmap {
    () => { BTreeMap::new() };
    ($($key:expr => $value:expr),+ $(,)?) => {{
        const COUNT: usize = <[()]>::len(&[$(hashmap!(@unit $key)),+]);
        let mut map = BTreeMap::new();
        $(map.insert($key, $value);)+
        assert!(map.len() <= COUNT);
        map
    }};
    (@unit $($x:tt)*) => { () };
}

macro_rules! bitflags_lite {
    ($(#[$meta:meta])* $vis:vis struct $name:ident : $repr:ty { $($flag:ident = $value:expr;)* }) => {
        $(#[$meta])*
        $vis struct $name($repr);
        #[allow(non_upper_case_globals)]
        impl $name {
            $(pub const $flag: $name = $name($value);)*
            const NAMES: &'static [(&'static str, $repr)] = &[$((stringify!($flag), $value)),*];
            fn contains(self, other: Self) -> bool { self.0 & other.0 == other.0 }
        }
        impl std::ops::BitOr for $name {
            type Output = $name;
            fn bitor(self, rhs: $name) -> $name { $name(self.0 | rhs.0) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let names: Vec<_> = Self::NAMES.iter().filter(|(_, v)| self.0 & v != 0).map(|(n, _)| *n).collect();
                write!(f, "{}({})", stringify!($name), if names.is_empty() { "empty".to_string() } else { names.join(" | ") })
            }
        }
    };
}

bitflags_lite! {
    /// Who may do what.
    #[derive(Clone, Copy, PartialEq, Eq, Default)]
    pub struct Access: u8 {
        Read = 1;
        Write = 1 << 1;
        Execute = 1 << 2;
    }
}

macro_rules! state_machine {
    ($name:ident { $($from:ident ( $event:pat ) => $to:ident),* $(,)? }) => {
        impl $name {
            fn next(self, event: &str) -> Option<$name> {
                match (self, event) {
                    $(($name::$from, $event) => Some($name::$to),)*
                    _ => None,
                }
            }
        }
    };
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Light {
    Red,
    Green,
    Yellow,
    Off,
}

state_machine!(Light {
    Red("go") => Green,
    Green("slow") => Yellow,
    Yellow("stop" | "halt") => Red,
    Off("power") => Red,
});

macro_rules! max {
    ($x:expr) => { $x };
    ($x:expr, $($rest:expr),+) => {{ let (a, b) = ($x, max!($($rest),+)); if a > b { a } else { b } }};
}

macro_rules! newtype {
    ($($name:ident($inner:ty) $(: $($derive:ident),+)?;)*) => {
        $(
            #[derive(Debug, Clone $($(, $derive)+)?)]
            struct $name($inner);
            impl From<$inner> for $name { fn from(it: $inner) -> Self { Self(it) } }
            impl std::ops::Deref for $name { type Target = $inner; fn deref(&self) -> &$inner { &self.0 } }
        )*
    };
}

newtype! {
    Meters(f64): PartialEq, PartialOrd;
    Name(String): PartialEq, Eq, Hash;
    Tags(Vec<&'static str>);
}

macro_rules! compose {
    ($f:expr) => { $f };
    ($f:expr => $($rest:expr)=>+) => { |x| compose!($($rest)=>+)($f(x)) };
}

macro_rules! test_table {
    ($($name:ident: $input:expr => $expected:expr,)+) => {
        [$((stringify!($name), $input == $expected, line!() > 0)),+]
    };
}

fn main() {
    let items = ["one", "two & three"];
    let page = html!(html {
        head { title { "A <page>" } }
        body [class = "dark", data_count = items.len()] {
            h1 { "List" }
            ul { for (i, item) in (items.iter().enumerate()) { li [id = i] { (*item) ": " (i as i32 * 10) } } }
            hr {}
        }
    });
    println!("{page}");
    let m: BTreeMap<&str, Vec<u8>> = hashmap! { "a" => vec![1], "b" => vec![], };
    println!("{m:?} {:?}", { let e: BTreeMap<(), ()> = hashmap!(); e });

    let rw = Access::Read | Access::Write;
    println!("{rw:?} {:?} {} {}", Access::default(), rw.contains(Access::Write), rw.contains(Access::Execute | Access::Read));

    let mut light = Light::Off;
    for event in ["power", "go", "go", "slow", "halt"] {
        match light.next(event) {
            Some(next) => {
                println!("{light:?} -{event}-> {next:?}");
                light = next;
            }
            None => println!("{light:?} ignores {event}"),
        }
    }
    println!("{} {}", max!(3), max!(1.5, 9.25, 4.0));
    let name: Name = "Ferris".to_string().into();
    println!("{} {} {:?}", name.len(), *Meters(2.5) < 3.0, Tags::from(vec!["x"]).first());
    let f = compose!(|x: i32| x + 1 => |x| x * 10 => |x: i32| format!("<{x}>"));
    println!("{}", f(4));
    for (name, ok, _) in test_table! { sum: 1 + 1 => 2, text: "a".repeat(2) => "ab", } {
        println!("{name:.<8}{}", if ok { "ok" } else { "FAILED" });
    }
}
