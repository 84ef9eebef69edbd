//! Raw pointers to elements, and null.

fn main() {
    let mut array = [1, 2, 3];
    let q = array.as_mut_ptr();
    unsafe {
        *q = 5;
        *q.add(1) = 6;
        let last = q.offset(2);
        *last += 10;
        println!("{} {}", *q.add(1), *last.sub(1));
    }
    println!("{array:?}");

    let mut list = vec![10u8, 20, 30];
    let q = list.as_mut_ptr();
    let sum: u32 = (0..list.len()).map(|it| unsafe { u32::from(*q.add(it)) }).sum();
    unsafe { q.add(2).write(33) };
    println!("{sum} {list:?}");

    let names = ["a".to_string(), "b".to_string()];
    let p = names.as_ptr();
    println!("{}", unsafe { &*p.add(1) });

    let nowhere = std::ptr::null::<u8>();
    println!("{:p} {:?} {}", nowhere, nowhere, nowhere.is_null());
    let nowhere = std::ptr::null_mut::<String>();
    println!("{:p} {nowhere:?} {:?}", nowhere, unsafe { nowhere.as_ref() });
}
