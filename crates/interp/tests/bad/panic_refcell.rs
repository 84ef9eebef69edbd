// panicked 5: RefCell already borrowed
fn main() {
    let cell = std::cell::RefCell::new(1);
    let _one = cell.borrow();
    let _two = cell.borrow_mut();
}
