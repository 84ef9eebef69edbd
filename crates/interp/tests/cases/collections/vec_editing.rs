fn main() {
    let mut v = vec![1, 2, 3, 4, 5, 6];
    println!("{} {:?}", v.remove(1), v);
    println!("{} {:?}", v.swap_remove(0), v);
    v.insert(2, 9);
    v.truncate(4);
    println!("{v:?} {:?} {:?}", v.first(), v.last());
    let drained: Vec<_> = v.drain(1..3).collect();
    println!("{drained:?} {v:?}");
    v.extend_from_slice(&[7, 7, 8]);
    v.append(&mut vec![8, 9]);
    v.dedup();
    println!("{v:?}");
    v.resize(8, -1);
    v.retain(|n| n % 2 != 0);
    println!("{v:?}");
    let tail = v.split_off(2);
    println!("{v:?} {tail:?}");
    let spliced: Vec<i32> = v.splice(0..1, [10, 20]).collect();
    println!("{spliced:?} {v:?}");
    v.reserve(10);
    println!("{} {}", v.capacity() >= 13, v.len());
    v.retain_mut(|n| { *n += 1; *n > 10 });
    println!("{v:?} {:?}", v.pop());
    v.resize_with(4, Default::default);
    println!("{v:?}");
    let mut names = vec!["a".to_string(), "A".into(), "b".into()];
    names.dedup_by_key(|s| s.to_lowercase());
    println!("{names:?}");
    if let Some(last) = names.last_mut() { last.push('!'); }
    println!("{names:?} {:?}", names.get_mut(0).map(|s| { s.push('?'); s.len() }));
    let [x, y] = [vec![0; 2], vec![1; 3]];
    println!("{:?} {:?}", [x.clone(), y].concat(), vec![x; 2]);
    let all: Vec<u8> = Vec::from([1, 2]);
    println!("{:?} {:?}", all.pop_if_even(), all);
    println!("{:?}", std::mem::replace(&mut v, vec![]));
    println!("{:?} {}", v, v.is_empty());
    v.extend(Some(4));
    v.fill(6);
    println!("{v:?}");
}

trait PopIfEven { fn pop_if_even(&self) -> Option<u8>; }
impl PopIfEven for Vec<u8> { fn pop_if_even(&self) -> Option<u8> { self.last().copied().filter(|n| n % 2 == 0) } }
