enum Shape {
    Named(String, String),
    Plain,
}

struct Job {
    handle: Option<std::thread::JoinHandle<()>>,
}

impl Job {
    fn wait(&self) -> i32 {
        match self.handle {
            Some(handle) => {
                handle.join().unwrap();
                1
            }
            None => 0,
        }
    }

    fn stop(&mut self) {
        if let Some(handle) = self.handle {
            drop(handle);
        }
    }
}

fn text(shape: &Shape) -> String {
    match *shape {
        Shape::Named(first, second) => first + &second,
        Shape::Plain => String::new(),
    }
}

fn main() {
    let mut job = Job { handle: None };
    job.wait();
    job.stop();
    text(&Shape::Plain);
    text(&Shape::Named(String::new(), String::new()));
}
