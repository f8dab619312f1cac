//! Bodies of requests: of bounded length, and arriving in bounded time.

use crate::error;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use http_body_util::{BodyExt, LengthLimitError};
use ivs_local_core::Error;
use std::error::Error as _;
use std::time::Duration;
use tokio::time::timeout;

/// How long a refused request may go on sending before it is answered.
const DISCARDING: Duration = Duration::from_secs(1);

/// Rejects a body whose announced length, in bytes, is over the limit.
pub fn check_length(body: &Body, limit: usize) -> Result<(), Error> {
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > limit { Err(error::too_large(limit)) } else { Ok(()) }
}

/// The whole body, of at most `limit` bytes, if all of it arrives within `patience`.
pub async fn read(body: Body, limit: usize, patience: Duration) -> Result<Bytes, Error> {
    check_length(&body, limit)?;
    match timeout(patience, to_bytes(body, limit)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => Err(if is_too_long(&error) { error::too_large(limit) } else { error::broken_body() }),
        Err(_) => Err(error::slow_body(patience)),
    }
}

/// Takes what a refused request still sends, up to `limit` bytes, and keeps none of it. A client that sends before it reads would
/// otherwise find its connection reset instead of the answer.
pub async fn discard(mut body: Body, limit: usize) {
    let rest = async {
        let mut length = 0;
        while length <= limit
            && let Some(Ok(frame)) = body.frame().await
        {
            length += frame.data_ref().map_or(0, Bytes::len);
        }
    };
    // Whoever has not sent it by then is answered all the same.
    let _ = timeout(DISCARDING, rest).await;
}

fn is_too_long(error: &axum::Error) -> bool {
    let mut cause = error.source();
    while let Some(source) = cause {
        if source.is::<LengthLimitError>() {
            return true;
        }
        cause = source.source();
    }
    false
}
