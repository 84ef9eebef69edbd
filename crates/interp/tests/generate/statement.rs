//! Statements over values that can be cloned.

use super::print::placeholder;
use super::program::{Program, Variable};
use super::types::{self, Ty};

impl Program {
    /// Some statements, with at most `depth` blocks within blocks.
    pub(super) fn statements(&mut self, length: usize, depth: usize) {
        for _ in 0..length {
            self.statement(depth);
        }
    }

    fn statement(&mut self, depth: usize) {
        match self.chance.below(if depth == 0 { 14 } else { 22 }) {
            0..=3 => self.declaration(),
            4 | 5 => self.print(),
            6 | 7 => self.assignment(),
            8 => self.closure(),
            9 => self.collection(),
            10 => self.let_else(),
            11 => self.scores(),
            12 => self.shadowed(),
            13 => self.generic_call(),
            14 | 15 => {
                let condition = self.value(&Ty::Bool, 2);
                self.branches(&condition, depth - 1);
            }
            16 | 17 => self.matching(depth - 1),
            18 | 19 => self.repeated(depth - 1),
            20 => self.while_let(depth - 1),
            _ => self.block_value(depth - 1),
        }
    }

    fn declaration(&mut self) {
        let ty = self.any_type(2);
        let name = self.fresh("v");
        let value = self.value(&ty, 3);
        let mutable = self.chance.percent(60);
        let mark = if mutable { "mut " } else { "" };
        // What has no annotation has its type from its value.
        let literal = matches!(ty, Ty::Int(_)) && self.chance.percent(30);
        let text = match literal {
            true => format!("let {mark}{name} = {value};"),
            false => format!("let {mark}{name}: {ty} = {value};"),
        };
        self.line(&text);
        self.variable(&name, &ty, mutable);
    }

    pub(super) fn print(&mut self) {
        if self.variables.is_empty() || self.chance.percent(30) {
            let ty = self.any_type(2);
            let (hole, value) = (placeholder(&mut self.chance, &ty, ""), self.value(&ty, 2));
            return self.line(&format!("println!(\"[{hole}]\", {value});"));
        }
        let shown: Vec<Variable> =
            (0..1 + self.chance.below(3)).map(|_| self.chance.pick(&self.variables).clone()).collect();
        let holes: Vec<_> = shown.iter().map(|it| placeholder(&mut self.chance, &it.ty, &it.name)).collect();
        self.line(&format!("println!(\"{}\");", holes.join("|")));
    }

    /// A variable that can be changed, of a type that fits.
    fn changeable(&mut self, fits: impl Fn(&Ty) -> bool) -> Option<Variable> {
        let known: Vec<_> = self.variables.iter().filter(|it| it.mutable && fits(&it.ty)).cloned().collect();
        if known.is_empty() { None } else { Some(self.chance.pick(&known).clone()) }
    }

    fn assignment(&mut self) {
        let Some(Variable { name, ty, .. }) = self.changeable(|_| true) else { return self.print() };
        let text = match &ty {
            Ty::Int(_) if self.chance.percent(60) => {
                let op = *self.chance.pick(&["+", "-", "*", "&", "|", "^", "+", "-"]);
                format!("{name} {op}= {};", self.value(&ty, 1))
            }
            Ty::Float if self.chance.percent(50) => {
                format!("{name} {}= {};", self.chance.pick(&["+", "-", "*", "/"]), self.value(&ty, 1))
            }
            Ty::Text if self.chance.percent(70) => match self.chance.below(4) {
                0 => format!("{name}.push({});", self.value(&Ty::Char, 1)),
                1 => format!("{name}.insert(0, {});", self.value(&Ty::Char, 0)),
                2 => format!("println!(\"{{:?}}\", {name}.pop());"),
                _ => format!("{name} += &{};", self.value(&Ty::Text, 1)),
            },
            Ty::Struct(index) if self.chance.percent(70) => {
                let fields = self.structs[*index].clone();
                let (field, ty) = self.chance.pick(&fields).clone();
                format!("{name}.{field} = {};", self.value(&ty, 2))
            }
            Ty::Opt(inner) if self.chance.percent(60) => match self.chance.below(3) {
                0 => format!("println!(\"{{:?}}\", {name}.take());"),
                1 => format!("println!(\"{{:?}}\", {name}.replace({}));", self.value(inner, 1)),
                _ => {
                    format!("if let Some(inside) = {name}.as_mut() {{ *inside = {}; }}", self.value(inner, 0))
                }
            },
            Ty::Pair(a, _) if self.chance.percent(60) => format!("{name}.0 = {};", self.value(a, 1)),
            _ => format!("{name} = {};", self.value(&ty, 2)),
        };
        // What is changed must not be looked at on the way.
        self.line(&separated(&name, &text));
    }

    fn collection(&mut self) {
        let list = self.changeable(|it| matches!(it, Ty::List(_)));
        let Some(Variable { name, ty: Ty::List(inner), .. }) = list else { return self.declaration() };
        let item = self.value(&inner, 1);
        let text = match self.chance.below(8) {
            0 => format!("{name}.push({item});"),
            1 => format!("println!(\"{{:?}}\", {name}.pop());"),
            2 => format!("{name}.insert(0, {item});"),
            3 => format!("if {name}.len() > 1 {{ let gone = {name}.remove(1); println!(\"{{gone:?}}\"); }}"),
            4 => format!("{name}.truncate({});", self.chance.below(4)),
            5 => format!("{name}.reverse();"),
            6 => format!("if let Some(first) = {name}.first_mut() {{ *first = {item}; }}"),
            _ => format!("for each in {name}.iter_mut() {{ *each = {}; }}", self.value(&inner, 0)),
        };
        self.line(&separated(&name, &text));
    }

    fn closure(&mut self) {
        let (from, to) = (types::scalar(&mut self.chance), self.any_type(1));
        let (name, parameter) = (self.fresh("f"), self.fresh("a"));
        let counter = self.changeable(|it| *it == Ty::Int("i32") || *it == Ty::Int("u64"));
        if let (Some(counter), true) = (counter, self.chance.percent(40)) {
            let count = counter.name;
            self.line(&format!("let mut {name} = |{parameter}: {from}| {{ {count} = {count}.wrapping_add(1); ({count}, {parameter}) }};"));
            let (a, b) = (self.literal_of(&from), self.literal_of(&from));
            self.line(&format!("println!(\"{{:?}} {{:?}}\", {name}({a}), {name}({b}));"));
            return;
        }
        let known = self.variables.len();
        self.variable(&parameter, &from, false);
        let body = self.value(&to, 2);
        self.variables.truncate(known);
        self.line(&format!("let {name} = |{parameter}: {from}| -> {to} {{ {body} }};"));
        let (a, b) = (self.value(&from, 1), self.value(&from, 0));
        let call =
            if self.chance.percent(50) { format!("apply(&{name}, {b})") } else { format!("{name}({b})") };
        self.line(&format!("println!(\"{{:?}} {{:?}}\", {name}({a}), {call});"));
    }

    /// A value that looks at no variable.
    fn literal_of(&mut self, ty: &Ty) -> String {
        let known = std::mem::take(&mut self.variables);
        let value = self.leaf(ty);
        self.variables = known;
        value
    }

    fn let_else(&mut self) {
        let inner = self.any_type(1);
        let value = self.value(&Ty::Opt(Box::new(inner.clone())), 2);
        let name = self.fresh("v");
        let other = match self.loops {
            0 => return self.line(&format!("if let Some({name}) = {value} {{ println!(\"some {{{name}:?}}\"); }} else {{ println!(\"none\"); }}")),
            _ => *self.chance.pick(&["continue", "break"]),
        };
        self.line(&format!("let Some({name}) = ({value}) else {{ {other} }};"));
        self.variable(&name, &inner, false);
    }

    fn scores(&mut self) {
        let owners: Vec<_> = (0..1 + self.chance.below(3))
            .map(|_| match self.chance.percent(50) {
                true => Ty::Struct(self.chance.below(self.structs.len())),
                false => Ty::Enum(self.chance.below(self.enums.len())),
            })
            .collect();
        let values: Vec<_> = owners.iter().map(|it| format!("Box::new({})", self.value(it, 1))).collect();
        let name = self.fresh("d");
        self.line(&format!("let {name}: Vec<Box<dyn Score>> = vec![{}];", values.join(", ")));
        self.line(&format!(
            "for each in {name}.iter() {{ println!(\"{{}} {{}}\", each.label(), each.score()); }}"
        ));
    }

    fn shadowed(&mut self) {
        let Some(at) = self.variables.len().checked_sub(1) else { return self.print() };
        let Variable { name, .. } = self.variables[at].clone();
        let ty = self.any_type(1);
        let value = self.value(&ty, 2);
        self.line(&format!("let {name}: {ty} = {value};"));
        self.variables.retain(|it| it.name != name);
        self.variable(&name, &ty, false);
    }

    fn generic_call(&mut self) {
        let ty = self.any_type(1);
        let list = self.value(&Ty::List(Box::new(ty.clone())), 2);
        let at = self.value(&Ty::Int("usize"), 1);
        let name = self.fresh("v");
        self.line(&format!("let {name} = pick(&{list}, {at});"));
        self.line(&format!("println!(\"{{}}\", show(&{name}));"));
        self.variable(&name, &Ty::Opt(Box::new(ty)), false);
    }

    fn branches(&mut self, condition: &str, depth: usize) {
        self.block(&format!("if {condition}"), |it| it.statements(2, depth));
        if self.chance.percent(60) {
            self.block("else", |it| it.statements(2, depth));
        }
    }

    fn matching(&mut self, depth: usize) {
        if self.chance.percent(50) {
            let index = self.chance.below(self.enums.len());
            let value = self.value(&Ty::Enum(index), 2);
            let variants = self.enums[index].clone();
            return self.block(&format!("match {value}"), |it| {
                for (at, types) in variants.iter().enumerate() {
                    it.arm(index, at, types, depth);
                }
            });
        }
        let ty = types::int(&mut self.chance);
        let value = self.value(&ty, 2);
        let name = self.fresh("n");
        self.block(&format!("match {value}"), |it| {
            let middle = 1 + it.chance.below(20);
            let guard = it.value(&Ty::Bool, 1);
            it.block(&format!("{name} @ (0 | {}..=99) if {guard} =>", middle + 20), |it| {
                it.variable(&name, &ty, false);
                it.statements(1, depth);
            });
            it.block(&format!("1..={middle} =>"), |it| it.statements(1, depth));
            it.block(&format!("{name} =>"), |it| {
                it.variable(&name, &ty, false);
                it.print();
            });
        });
    }

    fn arm(&mut self, index: usize, at: usize, types: &[Ty], depth: usize) {
        let names: Vec<_> = types.iter().map(|_| self.fresh("b")).collect();
        let fields = names.iter().enumerate().map(|(field, name)| format!("f{field}: {name}"));
        let pattern = match types {
            [] => format!("E{index}::V{at}"),
            _ if at % 2 == 1 => format!("E{index}::V{at}({})", names.join(", ")),
            _ => format!("E{index}::V{at} {{ {} }}", fields.collect::<Vec<_>>().join(", ")),
        };
        self.block(&format!("{pattern} =>"), |it| {
            for (name, ty) in names.iter().zip(types) {
                it.variable(name, ty, false);
            }
            it.statements(1, depth);
        });
    }

    fn repeated(&mut self, depth: usize) {
        let (name, end) = (self.fresh("i"), 1 + self.chance.below(4));
        let ty = types::int(&mut self.chance);
        let label = self.chance.percent(30).then(|| self.fresh("'l"));
        let mark = label.as_ref().map(|it| format!("{it}: ")).unwrap_or_default();
        let range = match self.chance.below(3) {
            0 => format!("0{ty}..={end}"),
            1 => format!("(0{ty}..{end}).rev()"),
            _ => format!("0{ty}..{end}"),
        };
        self.loops += 1;
        self.block(&format!("{mark}for {name} in {range}"), |it| {
            it.variable(&name, &ty, false);
            it.statements(2, depth);
            if let Some(label) = label {
                let condition = it.value(&Ty::Bool, 1);
                let end = *it.chance.pick(&["break", "continue"]);
                it.line(&format!("if {condition} {{ {end} {label}; }}"));
            }
            it.print();
        });
        self.loops -= 1;
    }

    fn while_let(&mut self, depth: usize) {
        let ty = self.any_type(1);
        let (list, item) = (self.fresh("q"), self.fresh("v"));
        let value = self.value(&Ty::List(Box::new(ty.clone())), 2);
        self.line(&format!("let mut {list}: Vec<{ty}> = {value};"));
        self.loops += 1;
        self.block(&format!("while let Some({item}) = {list}.pop()"), |it| {
            it.variable(&item, &ty, false);
            it.statements(1, depth);
            it.line(&format!("println!(\"{{}} left\", {list}.len());"));
        });
        self.loops -= 1;
    }

    fn block_value(&mut self, depth: usize) {
        let ty = self.any_type(1);
        let name = self.fresh("v");
        let head = match self.chance.below(3) {
            0 => format!("let {name}: {ty} ="),
            1 => format!("let {name}: {ty} = 'out{name}:"),
            _ => format!("let {name}: {ty} = loop"),
        };
        let (looped, labelled) = (head.ends_with("loop"), head.ends_with(':'));
        // What is inside a loop of its own must not leave it without a value.
        let loops = std::mem::take(&mut self.loops);
        self.block(&head, |it| {
            it.statements(2, depth);
            let (condition, first, last) = (it.value(&Ty::Bool, 1), it.value(&ty, 1), it.value(&ty, 2));
            if labelled {
                it.line(&format!("if {condition} {{ break 'out{name} {first}; }}"));
            }
            it.line(&if looped { format!("break {last};") } else { last });
        });
        self.loops = loops;
        self.line(";");
        self.variable(&name, &ty, false);
    }
}

/// The statement with what it reads of the variable that it changes taken out before.
fn separated(name: &str, text: &str) -> String {
    let uses = text.matches(name).count();
    if uses <= 1 || text.starts_with("if ") {
        return text.to_owned();
    }
    let Some((change, value)) = text.split_once(['(', '=']).filter(|_| text.starts_with(name)) else {
        return text.to_owned();
    };
    let (op, end) = match text.as_bytes()[change.len()] {
        b'(' => ("(", ");"),
        _ => ("=", ";"),
    };
    let Some(value) = value.strip_suffix(end) else { return text.to_owned() };
    // `insert(0, value)` has more than one argument, which is looked at in order.
    match value.strip_prefix("0, ") {
        Some(value) => format!("{{ let read = {value}; {change}{op}0, read{end} }}"),
        None if value.starts_with(" &") => {
            format!("{{ let read ={}; {change}{op} &read{end} }}", &value[2..])
        }
        None => format!("{{ let read = {value}; {change}{op} read{end} }}"),
    }
}
