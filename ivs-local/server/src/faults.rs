//! The endpoints for faults that a test asks for.

use crate::error::Refusal;
use crate::local::{bad_request, read};
use crate::server::App;
use axum::body::Body;
use axum::extract::{Json, State};
use ivs_local_core::Fault;
use serde_json::{Value, json};
use std::sync::Arc;

pub async fn add(State(app): State<Arc<App>>, body: Body) -> Result<Json<Value>, Refusal> {
    let fault: Fault = read(&app, body).await?;
    app.with_ivs(|ivs| ivs.add_fault(fault)).map_err(|message| bad_request(&message))?;
    Ok(Json(json!({})))
}

pub async fn list(State(app): State<Arc<App>>) -> Json<Value> {
    app.with_ivs(|ivs| Json(json!({ "faults": ivs.faults() })))
}

pub async fn clear(State(app): State<Arc<App>>) -> Json<Value> {
    app.with_ivs(ivs_local_core::Ivs::clear_faults);
    Json(json!({}))
}
