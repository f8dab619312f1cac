//! Which URL a call goes to: region and options, or an endpoint of the caller's own.
//!
//! The rules are those of the service's endpoint rule set: `ivs.REGION.SUFFIX`, with the suffix of the region's partition, and
//! `ivs-fips` for the FIPS endpoints. See <https://docs.aws.amazon.com/general/latest/gr/ivs.html>.

use crate::model::SERVICE;
use std::fmt;

/// Where requests are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    scheme: Scheme,
    host: String,
    prefix: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
}

/// Whether the endpoint must be one that is validated for FIPS 140.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fips {
    /// Any endpoint.
    #[default]
    Any,
    /// A FIPS endpoint.
    Required,
}

/// Whether the endpoint must answer over IPv6 as well as IPv4.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DualStack {
    /// Any endpoint.
    #[default]
    Any,
    /// A dual-stack endpoint.
    Required,
}

/// Why there is no endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// No region was given.
    MissingRegion,
    /// The region cannot be part of a host name.
    InvalidRegion,
    /// The endpoint is not an `http` or `https` URL made of host, port and path.
    InvalidUrl,
    /// An endpoint of one's own and the FIPS or dual-stack option exclude each other.
    OptionWithEndpoint,
}

impl Error {
    /// The config field that the error is about.
    pub const fn field(self) -> &'static str {
        match self {
            Self::MissingRegion | Self::InvalidRegion => "region",
            Self::InvalidUrl | Self::OptionWithEndpoint => "endpoint",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MissingRegion => "is missing: give one such as \"us-west-2\", or set AWS_REGION",
            Self::InvalidRegion => "must be a region such as \"us-west-2\": letters, digits and inner hyphens",
            Self::InvalidUrl => {
                "must be a URL such as \"https://host:port/path\", without user, password, query and fragment"
            }
            Self::OptionWithEndpoint => "cannot be combined with useFipsEndpoint or useDualstackEndpoint",
        })
    }
}

/// A group of regions with host names of its own.
struct Partition {
    /// What its regions begin with; `NAME-NUMBER` follows.
    prefix: &'static str,
    suffix: &'static str,
    dual_stack_suffix: &'static str,
}

/// The partitions but for the commercial one, which is every other region's. All of them have FIPS and dual-stack names.
const PARTITIONS: &[Partition] = &[
    Partition { prefix: "cn-", suffix: "amazonaws.com.cn", dual_stack_suffix: "api.amazonwebservices.com.cn" },
    Partition { prefix: "eusc-de-", suffix: "amazonaws.eu", dual_stack_suffix: "api.amazonwebservices.eu" },
    Partition { prefix: "us-iso-", suffix: "c2s.ic.gov", dual_stack_suffix: "api.aws.ic.gov" },
    Partition { prefix: "us-isob-", suffix: "sc2s.sgov.gov", dual_stack_suffix: "api.aws.scloud" },
    Partition { prefix: "eu-isoe-", suffix: "cloud.adc-e.uk", dual_stack_suffix: "api.cloud-aws.adc-e.uk" },
    Partition { prefix: "us-isof-", suffix: "csp.hci.ic.gov", dual_stack_suffix: "api.aws.hci.ic.gov" },
];

const COMMERCIAL: Partition = Partition { prefix: "", suffix: "amazonaws.com", dual_stack_suffix: "api.aws" };

impl Endpoint {
    /// The endpoint of the caller's own if there is one, else the region's. The region is needed, and checked, in both cases:
    /// the signature names it.
    pub fn resolve(region: &str, fips: Fips, dual_stack: DualStack, own: Option<&str>) -> Result<Self, Error> {
        let of_region = Self::of_region(region, fips, dual_stack)?;
        match own {
            None => Ok(of_region),
            Some(url) if (fips, dual_stack) == (Fips::Any, DualStack::Any) => Self::of_url(url),
            Some(_) => Err(Error::OptionWithEndpoint),
        }
    }

    /// The service's endpoint in a region.
    pub fn of_region(region: &str, fips: Fips, dual_stack: DualStack) -> Result<Self, Error> {
        if region.is_empty() {
            return Err(Error::MissingRegion);
        }
        if !is_host_label(region) {
            return Err(Error::InvalidRegion);
        }
        let partition = PARTITIONS.iter().find(|partition| partition.has(region)).unwrap_or(&COMMERCIAL);
        let mut host = String::from(SERVICE);
        if fips == Fips::Required {
            host.push_str("-fips");
        }
        host.push('.');
        host.push_str(region);
        host.push('.');
        host.push_str(match dual_stack {
            DualStack::Any => partition.suffix,
            DualStack::Required => partition.dual_stack_suffix,
        });
        Ok(Self { scheme: Scheme::Https, host, prefix: String::new() })
    }

    /// An endpoint of the caller's own: `http` or `https`, a host, and optionally a port and a path that goes before each
    /// operation's.
    pub fn of_url(url: &str) -> Result<Self, Error> {
        let (scheme, rest) = url.split_once("://").ok_or(Error::InvalidUrl)?;
        let (scheme, default_port) = if scheme.eq_ignore_ascii_case("https") {
            (Scheme::Https, "443")
        } else if scheme.eq_ignore_ascii_case("http") {
            (Scheme::Http, "80")
        } else {
            return Err(Error::InvalidUrl);
        };
        let (authority, prefix) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        // `[::1]:8087` has colons inside of the brackets.
        let (name, port) = match authority.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
            _ => (authority, None),
        };
        if !is_host(name)
            || port.is_some_and(|port| port.parse::<u16>().is_err() || !port.bytes().all(|byte| byte.is_ascii_digit()))
            || !prefix.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\\\"<>^`{|}".contains(&byte))
            || prefix.split('/').any(|segment| matches!(segment, "." | ".."))
        {
            return Err(Error::InvalidUrl);
        }
        let mut host = name.to_ascii_lowercase();
        // A browser leaves the default port out of the `Host` header, so it must be left out of what is signed.
        if let Some(port) = port.map(|port| port.trim_start_matches('0')).filter(|port| *port != default_port) {
            host.push(':');
            host.push_str(if port.is_empty() { "0" } else { port });
        }
        Ok(Self { scheme, host, prefix: prefix.trim_end_matches('/').to_owned() })
    }

    /// Host, with the port unless it is the scheme's own: the value of the `Host` header.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The path as sent of an operation's path.
    pub fn path(&self, path: &str) -> String {
        let mut out = String::with_capacity(self.prefix.len() + path.len());
        out.push_str(&self.prefix);
        out.push_str(path);
        out
    }

    /// The URL of a path as sent and a query, which may be empty.
    pub fn url(&self, path: &str, query: &str) -> String {
        let mut url = String::with_capacity(self.host.len() + path.len() + query.len() + 16);
        url.push_str(match self.scheme {
            Scheme::Http => "http://",
            Scheme::Https => "https://",
        });
        url.push_str(&self.host);
        url.push_str(path);
        if !query.is_empty() {
            url.push('?');
            url.push_str(query);
        }
        url
    }
}

impl Partition {
    fn has(&self, region: &str) -> bool {
        region.strip_prefix(self.prefix).and_then(|rest| rest.split_once('-')).is_some_and(|(name, number)| {
            let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            !name.is_empty()
                && name.bytes().all(word)
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    }
}

fn is_host_label(text: &str) -> bool {
    text.len() <= 63
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// A name, an IPv4 address, or an IPv6 address in brackets. International names must be given in their ASCII form.
fn is_host(text: &str) -> bool {
    match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        Some(address) => {
            !address.is_empty() && address.bytes().all(|byte| byte.is_ascii_hexdigit() || b":.".contains(&byte))
        }
        None => {
            !text.is_empty()
                && text.len() <= 253
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_have_the_names_of_their_partition() {
        for (region, fips, dual_stack, host) in [
            ("us-west-2", Fips::Any, DualStack::Any, "ivs.us-west-2.amazonaws.com"),
            ("us-east-1", Fips::Required, DualStack::Any, "ivs-fips.us-east-1.amazonaws.com"),
            ("us-east-1", Fips::Any, DualStack::Required, "ivs.us-east-1.api.aws"),
            ("us-east-1", Fips::Required, DualStack::Required, "ivs-fips.us-east-1.api.aws"),
            ("us-gov-east-1", Fips::Required, DualStack::Required, "ivs-fips.us-gov-east-1.api.aws"),
            ("cn-north-1", Fips::Any, DualStack::Any, "ivs.cn-north-1.amazonaws.com.cn"),
            ("cn-north-1", Fips::Any, DualStack::Required, "ivs.cn-north-1.api.amazonwebservices.com.cn"),
            ("eusc-de-east-1", Fips::Any, DualStack::Any, "ivs.eusc-de-east-1.amazonaws.eu"),
            ("us-iso-east-1", Fips::Any, DualStack::Any, "ivs.us-iso-east-1.c2s.ic.gov"),
            ("us-isob-east-1", Fips::Any, DualStack::Any, "ivs.us-isob-east-1.sc2s.sgov.gov"),
            ("xx-nowhere-9", Fips::Any, DualStack::Any, "ivs.xx-nowhere-9.amazonaws.com"),
        ] {
            assert_eq!(Endpoint::of_region(region, fips, dual_stack).unwrap().host(), host);
        }
    }

    #[test]
    fn a_region_that_could_change_the_host_is_refused() {
        for region in ["us-west-2.evil.example", "a/b", "a@b", "-a", "a-", "ü", "a b", &"a".repeat(64)] {
            assert_eq!(Endpoint::of_region(region, Fips::Any, DualStack::Any), Err(Error::InvalidRegion), "{region}");
        }
        assert_eq!(Endpoint::of_region("", Fips::Any, DualStack::Any), Err(Error::MissingRegion));
    }

    #[test]
    fn an_endpoint_of_ones_own_takes_the_place_of_the_regions_and_excludes_its_options() {
        let own = Some("http://localhost:8087");
        assert_eq!(Endpoint::resolve("us-west-2", Fips::Any, DualStack::Any, own).unwrap().host(), "localhost:8087");
        assert_eq!(Endpoint::resolve("", Fips::Any, DualStack::Any, own), Err(Error::MissingRegion));
        for (fips, dual_stack) in [(Fips::Required, DualStack::Any), (Fips::Any, DualStack::Required)] {
            assert_eq!(Endpoint::resolve("us-west-2", fips, dual_stack, own), Err(Error::OptionWithEndpoint));
        }
    }

    #[test]
    fn an_endpoint_of_ones_own_may_have_a_port_and_a_prefix() {
        for (endpoint, host, url) in [
            ("http://127.0.0.1:8087", "127.0.0.1:8087", "http://127.0.0.1:8087/tags/x?a=b"),
            ("https://Example.COM:443/", "example.com", "https://example.com/tags/x?a=b"),
            ("http://example.com:0443/ivs/", "example.com:443", "http://example.com:443/ivs/tags/x?a=b"),
            ("HTTP://[::1]:80/a/b", "[::1]", "http://[::1]/a/b/tags/x?a=b"),
            ("http://[::1]", "[::1]", "http://[::1]/tags/x?a=b"),
        ] {
            let endpoint = Endpoint::of_url(endpoint).unwrap();
            assert_eq!(endpoint.host(), host);
            assert_eq!(endpoint.url(&endpoint.path("/tags/x"), "a=b"), url);
        }
    }

    #[test]
    fn other_text_is_no_endpoint() {
        for endpoint in [
            "",
            "example.com",
            "ftp://example.com",
            "http://",
            "http://user:pw@example.com",
            "http://example.com:99999",
            "http://example.com:",
            "http://example.com:+1",
            "http://a b",
            "http://example.com?x=1",
            "http://example.com/#x",
            "http://example.com/../x",
            "http://exämple.com",
            "http://[]",
            "http://[::1",
            "//example.com",
            "http:/example.com",
        ] {
            assert_eq!(Endpoint::of_url(endpoint), Err(Error::InvalidUrl), "{endpoint}");
        }
    }
}
