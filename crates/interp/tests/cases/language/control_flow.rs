fn collatz(mut n: u64) -> u32 {
    let mut steps = 0;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        steps += 1;
    }
    steps
}

static GREETING: &str = "hi";
const LIMITS: [i32; 3] = [1, 2, 3];

fn main() {
    let mut count = 0;
    let result = loop {
        count += 1;
        if count == 5 {
            break count * 2;
        }
    };
    println!("{result}");
    'outer: for i in 0..5 {
        for j in 0..5 {
            if j == 3 {
                continue 'outer;
            }
            if i == 2 {
                break 'outer;
            }
            print!("{i}{j} ");
        }
    }
    println!();
    let value = 'block: {
        if count > 3 {
            break 'block "early";
        }
        "late"
    };
    println!("{value}");
    for i in (0..10).rev().step_by(3) {
        print!("{i} ");
    }
    for i in 1..=3 {
        print!("{i} ");
    }
    println!("{GREETING} {}", LIMITS.iter().sum::<i32>());
    println!("{:?}", (1..=5).map(collatz).collect::<Vec<_>>());
    let x = 5;
    let x = x * 2;
    {
        let x = "inner";
        println!("{x}");
    }
    println!("{x}");
}
