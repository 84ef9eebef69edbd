const fn less(n: usize) -> usize {
    n - 1
}

const fn at_least(n: u8, least: u8) -> u8 {
    assert!(n >= least, "too small");
    n
}

const fn twice_less(n: usize) -> usize {
    less(less(n))
}

const LESS: usize = less(0);
const MUCH_LESS: usize = twice_less(1);
const SMALL: u8 = at_least(3, 4);

fn each<T>(_: T) {
    const LIMIT: u8 = at_least(1, 2);
    println!("{LIMIT}");
}

fn main() {
    each(LESS + MUCH_LESS + SMALL as usize);
}
