fn main() {
    let x = -2.75f64;
    println!("{} {} {} {} {}", x.floor(), x.ceil(), x.round(), x.trunc(), x.fract());
    println!("{} {} {} {}", x.abs(), x.signum(), 2.5f64.round(), (-2.5f64).round_ties_even());
    println!("{} {} {} {}", 9f64.sqrt(), 27f64.cbrt(), 2f64.powi(-2), 2f64.powf(0.5));
    println!("{:.6} {:.6} {:.6}", 1f64.exp(), 10f64.ln(), 8f64.log(2.0));
    println!("{} {} {:.4} {:.4}", 100f64.log10(), 8f64.log2(), 1f64.sin(), 1f64.atan2(2.0));
    println!("{} {} {}", 3f64.hypot(4.0), 180f64.to_radians() == std::f64::consts::PI, 1.0f64.mul_add(2.0, 3.0));
    println!("{} {} {}", f64::NAN, f64::INFINITY, -f64::INFINITY);
    println!("{} {} {}", f64::NAN.is_nan(), (1.0f64 / 0.0).is_infinite(), (0.0f64 / 0.0).is_finite());
    println!("{} {} {}", f64::MAX, f64::MIN_POSITIVE, f64::EPSILON);
    println!("{:?} {:?} {:?}", f32::MAX, f32::EPSILON, 0.1f32 + 0.2f32);
    println!("{} {:?} {}", 0.1 + 0.2, 1e21, 1e-7);
    println!("{} {} {}", 1.0f64.max(f64::NAN), f64::NAN.min(2.0), 5.5f64.clamp(0.0, 1.0));
    println!("{} {}", 7.5 % 2.0, -7.5f64 % 2.0);
    println!("{} {}", (-7.5f64).rem_euclid(2.0), 7.5f64.div_euclid(-2.0));
    println!("{:?} {:?}", 1.5f64.to_bits(), f32::from_bits(0x40490fdb));
    println!("{} {}", 1.0f64.copysign(-0.0), -0.0f64);
    println!("{:?} {:?} {:?}", "1.5".parse::<f64>(), "inf".parse::<f64>(), ".5e1".parse::<f32>());
    println!("{:?} {:?}", "1.5x".parse::<f64>(), "".parse::<f32>());
    println!("{} {}", f64::from(1.1f32), 16777217.0f32);
    let mut values = vec![2.5, -1.0, 9.75];
    values.sort_by(|a, b| b.partial_cmp(a).unwrap());
    println!("{values:?} {}", values.iter().cloned().fold(f64::NEG_INFINITY, f64::max));
}
