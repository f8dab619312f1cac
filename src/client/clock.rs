//! What time it is.

/// Milliseconds since 1970-01-01T00:00:00Z by the machine's clock.
pub fn now() -> f64 {
    js_sys::Date::now()
}
