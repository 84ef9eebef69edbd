//! Printing into the output of a run.

/// Prints to the run's standard output, as std's.
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => {
        $crate::print::print($crate::print::Stream::Out, ::std::format_args!($($arg)*))
    };
}

/// Prints a line to the run's standard output, as std's.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($arg:tt)*) => { $crate::print!("{}\n", ::std::format_args!($($arg)*)) };
}

/// Prints to the run's standard error, as std's.
#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => {
        $crate::print::print($crate::print::Stream::Err, ::std::format_args!($($arg)*))
    };
}

/// Prints a line to the run's standard error, as std's.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::eprint!("\n") };
    ($($arg:tt)*) => { $crate::eprint!("{}\n", ::std::format_args!($($arg)*)) };
}

/// Prints the value of an expression with its place to the run's standard error, and returns it, as std's.
#[macro_export]
macro_rules! dbg {
    () => {
        $crate::eprintln!("[{}:{}:{}]", ::std::file!(), ::std::line!(), ::std::column!())
    };
    ($value:expr $(,)?) => {
        match $value {
            value => {
                $crate::eprintln!(
                    "[{}:{}:{}] {} = {:#?}",
                    ::std::file!(), ::std::line!(), ::std::column!(), ::std::stringify!($value), &value
                );
                value
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}
