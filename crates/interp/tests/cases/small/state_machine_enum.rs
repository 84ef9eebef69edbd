#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Light { Red, Green, Yellow, Blinking(u8) }

impl Light {
    fn next(self) -> Self { match self { Self::Red => Self::Green, Self::Green => Self::Yellow, Self::Yellow => Self::Red, Self::Blinking(0) => Self::Red, Self::Blinking(n) => Self::Blinking(n - 1) } }
    fn seconds(&self) -> u32 { match self { Light::Red | Light::Green => 30, Light::Yellow => 5, Light::Blinking(n @ 1..=3) => u32::from(*n), Light::Blinking(_) => 1 } }
}

impl Iterator for Light { type Item = Light; fn next(&mut self) -> Option<Light> { let now = *self; *self = Light::next(*self); Some(now) } }

fn main() {
    println!("{:?}", Light::Red.take(5).collect::<Vec<_>>());
    println!("{:?}", Light::Blinking(2).take_while(|l| *l != Light::Green).map(|l| l.seconds()).collect::<Vec<_>>());
    let mut l = Light::Blinking(200);
    let mut total = 0;
    while let Some(now) = Iterator::next(&mut l) { total += now.seconds(); if now == Light::Yellow { break; } }
    println!("{total} {l:?} {}", Light::Red < Light::Blinking(0));
}
