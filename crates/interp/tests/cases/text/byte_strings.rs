fn main() {
    let bytes = b"hello world";
    println!("{} {} {:?}", bytes.len(), bytes[0], &bytes[..2]);
    println!("{} {}", bytes.starts_with(b"he"), bytes.ends_with(b"x"));
    println!("{:?}", bytes.iter().position(|b| *b == b' '));
    println!("{:?}", bytes.split(|b| *b == b'o').map(|p| String::from_utf8_lossy(p).to_string()).collect::<Vec<_>>());
    println!("{}", bytes.to_ascii_uppercase().iter().map(|b| *b as char).collect::<String>());
    println!("{} {}", b'a'.is_ascii_alphabetic(), b'9'.to_ascii_uppercase());
    let mut owned = bytes.to_vec();
    owned.extend_from_slice(b"!!");
    owned[0] = b'J';
    println!("{}", String::from_utf8(owned).unwrap());
    println!("{:?}", std::str::from_utf8(&[0xe2, 0x82, 0xac]));
    println!("{:?}", std::str::from_utf8(&[b'a', 0xe2, 0x82]).map_err(|e| e.valid_up_to()));
    println!("{}", std::str::from_utf8(&[b'a', 0xff]).unwrap_err());
    println!("{:?}", "€".bytes().map(|b| format!("{b:x}")).collect::<String>());
    println!("{}", bytes.iter().map(|&b| b as u32).sum::<u32>());
    println!("{:?}", br"raw\n");
    println!("{:?}", b"ab"[..] < b"b"[..]);
}
