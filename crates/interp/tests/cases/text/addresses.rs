use std::collections::{BTreeSet, HashSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
fn main() {
    for text in [
        "127.0.0.1",
        "::1",
        "::",
        "2001:db8::8:800:200c:417a",
        "fe80:0:0:1:0:0:0:9",
        "1:2:3:4:5:6:7:8",
        "::ffff:1.2.3.4",
        "1::",
        "01.2.3.4",
        "1.2.3",
        "1:2",
        ":::",
        "12345::",
        "1.2.3.256",
    ] {
        match text.parse::<IpAddr>() {
            Ok(IpAddr::V4(v4)) => {
                println!("v4 {v4} {:?} {} {}", v4.octets(), v4.is_loopback(), v4.is_private())
            }
            Ok(IpAddr::V6(v6)) => {
                println!("v6 {v6} {:x?} {} {:?}", v6.segments(), v6.is_loopback(), v6.to_ipv4_mapped())
            }
            Err(e) => println!("{text}: {e}"),
        }
    }
    for text in ["10.0.0.7:8080", "[::1]:80", "[fe80::1%3]:9", "::1:80", "1.2.3.4", "1.2.3.4:99999"] {
        match text.parse::<SocketAddr>() {
            Ok(SocketAddr::V4(a)) => println!("{a} {} {}", a.ip(), a.port()),
            Ok(SocketAddr::V6(a)) => println!("{a} {} {} {}", a.ip(), a.port(), a.scope_id()),
            Err(e) => println!("{text}: {e}"),
        }
    }
    println!(
        "{:?} {:?}",
        "x".parse::<Ipv4Addr>().map_err(|e| e.to_string()),
        "x".parse::<Ipv6Addr>().map_err(|e| e.to_string())
    );
    println!(
        "{:?} {:?}",
        "x".parse::<SocketAddrV4>().map_err(|e| e.to_string()),
        "x".parse::<SocketAddrV6>().map_err(|e| e.to_string())
    );
    let mut all: BTreeSet<IpAddr> =
        BTreeSet::from([Ipv6Addr::LOCALHOST.into(), Ipv4Addr::LOCALHOST.into(), [10, 0, 0, 1].into()]);
    all.insert(IpAddr::from(Ipv4Addr::BROADCAST));
    println!("{all:?} {}", IpAddr::V4(Ipv4Addr::LOCALHOST) == Ipv4Addr::LOCALHOST);
    let mut s = SocketAddr::from(([192, 168, 1, 2], 443));
    println!("{s} {:>20}| {:?}", s, s.ip().is_ipv4());
    s.set_port(1);
    s.set_ip(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1).into());
    println!("{s:?} {} {}", s.is_ipv6(), HashSet::from([s]).contains(&s));
    println!(
        "{} {} {}",
        u32::from(Ipv4Addr::new(1, 2, 3, 4)),
        Ipv4Addr::from(0xC0A80101),
        Ipv4Addr::new(9, 8, 7, 6).to_ipv6_mapped()
    );
    println!("{:?}", SocketAddr::new("::2".parse().unwrap(), 5));
}
