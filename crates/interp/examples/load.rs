//! How long the stages before a run take, natively: `cargo run --example load FILE`.
#![allow(clippy::print_stdout)]

use meanwhile_interp::engine::Engine;
use meanwhile_interp::lower::World;
use std::time::Instant;

fn main() {
    let path = std::env::args().nth(1).expect("the program's file");
    let text = std::fs::read_to_string(&path).expect("a readable file");
    for _ in 0..5 {
        let begun = Instant::now();
        let library = World::with_library();
        let loaded = begun.elapsed();
        let mut world = library.clone();
        let cloned = begun.elapsed() - loaded;
        let _ = world.add_program(&text);
        let added = begun.elapsed() - loaded - cloned;
        let _ = world.lower_all();
        let lowered = begun.elapsed() - loaded - cloned - added;
        let begun = Instant::now();
        let engine = Engine::new(&text).map(|_| ());
        println!(
            "library {loaded:?}, clone {cloned:?}, program {added:?}, lower {lowered:?}, all {:?} {}",
            begun.elapsed(),
            engine.is_ok()
        );
    }
}
