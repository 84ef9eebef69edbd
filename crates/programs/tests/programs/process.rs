//! Programs run as processes, two at a time: what they print depends on the order of events some 20 ms apart.

use crate::site;
use std::process::{Command, Output};
use std::sync::{Condvar, Mutex, PoisonError};

/// How many processes run at a time.
const AT_A_TIME: usize = 2;

static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

struct Turn;

impl Turn {
    fn wait() -> Turn {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running =
            ENDED.wait_while(running, |it| *it >= AT_A_TIME).unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}

/// Runs a program in a folder of its own, with a site of its own, and returns what it prints to both streams.
#[track_caller]
pub(crate) fn run(command: &mut Command, name: &str) -> (String, String) {
    let _turn = Turn::wait();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let Output { status, stdout, stderr } =
        command.env("SITE", site::serve()).current_dir(&folder).output().unwrap();
    let (out, err) = (String::from_utf8(stdout).unwrap(), String::from_utf8_lossy(&stderr).into_owned());
    assert!(status.success(), "{status}\n{out}\n{err}");
    (out, err)
}
