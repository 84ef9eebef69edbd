//! Small futures that the tests share, as the instrument pass would write them.

use crate::ms;
use meanwhile_runtime::println;
use meanwhile_runtime::record::{Recorded, awaited, function};
use meanwhile_runtime::time::sleep;

/// `async fn nap(after_ms: u64)`: sleeps, prints, returns how long it has slept.
pub(crate) fn nap(after_ms: u64) -> Recorded<impl Future<Output = u64>> {
    function(format!("nap({after_ms})"), 90, 1, async move {
        awaited(91, 5, sleep(ms(after_ms))).await;
        println!("napped {after_ms}");
        after_ms
    })
}

/// Prints when it is dropped.
pub(crate) struct Tell(pub(crate) &'static str);

impl Drop for Tell {
    fn drop(&mut self) {
        println!("{} dropped", self.0);
    }
}
