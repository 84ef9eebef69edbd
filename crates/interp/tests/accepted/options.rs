#[derive(Debug)]
struct Node {
    value: i32,
    next: Option<Box<Node>>,
}

fn push(head: Option<Box<Node>>, value: i32) -> Option<Box<Node>> {
    Some(Box::new(Node { value, next: head }))
}

fn sum(mut node: &Option<Box<Node>>) -> i32 {
    let mut total = 0;
    while let Some(it) = node {
        total += it.value;
        node = &it.next;
    }
    total
}

fn append(head: &mut Option<Box<Node>>, value: i32) {
    let mut at = head;
    while let Some(node) = at {
        at = &mut node.next;
    }
    *at = Some(Box::new(Node { value, next: None }));
}

fn reverse(head: Option<Box<Node>>) -> Option<Box<Node>> {
    let mut rest = head;
    let mut done = None;
    while let Some(mut node) = rest {
        rest = node.next.take();
        node.next = done;
        done = Some(node);
    }
    done
}

fn main() {
    let mut list = push(push(None, 1), 2);
    append(&mut list, 3);
    println!("{}", sum(&list));
    let list = reverse(list);
    println!("{list:?}");
    let text = Some(String::from("a"));
    if let Some(it) = &text {
        println!("{it}");
    }
    if let Some(ref it) = text {
        println!("{it}");
    }
    match text.as_ref() {
        Some(it) => println!("{it}"),
        None => {}
    }
    let Some(it) = text.clone() else { return };
    println!("{it} {text:?}");
    let mut slot = Some(3);
    if let Some(it) = slot.as_mut() {
        *it += 1;
    }
    if let Some(it) = &mut slot {
        *it += 1;
    }
    let taken = slot.take();
    println!("{taken:?} {slot:?}");
    slot = Some(1);
    while let Some(it) = slot {
        slot = if it < 3 { Some(it + 1) } else { None };
    }
    let pair = (Some(String::from("x")), 1);
    match pair {
        (Some(ref it), 1) if it == "x" => println!("{it}"),
        (Some(it), _) => println!("{it}"),
        (None, _) => {}
    }
    let number = Some(5);
    match number {
        Some(it) if it > 3 => println!("{it}"),
        Some(_) | None => {}
    }
    println!("{number:?}");
    let result: Result<String, String> = Ok("a".into());
    match result {
        Ok(it) | Err(it) => println!("{it}"),
    }
}
