use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker};

fn clone(data: *const ()) -> RawWaker {
    println!("clone");
    RawWaker::new(data, &VTABLE)
}

fn wake(_: *const ()) {
    println!("wake");
}

fn wake_by_ref(_: *const ()) {
    println!("wake by ref");
}

fn drop_waker(_: *const ()) {
    println!("drop");
}

static VTABLE: RawWakerVTable = RawWakerVTable::new(clone, wake, wake_by_ref, drop_waker);

fn main() {
    let waker = unsafe { Waker::from_raw(RawWaker::new(std::ptr::null(), &VTABLE)) };
    let copy = waker.clone();
    println!("{}", copy.will_wake(&waker));
    copy.wake_by_ref();
    copy.wake();
    let mut cx = Context::from_waker(&waker);
    let mut future = pin!(async {
        std::future::ready(()).await;
        5
    });
    match future.as_mut().poll(&mut cx) {
        Poll::Ready(value) => println!("ready {value}"),
        Poll::Pending => println!("pending"),
    }
    drop(waker);
    println!("{}", Waker::noop().will_wake(Waker::noop()));
}
