const WORKERS: usize = 0;
const _: () = assert!(WORKERS > 0);
const _: () = assert!(WORKERS != 0, "there must be a worker");
const CHECKED: () = panic!("nothing works");
const LATER: u8 = todo!();
const NEVER: u8 = unreachable!();
const NOT_YET: u8 = unimplemented!();
const FIRST: i32 = None::<i32>.unwrap();
const SECOND: i32 = None::<i32>.expect("a number");
const PARSED: Result<u8, u8> = Err(3);
const VALUE: u8 = match PARSED {
    Ok(value) => value,
    Err(_) => panic!("no value"),
};

fn main() {
    println!("{WORKERS} {FIRST} {SECOND}");
}
