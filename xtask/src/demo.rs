//! `cargo xtask demo`: everything built, the example run against `ivs-local`, and the demo page served.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Result, bail};

use crate::server::{self, Server};
use crate::shell::{program, run, step};
use crate::workspace::Workspace;
use crate::{consumer, package};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Serve {
    UntilInterrupted,
    /// Not at all: end after the example.
    Once,
}

pub fn demo(workspace: &Workspace, serve: Serve) -> Result<()> {
    package::build(workspace)?;
    server::build(workspace)?;
    consumer::install(workspace)?;

    let (interrupt, interrupted) = channel();
    ctrlc::set_handler(move || {
        // Nothing listens any more after the demo.
        let _ = interrupt.send(());
    })?;
    let arguments: &[&str] = match serve {
        Serve::UntilInterrupted => &[],
        Serve::Once => &["--port", "0"],
    };
    let mut server = Server::start(workspace, arguments)?;
    step("running examples/lifecycle.mjs against ivs-local", || {
        let mut example = program(&workspace.root, "node");
        for name in std::env::vars_os().map(|(name, _)| name).filter(|name| name.to_string_lossy().starts_with("AWS_"))
        {
            // The user's own session token or region would be combined with our keys.
            example.env_remove(name);
        }
        example
            .arg("examples/lifecycle.mjs")
            .env("AWS_REGION", server.fact("region")?)
            .env("AWS_ACCESS_KEY_ID", server.fact("accessKeyId")?)
            .env("AWS_SECRET_ACCESS_KEY", server.fact("secretAccessKey")?)
            .env("AWS_ENDPOINT_URL_IVS", server.fact("endpoint")?);
        run(&mut example)
    })?;
    if serve == Serve::Once {
        return Ok(());
    }

    println!("\n  demo page          {}", server.fact("page")?);
    println!("  endpoint           {}", server.fact("endpoint")?);
    println!("  region             {}", server.fact("region")?);
    println!("  access key id      {}", server.fact("accessKeyId")?);
    println!("  secret access key  {}", server.fact("secretAccessKey")?);
    println!("\nServing until Ctrl-C.");
    loop {
        match interrupted.recv_timeout(Duration::from_millis(300)) {
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
            // Ctrl-C reaches the server as well, and may end it before we notice.
            Err(RecvTimeoutError::Timeout) if server.has_ended()? => match interrupted.try_recv() {
                Ok(()) => return Ok(()),
                Err(_) => bail!("ivs-local exited; its output is above"),
            },
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}
