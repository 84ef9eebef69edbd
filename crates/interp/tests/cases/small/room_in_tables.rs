// For how many entries tables by hash have room: places come in powers of two, of which an eighth stays free.
use std::collections::{HashMap, HashSet};
use std::net::{IpAddr, Ipv6Addr};

fn main() {
    let mut squares: HashMap<u32, u32> = HashMap::new();
    let mut rooms = vec![squares.capacity()];
    for number in 0..30 {
        squares.insert(number, number * number);
        if rooms.last() != Some(&squares.capacity()) {
            rooms.push(squares.capacity());
        }
    }
    println!("{rooms:?}");
    squares.retain(|number, _| number % 5 == 0);
    let kept = squares.capacity();
    squares.shrink_to_fit();
    println!("{} of {kept}, then of {}", squares.len(), squares.capacity());
    squares.clear();
    println!("cleared: {}", squares.capacity());

    let mut ages: HashMap<&str, u8> = HashMap::with_capacity(10);
    println!("with 10: {}", ages.capacity());
    ages.reserve(20);
    println!("reserved: {}", ages.capacity());
    ages.shrink_to(8);
    println!("shrunk: {}", ages.capacity());
    ages.extend([("ada", 36), ("alan", 41)]);
    println!("copied: {}", ages.clone().capacity());

    println!("from an array: {}", HashMap::from([(1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')]).capacity());
    let letters: HashSet<char> = "a few letters".chars().collect();
    println!("{} letters: {}", letters.len(), letters.capacity());
    let small: HashSet<u8> = HashSet::from([1, 2, 3]);
    println!("small ones: {}", small.capacity());
    println!("none: {}", HashSet::<String>::with_capacity(0).capacity());

    println!("{:?} {}", u16::try_from('é'), u16::try_from('🦀').is_err());
    println!("{} {}", IpAddr::from([0x2001u16, 0xdb8, 0, 0, 0, 0, 0, 1]), Ipv6Addr::from([0u16; 8]));
}
