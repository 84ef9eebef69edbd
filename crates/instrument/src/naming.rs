//! What the names of spans are taken from, for the interpreter, which names them as the pass does. The rules stand in the
//! documentation of the crate.

pub use crate::named::{MAKERS, can_be_moved as may_be_named, first_name as variable, is_wrapper};
pub use crate::place::text as operand;
pub use crate::spawn::{spawned_by, task_name as task};
