fn main() {
    println!("{} {} {} {}", 2.5f64.round(), -2.5f64.round(), 2.7f64.floor(), 2.1f64.ceil());
    println!("{} {:.4} {:.4}", 2f64.powi(10), 2f64.sqrt(), 1f64.exp());
    println!("{:.4} {:.4} {:.4}", 1f64.sin(), 1f64.atan2(2.0), 100f64.ln());
    println!("{} {}", f64::MAX > 1e300, f64::EPSILON < 1e-10);
    println!("{:?} {}", f64::NAN.partial_cmp(&1.0), f64::NAN == f64::NAN);
    println!("{:?} {:?}", "2.5".parse::<f64>(), "abc".parse::<f64>().is_err());
    println!("{} {}", 1.0f32 / 3.0, 1.0f64 / 3.0);
    println!("{} {}", 0.1f32 + 0.2f32, 1e10f32);
    println!("{}", 1.0f64.max(2.0).min(1.5).clamp(0.0, 1.2));
    let mut values = vec![2.5, -1.0, 9.0];
    values.sort_by(|a, b| b.partial_cmp(a).unwrap());
    println!("{values:?}");
    println!("{:?}", values.iter().cloned().fold(f64::NEG_INFINITY, f64::max));
    values.sort_by(f64::total_cmp);
    println!("{values:?} {}", values.iter().sum::<f64>());
    println!("{} {} {}", f64::INFINITY.is_infinite(), (0.0f64 / 0.0).is_nan(), 5.5f64.fract());
    println!("{} {}", 1.5f64.to_bits(), 7.0 % 4.0);
    println!("{}", (2.0f64).mul_add(3.0, 1.0));
}
