use std::process::{ExitCode, Termination};

struct Report(u8);
impl Termination for Report { fn report(self) -> ExitCode { println!("reporting {}", self.0); ExitCode::from(self.0) } }

fn main() -> Report {
    println!("{:?}", ExitCode::SUCCESS == ExitCode::from(0));
    let n = [1, 2].iter().sum::<i32>();
    Report(n as u8 + 4)
}
