//! The URL of a call, from region and options or from an endpoint override.
//!
//! The rules are those of the services' endpoint rule sets: `PREFIX.REGION.SUFFIX`, with the suffix of the region's
//! partition, and `PREFIX-fips` for the FIPS endpoints. See <https://docs.aws.amazon.com/general/latest/gr/rande.html>.

use crate::text::concat;
use std::fmt;

/// The base URL of requests, in the parts that a URL parser gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// `http:` or `https:`.
    pub scheme: String,
    /// Host, with the port unless it is the scheme's default: the value of the `Host` header.
    pub host: String,
    /// Path that precedes each operation's, without a trailing slash.
    pub base_path: String,
}

/// Whether the endpoint must be validated for FIPS 140.
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

/// Why an endpoint cannot be resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// No region was given.
    MissingRegion,
    /// The region cannot be part of a host name.
    InvalidRegion,
    /// An endpoint override and the FIPS or dual-stack option exclude each other.
    OptionWithEndpoint,
}

impl Error {
    /// The configuration field that the error is about.
    pub const fn field(self) -> &'static str {
        match self {
            Self::MissingRegion | Self::InvalidRegion => "region",
            Self::OptionWithEndpoint => "endpoint",
        }
    }

    /// What is wrong with the field, a phrase that follows its name.
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

/// A group of regions that share host name suffixes.
struct Partition {
    /// Prefix of its regions' names.
    prefix: &'static str,
    /// Name of its pseudo-region for global services; empty if there is none.
    global: &'static str,
    suffix: &'static str,
    dual_stack_suffix: &'static str,
}

const fn partition(
    prefix: &'static str,
    global: &'static str,
    suffix: &'static str,
    dual_stack_suffix: &'static str,
) -> Partition {
    Partition { prefix, global, suffix, dual_stack_suffix }
}

/// The partitions other than the commercial one, which has all other regions and whose suffixes `us-gov-` shares. All
/// of them have FIPS and dual-stack endpoints.
///
/// AWS's table matches the whole name of a region, such as `^us-iso-\w+-\d+$`. The prefix is enough: no region of
/// another partition has the same one, and a name that is not a region's has no endpoint under any suffix.
const PARTITIONS: &[Partition] = &[
    partition("cn-", "aws-cn-global", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
    partition("eusc-de-", "", "amazonaws.eu", "api.amazonwebservices.eu"),
    partition("us-iso-", "aws-iso-global", "c2s.ic.gov", "api.aws.ic.gov"),
    partition("us-isob-", "aws-iso-b-global", "sc2s.sgov.gov", "api.aws.scloud"),
    partition("eu-isoe-", "aws-iso-e-global", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
    partition("us-isof-", "aws-iso-f-global", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
];

const COMMERCIAL: Partition = partition("", "", "amazonaws.com", "api.aws");

impl Endpoint {
    /// The endpoint of a client of the service with that endpoint prefix: the override if there is one, else the
    /// region's. The region is required and checked in both cases, because the signature names it.
    pub fn resolve(
        prefix: &str,
        region: &str,
        fips: Fips,
        dual_stack: DualStack,
        endpoint_override: Option<Self>,
    ) -> Result<Self, Error> {
        check_region(region)?;
        match endpoint_override {
            None => Self::regional(prefix, region, fips, dual_stack),
            Some(endpoint) if (fips, dual_stack) == (Fips::Any, DualStack::Any) => Ok(endpoint),
            Some(_) => Err(Error::OptionWithEndpoint),
        }
    }

    /// The service's regional endpoint.
    pub fn regional(prefix: &str, region: &str, fips: Fips, dual_stack: DualStack) -> Result<Self, Error> {
        check_region(region)?;
        let is_in = |partition: &&Partition| region.starts_with(partition.prefix) || region == partition.global;
        let partition = PARTITIONS.iter().find(is_in).unwrap_or(&COMMERCIAL);
        let fips = if fips == Fips::Required { "-fips." } else { "." };
        let suffix = match dual_stack {
            DualStack::Any => partition.suffix,
            DualStack::Required => partition.dual_stack_suffix,
        };
        let host = concat(&[prefix, fips, region, ".", suffix]);
        Ok(Self { scheme: "https:".into(), host, base_path: String::new() })
    }

    /// The path to send for an operation's path.
    pub fn path(&self, path: &str) -> String {
        concat(&[&self.base_path, path])
    }

    /// The URL of a path, as [`Self::path`] gives it, and a query, which may be empty.
    pub fn url(&self, path: &str, query: &str) -> String {
        let mark = if query.is_empty() { "" } else { "?" };
        concat(&[&self.scheme, "//", &self.host, path, mark, query])
    }
}

/// The region becomes a label of a host name, so it must be a valid one.
fn check_region(region: &str) -> Result<(), Error> {
    if region.is_empty() {
        return Err(Error::MissingRegion);
    }
    let is_label = region.len() <= 63
        && region.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !region.starts_with('-')
        && !region.ends_with('-');
    if is_label { Ok(()) } else { Err(Error::InvalidRegion) }
}

#[cfg(test)]
#[path = "endpoint_tests.rs"]
mod tests;
