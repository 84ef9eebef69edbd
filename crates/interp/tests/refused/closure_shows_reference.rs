struct Log(Vec<String>);

impl Log {
    fn said(&self, what: impl ToString) -> usize {
        self.0.len() + what.to_string().len()
    }
}

fn counted<'a>(log: &'a Log, name: &'a str) -> impl Fn() -> usize + 'a {
    || log.said(name)
}

fn main() {
    let log = Log(Vec::new());
    println!("{}", counted(&log, "ann")());
}
