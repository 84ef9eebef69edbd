//! Expressions of a type.

use super::program::Program;
use super::types::{self, Ty};

impl Program {
    /// An expression of a type; what is in it has at most `depth` levels.
    pub(super) fn value(&mut self, ty: &Ty, depth: usize) -> String {
        if depth == 0 || self.chance.percent(25) {
            return self.leaf(ty);
        }
        let depth = depth - 1;
        if self.chance.percent(12) {
            return self.choice(ty, depth);
        }
        match ty {
            Ty::Int(name) => self.int(name, depth),
            Ty::Bool => self.bool(depth),
            Ty::Char => format!("((b'a' + ({} % 26)) as char)", self.value(&Ty::Int("u8"), depth)),
            Ty::Float => self.float(depth),
            Ty::Text => self.text(depth),
            Ty::Opt(inner) => self.option(inner, depth),
            Ty::List(inner) => self.list(inner, depth),
            Ty::Pair(a, b) => format!("({}, {})", self.value(a, depth), self.value(b, depth)),
            Ty::Struct(index) => self.structure(*index, depth),
            Ty::Enum(index) => self.variant(*index, depth),
        }
    }

    /// A variable, or a literal.
    pub(super) fn leaf(&mut self, ty: &Ty) -> String {
        let known: Vec<String> =
            self.variables.iter().filter(|it| it.ty == *ty).map(|it| it.name.clone()).collect();
        if !known.is_empty() && self.chance.percent(75) {
            let name = self.chance.pick(&known).clone();
            return if ty.is_copy() { name } else { format!("{name}.clone()") };
        }
        match ty {
            Ty::Int(name) => self.literal(name),
            Ty::Bool => self.chance.percent(50).to_string(),
            Ty::Char => format!("{:?}", self.chance.pick(&['a', 'Z', '7', ' ', 'é', '日', '\'', '\n'])),
            Ty::Float => (*self.chance.pick(&[
                "0.0f64",
                "1.5f64",
                "(-2.25f64)",
                "1e10f64",
                "0.1f64",
                "3.0f64",
                "(-0.0f64)",
                "1e-7f64",
            ]))
            .to_owned(),
            Ty::Text => {
                let texts =
                    ["", "a", "Hello", "two words", "x,y,z", "é日\\t", " pad ", "12", "-7", "quote\\\""];
                format!("String::from(\"{}\")", self.chance.pick(&texts))
            }
            Ty::Opt(inner) if self.chance.percent(50) => format!("None::<{inner}>"),
            Ty::Opt(inner) => format!("Some({})", self.leaf(inner)),
            Ty::List(inner) if self.chance.percent(30) => format!("Vec::<{inner}>::new()"),
            Ty::List(inner) => format!("vec![{}, {}]", self.leaf(inner), self.leaf(inner)),
            Ty::Pair(a, b) => format!("({}, {})", self.leaf(a), self.leaf(b)),
            Ty::Struct(index) => self.structure(*index, 0),
            Ty::Enum(index) => self.variant(*index, 0),
        }
    }

    pub(super) fn literal(&mut self, name: &str) -> String {
        let signed = name.starts_with('i');
        match self.chance.below(8) {
            0 => format!("{name}::MAX"),
            1 => format!("{name}::MIN"),
            2 | 3 if signed => format!("(-{}{name})", self.chance.below(120)),
            4 => format!("0x{:x}_{name}", self.chance.below(127)),
            _ => format!("{}{name}", self.chance.below(120)),
        }
    }

    fn choice(&mut self, ty: &Ty, depth: usize) -> String {
        match self.chance.below(4) {
            0 => {
                let (a, b) = (self.value(ty, depth), self.value(ty, depth));
                format!("(if {} {{ {a} }} else {{ {b} }})", self.value(&Ty::Bool, depth))
            }
            1 => {
                let scrutinee = self.value(&Ty::Int("u8"), depth);
                let arms = [self.value(ty, depth), self.value(ty, depth), self.value(ty, 0)];
                let [a, b, c] = arms;
                format!("(match {scrutinee} {{ 0 | 7 => {a}, 1..=90 => {b}, _ => {c} }})")
            }
            2 => {
                let name = self.fresh("t");
                let first = self.value(ty, depth);
                self.variable(&name, ty, false);
                let last = self.value(ty, depth);
                self.variables.pop();
                format!("{{ let {name}: {ty} = {first}; {last} }}")
            }
            _ => match self.call(ty, depth) {
                Some(call) => call,
                None => self.leaf(ty),
            },
        }
    }

    /// A call of one of the program's own functions that gives the type.
    pub(super) fn call(&mut self, ty: &Ty, depth: usize) -> Option<String> {
        let fitting: Vec<usize> =
            (0..self.functions.len()).filter(|it| self.functions[*it].result == *ty).collect();
        if fitting.is_empty() {
            return None;
        }
        let function = self.functions[*self.chance.pick(&fitting)].clone();
        let arguments: Vec<_> = function.parameters.iter().map(|it| self.value(it, depth)).collect();
        Some(format!("{}({})", function.name, arguments.join(", ")))
    }

    fn int(&mut self, name: &'static str, depth: usize) -> String {
        let ty = Ty::Int(name);
        let a = self.value(&ty, depth);
        let b = self.value(&ty, depth);
        match self.chance.below(22) {
            0 | 1 => format!("({a}).wrapping_add({b})"),
            2 => format!("({a}).wrapping_sub({b})"),
            3 => format!("({a}).wrapping_mul({b})"),
            4 => format!("({a}).saturating_{}({b})", self.chance.pick(&["add", "sub", "mul"])),
            5 => format!(
                "({a}).checked_{}({b}).unwrap_or({})",
                self.chance.pick(&["add", "sub", "mul", "div", "rem"]),
                self.leaf(&ty)
            ),
            6 => format!("({a} {} {b})", self.chance.pick(&["&", "|", "^"])),
            7 => format!("({a} {} {})", self.chance.pick(&["<<", ">>"]), self.chance.below(9)),
            8 => format!("({a} {} {b})", self.chance.pick(&["+", "-", "*"])),
            9 => format!("({a} {} ({b} | 1))", self.chance.pick(&["/", "%"])),
            10 => {
                let other = types::int(&mut self.chance);
                format!("({} as {name})", self.value(&other, depth))
            }
            11 => format!("({a}).{}({b})", self.chance.pick(&["min", "max"])),
            12 => format!("(({a}).abs_diff({b}) as {name})"),
            13 => format!(
                "(({a}).{}() as {name})",
                self.chance.pick(&["count_ones", "leading_zeros", "trailing_zeros"])
            ),
            14 => format!(
                "({a}).{}({})",
                self.chance.pick(&["rotate_left", "rotate_right", "wrapping_pow", "wrapping_shl"]),
                self.chance.below(7)
            ),
            15 if ty.is_signed() => {
                format!("({a}).{}()", self.chance.pick(&["wrapping_neg", "wrapping_abs", "signum"]))
            }
            15 => format!("(!({a}))"),
            16 => format!("({} as {name})", self.value(&Ty::Bool, depth)),
            17 => format!("({} as u32 as {name})", self.value(&Ty::Char, depth)),
            18 => format!("({} as {name})", self.value(&Ty::Float, depth)),
            19 => format!("({}.len() as {name})", self.value(&Ty::Text, depth)),
            20 => format!("{}.unwrap_or({b})", self.value(&Ty::Opt(Box::new(ty)), depth)),
            _ => {
                let list = self.value(&Ty::List(Box::new(ty.clone())), depth);
                let fold = *self.chance.pick(&["wrapping_add", "wrapping_mul", "max", "min"]);
                format!("{list}.iter().fold({a}, |x, y| x.{fold}(*y))")
            }
        }
    }

    fn bool(&mut self, depth: usize) -> String {
        let ty = if self.chance.percent(70) { types::int(&mut self.chance) } else { self.any_type(1) };
        match self.chance.below(7) {
            0 | 1 if matches!(ty, Ty::Int(_)) => {
                let op = *self.chance.pick(&["<", "<=", ">", ">=", "==", "!="]);
                format!("({} {op} {})", self.value(&ty, depth), self.value(&ty, depth))
            }
            0 | 1 => format!("({} == {})", self.value(&ty, depth), self.value(&ty, depth)),
            2 => format!("({} && {})", self.value(&Ty::Bool, depth), self.value(&Ty::Bool, depth)),
            3 => format!("({} || {})", self.value(&Ty::Bool, depth), self.value(&Ty::Bool, depth)),
            4 => format!("(!{})", self.value(&Ty::Bool, depth)),
            5 => {
                let list = self.value(&Ty::List(Box::new(ty.clone())), depth);
                format!("{list}.contains(&{})", self.value(&ty, depth))
            }
            _ => format!(
                "{}.is_{}()",
                self.value(&Ty::Opt(Box::new(ty)), depth),
                self.chance.pick(&["some", "none"])
            ),
        }
    }

    fn float(&mut self, depth: usize) -> String {
        let (a, b) = (self.value(&Ty::Float, depth), self.value(&Ty::Float, depth));
        match self.chance.below(5) {
            0 => format!("({a}).{}()", self.chance.pick(&["floor", "ceil", "round", "abs", "sqrt", "trunc"])),
            1 => format!("({a}).{}({b})", self.chance.pick(&["min", "max"])),
            2 => {
                let ty = types::int(&mut self.chance);
                format!("({} as f64)", self.value(&ty, depth))
            }
            _ => format!("({a} {} {b})", self.chance.pick(&["+", "-", "*", "/", "%"])),
        }
    }

    fn text(&mut self, depth: usize) -> String {
        let a = self.value(&Ty::Text, depth);
        match self.chance.below(9) {
            0 => {
                let ty = self.any_type(1);
                let hole = super::print::placeholder(&mut self.chance, &ty, "");
                format!("format!(\"<{hole}>\", {})", self.value(&ty, depth))
            }
            1 => format!("({a} + &{})", self.value(&Ty::Text, depth)),
            2 => format!("{a}.{}()", self.chance.pick(&["to_uppercase", "to_lowercase", "clone"])),
            3 => format!("{a}.repeat({})", self.chance.below(3)),
            4 => format!("{a}.chars().rev().collect::<String>()"),
            5 => format!("{a}.trim().replace(\"a\", \"<>\")"),
            6 => {
                let ty = types::scalar(&mut self.chance);
                format!("({}).to_string()", self.value(&ty, depth))
            }
            7 => format!("{a}.split(',').map(|it| it.to_string()).collect::<Vec<String>>().join(\";\")"),
            _ => format!("{a}.chars().filter(|it| it.is_alphanumeric()).collect::<String>()"),
        }
    }

    fn option(&mut self, inner: &Ty, depth: usize) -> String {
        let whole = Ty::Opt(Box::new(inner.clone()));
        match (self.chance.below(8), inner) {
            (0, Ty::Int(_)) => {
                let op = *self.chance.pick(&["add", "sub", "mul", "div", "rem"]);
                format!("({}).checked_{op}({})", self.value(inner, depth), self.value(inner, depth))
            }
            (1, Ty::Int(name)) => format!("{}.trim().parse::<{name}>().ok()", self.value(&Ty::Text, depth)),
            (2, Ty::Int(name)) => {
                let other = types::int(&mut self.chance);
                format!("{name}::try_from({}).ok()", self.value(&other, depth))
            }
            (3, _) => format!("{}.filter(|_| {})", self.value(&whole, depth), self.value(&Ty::Bool, depth)),
            (4, _) => format!("{}.or({})", self.value(&whole, depth), self.value(&whole, depth)),
            (5, _) => {
                let list = self.value(&Ty::List(Box::new(inner.clone())), depth);
                format!(
                    "{list}.{}.cloned()",
                    self.chance.pick(&["first()", "last()", "iter().nth(1)", "iter().rev().next()"])
                )
            }
            (6, _) => {
                let from = types::scalar(&mut self.chance);
                let source = self.value(&Ty::Opt(Box::new(from.clone())), depth);
                let name = self.fresh("m");
                self.variable(&name, &from, false);
                let to = self.value(inner, depth);
                self.variables.pop();
                format!("{source}.map(|{name}| {to})")
            }
            _ => format!("Some({})", self.value(inner, depth)),
        }
    }

    fn list(&mut self, inner: &Ty, depth: usize) -> String {
        let whole = Ty::List(Box::new(inner.clone()));
        match self.chance.below(8) {
            0 => {
                let name = self.fresh("i");
                self.variable(&name, &Ty::Int("usize"), false);
                let item = self.value(inner, depth);
                self.variables.pop();
                format!("(0..{}).map(|{name}: usize| {item}).collect::<Vec<{inner}>>()", self.chance.below(5))
            }
            1 => {
                let from = types::scalar(&mut self.chance);
                let list = self.value(&Ty::List(Box::new(from.clone())), depth);
                let name = self.fresh("m");
                self.variable(&name, &from, false);
                let item = self.value(inner, depth);
                self.variables.pop();
                format!("{list}.into_iter().map(|{name}| {item}).collect::<Vec<{inner}>>()")
            }
            2 => format!("{}.into_iter().rev().collect::<Vec<_>>()", self.value(&whole, depth)),
            3 => format!("[{}, {}].concat()", self.value(&whole, depth), self.value(&whole, depth)),
            4 => {
                let amount = self.chance.below(4);
                let what = *self.chance.pick(&["skip", "take"]);
                format!(
                    "{}.into_iter().{what}({amount}).collect::<Vec<{inner}>>()",
                    self.value(&whole, depth)
                )
            }
            5 => format!("vec![{}; {}]", self.value(inner, depth), self.chance.below(4)),
            6 if matches!(inner, Ty::Int(_)) => {
                format!(
                    "{{ let mut sorted = {}; sorted.sort(); sorted.dedup(); sorted }}",
                    self.value(&whole, depth)
                )
            }
            _ => {
                let items: Vec<_> = (0..1 + self.chance.below(3)).map(|_| self.value(inner, depth)).collect();
                format!("vec![{}]", items.join(", "))
            }
        }
    }

    fn structure(&mut self, index: usize, depth: usize) -> String {
        let fields = self.structs[index].clone();
        let given = fields.iter().map(|(name, ty)| format!("{name}: {}", self.value(ty, depth)));
        let mut given: Vec<_> = given.collect();
        let rest = self.chance.percent(20).then(|| given.pop());
        let rest = if rest.is_some() { format!(", ..S{index}::default()") } else { String::new() };
        format!("(S{index} {{ {}{rest} }})", given.join(", ")).replace("{ , ", "{ ")
    }

    fn variant(&mut self, index: usize, depth: usize) -> String {
        let variants = self.enums[index].clone();
        let at = self.chance.below(variants.len());
        match &variants[at][..] {
            [] => format!("E{index}::V{at}"),
            types if at % 2 == 1 => {
                let fields: Vec<_> = types.iter().map(|it| self.value(it, depth)).collect();
                format!("E{index}::V{at}({})", fields.join(", "))
            }
            types => {
                let given = types
                    .iter()
                    .enumerate()
                    .map(|(field, it)| format!("f{field}: {}", self.value(it, depth)));
                format!("(E{index}::V{at} {{ {} }})", given.collect::<Vec<_>>().join(", "))
            }
        }
    }
}
