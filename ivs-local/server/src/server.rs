//! The routes.

use crate::api::{self, Labels};
use crate::auth::Verifier;
use crate::cors;
use crate::error::{self, Refusal};
use crate::host;
use crate::local;
use crate::player;
use axum::Router;
use axum::extract::{Request, State};
use axum::handler::HandlerWithoutStateExt;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, Method, Uri};
use axum::middleware::{from_fn, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use ivs_local_core::{Ivs, Settings};
use ivs_wasm::model::{self, ivs::SERVICE};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use tower_http::services::ServeDir;
use uuid::Uuid;

/// The state that requests share.
pub struct App {
    /// The server's origin, without a slash at the end.
    pub endpoint: String,
    pub verifier: Verifier,
    pub state: Mutex<Clocked>,
    /// How long the body of a request may take to arrive.
    pub patience: Duration,
}

/// The account, with the time at which it was last used.
pub struct Clocked {
    ivs: Ivs,
    used: Instant,
}

impl Clocked {
    pub fn new(settings: Settings, seed: [u8; 32]) -> Self {
        Self { ivs: Ivs::new(settings, seed, OffsetDateTime::now_utc()), used: Instant::now() }
    }

    /// The account, now. By the system's clock; where that was set back, by the time that passed.
    fn ivs(&mut self) -> &mut Ivs {
        self.ivs.advance(self.used.elapsed());
        self.used = Instant::now();
        self.ivs.advance_to(OffsetDateTime::now_utc());
        &mut self.ivs
    }
}

impl App {
    /// Uses the account, which one operation at a time can.
    pub fn with_ivs<T>(&self, operation: impl FnOnce(&mut Ivs) -> T) -> T {
        operation(self.state.lock().unwrap_or_else(PoisonError::into_inner).ivs())
    }
}

/// The IVS API, the local endpoints, and under everything else the files of `www`.
pub fn router(app: App, www: Option<&Path>) -> Router {
    let mut ivs = Router::new();
    for operation in SERVICE.operations() {
        let call = move |State(app): State<Arc<App>>, labels: Labels, request: Request| async move {
            api::call(&app, operation, labels, request).await
        };
        ivs = ivs.route(operation.path, on(filter(operation.method), call));
    }
    let ivs =
        ivs.method_not_allowed_fallback(unknown_operation).layer(map_response(guard_headers)).layer(cors::any_origin());
    let routes = ivs.merge(local::router()).merge(player::router()).with_state(Arc::new(app));
    let routes = match www {
        Some(directory) => routes.fallback_service(
            ServeDir::new(directory)
                .call_fallback_on_method_not_allowed(true)
                .fallback(unknown_operation.into_service()),
        ),
        None => routes.fallback(unknown_operation),
    };
    routes.layer(from_fn(host::one_host)).layer(map_response(name_request))
}

fn filter(method: model::Method) -> MethodFilter {
    match method {
        model::Method::Get => MethodFilter::GET,
        model::Method::Post => MethodFilter::POST,
        model::Method::Delete => MethodFilter::DELETE,
    }
}

async fn unknown_operation(method: Method, uri: Uri) -> Refusal {
    error::unknown_operation(method.as_str(), uri.path()).into()
}

/// Every response has a request id.
async fn name_request(mut response: Response) -> Response {
    if let Ok(id) = HeaderValue::from_str(&Uuid::new_v4().to_string()) {
        response.headers_mut().insert(HeaderName::from_static("x-amzn-requestid"), id);
    }
    response
}

/// The security headers of the service's responses, some of which are modelled as members.
async fn guard_headers(response: Response) -> Response {
    let headers = [
        (CACHE_CONTROL, "no-store"),
        (CONTENT_SECURITY_POLICY, "default-src 'none'"),
        // Browsers ignore it on plain HTTP.
        (STRICT_TRANSPORT_SECURITY, "max-age=31536000"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
    ];
    (headers, response).into_response()
}
