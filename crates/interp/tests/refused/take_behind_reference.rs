struct Worker {
    name: String,
    handle: Option<std::thread::JoinHandle<()>>,
    list: Vec<String>,
}

impl Worker {
    fn name(&self) -> String {
        self.name
    }

    fn list(&mut self) -> Vec<String> {
        self.list
    }

    fn join(&mut self) {
        self.handle.unwrap().join().unwrap();
    }

    fn each(&self) {
        for it in self.list {
            println!("{it}");
        }
    }
}

fn take(text: &String) -> String {
    *text
}

fn give(_: String) {}

fn pass(text: &mut String) {
    give(*text);
}

fn boxed(text: &Box<String>) -> String {
    **text
}

fn main() {
    let mut worker = Worker { name: String::new(), handle: None, list: Vec::new() };
    worker.name();
    worker.list();
    worker.join();
    worker.each();
    take(&worker.name);
    pass(&mut worker.name);
    boxed(&Box::new(String::new()));
    let found = &Some(String::new());
    println!("{}", found.unwrap());
}
