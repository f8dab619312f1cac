//! The routes.

use crate::api;
use crate::cors;
use crate::host::{self, Hosts};
use crate::log;
use crate::saver::{Saver, Saving};
use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::any;
use ivs_local_core::auth::{Keys, Others};
use ivs_local_core::{Error, PLAYBACK_PREFIX, Service};
use ivs_wasm::model::ivs::SERVICE;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use tokio::sync::watch;
use tower_http::services::ServeDir;
use uuid::Uuid;

/// The state that requests share.
pub struct App {
    pub keys: Arc<Keys>,
    pub state: Mutex<Clocked>,
    /// Where there is a directory to save in.
    pub saver: Option<Arc<Saver>>,
    /// How long the body of a request may take to arrive.
    pub patience: Duration,
    /// Tells this run of the server from others.
    pub run: String,
    /// The number of the last event, for those who wait for the next one.
    pub last_event: watch::Sender<u64>,
}

/// The service, with the time at which it was last used.
pub struct Clocked {
    service: Service,
    clock: OffsetDateTime,
    used: Instant,
}

impl Clocked {
    pub fn new(service: Service) -> Self {
        Self { service, clock: OffsetDateTime::now_utc(), used: Instant::now() }
    }

    /// The service, now. By the system's clock; where that was set back, by the time that passed.
    fn service(&mut self) -> &mut Service {
        self.clock = OffsetDateTime::now_utc().max(self.clock + self.used.elapsed());
        self.used = Instant::now();
        self.service.advance_to(self.clock);
        &mut self.service
    }
}

impl App {
    /// Uses the service, which one request at a time can. What is changed and seen is saved before this returns; it fails where
    /// it cannot be, and then nothing has changed.
    pub async fn with_service<T>(&self, operation: impl FnOnce(&mut Service) -> T) -> Result<T, Error> {
        let (result, last_event, saving) = self.perform(operation).map_err(Error::internal)?;
        saving.finish().await.map_err(Error::internal)?;
        self.last_event.send_if_modified(|known| {
            let is_new = last_event > *known;
            *known = last_event.max(*known);
            is_new
        });
        Ok(result)
    }

    fn perform<T>(&self, operation: impl FnOnce(&mut Service) -> T) -> Result<(T, u64, Saving), String> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let service = state.service();
        if let Some(saver) = &self.saver {
            saver.recover(service)?;
        }
        let result = operation(service);
        let saving = self.saver.as_ref().map_or(Ok(Saving::default()), |saver| saver.save(service))?;
        Ok((result, service.last_event(), saving))
    }
}

/// The IVS API, the local endpoints, playback, and under everything else the files of `www`.
pub fn router(app: Arc<App>, hosts: Hosts, www: Option<&Path>) -> Router {
    let mut ivs = Router::new();
    let mut paths: Vec<_> = SERVICE.operations().map(|operation| operation.path).collect();
    // Those of tags share one path.
    paths.sort_unstable();
    paths.dedup();
    for path in paths {
        ivs = ivs.route(path, any(api::call));
    }
    // Where signatures protect nothing, the pages of others have to be kept out otherwise.
    let ivs = match app.keys.others {
        Others::Rejected => ivs.layer(cors::any_origin()),
        Others::Accepted => {
            ivs.layer(cors::own_pages(hosts.clone())).layer(from_fn_with_state(hosts.clone(), host::own_origins_only))
        }
    };
    let local = Router::new()
        .route("/_local/{*rest}", any(api::local))
        .layer(cors::own_pages(hosts.clone()))
        .layer(from_fn_with_state(hosts, host::own_pages_only));
    let play = Router::new().route(&format!("{PLAYBACK_PREFIX}{{*rest}}"), any(api::play)).layer(cors::players());
    let routes = ivs.merge(local).merge(play).with_state(Arc::clone(&app));
    let unknown = any(api::call).with_state(app);
    let routes = match www {
        Some(directory) => routes
            .fallback_service(ServeDir::new(directory).call_fallback_on_method_not_allowed(true).fallback(unknown)),
        None => routes.fallback_service(unknown),
    };
    routes.layer(from_fn(host::one_host)).layer(map_response(name_request)).layer(from_fn(log::requests))
}

/// Every response has a request id.
async fn name_request(mut response: Response) -> Response {
    let name = HeaderName::from_static("x-amzn-requestid");
    if !response.headers().contains_key(&name)
        && let Ok(id) = HeaderValue::from_str(&Uuid::new_v4().to_string())
    {
        response.headers_mut().insert(name, id);
    }
    response
}
