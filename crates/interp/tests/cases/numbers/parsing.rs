fn main() {
    println!("{:?} {:?} {:?}", "42".parse::<u8>(), "-42".parse::<i32>(), "+7".parse::<i64>());
    for s in ["", "-", "12a", " 1", "1 ", "1_000", "0x10"] {
        println!("{:?} {}", s.parse::<i32>(), s.parse::<i32>().unwrap_err());
    }
    println!("{:?} {:?} {:?}", "256".parse::<u8>(), "-1".parse::<u8>(), "-129".parse::<i8>());
    println!("{} {}", "256".parse::<u8>().unwrap_err(), "-129".parse::<i8>().unwrap_err());
    println!("{:?}", "300".parse::<u8>().map_err(|e| e.kind().clone()));
    println!("{:?} {:?} {:?}", i32::from_str_radix("ff", 16), u8::from_str_radix("-101", 2), u64::from_str_radix("zz", 36));
    println!("{:?} {:?}", "true".parse::<bool>(), "yes".parse::<bool>());
    println!("{}", "yes".parse::<bool>().unwrap_err());
    println!("{:?} {:?} {}", "x".parse::<char>(), "xy".parse::<char>(), "".parse::<char>().unwrap_err());
    println!("{:?}", "text".parse::<String>());
    println!("{:?} {:?}", u8::try_from(256i32), u32::try_from(-1i64).map_err(|e| e.to_string()));
    println!("{:?} {:?}", i8::try_from(127u64), char::try_from(65u8));
    println!("{:?} {:?} {:?}", char::from_u32(0x41), char::from_u32(0xd800), char::from_digit(7, 10));
    let numbers: Vec<i32> = "3,x,5,,7".split(',').filter_map(|s| s.parse().ok()).collect();
    println!("{numbers:?}");
    let n: u16 = "65535".parse().expect("a number");
    println!("{}", n as i16);
    println!("{:?}", "170141183460469231731687303715884105727".parse::<i128>().map(|n| n == i128::MAX));
}
