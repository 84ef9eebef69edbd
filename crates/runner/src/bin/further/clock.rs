//! A worker's clock, against those of other workers.

use web_sys::DedicatedWorkerGlobalScope;

/// When this worker's clock began, in milliseconds since 1970, by which the clocks of several workers can be compared.
pub(crate) fn origin_ms(scope: &DedicatedWorkerGlobalScope) -> f64 {
    scope.performance().map_or(0.0, |it| it.time_origin())
}

/// The time in milliseconds since 1970, as exact as the worker's clock is.
pub(crate) fn now_ms(scope: &DedicatedWorkerGlobalScope) -> f64 {
    scope.performance().map_or(0.0, |it| it.time_origin() + it.now())
}
