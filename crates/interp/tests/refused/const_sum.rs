const SUM: u8 = {
    let mut sum = 0u8;
    let mut next = 1;
    while next < 30 {
        sum += next;
        next += 1;
    }
    sum
};
const LEFT: u32 = {
    let mut left = 10;
    let mut round = 0;
    while round < 6 {
        left -= round;
        round += 1;
    }
    left
};

fn main() {
    println!("{SUM} {LEFT}");
}
