//! Values with destructors, and where they move.

use super::program::Program;
use super::types::Ty;

impl Program {
    pub(super) fn thing(&mut self) -> usize {
        self.things += 1;
        self.things
    }

    /// Values that are made, moved and dropped in many ways.
    pub(super) fn drops(&mut self) {
        let mut live: Vec<String> = Vec::new();
        for _ in 0..3 + self.chance.below(5) {
            self.drop_step(&mut live);
        }
        self.line("println!(\"drops end\");");
    }

    fn drop_step(&mut self, live: &mut Vec<String>) {
        let (n, name) = (self.thing(), self.fresh("d"));
        let taken = (!live.is_empty()).then(|| self.chance.below(live.len()));
        match (self.chance.below(18), taken) {
            (0..=2, _) => {
                self.line(&format!("let {name} = noisy({n});"));
                live.push(name);
            }
            (3, _) => self.line(&format!("let _ = noisy({n});")),
            (4, _) => self.line(&format!("println!(\"temporary {{}}\", noisy({n}).0);")),
            (5, Some(at)) => {
                let old = live.remove(at);
                self.line(&format!("drop({old});"));
            }
            (6, Some(at)) => {
                let old = live.remove(at);
                self.line(&format!("let {name} = pass({old});"));
                live.push(name);
            }
            (7, Some(at)) => {
                let old = live.remove(at);
                let condition = self.value(&Ty::Bool, 1);
                self.line(&format!("if {condition} {{ drop({old}); }} else {{ println!(\"kept\"); }}"));
            }
            (8, Some(at)) => {
                let old = live.remove(at);
                // The whole is named: that a closure captures a part alone is a known gap (closures/captured_fields).
                self.line(&format!("let {name} = move || {{ let whole = &{old}; whole.0 }};"));
                self.line(&format!("println!(\"captured {{}}\", {name}());"));
            }
            (9, _) => {
                let m = self.thing();
                self.line(&format!("let mut {name} = noisy({n});"));
                self.line(&format!("{name} = noisy({m});"));
                live.push(name);
            }
            (10, _) => self.drop_pair(&name, n, live),
            (11, _) => self.drop_list(&name, n),
            (12, _) => self.drop_option(&name, n),
            (13, Some(at)) => {
                let old = live.remove(at);
                self.line(&format!("let {name} = std::mem::replace(&mut vec![noisy({n})][0], {old});"));
                live.push(name);
            }
            (14, _) => {
                let m = self.thing();
                self.line(&format!("match noisy({n}).0 {{ {m} => println!(\"same\"), other => println!(\"other {{other}}\") }}"));
            }
            (15, _) => {
                let m = self.thing();
                self.line(&format!("let {name} = std::rc::Rc::new(noisy({n}));"));
                self.line(&format!("let {name}b = ({name}.clone(), noisy({m}));"));
                self.line(&format!("drop({name});"));
                self.line(&format!("println!(\"shared {{}}\", std::rc::Rc::strong_count(&{name}b.0));"));
            }
            (16, Some(at)) => {
                let old = live.remove(at);
                self.block("", |it| {
                    it.line(&format!("let {name} = {old};"));
                    it.line(&format!("println!(\"inner {{}}\", {name}.0);"));
                });
            }
            (17, _) => self.drop_early(n),
            _ => {
                self.line(&format!("let {name} = (noisy({n}), {n});"));
            }
        }
    }

    fn drop_pair(&mut self, name: &str, n: usize, live: &mut Vec<String>) {
        let m = self.thing();
        self.line(&format!("let {name} = Both {{ right: noisy({n}), left: noisy({m}) }};"));
        match self.chance.below(3) {
            0 => {
                self.line(&format!("let {name}x = {name}.left;"));
                live.push(format!("{name}x"));
            }
            1 => {
                self.line(&format!("let Both {{ right, .. }} = {name};"));
                self.line("drop(right);");
            }
            _ => self.line(&format!("println!(\"both {{}} {{}}\", {name}.left.0, {name}.right.0);")),
        }
    }

    fn drop_list(&mut self, name: &str, n: usize) {
        let (m, o) = (self.thing(), self.thing());
        self.line(&format!("let mut {name} = vec![noisy({n}), noisy({m}), noisy({o})];"));
        let text = match self.chance.below(6) {
            0 => format!("{name}.remove(1);"),
            1 => format!("{name}.truncate(1);"),
            2 => format!("let kept: Vec<Noisy> = {name}.into_iter().filter(|it| it.0 % 2 == 0).collect();"),
            3 => format!(
                "for each in {name} {{ println!(\"each {{}}\", each.0); if each.0 % 3 == 0 {{ break; }} }}"
            ),
            4 => format!("let last = {name}.pop().map(|it| it.0); println!(\"{{last:?}}\");"),
            _ => format!("{name}[0] = noisy({}); {name}.swap(0, 2);", self.things + 1000),
        };
        self.line(&text);
    }

    fn drop_option(&mut self, name: &str, n: usize) {
        self.line(&format!("let mut {name} = Some(noisy({n}));"));
        let text = match self.chance.below(5) {
            0 => format!("if let Some(inner) = {name} {{ println!(\"some {{}}\", inner.0); }}"),
            1 => format!("let taken = {name}.take(); println!(\"{{}}\", {name}.is_none());"),
            2 => format!("if let Some(inner) = &{name} {{ println!(\"look {{}}\", inner.0); }}"),
            3 => format!("{name} = None; println!(\"cleared\");"),
            _ => format!("let {name}b = {name}.map(|it| (it, 1)); println!(\"{{:?}}\", {name}b);"),
        };
        self.line(&text);
    }

    /// A closure that returns in the middle.
    fn drop_early(&mut self, n: usize) {
        let m = self.thing();
        let name = self.fresh("early");
        let condition = self.value(&Ty::Bool, 2);
        self.block(&format!("let {name} = || -> u32"), |it| {
            it.line(&format!("let first = noisy({n});"));
            it.line(&format!("if {condition} {{ return first.0; }}"));
            it.line(&format!("let second = noisy({m});"));
            it.line("first.0 + second.0");
        });
        self.line(&format!("; println!(\"early {{}}\", {name}());"));
    }
}
