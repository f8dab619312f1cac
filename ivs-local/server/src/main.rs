//! `ivs-local`: an offline Amazon IVS endpoint on loopback.

mod api;
mod auth;
mod body;
mod cors;
mod encoder;
mod error;
mod faults;
mod host;
mod keys;
mod local;
mod player;
mod serve;
mod server;

use auth::Verifier;
use clap::Parser;
use ivs_local_core::{Quota, Quotas, Rates, Settings};
use rand::RngExt;
use serde_json::json;
use server::{App, Clocked};
use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Duration;
use tokio::net::TcpListener;

/// An offline Amazon IVS endpoint on loopback, for demos, tests and work without a network.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Port on 127.0.0.1; 0 chooses a free one.
    #[arg(long, default_value_t = 8087)]
    port: u16,
    /// Region that requests are signed for and that ARNs name.
    #[arg(long, default_value = "us-west-2", value_parser = region)]
    region: String,
    /// Access key id that requests are signed with [default: generated and printed].
    #[arg(long, value_name = "ID", requires = "secret_access_key", value_parser = word)]
    access_key_id: Option<String>,
    /// Secret access key [default: generated and printed].
    #[arg(long, value_name = "SECRET", requires = "access_key_id", value_parser = word)]
    secret_access_key: Option<String>,
    /// Session token that every request must have.
    #[arg(long, value_name = "TOKEN", value_parser = word)]
    session_token: Option<String>,
    /// Directory whose files are served at /.
    #[arg(long, value_name = "DIR")]
    www: Option<PathBuf>,
    /// Print one line of JSON instead of text.
    #[arg(long)]
    json: bool,
    /// Milliseconds that a recording configuration or failover slate takes to become ready.
    #[arg(long, value_name = "MS", default_value_t = 1000)]
    creation_ms: u64,
    /// Milliseconds in which the head of a request has to arrive, and then its body.
    #[arg(long, value_name = "MS", default_value_t = 60_000, value_parser = clap::value_parser!(u64).range(1..))]
    read_timeout_ms: u64,
    /// Call rates of each operation: off, or aws for those that AWS documents.
    #[arg(long, value_name = "off|aws", default_value = "off")]
    rates: Rates,
    /// A number from which the names of resources are made, so that they repeat [default: random].
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// A quota instead of the default, such as channel=10. May be repeated.
    #[arg(long, value_name = "KIND=NUMBER")]
    quota: Vec<Quota>,
}

fn region(text: &str) -> Result<String, String> {
    let valid = !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if valid { Ok(text.to_owned()) } else { Err("a region is of lowercase letters, digits and hyphens".to_owned()) }
}

fn word(text: &str) -> Result<String, String> {
    let valid = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    if valid { Ok(text.to_owned()) } else { Err("must be of visible ASCII characters, without a space".to_owned()) }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            let _ = writeln!(io::stderr(), "ivs-local: {sentence}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), String> {
    if let Some(directory) = arguments.www.as_ref().filter(|directory| !directory.is_dir()) {
        return Err(format!("{} is not a directory; give --www the one that holds the page", directory.display()));
    }
    let listener = listen(arguments.port).await?;
    let address = listener.local_addr().map_err(|error| format!("the port cannot be read: {error}"))?;
    let endpoint = format!("http://{address}");
    let verifier = Verifier {
        access_key_id: arguments.access_key_id.unwrap_or_else(keys::access_key_id),
        secret_access_key: arguments.secret_access_key.unwrap_or_else(keys::secret_access_key),
        session_token: arguments.session_token,
        region: arguments.region.clone(),
    };
    let page = arguments.www.as_ref().map(|_| format!("{endpoint}/"));
    let greeting = if arguments.json {
        let line = json!({
            "endpoint": endpoint,
            "region": verifier.region,
            "accessKeyId": verifier.access_key_id,
            "secretAccessKey": verifier.secret_access_key,
            "page": page,
        });
        format!("{line}\n")
    } else {
        greeting(&endpoint, &verifier, page.as_deref())
    };
    let settings = Settings {
        region: arguments.region,
        playback_origin: Some(endpoint.clone()),
        creation: Duration::from_millis(arguments.creation_ms),
        quotas: Quotas::with(arguments.quota),
        rates: arguments.rates,
    };
    let patience = Duration::from_millis(arguments.read_timeout_ms);
    let app = App { endpoint, verifier, state: Mutex::new(Clocked::new(settings, seed(arguments.seed))), patience };
    let routes = server::router(app, arguments.www.as_deref());

    let stop = serve::stop_signal().map_err(|error| format!("it cannot be told to stop: {error}"))?;

    let mut stdout = io::stdout();
    let told = stdout.write_all(greeting.as_bytes()).and_then(|()| stdout.flush());
    told.map_err(|error| format!("nobody reads what it prints: {error}"))?;
    serve::serve(listener, routes, patience, stop).await;
    Ok(())
}

fn seed(number: Option<u64>) -> [u8; 32] {
    let mut seed = [0; 32];
    match number {
        Some(number) => seed[..8].copy_from_slice(&number.to_le_bytes()),
        None => rand::rng().fill(&mut seed),
    }
    seed
}

async fn listen(port: u16) -> Result<TcpListener, String> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("port {port} is taken; choose another with --port, or --port 0 for any that is free")
        }
        ErrorKind::PermissionDenied => format!("port {port} is not allowed to you; choose one above 1023 with --port"),
        _ => format!("cannot listen on {address}: {error}"),
    })
}

fn greeting(endpoint: &str, verifier: &Verifier, page: Option<&str>) -> String {
    let mut text = format!(
        "Amazon IVS, offline. Ctrl-C stops it and forgets everything.\n\
         \n  endpoint           {endpoint}\
         \n  region             {}\
         \n  access key id      {}\
         \n  secret access key  {}\n",
        verifier.region, verifier.access_key_id, verifier.secret_access_key
    );
    if let Some(page) = page {
        text.push_str("  demo page          ");
        text.push_str(page);
        text.push('\n');
    }
    text
}
