//! Tasks on the paused clock: joined, raced, spawned, stopped and sent to.
//!
//! A task's first timer has a part of a round that no other task's has, and all later ones are whole rounds: so no two
//! of them fire at one time.

use super::program::Program;
use super::types::Ty;

/// Milliseconds in a round: more than the parts of all tasks together.
const ROUND: usize = 1 << 12;
/// Tasks in a program.
const TASKS: usize = 11;

impl Program {
    pub(super) fn tasks(&mut self) {
        self.block("async fn tasks()", |it| {
            it.line("let start = tokio::time::Instant::now();");
            for _ in 0..2 + it.chance.below(3) {
                it.task_step();
            }
            it.line("println!(\"{:?}\", start.elapsed());");
        });
    }

    /// An async block that sleeps a few times and gives a number, or one that has none left.
    fn task(&mut self, kind: &str) -> String {
        let part = 1 << self.clocks.min(TASKS);
        self.clocks += 1;
        let (n, id) = (self.thing(), self.clocks);
        let mut out = format!("async {kind}{{ ");
        if self.chance.percent(60) {
            out += &format!("let guard = noisy({n}); ");
        }
        let first = part + ROUND * self.chance.below(3);
        out += &format!("sleep(Duration::from_millis({first})).await; println!(\"task {id}\"); ");
        for step in 0..self.chance.below(3) {
            let time = ROUND * (1 + self.chance.below(3));
            let scoped = self.chance.percent(40).then(|| self.thing());
            let inner = scoped.map(|n| format!("let inner = noisy({n}); ")).unwrap_or_default();
            out += &format!(
                "{{ {inner}sleep(Duration::from_millis({time})).await; println!(\"task {id} step {step}\"); }} "
            );
        }
        let result = self.value(&Ty::Int("u32"), 1);
        format!("{out}{result} }}")
    }

    fn task_step(&mut self) {
        if self.clocks + 3 > TASKS {
            return self.line("println!(\"no more clocks\");");
        }
        let name = self.fresh("r");
        match self.chance.below(8) {
            0 | 1 => {
                let (a, b) = (self.task(""), self.task(""));
                self.line(&format!("let {name} = tokio::join!({a}, {b});"));
            }
            2 => {
                let (a, b) = (self.task(""), self.task(""));
                self.block(&format!("let {name} = tokio::select!"), |it| {
                    it.line("biased;");
                    it.line(&format!("v = {a} => (v, \"left\"),"));
                    it.line(&format!("v = {b} => {{ println!(\"right\"); (v, \"right\") }}"));
                });
                self.line(";");
            }
            3 => {
                let a = self.task("move ");
                let limit = 1 + ROUND * self.chance.below(6) + ROUND / 2;
                self.line(&format!("let {name} = timeout(Duration::from_millis({limit}), {a}).await.ok();"));
            }
            4 | 5 => {
                let (a, b) = (self.task("move "), self.task("move "));
                self.line(&format!("let {name}a = tokio::spawn({a});"));
                self.line(&format!("let {name}b = tokio::spawn({b});"));
                if self.chance.percent(30) {
                    self.line("tokio::task::yield_now().await;");
                    self.line(&format!("{name}a.abort();"));
                }
                self.line(&format!("let {name} = ({name}b.await.ok(), {name}a.await.map_err(|e| (e.is_panic(), e.is_cancelled())));"));
            }
            6 => self.channel(&name),
            _ => {
                let a = self.task("");
                self.line(&format!("let {name}f = {a};"));
                self.line("println!(\"not yet\");");
                self.line(&format!("let {name} = {name}f.await;"));
            }
        }
        self.line(&format!("println!(\"{{:?}} {{:?}}\", {name}, start.elapsed());"));
    }

    fn channel(&mut self, name: &str) {
        let (count, room) = (1 + self.chance.below(4), 1 + self.chance.below(3));
        let part = 1 << self.clocks.min(TASKS);
        self.clocks += 1;
        let step = ROUND * (1 + self.chance.below(2));
        let ty = self.any_type(1);
        let value = self.value(&ty, 1);
        self.line(&format!("let (tx, mut rx) = tokio::sync::mpsc::channel::<({ty}, usize, Noisy)>({room});"));
        let n = self.thing() * 100;
        self.block("let sender = tokio::spawn(async move", |it| {
            it.line(&format!("sleep(Duration::from_millis({part})).await;"));
            it.block(&format!("for i in 0..{count}usize"), |it| {
                it.line(&format!("if tx.send(({value}, i, noisy({n} + i as u32))).await.is_err() {{ println!(\"closed\"); break; }}"));
                it.line("println!(\"sent {i}\");");
                it.line(&format!("sleep(Duration::from_millis({step})).await;"));
            });
            it.line("\"sender done\"");
        });
        self.line(");");
        self.line(&format!("let mut {name} = Vec::new();"));
        let stop = self.chance.below(5);
        self.block("while let Some((value, i, thing)) = rx.recv().await", |it| {
            it.line("println!(\"received {value:?} {i} {}\", thing.0);");
            it.line(&format!("{name}.push(i);"));
            it.line(&format!("if i == {stop} {{ break; }}"));
        });
        self.line("drop(rx);");
        self.line("println!(\"{:?}\", sender.await.ok());");
    }
}
