//! Errors as an operating system words them.

use std::io::{Error, ErrorKind};

/// What Linux says, so that a program prints the same natively and in the browser.
const TEXTS: &[(ErrorKind, &str)] = &[
    (ErrorKind::NotFound, "No such file or directory (os error 2)"),
    (ErrorKind::ResourceBusy, "Device or resource busy (os error 16)"),
    (ErrorKind::AlreadyExists, "File exists (os error 17)"),
    (ErrorKind::NotADirectory, "Not a directory (os error 20)"),
    (ErrorKind::IsADirectory, "Is a directory (os error 21)"),
    (ErrorKind::InvalidInput, "Invalid argument (os error 22)"),
    (ErrorKind::StorageFull, "No space left on device (os error 28)"),
    (ErrorKind::BrokenPipe, "Broken pipe (os error 32)"),
    (ErrorKind::DirectoryNotEmpty, "Directory not empty (os error 39)"),
    (ErrorKind::AddrInUse, "Address already in use (os error 98)"),
    (ErrorKind::AddrNotAvailable, "Cannot assign requested address (os error 99)"),
    (ErrorKind::NotConnected, "Transport endpoint is not connected (os error 107)"),
    (ErrorKind::ConnectionRefused, "Connection refused (os error 111)"),
    (ErrorKind::PermissionDenied, "Permission denied (os error 13)"),
];

/// Makes the error that an operating system would give.
#[cold]
pub(crate) fn os_error(kind: ErrorKind) -> Error {
    match TEXTS.iter().find(|it| it.0 == kind) {
        Some((_, text)) => Error::new(kind, *text),
        None => kind.into(),
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_texts_are_those_of_linux() {
        for (kind, text) in TEXTS {
            let code = text.rsplit_once("os error ").unwrap().1.trim_end_matches(')').parse().unwrap();
            let real = Error::from_raw_os_error(code);
            assert_eq!((real.kind(), real.to_string()), (*kind, text.to_string()));
        }
    }
}
