//! The endpoints of the simulated encoder.

use crate::error::{self, Refusal};
use crate::local::{bad_request, read};
use crate::server::App;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Json, Query, State};
use axum::http::StatusCode;
use ivs_local_core::{Error, Rejected, Start, Stop};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

type Answer = Result<Json<Value>, Refusal>;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Channel {
    channel_arn: String,
}

pub async fn start(State(app): State<Arc<App>>, body: Body) -> Answer {
    let input: Start = read(&app, body).await?;
    let started = app.with_ivs(|ivs| ivs.start_stream(&input)).map_err(rejected)?;
    Ok(Json(json!(started)))
}

pub async fn stop(State(app): State<Arc<App>>, body: Body) -> Answer {
    let input: Stop = read(&app, body).await?;
    app.with_ivs(|ivs| ivs.stop_stream(&input)).map_err(rejected)?;
    Ok(Json(json!({})))
}

pub async fn metadata(State(app): State<Arc<App>>, channel: Result<Query<Channel>, QueryRejection>) -> Answer {
    let Query(Channel { channel_arn }) = channel.map_err(|_| bad_request("The query needs a channelArn."))?;
    app.with_ivs(|ivs| match ivs.metadata(&channel_arn) {
        Ok(metadata) => Ok(Json(json!({ "metadata": metadata }))),
        Err(Rejected::UnknownKey) => {
            Err(error::local("NotFound", StatusCode::NOT_FOUND, "There is no such channel.").into())
        }
        Err(other) => Err(rejected(other).into()),
    })
}

fn rejected(why: Rejected) -> Error {
    match why {
        Rejected::UnknownKey => {
            error::local("UnknownStreamKey", StatusCode::FORBIDDEN, "No channel has this stream key.")
        }
        Rejected::AlreadyLive => {
            error::local("AlreadyLive", StatusCode::CONFLICT, "The channel of this stream key is live already.")
        }
        Rejected::NotLive => error::local("NotLive", StatusCode::CONFLICT, "The channel is not live."),
        Rejected::NotConnected => error::local(
            "NotConnected",
            StatusCode::CONFLICT,
            "The channel is live, but by an encoder that connected with another stream key.",
        ),
    }
}
