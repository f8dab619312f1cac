//! `ivs-local`: an offline Amazon IVS endpoint.

mod api;
mod arguments;
mod body;
mod cors;
mod error;
mod events;
mod host;
mod keys;
mod log;
mod saver;
mod serve;
mod server;
mod signature;
mod store;

use arguments::Arguments;
use clap::Parser;
use host::Hosts;
use ivs_local_core::auth::Key;
use ivs_local_core::{Config, Seed, Service};
use rand::RngExt;
use saver::Saver;
use serde_json::json;
use server::{App, Clocked};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use store::Store;
use time::OffsetDateTime;
use tokio::net::TcpListener;
use tokio::sync::watch;
use uuid::Uuid;

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
    check_directories(&arguments)?;
    let keys = Arc::new(arguments.keys()?);
    let listener = listen(arguments.listen, arguments.port).await?;
    let address = listener.local_addr().map_err(|error| format!("the port cannot be read: {error}"))?;
    let endpoint = endpoint(address, arguments.host.first());
    let greeting = greeting(&arguments, &endpoint, keys.keys.first(), keys.regions.first());
    let config = Config {
        settings: arguments.settings(&endpoint),
        endpoint,
        keys: Arc::clone(&keys),
        seed: seed(arguments.seed),
    };
    let mut service = Service::new(config, OffsetDateTime::now_utc());
    let saver = arguments.data_dir.as_deref().map(|directory| load(&mut service, directory)).transpose()?.map(Arc::new);
    let patience = arguments.patience();
    let app = Arc::new(App {
        keys,
        state: Mutex::new(Clocked::new(service)),
        saver: saver.clone(),
        patience,
        run: Uuid::new_v4().simple().to_string().split_off(24),
        last_event: watch::Sender::new(0),
    });
    let routes = server::router(Arc::clone(&app), hosts(&arguments), arguments.www.as_deref());
    let _log = log::start(arguments.log, arguments.json);
    tokio::spawn(events::tick(Arc::clone(&app)));
    if let Some(url) = arguments.events_url {
        tokio::spawn(events::post(app, url));
    }

    let stop = serve::stop_signal().map_err(|error| format!("it cannot be told to stop: {error}"))?;

    let mut stdout = io::stdout();
    let told = stdout.write_all(greeting.as_bytes()).and_then(|()| stdout.flush());
    told.map_err(|error| format!("nobody reads what it prints: {error}"))?;
    serve::serve(listener, routes, patience, stop).await;
    if let Some(saver) = saver {
        saver.stop();
    }
    Ok(())
}

/// Whoever asks for files must not be given the data.
fn check_directories(arguments: &Arguments) -> Result<(), String> {
    let (Some(www), Some(data)) = (&arguments.www, &arguments.data_dir) else { return Ok(()) };
    let (Ok(www), Ok(data)) = (fs::canonicalize(www), std::path::absolute(data)) else { return Ok(()) };
    // The directory may not be there yet, but one of those that it is in is.
    let data = data.ancestors().find_map(|ancestor| fs::canonicalize(ancestor).ok()).unwrap_or(data);
    if data.starts_with(&www) {
        return Err(
            "the data directory is below that of --www, whose files everybody is given; choose another --data-dir"
                .to_owned(),
        );
    }
    Ok(())
}

/// The service goes on with what a directory has, and is saved there.
fn load(service: &mut Service, directory: &Path) -> Result<Saver, String> {
    let store = Store::open(directory)?;
    service.load(&store.load()?).map_err(|error| store.damaged(&error))?;
    store.save(service.take_changes()?.iter())?;
    Saver::start(store).map_err(|error| format!("no thread can be started ({error}); stop other programs"))
}

fn seed(number: Option<u64>) -> Seed {
    let mut seed = [0; 32];
    if let Some(number) = number {
        seed[..8].copy_from_slice(&number.to_le_bytes());
        return Seed::Fixed(seed);
    }
    rand::rng().fill(&mut seed);
    Seed::Random(seed)
}

async fn listen(address: IpAddr, port: u16) -> Result<TcpListener, String> {
    let address = SocketAddr::from((address, port));
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("port {port} is taken; choose another with --port, or --port 0 for any that is free")
        }
        ErrorKind::PermissionDenied => format!("port {port} is not allowed to you; choose one above 1023 with --port"),
        ErrorKind::AddrNotAvailable => {
            format!("{} is no address of this machine; choose one with --listen", address.ip())
        }
        _ => format!("cannot listen on {address}: {error}"),
    })
}

/// What the local endpoints answer to: the names, and the address that was chosen.
fn hosts(arguments: &Arguments) -> Hosts {
    let address = Some(arguments.listen).filter(|address| !address.is_unspecified());
    Hosts(arguments.host.iter().cloned().chain(address.map(|address| address.to_string())).collect())
}

/// Where programs reach it: by its name if it has one, else by its address, which is that of this machine if it is all of them.
fn endpoint(address: SocketAddr, name: Option<&String>) -> String {
    let port = address.port();
    match (name, address.ip()) {
        (Some(name), _) => format!("http://{name}:{port}"),
        (None, IpAddr::V6(ip)) if !ip.is_unspecified() => format!("http://[{ip}]:{port}"),
        (None, IpAddr::V4(ip)) if !ip.is_unspecified() => format!("http://{ip}:{port}"),
        (None, _) => format!("http://127.0.0.1:{port}"),
    }
}

fn greeting(arguments: &Arguments, endpoint: &str, key: Option<&Key>, region: Option<&String>) -> String {
    let page = arguments.www.as_ref().map(|_| format!("{endpoint}/"));
    let (id, secret) = key.map_or(("", ""), |key| (&key.id, &key.secret));
    let region = region.map_or("", String::as_str);
    if arguments.json {
        let line = json!({
            "endpoint": endpoint,
            "region": region,
            "accessKeyId": id,
            "secretAccessKey": secret,
            "page": page,
        });
        return format!("{line}\n");
    }
    let forgets = if arguments.data_dir.is_some() { "" } else { " and forgets everything" };
    let mut text = format!(
        "Amazon IVS, offline. Ctrl-C stops it{forgets}.\n\
         \n  endpoint           {endpoint}\
         \n  region             {region}\
         \n  access key id      {id}\
         \n  secret access key  {secret}\n"
    );
    if let Some(directory) = &arguments.data_dir {
        let _ = writeln!(text, "  data directory     {}", directory.display());
    }
    if let Some(page) = page {
        text.push_str("  demo page          ");
        text.push_str(&page);
        text.push('\n');
    }
    text
}
