fn roman(text: &str) -> u16 {
    let mut number = 0;
    let mut rest = text;
    for (value, letters) in [(1000, "M"), (90, "XC"), (10, "X"), (5, "V"), (4, "IV"), (1, "I")].iter() {
        while let Some(after) = rest.strip_prefix(letters) {
            rest = after;
            number += value;
        }
    }
    number
}

fn main() {
    println!("{} {} {}", roman("MXCIII"), roman("XXIV"), roman("IIII"));
    let step = &3u8;
    let mut sum = 0;
    let mut times = 0;
    while times < 3 {
        sum += step;
        sum *= &2;
        times += 1;
    }
    println!("{sum} {step}");
    let halves = [0.5, 0.25];
    let mut total = 1.0;
    for half in &halves {
        total += half;
        total -= half;
        total *= half;
    }
    println!("{total}");
}
