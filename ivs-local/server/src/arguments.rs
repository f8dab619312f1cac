//! The command line.

use crate::keys;
use axum::http::Uri;
use clap::Parser;
use ivs_local_core::auth::{Key, Keys, Others, Permissions, is_word};
use ivs_local_core::{Quota, Quotas, Rates, Settings};
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

/// An offline Amazon IVS endpoint, for demos, tests and work without a network.
#[derive(Parser)]
#[command(version)]
pub struct Arguments {
    /// Port; 0 chooses a free one.
    #[arg(long, default_value_t = 8087)]
    pub port: u16,
    /// Address to listen on. Of others than loopback addresses everybody who reaches it may call, and is told the key.
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub listen: IpAddr,
    /// A name that the local endpoints answer to besides localhost, such as that of a container. May be repeated; the first
    /// is that of the endpoint.
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub host: Vec<String>,
    /// A region that requests are signed for and that ARNs name. May be repeated, each has resources of its own.
    #[arg(long, default_value = "us-west-2", value_parser = region)]
    region: Vec<String>,
    /// Access key id that requests are signed with [default: generated and printed].
    #[arg(long, value_name = "ID", env = "IVS_LOCAL_ACCESS_KEY_ID", requires = "secret_access_key", value_parser = word)]
    access_key_id: Option<String>,
    /// Secret access key [default: generated and printed].
    #[arg(long, value_name = "SECRET", env = "IVS_LOCAL_SECRET_ACCESS_KEY", hide_env_values = true, requires = "access_key_id", value_parser = word)]
    secret_access_key: Option<String>,
    /// Session token that every request with that key must have.
    #[arg(long, value_name = "TOKEN", env = "IVS_LOCAL_SESSION_TOKEN", hide_env_values = true, value_parser = word)]
    session_token: Option<String>,
    /// A further key, with what it may do: ID=SECRET, ID=SECRET,read-only or ID=SECRET,ivs:GetChannel,ivs:List*. May be
    /// repeated.
    #[arg(long, value_name = "ID=SECRET[,ACTION…]")]
    key: Vec<Key>,
    /// Accept any other key, too; its signatures are not verified, and only pages of this machine may call.
    #[arg(long)]
    any_key: bool,
    /// Directory whose files are served at /.
    #[arg(long, value_name = "DIR")]
    pub www: Option<PathBuf>,
    /// Address that every event is posted to; not one of https.
    #[arg(long, value_name = "URL", value_parser = http_url)]
    pub events_url: Option<Uri>,
    /// Directory in which everything is kept; made if there is none [default: nothing is kept].
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Print JSON instead of text: a line when it is ready, and the log.
    #[arg(long)]
    pub json: bool,
    /// What is logged to stderr: off, info for a line for each request, or debug for the steps of wrong signatures, too.
    #[arg(long, value_name = "off|info|debug", default_value = "info")]
    pub log: Log,
    /// Milliseconds that a recording configuration or failover slate takes to become ready.
    #[arg(long, value_name = "MS", default_value_t = 1000)]
    creation_ms: u64,
    /// Milliseconds for which an encoder is connected before its stream is live.
    #[arg(long, value_name = "MS", default_value_t = 0)]
    stream_start_ms: u64,
    /// Milliseconds for which a stream goes on after its encoder has disconnected, which may come back until then. The service
    /// waits for 30,000.
    #[arg(long, value_name = "MS", default_value_t = 0)]
    stream_end_ms: u64,
    /// Milliseconds in which the head of a request has to arrive, and then its body.
    #[arg(long, value_name = "MS", default_value_t = 60_000, value_parser = clap::value_parser!(u64).range(1..))]
    read_timeout_ms: u64,
    /// Call rates of each operation: off, or aws for those that AWS documents.
    #[arg(long, value_name = "off|aws", default_value = "off")]
    rates: Rates,
    /// A number from which the names of resources are made, so that they repeat [default: random].
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// A quota instead of the default, such as channel=10. May be repeated.
    #[arg(long, value_name = "KIND=NUMBER")]
    quota: Vec<Quota>,
}

/// What is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Log {
    Off,
    Info,
    Debug,
}

impl FromStr for Log {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "off" => Ok(Self::Off),
            "info" => Ok(Self::Info),
            "debug" => Ok(Self::Debug),
            _ => Err("must be off, info or debug".to_owned()),
        }
    }
}

impl Arguments {
    /// How long a request may take to arrive.
    pub fn patience(&self) -> Duration {
        Duration::from_millis(self.read_timeout_ms)
    }

    /// Whose requests are accepted.
    pub fn keys(&self) -> Result<Keys, String> {
        let mut known = vec![Key {
            id: self.access_key_id.clone().unwrap_or_else(keys::access_key_id),
            secret: self.secret_access_key.clone().unwrap_or_else(keys::secret_access_key),
            session_token: self.session_token.clone(),
            permissions: Permissions::All,
        }];
        for key in &self.key {
            if known.iter().any(|known| known.id == key.id) {
                return Err(format!("the key {} is given twice; give each --key another id", key.id));
            }
            known.push(key.clone());
        }
        let mut regions: Vec<String> = Vec::new();
        for region in &self.region {
            if !regions.contains(region) {
                regions.push(region.clone());
            }
        }
        Ok(Keys { keys: known, others: if self.any_key { Others::Accepted } else { Others::Rejected }, regions })
    }

    /// How accounts behave whose players come to that origin.
    pub fn settings(&self, endpoint: &str) -> Settings {
        Settings {
            region: self.region.first().cloned().unwrap_or_default(),
            playback_origin: Some(endpoint.to_owned()),
            creation: Duration::from_millis(self.creation_ms),
            stream_start: Duration::from_millis(self.stream_start_ms),
            stream_end: Duration::from_millis(self.stream_end_ms),
            quotas: Quotas::with(self.quota.clone()),
            rates: self.rates,
        }
    }
}

fn region(text: &str) -> Result<String, String> {
    let valid = !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if valid { Ok(text.to_owned()) } else { Err("a region is of lowercase letters, digits and hyphens".to_owned()) }
}

fn word(text: &str) -> Result<String, String> {
    if is_word(text) {
        Ok(text.to_owned())
    } else {
        Err("must be of visible ASCII characters, without a space".to_owned())
    }
}

fn name(text: &str) -> Result<String, String> {
    let is_name = !text.is_empty()
        && text.parse::<IpAddr>().is_err()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'));
    let wrong = "a host is a name without a port, such as ivs.test; for an address there is --listen";
    if is_name { Ok(text.to_owned()) } else { Err(wrong.to_owned()) }
}

fn http_url(text: &str) -> Result<Uri, String> {
    let is_plain = |url: &Uri| {
        let authority = url.authority().map_or("", |authority| authority.as_str());
        url.scheme_str() == Some("http") && ivs_local_core::origin::host_of(authority).is_some()
    };
    let url = text.parse().ok().filter(is_plain);
    url.ok_or_else(|| {
        "must begin with http:// and have a host, without a user; for https put a proxy before it".to_owned()
    })
}
