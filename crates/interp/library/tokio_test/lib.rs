//! tokio-test: futures polled by hand, readers and writers that follow a script.

pub mod io;
pub mod task;

use std::future::Future;

pub fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[macro_export]
macro_rules! assert_ready {
    ($e:expr $(, $($message:tt)+)?) => {
        match $e {
            ::std::task::Poll::Ready(v) => v,
            ::std::task::Poll::Pending => ::std::panic!("pending"),
        }
    };
}

#[macro_export]
macro_rules! assert_pending {
    ($e:expr $(, $($message:tt)+)?) => {
        match $e {
            ::std::task::Poll::Pending => {}
            ::std::task::Poll::Ready(v) => ::std::panic!("ready; value = {:?}", v),
        }
    };
}

#[macro_export]
macro_rules! assert_ready_eq {
    ($e:expr, $expect:expr $(, $($message:tt)+)?) => {{
        let val = $crate::assert_ready!($e);
        ::std::assert_eq!(val, $expect)
    }};
}

#[macro_export]
macro_rules! assert_ok {
    ($e:expr $(, $($message:tt)+)?) => {
        match $e {
            ::std::result::Result::Ok(v) => v,
            ::std::result::Result::Err(e) => ::std::panic!("assertion failed: Err({:?})", e),
        }
    };
}

#[macro_export]
macro_rules! assert_err {
    ($e:expr $(, $($message:tt)+)?) => {
        match $e {
            ::std::result::Result::Err(e) => e,
            ::std::result::Result::Ok(v) => ::std::panic!("assertion failed: Ok({:?})", v),
        }
    };
}

#[macro_export]
macro_rules! assert_ready_ok {
    ($e:expr $(, $($message:tt)+)?) => {{
        let val = $crate::assert_ready!($e);
        $crate::assert_ok!(val)
    }};
}

#[macro_export]
macro_rules! assert_ready_err {
    ($e:expr $(, $($message:tt)+)?) => {{
        let val = $crate::assert_ready!($e);
        $crate::assert_err!(val)
    }};
}
