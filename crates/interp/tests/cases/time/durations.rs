use std::time::Duration;

fn main() {
    for d in [Duration::ZERO, Duration::from_nanos(1), Duration::from_nanos(1500), Duration::from_micros(2), Duration::from_micros(1234567), Duration::from_millis(100), Duration::from_millis(2500), Duration::from_secs(90), Duration::new(1, 1), Duration::MAX] {
        println!("{d:?}");
    }
    println!("{:.1?} {:.0?} {:8.2?}| {:?}", Duration::from_millis(1234), Duration::from_millis(1700), Duration::from_micros(1500), Duration::from_secs_f64(0.25));
    let d = Duration::from_millis(1750);
    println!("{} {} {} {}", d.as_secs(), d.as_millis(), d.subsec_millis(), d.as_secs_f64());
    println!("{} {} {}", d.as_micros(), d.as_nanos(), d.subsec_nanos());
    println!("{:?} {:?} {:?} {:?}", d + Duration::from_secs(1), d - Duration::from_millis(750), d * 2, d / 4);
    println!("{:?} {:?}", d.checked_sub(Duration::from_secs(2)), d.saturating_sub(Duration::from_secs(2)));
    println!("{:?} {:?}", d.mul_f64(1.5), d.checked_add(Duration::MAX));
    println!("{} {} {:?}", d > Duration::from_secs(1), d.is_zero(), d.max(Duration::from_secs(5)));
    let mut sum = Duration::default();
    sum += Duration::from_millis(10);
    sum *= 3;
    sum -= Duration::from_millis(5);
    println!("{sum:?} {:?}", [d, sum].iter().sum::<Duration>());
    println!("{:?} {:?}", Duration::from_secs_f32(1.5), Duration::from_secs(3).div_f64(2.0));
    println!("{} {:?}", Duration::from_secs(61).as_secs() / 60, d.abs_diff(Duration::from_secs(2)));
    println!("{:?}", Duration::from_secs(7).as_secs_f32());
}
