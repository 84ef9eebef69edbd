//! What people do with the picture, as plain data: keys, wheels, pointers.

mod gestures;
mod keys;
mod steps;

#[cfg(feature = "yew")]
pub(crate) use {
    gestures::{Gesture, Gestures},
    keys::{Command, command},
    steps::{Wheel, next_poll, wheel},
};
