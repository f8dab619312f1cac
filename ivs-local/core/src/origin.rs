//! Hosts, and the origins of pages (RFC 6454): a scheme, a host and optionally a port.

use std::net::Ipv6Addr;

/// The host of an origin such as `https://example.com:8080`; `None` if it is not one, or is `null`.
pub fn host_of_origin(text: &str) -> Option<&str> {
    let (scheme, host) = text.split_once("://")?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    host_of(host).filter(|_| is_scheme)
}

/// The host of `host` or `host:port`, without the brackets of an IPv6 address; `None` if it is neither (RFC 3986, section 3.2).
pub fn host_of(text: &str) -> Option<&str> {
    let (host, port) = if let Some(rest) = text.strip_prefix('[') {
        let (address, rest) = rest.split_once(']')?;
        address.parse::<Ipv6Addr>().ok()?;
        (address, if rest.is_empty() { None } else { Some(rest.strip_prefix(':')?) })
    } else {
        let (name, port) = text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port)));
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=%".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_name) {
            return None;
        }
        (name, port)
    };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    // The digits after the colon may be left out.
    port.is_none_or(|port| port.is_empty() || is_port(port)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_or_an_address_and_optionally_a_port() {
        for (text, host) in [
            ("localhost", "localhost"),
            ("localhost:8087", "localhost"),
            ("localhost:", "localhost"),
            ("rebound.example.com:1", "rebound.example.com"),
            ("[::1]:8087", "::1"),
            ("[::1]", "::1"),
        ] {
            assert_eq!(host_of(text), Some(host), "{text}");
        }
        for text in [
            "",
            ":80",
            "localhost/x",
            "me@localhost",
            "a b",
            "localhost:x",
            "localhost:1:2",
            "::1",
            "[::1]x",
            "[1.2.3.4]",
        ] {
            assert_eq!(host_of(text), None, "{text}");
        }
    }
}
