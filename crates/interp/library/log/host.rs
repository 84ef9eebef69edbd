//! Who listens.

pub fn listen(tracing: bool, level: u8, without_time: bool, without_target: bool) {
    native!()
}

pub fn listening_level(tracing: bool) -> u8 {
    native!()
}
