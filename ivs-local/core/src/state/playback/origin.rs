//! Origins that may play, as tokens and policies name them.

use crate::origin::host_of_origin;

/// Whether it is an origin that may be allowed: a scheme, a host that may begin with `*`, and maybe a port; or `*`.
pub fn is_pattern(allowed: &str) -> bool {
    allowed == "*" || host_of_origin(allowed).is_some()
}

/// Whether an allowed origin, whose host may begin with `*`, is that of a player. `*` alone is every one.
pub fn matches(allowed: &str, origin: &str) -> bool {
    let allowed = allowed.trim();
    if allowed == "*" || allowed.eq_ignore_ascii_case(origin) {
        return true;
    }
    let (Some((scheme, host)), Some((its_scheme, its_host))) = (allowed.split_once("://"), origin.split_once("://"))
    else {
        return false;
    };
    let Some(end) = host.strip_prefix('*') else { return false };
    let (end, its_host) = (end.to_ascii_lowercase(), its_host.to_ascii_lowercase());
    scheme.eq_ignore_ascii_case(its_scheme) && its_host.strip_suffix(&end).is_some_and(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_pattern, matches};

    #[test]
    fn an_origin_has_no_path() {
        for origin in
            ["*", "https://a.example", "https://*.example.com:8080", "capacitor://localhost", "http://[::1]:3000"]
        {
            assert!(is_pattern(origin), "{origin}");
        }
        for other in
            ["", "a.example", "https://", "https://a.example/", "https://a.example/path", "https://me@a.example"]
        {
            assert!(!is_pattern(other), "{other}");
        }
    }

    #[test]
    fn a_host_may_begin_with_a_star() {
        for (allowed, origin) in [
            ("*", "https://a.example"),
            ("*", "null"),
            ("https://a.example", "https://A.example"),
            (" https://a.example", "https://a.example"),
            ("https://*.example.com", "https://www.example.com"),
            ("https://*.example.com", "https://a.b.example.com"),
            ("http://*.example.com:8080", "http://a.example.com:8080"),
        ] {
            assert!(matches(allowed, origin), "{allowed} {origin}");
        }
        for (allowed, origin) in [
            ("https://a.example", "http://a.example"),
            ("https://a.example", "https://a.example:444"),
            ("https://*.example.com", "https://example.com"),
            ("https://*.example.com", "https://.example.com"),
            ("https://*.example.com", "http://www.example.com"),
            ("https://*.example.com", "https://www.example.com.evil.example"),
            ("https://a.example/", "https://a.example"),
            ("", "https://a.example"),
        ] {
            assert!(!matches(allowed, origin), "{allowed} {origin}");
        }
    }
}
