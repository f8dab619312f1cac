//! The routes.

use crate::api::{self, Labels};
use crate::auth::Verifier;
use crate::cors;
use crate::encoder;
use crate::error::Error;
use crate::player;
use crate::state::Ivs;
use axum::Router;
use axum::extract::{Request, State};
use axum::handler::HandlerWithoutStateExt;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, Method, Uri};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use ivs_wasm::model::{self, ivs::SERVICE};
use std::future::IntoFuture;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tower_http::services::ServeDir;
use uuid::Uuid;

/// The state that requests share.
pub struct App {
    /// The server's origin, without a slash at the end.
    pub endpoint: String,
    pub verifier: Verifier,
    pub state: Mutex<Ivs>,
}

impl App {
    /// The account, for one operation at a time.
    pub fn ivs(&self) -> MutexGuard<'_, Ivs> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
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
    let routes = ivs.merge(encoder::router()).merge(player::router()).with_state(Arc::new(app));
    let routes = match www {
        Some(directory) => routes.fallback_service(
            ServeDir::new(directory)
                .call_fallback_on_method_not_allowed(true)
                .fallback(unknown_operation.into_service()),
        ),
        None => routes.fallback(unknown_operation),
    };
    routes.layer(map_response(name_request))
}

fn filter(method: model::Method) -> MethodFilter {
    match method {
        model::Method::Get => MethodFilter::GET,
        model::Method::Post => MethodFilter::POST,
        model::Method::Delete => MethodFilter::DELETE,
    }
}

async fn unknown_operation(method: Method, uri: Uri) -> Error {
    Error::unknown_operation(method.as_str(), uri.path())
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

/// Serves until Ctrl-C or SIGTERM, then lets requests in flight finish, for at most two seconds.
pub async fn serve(listener: TcpListener, routes: Router) -> Result<(), String> {
    let stopping = Arc::new(Notify::new());
    let stop = Arc::clone(&stopping);
    let served = axum::serve(listener, routes).with_graceful_shutdown(async move {
        stop_signal().await;
        stop.notify_one();
    });
    let overdue = async {
        stopping.notified().await;
        tokio::time::sleep(Duration::from_secs(2)).await;
    };
    tokio::select! {
        served = served.into_future() => served.map_err(|error| format!("the server broke off: {error}")),
        () = overdue => Ok(()),
    }
}

async fn stop_signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
