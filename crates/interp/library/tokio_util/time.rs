//! Values that come when their time has come.

pub mod delay_queue;
mod wheel;

pub use delay_queue::DelayQueue;
