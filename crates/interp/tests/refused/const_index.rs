const NAMES: [&str; 3] = ["a", "b", "c"];
const FOURTH: &str = NAMES[3];
const LATER: usize = {
    let all = [1, 2];
    let mut at = 0;
    while all[at] != 3 {
        at += 1;
    }
    at
};

fn main() {
    println!("{FOURTH} {LATER}");
}
