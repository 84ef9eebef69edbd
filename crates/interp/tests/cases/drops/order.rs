struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    first: Noisy,
    second: Noisy,
}

fn make(name: &'static str) -> Noisy {
    println!("make {name}");
    Noisy(name)
}

fn main() {
    let _a = make("a");
    let b = make("b");
    {
        let _inner = make("inner");
        println!("in scope");
    }
    let _ = make("ignored");
    drop(b);
    let mut x = make("old");
    println!("assign");
    x = make("new");
    println!("assigned {}", x.0);
    let pair = Pair { first: make("first"), second: make("second") };
    let Pair { first, .. } = pair;
    println!("taken {}", first.0);
    let v = vec![make("v1"), make("v2")];
    for it in v {
        println!("item {}", it.0);
        if it.0 == "v1" {
            continue;
        }
    }
    let option = Some(make("option"));
    if let Some(it) = option {
        println!("some {}", it.0);
    }
    let boxed: Box<dyn std::any::Any> = Box::new(make("boxed"));
    println!("temporary {}", make("temporary").0.len());
    let rc = std::rc::Rc::new(make("rc"));
    let other = rc.clone();
    drop(rc);
    println!("one left");
    drop(other);
    drop(boxed);
    std::mem::forget(make("forgotten"));
    let closure = {
        let captured = make("captured");
        move || println!("using {}", captured.0)
    };
    closure();
    println!("end");
}
