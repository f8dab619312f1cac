//! Which URL a call goes to: region and options, or an endpoint of the caller's own.
//!
//! The rules are those of the service's endpoint rule set: `ivs.REGION.SUFFIX`, with the suffix of the region's partition, and
//! `ivs-fips` for the FIPS endpoints. See <https://docs.aws.amazon.com/general/latest/gr/ivs.html>.

use crate::model::SERVICE;
use crate::text::concat;
use std::fmt;

/// Where requests are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    scheme: String,
    host: String,
    prefix: String,
}

/// The parts of an endpoint of the caller's own, as a URL parser gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// `http:` or `https:`.
    pub scheme: String,
    /// Host, with the port unless it is the scheme's own.
    pub host: String,
    /// Path that goes before each operation's, without a slash at its end.
    pub prefix: String,
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
    /// An endpoint of one's own and the FIPS or dual-stack option exclude each other.
    OptionWithEndpoint,
}

impl Error {
    /// The config field that the error is about.
    pub const fn field(self) -> &'static str {
        match self {
            Self::MissingRegion | Self::InvalidRegion => "region",
            Self::OptionWithEndpoint => "endpoint",
        }
    }
}

impl Error {
    /// What is wrong with the field, to be read after its name.
    pub const fn message(self) -> &'static str {
        match self {
            Self::MissingRegion => "is missing: give one such as \"us-west-2\", or set AWS_REGION",
            Self::InvalidRegion => "must be a region such as \"us-west-2\": letters, digits and inner hyphens",
            Self::OptionWithEndpoint => "cannot be combined with useFipsEndpoint or useDualstackEndpoint",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

/// A group of regions with host names of its own.
struct Partition {
    /// What its regions begin with.
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
    pub fn resolve(region: &str, fips: Fips, dual_stack: DualStack, own: Option<Own>) -> Result<Self, Error> {
        let of_region = Self::of_region(region, fips, dual_stack)?;
        match own {
            None => Ok(of_region),
            Some(Own { scheme, host, prefix }) if (fips, dual_stack) == (Fips::Any, DualStack::Any) => {
                Ok(Self { scheme, host, prefix })
            }
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
        let partition = PARTITIONS.iter().find(|partition| region.starts_with(partition.prefix)).unwrap_or(&COMMERCIAL);
        let fips = if fips == Fips::Required { "-fips." } else { "." };
        let suffix = match dual_stack {
            DualStack::Any => partition.suffix,
            DualStack::Required => partition.dual_stack_suffix,
        };
        let host = concat(&[SERVICE, fips, region, ".", suffix]);
        Ok(Self { scheme: "https:".into(), host, prefix: String::new() })
    }

    /// Host, with the port unless it is the scheme's own: the value of the `Host` header.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The path as sent of an operation's path.
    pub fn path(&self, path: &str) -> String {
        concat(&[&self.prefix, path])
    }

    /// The URL of a path as sent and a query, which may be empty.
    pub fn url(&self, path: &str, query: &str) -> String {
        let mark = if query.is_empty() { "" } else { "?" };
        concat(&[&self.scheme, "//", &self.host, path, mark, query])
    }
}

fn is_host_label(text: &str) -> bool {
    text.len() <= 63
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
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

    fn own() -> Own {
        Own { scheme: "http:".into(), host: "localhost:8087".into(), prefix: "/ivs".into() }
    }

    #[test]
    fn an_endpoint_of_ones_own_takes_the_place_of_the_regions_and_excludes_its_options() {
        let endpoint = Endpoint::resolve("us-west-2", Fips::Any, DualStack::Any, Some(own())).unwrap();
        assert_eq!(endpoint.host(), "localhost:8087");
        assert_eq!(
            Endpoint::resolve("", Fips::Any, DualStack::Any, Some(own())),
            Err(Error::MissingRegion),
            "the signature names the region"
        );
        for (fips, dual_stack) in [(Fips::Required, DualStack::Any), (Fips::Any, DualStack::Required)] {
            assert_eq!(Endpoint::resolve("us-west-2", fips, dual_stack, Some(own())), Err(Error::OptionWithEndpoint));
        }
    }

    #[test]
    fn urls_are_made_of_the_parts() {
        let of_region = Endpoint::of_region("us-west-2", Fips::Any, DualStack::Any).unwrap();
        let path = of_region.path("/tags/x");
        assert_eq!(of_region.url(&path, ""), "https://ivs.us-west-2.amazonaws.com/tags/x");
        let own = Endpoint::resolve("us-west-2", Fips::Any, DualStack::Any, Some(own())).unwrap();
        let path = own.path("/tags/x");
        assert_eq!(own.url(&path, "a=b"), "http://localhost:8087/ivs/tags/x?a=b");
    }
}
